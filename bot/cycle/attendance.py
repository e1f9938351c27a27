"""Organisations say whether they come; the organiser notes who was there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot import access
from bot.access import Right
from bot.cycle.steps import attendance as steps
from bot.cycle.steps.meetings import show
from bot.cycle.steps.reading import head
from bot.errors import NotFound, Unclear
from bot.ports import Asker
from bot.results.attendance import Answered, AttendanceSheet, AttendeeLine
from bot.rules import attendance as rules
from bot.texts import msg
from bot.work import House, Work
from storage.queries import attendance, meetings, people
from storage.tables import Attendee, Meeting, MeetingParty
from storage.vocabulary import AttendanceState, MeetingId, OrganisationId, ParticipantId


@dataclass(frozen=True)
class PartyDraft:
    """What the organiser notes for an organisation."""

    state: AttendanceState
    reason: str = ""


def answer(
    house: House,
    meeting_id: MeetingId,
    state: AttendanceState,
    *,
    reason: str = "",
    by: Asker,
) -> Answered:
    """Somebody says for their own organisation that it comes, or sends apologies."""
    with house.work(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.PROPOSE)
        rules.may_answer(meeting.state)
        if member.organisation_id is None:
            raise NotFound(msg("common.not_found"))
        party = _party(work, meeting, member.organisation_id)
        _changed(work, meeting, party, PartyDraft(state, _short(reason)))
        show(work, meeting)
        for held, organisation in meetings.parties(work.session, meeting.id):
            if held.organisation_id == party.organisation_id:
                return Answered(head(work, meeting), steps.party_line(held, organisation))
        raise NotFound(msg("common.not_found"))


def sheet(house: House, meeting_id: MeetingId, *, by: Asker) -> AttendanceSheet:
    """Everybody who could be there, for the organiser's dialog."""
    with house.look(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        return _sheet(work, meeting)


def read(house: House, meeting_id: MeetingId, *, by: Asker) -> Answered:
    """What the asker's own organisation has answered so far."""
    with house.look(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.PROPOSE)
        rules.may_answer(meeting.state)
        for held, organisation in meetings.parties(work.session, meeting.id):
            if held.organisation_id == member.organisation_id:
                return Answered(head(work, meeting), steps.party_line(held, organisation))
        raise NotFound(msg("common.not_found"))


def correct(
    house: House,
    meeting_id: MeetingId,
    parties: Mapping[OrganisationId, PartyDraft],
    present: Sequence[ParticipantId],
    *,
    by: Asker,
) -> AttendanceSheet:
    """The organiser's list: what each organisation answered, and who was there."""
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        rules.may_correct(meeting.state)
        could_be = {each.participant_id: each for each in _sheet(work, meeting).people}
        if not set(present) <= set(could_be):
            raise NotFound(msg("common.not_found"), field="present")
        _seat(work, meeting, present)
        there = {could_be[each].organisation_id for each in present}
        for party, _ in meetings.parties(work.session, meeting.id):
            draft = parties.get(party.organisation_id, PartyDraft(party.state, party.reason))
            settled = rules.settled(draft.state, somebody_there=party.organisation_id in there)
            _changed(work, meeting, party, PartyDraft(settled, _short(draft.reason)))
        show(work, meeting)
        return _sheet(work, meeting)


def _sheet(work: Work, meeting: Meeting) -> AttendanceSheet:
    held = steps.of(work, meeting)
    invited = {each.organisation_id for each in held.parties}
    could_be = [
        AttendeeLine(person.id, person.name, organisation.id, organisation.short_name)
        for person, organisation in people.participants(work.session, meeting.series_id)
        if organisation.id in invited
    ]
    known = {each.participant_id for each in could_be}
    left = [each for each in held.present if each.participant_id not in known]
    return AttendanceSheet(head(work, meeting), held, (*could_be, *left))


def _party(work: Work, meeting: Meeting, organisation_id: OrganisationId) -> MeetingParty:
    party = attendance.party(work.session, meeting.id, organisation_id)
    if party is None:
        raise NotFound(msg("common.not_found"))
    return party


def _short(reason: str) -> str:
    if len(reason) > rules.LONGEST_REASON:
        raise Unclear(msg("attendance.reason_too_long", most=rules.LONGEST_REASON), field="reason")
    return " ".join(reason.split())


def _changed(work: Work, meeting: Meeting, party: MeetingParty, draft: PartyDraft) -> None:
    before = party.state
    reason = draft.reason if draft.state is AttendanceState.APOLOGIES else ""
    if (before, party.reason) == (draft.state, reason):
        return
    party.state, party.reason = draft.state, reason
    work.session.add(party)
    work.session.flush()
    work.note(
        "attendance.answer",
        f"organisation:{party.organisation_id}",
        series=meeting.series_id,
        meeting=meeting.id,
        before={"state": before.value},
        after={"state": draft.state.value},
    )


def _seat(work: Work, meeting: Meeting, present: Sequence[ParticipantId]) -> None:
    held = {each.participant_id: each for each in attendance.attendees(work.session, meeting.id)}
    for participant_id in set(present) - set(held):
        work.session.add(Attendee(meeting_id=meeting.id, participant_id=participant_id))
    for participant_id in set(held) - set(present):
        attendance.remove(work.session, held[participant_id])
    if set(present) != set(held):
        work.session.flush()
        work.note(
            "attendance.present",
            f"meeting:{meeting.id}",
            series=meeting.series_id,
            meeting=meeting.id,
            before={"people": sorted(held)},
            after={"people": sorted(set(present))},
        )
