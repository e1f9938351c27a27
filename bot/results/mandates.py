"""What is shown of who speaks for an organisation."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.vocabulary import (
    MandateId,
    MeetingId,
    OrganisationId,
    ParticipantId,
    RemarkId,
    SeriesId,
)


@dataclass(frozen=True)
class MandateLine:
    id: MandateId
    name: str
    from_day: date  # local
    until_day: date | None  # inclusive
    meeting: str = ""  # title, of a substitute's
    instead_of: str = ""
    reason: str = ""
    may_end: bool = False


@dataclass(frozen=True)
class RemarkLine:
    """What somebody said without a mandate."""

    id: RemarkId
    name: str
    about: str  # the poll's question, the solution, or the action's reference
    text: str
    meeting: str  # title
    mine: bool


@dataclass(frozen=True)
class RemarkKept:
    id: RemarkId
    organisation: str  # short name
    voices: tuple[str, ...]  # names of those who speak for it
    text: str
    withdrawn: bool = False


@dataclass(frozen=True)
class MandateList:
    """Who speaks for an organisation, before its people or an organiser."""

    series_id: SeriesId
    series: str
    organisation_id: OrganisationId
    organisation: str  # short name
    voices: tuple[str, ...]  # names of those who speak for it today
    by_contacts: bool  # nobody holds a mandate today
    lines: tuple[MandateLine, ...]
    may_give: bool
    may_substitute: bool
    remarks: tuple[RemarkLine, ...] = ()


@dataclass(frozen=True)
class MandateForm:
    """What the dialogs offer."""

    listed: MandateList
    people: tuple[tuple[ParticipantId, str], ...]  # of the organisation
    voices: tuple[tuple[ParticipantId, str], ...]
    meetings: tuple[tuple[MeetingId, str], ...] = ()  # ahead, soonest first


class Given(StrEnum):
    """What became of a mandate."""

    GIVEN = "given"
    SUBSTITUTED = "substituted"
    ENDED = "ended"
    RESTORED = "restored"  # the ending taken back


@dataclass(frozen=True)
class MandateSaved:
    what: Given
    mandate: MandateLine
    series_id: SeriesId
    organisation_id: OrganisationId
    organisation: str
    until_before: date | None = None  # before it was ended
