"""What the rules of the grammar build: dates as they were said, before anybody knows when.

A meaning becomes days only against a `Frame`: the reference date, the context, and whether
a word of a deadline forbids it to point back. The agreed readings live here and in the
constants below; rules of the grammar only recognise words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar, Final, NamedTuple
from zoneinfo import ZoneInfo

from bot.inputs.dates.feasts import FEASTS
from bot.inputs.dates.kinds import Unit, Which
from bot.inputs.dates.readings import Context, Doubt, Flag
from bot.rules.working_days import (
    DAY,
    add_months,
    add_working_days,
    last_of_month,
    shift,
    weeks_in,
)
from storage.vocabulary import Duration, Precision

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2299  # the latest reference date, 2200, and the plans of that day
NO_FLAGS: Final[frozenset[Flag]] = frozenset()
MISMATCH: Final = frozenset({Flag.WEEKDAY_MISMATCH})
_WEEK: Final = timedelta(weeks=1)


class Refused(Exception):  # noqa: N818 - not an error of the program
    """What was said is a date that doesn't exist, or that nothing here can place."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt)
        self.doubt = doubt


class Stretch(NamedTuple):
    """Days, first to last, and what limits mean by them where that is special."""

    start: date
    end: date
    precision: Precision
    flags: frozenset[Flag] = NO_FLAGS
    before: date | None = None
    """Where "inden" it ends."""
    after: date | None = None
    """Where "efter" it begins."""
    limit: date | None = None
    """The day that every limit means: "by", "until" and "before the end of March"."""


def day_of(moment: date) -> date:
    """The day of a day or of a time."""
    return moment.date() if isinstance(moment, datetime) else moment


class Frame(NamedTuple):
    reference: date
    context: Context
    forward: bool = False
    backward: bool = False
    """After "siden", what lies ahead isn't meant."""
    previous: date | None = None
    """The last day that the text named before: "… 1. februar og 3 mdr. herefter"."""


class Meaning:
    """A date as it was said."""

    __slots__ = ()

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        """Its readings, best first; at least one. Raises `Refused`."""
        raise NotImplementedError

    @property
    def said_year(self) -> int | None:
        """The year that was said with it, if it has one and it was."""
        return None

    def in_the_year(self, _year: int, /) -> "Meaning | None":
        """The same date in a year that another part of the text named; None if it has one
        of its own, or none at all.
        """
        return None


@dataclass(slots=True)
class Yearly(Meaning):
    """Something that comes once a year, with or without the year being said."""

    year: int | None

    patience: ClassVar[timedelta] = timedelta(days=31)
    """How long ago it may have ended and still be meant, when no year is said."""
    refusal: ClassVar[Doubt] = Doubt.NO_SUCH_DAY
    may_end_next_year: ClassVar[bool] = False

    def in_year(self, year: int) -> Stretch | None:
        raise NotImplementedError

    @property
    def said_year(self) -> int | None:
        return self.year

    def in_the_year(self, year: int, /) -> Meaning | None:
        if self.year is not None:
            return None
        names: tuple[str, ...] = self.__match_args__[1:]  # as `dataclasses.replace`, but faster
        return type(self)(year, *[getattr(self, name) for name in names])

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        if self.year is None:
            return (self.nearest(frame),)
        found = self.in_year(self.year) if FIRST_YEAR <= self.year <= LAST_YEAR else None
        if found is None:
            raise Refused(self.refusal)
        return (found,)

    def nearest(self, frame: Frame) -> Stretch:
        if frame.backward:
            return self._latest(frame.reference)
        oldest = frame.reference if frame.forward else frame.reference - self.patience
        first = oldest.year - 1 if self.may_end_next_year else oldest.year
        for year in range(first, first + 10):  # 1896 to 1904: no leap day
            found = self.in_year(year)
            if found is not None and found.end >= oldest:
                return found
        raise Refused(self.refusal)

    def _latest(self, today: date) -> Stretch:
        for year in range(today.year, today.year - 9, -1):
            found = self.in_year(year)
            if found is not None and found.start <= today:
                return found
        raise Refused(self.refusal)


