"""Who comes to a meeting and who sent apologies."""

from dataclasses import dataclass
from datetime import datetime

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
    state: AttendanceState = AttendanceState.INVITED
    reason: str = ""  # of the apologies
    substitute: str = ""  # who comes in their place
    left_at: datetime | None = None


@dataclass(frozen=True)
class Attendance:
    """A meeting's parties, and the people who answered or were there."""

    parties: tuple[PartyLine, ...]
    people: tuple[AttendeeLine, ...]

    def those(self, *states: AttendanceState) -> tuple[PartyLine, ...]:
        return tuple(each for each in self.parties if each.state in states)

    def people_who(self, *states: AttendanceState) -> tuple[AttendeeLine, ...]:
        return tuple(each for each in self.people if each.state in states)

    @property
    def present(self) -> tuple[AttendeeLine, ...]:
        """Who was there, also if they left before the end."""
        return self.people_who(AttendanceState.PRESENT, AttendanceState.LEFT_EARLY)


@dataclass(frozen=True)
class AttendanceSheet:
    """What the organiser's dialog shows: everybody who could be there."""

    meeting: MeetingHead
    attendance: Attendance
    people: tuple[AttendeeLine, ...]


@dataclass(frozen=True)
class Answered:
    """What somebody answered for themselves, and what it made of their organisation's answer."""

    meeting: MeetingHead
    party: PartyLine
    own: AttendeeLine
    alone: bool  # nobody else of the organisation could come
    open: bool  # the answer can still be changed
    stands_in_for: str = ""  # whose substitute they are
