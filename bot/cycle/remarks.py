"""What people without a mandate said is kept, and told to those who speak."""

from bot import access
from bot.access import Member
from bot.cycle.steps import remarks as steps
from bot.cycle.steps import voices
from bot.errors import NotAllowed, NotFound, NoVoice, WrongMoment
from bot.ports import Asker
from bot.results.mandates import RemarkKept
from bot.texts import msg
from bot.work import House, Work
from storage.queries import meetings, people, remarks
from storage.tables import Meeting, Remark
from storage.vocabulary import RemarkAbout, RemarkId


def keep(house: House, said: NoVoice, *, by: Asker) -> RemarkKept:
    """Keeps what was said, and tells those who speak for the organisation.

    The organisers hear of it too, but not of wishes in a poll: they mayn't follow its answers.
    """
    with house.work(by) as work:
        member, meeting = access.meeting(work, said.meeting_id, access.Right.PROPOSE)
        if member.participant_id is None or member.organisation_id is None:
            raise NotAllowed(msg("common.needs_propose"))
        remark = Remark(
            meeting_id=meeting.id,
            participant_id=member.participant_id,
            organisation_id=member.organisation_id,
            about=said.about,
            subject_id=said.subject,
            text=said.text,
            made_at=work.now,
        )
        work.session.add(remark)
        work.session.flush()
        _note(work, "remarks.keep", remark, meeting)
        _tell(work, remark, member, meeting)
        return RemarkKept(remark.id, member.organisation, _voices(work, remark), remark.text)


def withdraw(house: House, remark_id: RemarkId, *, by: Asker) -> RemarkKept:
    """Its author takes it back: nobody is shown it any longer."""
    with house.work(by) as work:
        remark = remarks.get(work.session, remark_id)
        if remark is None:
            raise NotFound(msg("common.not_found"))
        member, meeting = access.meeting(work, remark.meeting_id)
        if member.participant_id != remark.participant_id:
            raise NotFound(msg("common.not_found"))
        if remark.withdrawn_at is not None:
            raise WrongMoment(msg("mandates.remark_withdrawn_already"))
        remark.withdrawn_at = work.now
        work.session.add(remark)
        _note(work, "remarks.withdraw", remark, meeting)
        speaking = _voices(work, remark)
        return RemarkKept(remark.id, member.organisation, speaking, remark.text, withdrawn=True)


def _voices(work: Work, remark: Remark) -> tuple[str, ...]:
    _, meeting = access.meeting(work, remark.meeting_id)
    held = voices.of(work, meeting.series_id, remark.organisation_id, meeting.id)
    return tuple(each.name for each in held)


def _note(work: Work, verb: str, remark: Remark, meeting: Meeting) -> None:
    work.note(
        verb,
        f"remark:{remark.id}",
        series=meeting.series_id,
        meeting=meeting.id,
        after={"about": remark.about.value, "subject": remark.subject_id},
    )


def _tell(work: Work, remark: Remark, member: Member, meeting: Meeting) -> None:
    hearers = voices.of(work, meeting.series_id, remark.organisation_id, meeting.id)
    if remark.about is not RemarkAbout.POLL:
        hearers += [
            each
            for each in people.organizers(work.session, meeting.series_id)
            if meetings.visible(work.session, meeting.id, each.organisation_id) is not None
        ]
    text = msg(
        "mandates.told_remark",
        name=member.name,
        organisation=member.organisation,
        about=steps.subject(work, remark.about, remark.subject_id),
        text=remark.text,
    )
    for user in dict.fromkeys(each.user for each in hearers if each.id != member.participant_id):
        work.tell(user, text, series=meeting.series_id, meeting=meeting.id)