@dataclass(slots=True)
class DayOfMonth(Yearly):
    day: int
    month: int
    weekday: int | None = None

    patience: ClassVar[timedelta] = timedelta(days=90)

    def in_year(self, year: int) -> Stretch | None:
        try:
            day = date(year, self.month, self.day)
        except ValueError:
            return None
        wrong = self.weekday is not None and day.weekday() != self.weekday
        return Stretch(day, day, Precision.DAY, MISMATCH if wrong else NO_FLAGS)


_EVERY_YEAR: Final = 52  # weeks


@dataclass(slots=True)
class Week(Yearly):
    """An ISO week, Monday to Sunday; its year is the ISO year."""

    number: int

    patience: ClassVar[timedelta] = timedelta(days=56)
    refusal: ClassVar[Doubt] = Doubt.NO_SUCH_WEEK
    may_end_next_year: ClassVar[bool] = True

    def in_year(self, year: int) -> Stretch | None:
        if not 1 <= self.number <= _EVERY_YEAR and self.number != weeks_in(year):
            return None
        monday = date.fromisocalendar(year, self.number, 1)
        return Stretch(monday, monday + 6 * DAY, Precision.WEEK)


@dataclass(slots=True)
class Months(Yearly):
    """A month, quarter, half or whole year, or a season: months in a row."""

    first: int
    count: int
    precision: Precision

    def in_year(self, year: int) -> Stretch | None:
        over, last = divmod(self.first + self.count - 2, 12)
        return Stretch(
            date(year, self.first, 1), last_of_month(year + over, last + 1), self.precision
        )


@dataclass(slots=True)
class Winter(Months):
    """A winter by one year is the one that begins then; second, the one that ends then."""

    may_end_next_year: ClassVar[bool] = True

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        best = Yearly.stretches(self, frame)
        earlier = None if self.year is None else self.in_year(self.year - 1)
        return (*best, earlier) if earlier else best


@dataclass(slots=True)
class FeastDays(Yearly):
    """A feast or a school holiday by its name."""

    name: str

    may_end_next_year: ClassVar[bool] = True

    def in_year(self, year: int) -> Stretch | None:
        return self._on(0, year)

    def _on(self, calendar: int, year: int) -> Stretch | None:
        feast = FEASTS[self.name][calendar](year)
        if feast is None:
            return None
        return Stretch(feast.first, feast.last, feast.precision, NO_FLAGS, *feast[2:5])

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        (best,) = Yearly.stretches(self, frame)
        year = self.year or best.start.year
        others = (self._on(other, year) for other in range(1, len(FEASTS[self.name])))
        return (best, *filter(None, others))


@dataclass(slots=True)
class Impossible(Meaning):
    """Something that was meant as a date or time, and can't be one: "kl. 25", "uge 54"."""

    doubt: Doubt

    def stretches(self, _frame: Frame, /) -> Sequence[Stretch]:
        raise Refused(self.doubt)


@dataclass(slots=True)
class Fixed(Meaning):
    """Days that no frame changes."""

    stretch: Stretch

    def stretches(self, _frame: Frame, /) -> Sequence[Stretch]:
        return (self.stretch,)


@dataclass(slots=True)
class Instant(Meaning):
    """A moment with its offset from UTC: "2022-03-10T13:00:00Z"; local in the context's zone."""

    moment: datetime

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        local = self.moment.astimezone(ZoneInfo(frame.context.zone)).replace(tzinfo=None)
        return (Stretch(local, local, Precision.MINUTE),)


