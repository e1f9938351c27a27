"""What is shown of a meeting."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.vocabulary import (
    ChannelId,
    Language,
    MeetingFormat,
    MeetingId,
    MeetingState,
    OrganisationId,
    SeriesId,
)


@dataclass(frozen=True)
class MeetingHead:
    """The head of everything about one meeting."""

    id: MeetingId
    series_id: SeriesId
    series: str
    number: int
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    format: MeetingFormat
    vendor: str  # short name; empty for a joint meeting
    state: MeetingState
    channel: ChannelId | None
    language: Language  # of the series: channels and papers
    zone: str
    version: int
    items_until: datetime | None = None  # UTC; None: there is no deadline, or nobody could keep it


@dataclass(frozen=True)
class VendorChoice:
    id: OrganisationId
    name: str


@dataclass(frozen=True)
class PlanOptions:
    """What the dialog for a new meeting offers."""

    series_id: SeriesId
    series: str
    joint: str  # title of the next joint meeting, with its number
    vendors: tuple[VendorChoice, ...]  # with whom a separate meeting can be held
    start_time: str
    duration_minutes: int
    place: str  # of the latest meeting
    language: Language
    zone: str


class Change(StrEnum):
    """What became of a meeting."""

    PLANNED = "planned"
    OPENED = "opened"
    CLOSED = "closed"  # the opening taken back
    MOVED = "moved"
    CANCELLED = "cancelled"
    REINSTATED = "reinstated"  # the cancellation taken back


@dataclass(frozen=True)
class MeetingChanged:
    what: Change
    meeting: MeetingHead
