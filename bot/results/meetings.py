"""What is shown of a meeting."""

from dataclasses import dataclass
from datetime import datetime

from storage.vocabulary import (
    ChannelId,
    Language,
    MeetingFormat,
    MeetingId,
    MeetingState,
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