@dataclass(slots=True)
class DayOnly(Meaning):
    """As in "den 10." without a month: the first to come, on the weekday if one was said."""

    day: int
    weekday: int | None = None

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        year, month = frame.reference.year, frame.reference.month - 1
        coming = []
        for ahead in range(13):
            found = DayOfMonth(
                year + (month + ahead) // 12, self.day, (month + ahead) % 12 + 1, self.weekday
            )
            stretch = found.in_year(year + (month + ahead) // 12)
            if stretch is not None and stretch.start >= frame.reference:
                coming.append(stretch)
        if not coming:
            raise Refused(Doubt.NO_SUCH_DAY)
        return (next((day for day in coming if not day.flags), coming[0]),)


@dataclass(slots=True)
class Weekday(Meaning):
    """A weekday, seen from the reference date."""

    weekday: int
    which: Which = Which.COMING

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        monday = frame.reference - frame.reference.weekday() * DAY
        this_week = monday + self.weekday * DAY
        coming = frame.reference + ((self.weekday - frame.reference.weekday() - 1) % 7 + 1) * DAY
        match Which.LAST if frame.backward and self.which is Which.COMING else self.which:
            case Which.COMING:
                days = [coming]
            case Which.THIS:
                days = [this_week]
            case Which.LAST:
                past = (frame.reference.weekday() - self.weekday - 1) % 7 + 1
                days = [frame.reference - past * DAY]
            case _:
                days = list(dict.fromkeys((this_week + _WEEK, coming)))
        return tuple(Stretch(day, day, Precision.DAY) for day in days)


_SPANS: Final = {
    Unit.MONTH: (1, Precision.MONTH),
    Unit.QUARTER: (3, Precision.QUARTER),
    Unit.HALF: (6, Precision.HALF),
    Unit.YEAR: (12, Precision.YEAR),
}


@dataclass(slots=True)
class Period(Meaning):
    """The week, month, quarter, half or year of the reference date, or one beside it."""

    unit: Unit
    offset: int = 0

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        today = frame.reference
        if self.unit in {Unit.WEEK, Unit.WEEKEND}:
            monday = today - today.weekday() * DAY + self.offset * _WEEK
            if self.unit is Unit.WEEKEND:
                return (Stretch(monday + 5 * DAY, monday + 6 * DAY, Precision.DAY),)
            return (Stretch(monday, monday + 6 * DAY, Precision.WEEK),)
        if self.unit in _SPANS:
            months, precision = _SPANS[self.unit]
            first = date(today.year, (today.month - 1) // months * months + 1, 1)
            start = add_months(first, self.offset * months)
            return (Stretch(start, add_months(start, months) - DAY, precision),)
        raise Refused(Doubt.NO_ANCHOR)


@dataclass(slots=True)
class Days(Meaning):
    """Today, tomorrow, the day before yesterday."""

    offset: int

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        day = frame.reference + self.offset * DAY
        return (Stretch(day, day, Precision.DAY),)


@dataclass(slots=True)
class Meeting(Meaning):
    """A meeting's day, if one is known; whatever is due before a meeting is due that day."""

    which: Which

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        known = frame.context
        day = known.next_meeting if self.which is Which.NEXT else known.meeting
        if day is None and self.which is Which.THIS:
            day = known.next_meeting
        if day is None:
            raise Refused(Doubt.NO_MEETING)
        return (Stretch(day, day, Precision.DAY, before=day),)


@dataclass(slots=True)
class Anchor(Meaning):
    """What "herefter" points back to: a date said before, or the context's."""

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        day = frame.previous or frame.context.anchor
        if day is None:
            raise Refused(Doubt.NO_ANCHOR)
        return (Stretch(day, day, Precision.DAY),)


@dataclass(slots=True)
class Length(Meaning):
    """A length of time alone: no date, but a value of its own."""

    duration: Duration
    working_days: int = 0

    def stretches(self, _frame: Frame, /) -> Sequence[Stretch]:
        raise Refused(Doubt.NO_ANCHOR)

    @property
    def whole_days(self) -> bool:
        """Can it be counted in days? Hours need a clock, and there is none."""
        return not (self.duration.hours or self.duration.minutes)

    def counted_from(self, day: date, sign: int) -> date:
        if self.working_days:
            return add_working_days(day, sign * self.working_days)
        return shift(day, self.duration, sign)
