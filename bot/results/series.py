"""What is shown of a series and its habits."""

from dataclasses import dataclass

from bot.results.meetings import MeetingHead
from storage.vocabulary import (
    AttendanceState,
    ChannelId,
    Language,
    SeriesId,
    StandingKind,
)


@dataclass(frozen=True)
class SeriesHead:
    """A series with its habits; offsets in working days."""

    id: SeriesId
    name: str
    subject: str
    channel: ChannelId
    language: Language
    zone: str
    joint_title: str
    separate_title: str
    next_number: int
    start_time: str
    duration_minutes: int
    open_days: int
    prompt_days: int
    freeze_days: int
    comment_days: int
    moderated: bool  # proposals wait for an organiser
    version: int


@dataclass(frozen=True)
class StandingLine:
    kind: StandingKind
    title: str


@dataclass(frozen=True)
class SeriesSheet:
    """Everything that an organiser can set."""

    head: SeriesHead
    standing: tuple[StandingLine, ...]
    solutions: tuple[str, ...]


@dataclass(frozen=True)
class MenuMeeting:
    """A meeting ahead, with what the reader's own organisation answered (None: not invited)."""

    head: MeetingHead
    own: AttendanceState | None


@dataclass(frozen=True)
class Menu:
    """What somebody can do about meetings where they stand; `series` None: nothing here yet."""

    series: SeriesHead | None
    organizes: bool
    takes_part: bool  # and isn't only an observer
    meetings: tuple[MenuMeeting, ...]

    @property
    def at_hand(self) -> MeetingHead | None:
        """The meeting that is meant where none is named: the next joint one, if there is one."""
        heads = [each.head for each in self.meetings]
        joint = [each for each in heads if not each.vendor]
        return next(iter([*joint, *heads]), None)
