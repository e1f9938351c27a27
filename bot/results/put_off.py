"""What is shown of matters that wait for a later meeting."""

from dataclasses import dataclass
from enum import StrEnum

from bot.results.agenda import ItemLine
from bot.results.meetings import MeetingHead


@dataclass(frozen=True)
class PutOffLine:
    """A matter that was put off, and that no agenda has taken up since."""

    item: ItemLine
    meeting: int  # number of the one that it last stood at
    coming: int | None  # number of the one at which it can be taken up now
    dropped: bool
    dropped_reason: str


@dataclass(frozen=True)
class PutOffList:
    """The matters of one kind of meetings (joint, or with one vendor), oldest first."""

    meeting: MeetingHead  # from which the list was opened
    lines: tuple[PutOffLine, ...]
    organizes: bool


class Settled(StrEnum):
    """What an organiser did with a matter that waits."""

    FETCHED = "fetched"  # onto the coming agenda, whatever it waits for
    SENT_BACK = "sent_back"  # off it again
    DROPPED = "dropped"
    PICKED_UP = "picked_up"  # the dropping taken back


@dataclass(frozen=True)
class PutOffSettled:
    what: Settled
    item: ItemLine  # FETCHED: the line on the coming agenda
    meeting: MeetingHead
    reason: str = ""
