"""What the home tab shows of a series, before other features add their parts."""

from dataclasses import dataclass

from bot.results.agenda import Agenda
from bot.results.series import MenuMeeting, SeriesHead
from storage.vocabulary import JobId, JobKind


@dataclass(frozen=True)
class Undelivered:
    """A delivery that gave up."""

    id: JobId
    kind: JobKind
    audience: str
    error: str


@dataclass(frozen=True)
class Control:
    """The organiser's panel of one meeting."""

    meeting: MenuMeeting
    unanswered: tuple[str, ...]  # organisations that haven't said whether they come


@dataclass(frozen=True)
class SeriesHome:
    """One series as the reader may see it."""

    series: SeriesHead
    organizes: bool
    takes_part: bool
    organisation: str
    meeting: MenuMeeting | None  # the next one
    agenda: Agenda | None
    control: Control | None  # for organisers
    further: tuple[MenuMeeting, ...]  # meetings ahead beside the next one
    waiting: int  # requests to take part
    own_waiting: int  # what the reader proposed and the organiser hasn't decided on


@dataclass(frozen=True)
class Home:
    name: str  # of the reader; empty for somebody whom we don't know
    series: tuple[SeriesHome, ...]
