"""What comes out of reading: sure readings, doubts, several dates, or no date at all."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from storage.vocabulary import Duration, PlanningDate


@dataclass(frozen=True)
class Context:
    """What a text may lean on beside its reference date; all of it optional."""

    meeting: date | None = None
    """The meeting at hand: "8 dage før mødet"."""
    next_meeting: date | None = None
    """The meeting after it: "inden næste møde"."""
    anchor: date | None = None
    """What "3 mdr. herefter" counts from, when the text itself names no earlier date."""
    zone: str = "Europe/Copenhagen"
    """IANA name; decides which local hours don't exist or come twice."""


class Span(NamedTuple):
    """Characters of the text that were used, half open as in slicing."""

    start: int
    end: int


class Flag(StrEnum):
    """What a person should be told beside the reading."""

    WEEKDAY_MISMATCH = "weekday-mismatch"  # the date won over the weekday
    NONEXISTENT_TIME = "nonexistent-time"  # skipped when summer time begins
    REPEATED_TIME = "repeated-time"  # comes twice when summer time ends
    APPROXIMATE = "approximate"  # "ca.", "omkring"


class Doubt(StrEnum):
    """Why the person has to be asked."""

    AMBIGUOUS = "ambiguous"  # several readings, best first
    PERHAPS = "perhaps"  # the reading may be no date at all: a bare "10.3"
    NO_MEETING = "no-meeting"  # "inden næste møde", and none is known
    NO_ANCHOR = "no-anchor"  # "3 mdr. herefter", and nothing came before
    NO_SUCH_DAY = "no-such-day"  # 30 February
    NO_SUCH_WEEK = "no-such-week"  # week 53 of a year with 52
    NO_SUCH_TIME = "no-such-time"  # 25.00
    BACKWARDS = "backwards"  # ends before it starts


@dataclass(frozen=True)
class Reading:
    """One date, sure enough to be used and shown back."""

    date: PlanningDate
    span: Span
    flags: frozenset[Flag] = frozenset()
    others: tuple[PlanningDate, ...] = ()
    """Further readings that are possible, best first."""

    @property
    def readings(self) -> tuple[PlanningDate, ...]:
        """All of them, best first."""
        return (self.date, *self.others)


@dataclass(frozen=True)
class Unclear:
    """A date was meant, but which? `readings` (best first, perhaps none) become buttons."""

    doubt: Doubt
    text: str
    span: Span
    readings: tuple[PlanningDate, ...] = ()
    flags: frozenset[Flag] = frozenset()


@dataclass(frozen=True)
class Several:
    """More than one date in one text, in the order of the text; at least two parts."""

    parts: tuple[Reading | Unclear, ...]


@dataclass(frozen=True)
class NotADate:
    """Nothing in the text is a date; a duration alone is kept for rules of notice."""

    duration: Duration | None = None


Outcome = Reading | Several | Unclear | NotADate
