"""What is shown of an agenda and its items."""

from dataclasses import dataclass
from enum import StrEnum

from bot.results.meetings import MeetingHead
from storage.vocabulary import (
    ItemId,
    ItemOrigin,
    ItemState,
    ParticipantId,
    Purpose,
    StandingKind,
)


@dataclass(frozen=True)
class ItemLine:
    """One line of an agenda."""

    id: ItemId
    number: str  # as printed, "1.1"; empty off the paper
    title: str
    background: str
    purpose: Purpose
    presenter: str
    minutes: int | None
    state: ItemState
    reason: str
    origin: ItemOrigin
    standing: StandingKind | None
    parent_id: ItemId | None
    proposer_id: ParticipantId | None
    proposer: str  # "Name, Organisation"; empty for lines by Referent
    late: bool
    source: str
    version: int


@dataclass(frozen=True)
class Agenda:
    """A meeting's agenda in printed order, and what waits for the organiser."""

    meeting: MeetingHead
    items: tuple[ItemLine, ...]
    waiting: tuple[ItemLine, ...]

    @property
    def minutes(self) -> int:
        """Minutes asked for, all items together."""
        return sum(each.minutes or 0 for each in self.items)

    @property
    def length(self) -> int:
        """Minutes from start to end."""
        return int((self.meeting.ends_at - self.meeting.starts_at).total_seconds() // 60)


class Saved(StrEnum):
    """What became of an item that somebody sent."""

    ADDED = "added"
    LATE = "late"  # on the waiting list: the agenda is sent
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"


@dataclass(frozen=True)
class ItemSaved:
    what: Saved
    item: ItemLine
    meeting: MeetingHead
