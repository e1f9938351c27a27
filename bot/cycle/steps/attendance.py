"""Rows → who comes and who was there, as several features show it."""

from bot.results.attendance import Attendance, AttendeeLine, PartyLine
from bot.work import Work
from storage.queries import attendance, meetings, people
from storage.tables import Meeting, MeetingParty, Organisation


def of(work: Work, meeting: Meeting) -> Attendance:
    """Parties in the order of the series, and who was there."""
    parties = meetings.parties(work.session, meeting.id)
    names = {organisation.id: organisation.short_name for _, organisation in parties}
    present: list[AttendeeLine] = []
    for person in attendance.present(work.session, meeting.id):
        name = names.get(person.organisation_id)
        if name is None:
            elsewhere = people.organisation(work.session, person.organisation_id)
            name = elsewhere.short_name if elsewhere else ""
        present.append(AttendeeLine(person.id, person.name, person.organisation_id, name))
    return Attendance(tuple(party_line(*each) for each in parties), tuple(present))


def party_line(party: MeetingParty, organisation: Organisation) -> PartyLine:
    return PartyLine(organisation.id, organisation.short_name, party.state, party.reason)
