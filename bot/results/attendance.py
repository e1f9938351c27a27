"""Who comes to a meeting and who sent apologies."""

from dataclasses import dataclass

from bot.results.meetings import MeetingHead
from storage.vocabulary import AttendanceState, OrganisationId, ParticipantId


@dataclass(frozen=True)
class PartyLine:
    organisation_id: OrganisationId
    organisation: str  # short name
    state: AttendanceState
    reason: str  # of the apologies


@dataclass(frozen=True)
class AttendeeLine:
    participant_id: ParticipantId
    name: str
    organisation_id: OrganisationId
    organisation: str  # short name


@dataclass(frozen=True)
class Attendance:
    """A meeting's parties, and the people who were there."""

    parties: tuple[PartyLine, ...]
    present: tuple[AttendeeLine, ...]

    def those(self, *states: AttendanceState) -> tuple[PartyLine, ...]:
        return tuple(each for each in self.parties if each.state in states)


@dataclass(frozen=True)
class AttendanceSheet:
    """What the organiser's dialog shows: everybody who could be there."""

    meeting: MeetingHead
    attendance: Attendance
    people: tuple[AttendeeLine, ...]


@dataclass(frozen=True)
class Answered:
    """What an organisation's own answer made of it."""

    meeting: MeetingHead
    party: PartyLine
