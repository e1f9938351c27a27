"""A mandate as it is shown and told, and what waits for those who speak since."""

from datetime import date

from bot.access import Member
from bot.cycle.steps import poll_reading, status_cards
from bot.ports import Asker
from bot.results.mandates import Given, MandateLine
from bot.rules.attendance import may_be_answered
from bot.rules.people import period
from bot.texts import Message, msg
from bot.work import Work
from storage.queries import meetings, people, polls, status
from storage.tables import Mandate, Organisation
from storage.vocabulary import OrganisationId, ParticipantId, SeriesId


def line(work: Work, mandate: Mandate, *, may_end: bool) -> MandateLine:
    meeting = (
        meetings.visible(work.session, mandate.meeting_id, None) if mandate.meeting_id else None
    )
    return MandateLine(
        id=mandate.id,
        name=_name(work, mandate.participant_id),
        from_day=mandate.from_day,
        until_day=mandate.until_day,
        meeting=meeting.title if meeting else "",
        instead_of=_name(work, mandate.instead_of_id),
        reason=mandate.reason,
        may_end=may_end,
    )


def matters(work: Work, mandate: Mandate, member: Member, today: date) -> bool:
    """Whether a mandate is shown to somebody: not past, and no secret meeting's."""
    if mandate.meeting_id is None:
        return mandate.until_day is None or mandate.until_day >= today
    meeting = meetings.visible(work.session, mandate.meeting_id, member.organisation_id)
    return meeting is not None and may_be_answered(meeting.state)


def tell(work: Work, organisation: Organisation, mandate: Mandate, what: Given) -> None:
    """Tells the organisation's people and the organisers, but whoever did it."""
    own = work.by.person.user if isinstance(work.by, Asker) else ""
    text = told(work, organisation, mandate, what)
    hearers = [
        person
        for person, theirs in people.participants(work.session, mandate.series_id)
        if theirs.id == organisation.id
    ]
    if mandate.meeting_id is not None:
        hearers += [
            each
            for each in people.organizers(work.session, mandate.series_id)
            if meetings.visible(work.session, mandate.meeting_id, each.organisation_id)
        ]
    for user in dict.fromkeys(each.user for each in hearers):
        if user != own:
            work.tell(user, text, series=mandate.series_id, meeting=mandate.meeting_id)


def told(work: Work, organisation: Organisation, mandate: Mandate, what: Given) -> Message:
    shown = line(work, mandate, may_end=False)
    facts = {"name": shown.name, "organisation": organisation.short_name}
    if shown.meeting:
        known = "mandates.told_substitute_ended" if mandate.ended_at else "mandates.told_substitute"
        return msg(
            known, **facts,
            meeting=shown.meeting, instead=shown.instead_of, reason=shown.reason,
        )  # fmt: skip
    if what is Given.ENDED and mandate.ended_at is not None:
        return msg("mandates.told_ended", **facts)
    return msg("mandates.told_given", **facts, period=period(shown.from_day, shown.until_day))


def ask_anew(work: Work, series_id: SeriesId, organisation_id: OrganisationId) -> None:
    """Open polls and prompts reach those who speak for the organisation now."""
    for poll, meeting in polls.open_in(work.session, series_id, organisation_id):
        if organisation_id in {each.id for each in polls.electors(work.session, poll.id)}:
            poll_reading.show(work, poll, meeting)
    for asked, meeting in status.running(work.session, series_id, organisation_id):
        if asked.organisation_id == organisation_id:
            status_cards.show(work, asked, meeting)


def _name(work: Work, person_id: ParticipantId | None) -> str:
    held = people.participant(work.session, person_id) if person_id else None
    return held.name if held else ""
