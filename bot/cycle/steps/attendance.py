"""Who comes and who was there, as several features read and change it."""

from bot.cycle.steps import carry_over, needing
from bot.results.attendance import Attendance, AttendeeLine, PartyLine
from bot.rules import attendance as rules
from bot.work import Work
from storage.queries import attendance, meetings, people
from storage.tables import Attendee, Meeting, MeetingParty, Organisation, Participant
from storage.vocabulary import (
    AttendanceState,
    CardKind,
    MeetingState,
    OrganisationId,
    Role,
)

_INVITES = (MeetingState.COLLECTING, MeetingState.AGENDA_SENT)
"""From the day on which a meeting opens for items until it begins."""


def of(work: Work, meeting: Meeting) -> Attendance:
    """Parties in the order of the series, and the people who answered or were there."""
    parties = meetings.parties(work.session, meeting.id)
    names = {organisation.id: organisation.short_name for _, organisation in parties}
    answers = attendance.people(work.session, meeting.id)
    called = {person.id: person.name for _, person in answers}
    lines: list[AttendeeLine] = []
    for row, person in answers:
        name = names.get(person.organisation_id)
        if name is None:
            elsewhere = people.organisation(work.session, person.organisation_id)
            name = elsewhere.short_name if elsewhere else ""
        substitute = ""
        if row.substitute_id is not None:
            substitute = called.get(row.substitute_id) or _name(work, row)
        lines.append(attendee_line(person, name, row, substitute))
    return Attendance(tuple(party_line(*each) for each in parties), tuple(lines))


def party_line(party: MeetingParty, organisation: Organisation) -> PartyLine:
    return PartyLine(organisation.id, organisation.short_name, party.state, party.reason)


def attendee_line(
    person: Participant, organisation: str, row: Attendee | None, substitute: str = ""
) -> AttendeeLine:
    return AttendeeLine(
        person.id,
        person.name,
        person.organisation_id,
        organisation,
        state=row.state if row else AttendanceState.INVITED,
        reason=row.reason if row else "",
        substitute=substitute,
        left_at=row.left_at if row else None,
    )


def _name(work: Work, row: Attendee) -> str:
    found = people.participant(work.session, row.substitute_id) if row.substitute_id else None
    return found.name if found else ""


def who_could_come(
    work: Work, meeting: Meeting, organisation_id: OrganisationId
) -> list[Participant]:
    """An organisation's people; observers answer for nobody."""
    return [
        person
        for person, organisation in people.participants(work.session, meeting.series_id)
        if organisation.id == organisation_id and person.role is not Role.OBSERVER
    ]


def settle(work: Work, meeting: Meeting, party: MeetingParty, reason: str = "") -> None:
    """Brings an organisation's state in line with what was said for it and by its people.

    `reason` is the newest apologies'; it stands as long as the organisation doesn't come.
    """
    work.session.flush()
    answers = attendance.people(work.session, meeting.id)
    rows = {
        person.id: row.state
        for row, person in answers
        if person.organisation_id == party.organisation_id
    }
    could = [each.id for each in who_could_come(work, meeting, party.organisation_id)]
    states = [*rows.values(), *(AttendanceState.INVITED for each in could if each not in rows)]
    before = party.state
    party.state = rules.organisation(party.said, states)
    away = party.state is AttendanceState.APOLOGIES
    party.reason = (reason or party.reason) if away else ""
    work.session.add(party)
    work.session.flush()
    if before is not party.state:
        carry_over.refresh(work, meeting)
        needing.notice(work, meeting)
        work.note(
            "attendance.answer",
            f"organisation:{party.organisation_id}",
            series=meeting.series_id,
            meeting=meeting.id,
            before={"state": before.value},
            after={"state": party.state.value},
        )


def invite_all(work: Work, meeting: Meeting) -> None:
    """Asks everybody who could come, in a direct message of their own."""
    for party, _ in meetings.parties(work.session, meeting.id):
        for person in who_could_come(work, meeting, party.organisation_id):
            invite(work, meeting, person)


def invite(work: Work, meeting: Meeting, person: Participant) -> None:
    """Posts somebody's invitation, or brings it up to date."""
    work.project(
        CardKind.INVITATION,
        meeting.id,
        person.user,
        series=meeting.series_id,
        meeting=meeting.id,
    )


def invite_to_those_ahead(work: Work, person: Participant) -> None:
    """Somebody new is asked about the meetings to which the others were asked before."""
    if person.role is Role.OBSERVER:
        return
    for meeting in meetings.of_series(work.session, person.series_id, person.organisation_id):
        if meeting.state in _INVITES:
            invite(work, meeting, person)


def show_invitations(work: Work, meeting: Meeting) -> None:
    """Brings the invitations that were posted up to date."""
    work.reproject(CardKind.INVITATION, meeting.id, series=meeting.series_id, meeting=meeting.id)
