"""Status of vendors' plans: asked before each meeting, and where they stand."""

from bot import access
from bot.access import Right
from bot.cycle.steps import voices
from bot.cycle.steps.at_hand import meeting_at_hand
from bot.cycle.steps.meetings import remind_later
from bot.cycle.steps.reading import head
from bot.cycle.steps.status_cards import show
from bot.cycle.steps.status_reading import (
    missing,
    open_prompts,
    page_of,
    prompt,
    speaks,
    vendors,
)
from bot.errors import NotFound, WrongMoment
from bot.ports import Asker, By
from bot.results.status import Asked, Due, Prompt, StatusPage
from bot.rules import status as rules
from bot.texts import msg
from bot.work import House, Work
from storage.queries import meetings, people, series
from storage.queries import status as rows
from storage.tables import Meeting, Organisation, StatusRound, StatusTopic
from storage.vocabulary import (
    CardKind,
    CardRef,
    ChannelId,
    MeetingId,
    RoundId,
    SeriesId,
)


def page(house: House, channel: ChannelId, *, direct: bool = False, by: Asker) -> StatusPage:
    """Where the plans stand, for the meeting at hand in a channel."""
    with house.look(by) as work:
        place = access.place(work, channel, direct=direct)
        meeting = meeting_at_hand(work, place)
        return page_of(work, place.series, meeting, organizes=place.member.organizes)


def of_meeting(house: House, meeting_id: MeetingId, *, by: Asker) -> StatusPage:
    """Where the plans stand, for one meeting."""
    with house.look(by) as work:
        member, meeting = access.meeting(work, meeting_id)
        held = series.of_meeting(work.session, meeting)
        return page_of(work, held, meeting, organizes=member.organizes)


def ask(house: House, meeting_id: MeetingId, *, by: By) -> Asked:
    """Asks every vendor of the meeting about every solution; doing it again asks only anew
    those who weren't asked, and reaches contacts who came since.
    """
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        rules.may_ask(meeting.state)
        held = series.of_meeting(work.session, meeting)
        topics = series.topics(work.session, held.id)
        if not topics:
            raise WrongMoment(msg("status.no_topics"))
        known = {
            (each.organisation_id, each.topic_id): each
            for each in rows.rounds(work.session, meeting.id)
        }
        speaking = voices.by_organisation(work, held.id, meeting.id)
        reached, unreached = [], []
        for vendor in vendors(work, held, meeting):
            if vendor.id not in speaking:
                unreached.append(vendor.short_name)
                continue
            reached.append(vendor.short_name)
            for topic in topics:
                asked = known.get((vendor.id, topic.id)) or _new_round(work, meeting, vendor, topic)
                show(work, asked, meeting)
        remind_later(work, meeting)
        work.note("status.ask", f"meeting:{meeting.id}", series=held.id, meeting=meeting.id)
        return Asked(
            head(work, meeting),
            tuple(reached),
            tuple(unreached),
            tuple(each.name for each in topics),
        )


def remind(house: House, meeting_id: MeetingId, *, by: By) -> None:
    """Reminds the contacts of vendors that are missing; the organisers hear who that is.

    At the meeting's hour it is too late for that, however long the clock stood still.
    """
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        rules.may_ask(meeting.state)
        late = missing(work, meeting)
        if not late or work.now >= meeting.starts_at:
            return
        for asked, shown in open_prompts(work, meeting):
            asked.reminded += 1
            work.session.add(asked)
            _remind(work, asked, shown, meeting)
        _tell_organizers(work, meeting, ", ".join(each.organisation for each in late))
        work.note(
            "status.remind",
            f"meeting:{meeting.id}",
            series=meeting.series_id,
            meeting=meeting.id,
        )


def card(house: House, round_id: RoundId, audience: str, *, by: By) -> Prompt | None:
    """What a prompt shows to who speaks for the vendor, or did when they were asked."""
    with house.look(by) as work:
        try:
            _, asked, meeting = access.status_round(work, round_id)
        except NotFound:
            return None
        member = access.reader(work, meeting, audience)
        if member is None or member.organisation_id != asked.organisation_id:
            return None
        if not (member.is_contact or speaks(work, member, asked)):
            return None
        return prompt(work, asked, meeting)


def due(house: House, series_id: SeriesId, *, by: By) -> Due:
    """What waits for the asker: questions to their organisation, and for organisers who is
    missing at the meetings ahead.
    """
    with house.look(by) as work:
        member, _ = access.in_series(work, series_id)
        running = rows.running(work.session, series_id, member.organisation_id)
        mine = [
            prompt(work, asked, meeting)
            for asked, meeting in running
            if speaks(work, member, asked)
        ]
        ahead = {meeting.id: meeting for _, meeting in running} if member.organizes else {}
        late = ((head(work, each), missing(work, each)) for each in ahead.values())
        return Due(
            prompts=tuple(each for each in mine if not each.line.answered),
            missing=tuple((meeting, who) for meeting, who in late if who),
        )


def _new_round(
    work: Work, meeting: Meeting, vendor: Organisation, topic: StatusTopic
) -> StatusRound:
    asked = StatusRound(
        meeting_id=meeting.id,
        topic_id=topic.id,
        organisation_id=vendor.id,
        asked_at=work.now,
    )
    work.session.add(asked)
    work.session.flush()
    return asked


def _remind(work: Work, asked: StatusRound, shown: Prompt, meeting: Meeting) -> None:
    for speaker in voices.of(work, meeting.series_id, asked.organisation_id, meeting.id):
        work.tell(
            speaker.user,
            msg(
                "status.told_remind",
                topic=shown.line.topic,
                meeting=meeting.title,
                starts_at=meeting.starts_at,
            ),
            thread=CardRef(CardKind.STATUS_PROMPT, asked.id, speaker.user),
            series=meeting.series_id,
            meeting=meeting.id,
        )


def _tell_organizers(work: Work, meeting: Meeting, late: str) -> None:
    for organizer in people.organizers(work.session, meeting.series_id):
        if meetings.visible(work.session, meeting.id, organizer.organisation_id) is None:
            continue
        work.tell(
            organizer.user,
            msg("status.told_missing", meeting=meeting.title, missing=late),
            series=meeting.series_id,
            meeting=meeting.id,
        )
