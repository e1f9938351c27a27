"""What somebody said who doesn't speak for their organisation."""

from bot.access import Member, Right
from bot.cycle.steps import voices
from bot.cycle.steps.actions import reference
from bot.errors import NoVoice
from bot.results.mandates import RemarkLine
from bot.rules import people as rules
from bot.texts import Message, msg
from bot.work import Work
from storage.queries import actions, polls, remarks, series, status
from storage.tables import Meeting
from storage.vocabulary import (
    ActionId,
    OrganisationId,
    PollId,
    RemarkAbout,
    RoundId,
    SeriesId,
)

MOST_LISTED = 10


def unvoiced(
    work: Work,
    member: Member,
    meeting: Meeting,
    about: RemarkAbout,
    subject_id: int,
    said: Message | str,
) -> NoVoice | None:
    """The refusal that says who speaks; None for those who take no part, or said nothing."""
    if member.organisation_id is None or not member.may(Right.PROPOSE) or not said:
        return None
    held = series.of_meeting(work.session, meeting)
    text = said if isinstance(said, str) else work.texts.words(held.language, held.zone)(said)
    return NoVoice(
        who_speaks(work, member, meeting),
        meeting_id=meeting.id, about=about, subject=subject_id, text=text,
    )  # fmt: skip


def who_speaks(work: Work, member: Member, meeting: Meeting) -> Message:
    if member.organisation_id is None:
        return msg("common.needs_propose")
    speaking = voices.of(work, member.series_id, member.organisation_id, meeting.id)
    known = "" if speaking else ".nobody"
    return msg(
        f"mandates.only_voices{known}",
        organisation=member.organisation,
        people=", ".join(each.name for each in speaking),
    )


def listed(
    work: Work, series_id: SeriesId, organisation_id: OrganisationId, member: Member
) -> tuple[RemarkLine, ...]:
    """What a reader may know of what an organisation's people said without a mandate."""
    own = member.organisation_id == organisation_id
    rows = remarks.of_organisation(
        work.session, series_id, organisation_id, reader=member.organisation_id, most=MOST_LISTED
    )
    speaks = {meeting: own and voices.has(work, member, meeting)
              for meeting in {each.meeting_id for each, _, _ in rows}}  # fmt: skip
    return tuple(
        RemarkLine(
            remark.id, person.name, subject(work, remark.about, remark.subject_id), remark.text,
            meeting.title, mine=person.id == member.participant_id,
        )
        for remark, meeting, person in rows
        if rules.may_read_remark(
            remark.about,
            organizes=member.organizes,
            has_voice=speaks[remark.meeting_id],
            wrote_it=person.id == member.participant_id,
        )
    )  # fmt: skip


def subject(work: Work, about: RemarkAbout, subject_id: int) -> str:
    """What it was about, as people call it."""
    match about:
        case RemarkAbout.POLL:
            poll = polls.visible(work.session, PollId(subject_id), None)
            return poll[0].question if poll else ""
        case RemarkAbout.STATUS:
            asked = status.visible(work.session, RoundId(subject_id), None)
            topic = status.topic(work.session, asked[0].topic_id) if asked else None
            return topic.name if topic else ""
        case RemarkAbout.ACTION:
            raised = actions.visible(work.session, ActionId(subject_id), None)
            return reference(work, raised) if raised else ""
