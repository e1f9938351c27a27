"""Meanings that are made of other meanings: a part of a month, a range, three weeks after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Final

from bot.inputs.dates.kinds import Part, Unit, Which
from bot.inputs.dates.meanings import (
    FIRST_YEAR,
    DayOfMonth,
    DayOnly,
    Days,
    Frame,
    Length,
    Meaning,
    Months,
    Period,
    Refused,
    Stretch,
    day_of,
)
from bot.inputs.dates.readings import Doubt, Flag
from bot.rules.working_days import DAY, add_months, is_working_day, last_of_month
from storage.vocabulary import Precision


@dataclass(slots=True)
class InPeriod(Meaning):
    """Something of a period: it takes the period's year."""

    period: Meaning

    @property
    def said_year(self) -> int | None:
        return self.period.said_year

    def in_the_year(self, year: int, /) -> Meaning | None:
        period = self.period.in_the_year(year)
        return None if period is None else replace(self, period=period)


@dataclass(slots=True)
class Shifted(Meaning):
    """So long after a day, or (sign -1) before it."""

    length: Length
    base: Meaning
    sign: int = 1

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        base = self.base.stretches(frame)[0]
        try:
            day = self.length.counted_from(base.end if self.sign > 0 else base.start, self.sign)
        except (OverflowError, ValueError) as error:
            raise Refused(Doubt.NO_SUCH_DAY) from error
        return (Stretch(day, day, Precision.DAY),)


@dataclass(slots=True)
class WeekdayIn(InPeriod):
    """As in "tirsdag i uge 12"; in a longer period the first such day is no reading."""

    weekday: int

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        days = [
            stretch.start + self.weekday * DAY
            for stretch in self.period.stretches(frame)
            if stretch.precision is Precision.WEEK
        ]
        if not days:
            raise Refused(Doubt.NO_ANCHOR)
        return tuple(Stretch(day, day, Precision.DAY) for day in days)


@dataclass(slots=True)
class Nth(InPeriod):
    """As in "første torsdag i april", "sidste hverdag i måneden": -1 counts from the end."""

    count: int
    unit: Unit
    """A day, working day, week or month."""
    weekday: int | None = None
    """Which day of the week it has to be, if it is one."""

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        return tuple(self._in(stretch) for stretch in self.period.stretches(frame))

    def _in(self, period: Stretch) -> Stretch:
        place = abs(self.count) - 1
        days = (day for day in _days(period, back=self.count < 0) if self._begins(day))
        start = next(islice(days, place, None), None)
        if start is None:
            raise Refused(Doubt.NO_SUCH_DAY)
        if self.unit is Unit.WEEK:
            return Stretch(start - 3 * DAY, start + 3 * DAY, Precision.WEEK)
        if self.unit is Unit.MONTH:
            return Stretch(start, last_of_month(start.year, start.month), Precision.MONTH)
        return Stretch(start, start, Precision.DAY)

    def _begins(self, day: date) -> bool:
        match self.unit:
            case Unit.WORKING_DAY:
                return is_working_day(day)
            case Unit.WEEK:  # a week belongs where its Thursday is, as in ISO 8601
                return day.weekday() == _THURSDAY
            case Unit.MONTH:
                return day.day == 1
            case _:
                return self.weekday in {None, day.weekday()}


def _days(period: Stretch, *, back: bool) -> Iterator[date]:
    first, step = (period.end, -DAY) if back else (period.start, DAY)
    for i in range((period.end - period.start).days + 1):
        yield first + i * step


@dataclass(slots=True)
class PartOf(InPeriod):
    """Primo, medio, ultimo of a month (days), quarter or half (months), year or week."""

    part: Part

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        return tuple(
            part for whole in self.period.stretches(frame) for part in _parts(self.part, whole)
        )


def _parts(part: Part, whole: Stretch) -> Sequence[Stretch]:
    third = min(part, Part.LATE)
    last = whole.end if part is Part.CLOSING else None
    match whole.precision:
        case Precision.MONTH:
            return (_third_of_month(third, whole, last),)
        case Precision.QUARTER | Precision.SEASON | Precision.HALF:
            months = 2 if whole.precision is Precision.HALF else 1
            start = add_months(whole.start, third * months)
            end = add_months(start, months) - DAY
            return (Stretch(start, end, Precision.MONTH, limit=last),)
        case Precision.YEAR:
            return _parts_of_year(third, whole, last)
        case Precision.WEEK:
            first, length = ((0, 2), (2, 1), (3, 2))[third]
            start = whole.start + first * DAY
            return (Stretch(start, start + (length - 1) * DAY, Precision.DAY, limit=last),)
        case _:
            raise Refused(Doubt.NO_SUCH_DAY)


def _third_of_month(third: int, month: Stretch, last: date | None) -> Stretch:
    start = month.start + 10 * third * DAY
    end = month.end if third == Part.LATE else start + 9 * DAY
    return Stretch(start, end, Precision.PART_OF_MONTH, limit=last)


def _parts_of_year(third: int, year: Stretch, last: date | None) -> Sequence[Stretch]:
    """January, June and July, December; second, the narrower reading of the same word."""
    first, months = ((1, 1), (6, 2), (12, 1))[third]
    start = date(year.start.year, first, 1)
    wide = Stretch(start, add_months(start, months) - DAY, Precision.MONTH, limit=last)
    if third == Part.MIDDLE:
        return (wide, wide._replace(end=add_months(start, 1) - DAY))
    return (wide, _third_of_month(third, wide, last))


@dataclass(slots=True)
class HalfOf(InPeriod):
    """As in "første halvdel af marts", "anden halvdel af 2022"."""

    second: bool

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        return tuple(self._of(stretch) for stretch in self.period.stretches(frame))

    def _of(self, whole: Stretch) -> Stretch:
        if whole.precision is Precision.YEAR:
            halves = Months(None, 7 if self.second else 1, 6, Precision.HALF)
            return halves.in_year(whole.start.year) or whole
        length = _HALF_A_MONTH if whole.precision is Precision.MONTH else _half(whole)
        middle = whole.start + (length - 1) * DAY
        start, end = (middle + DAY, whole.end) if self.second else (whole.start, middle)
        month = whole.precision is Precision.MONTH
        return Stretch(start, end, Precision.PART_OF_MONTH if month else Precision.DAY)


_HALF_A_MONTH: Final = 15  # days


def _half(whole: Stretch) -> int:
    """Days of the first half: of a week Monday to Thursday."""
    return ((whole.end - whole.start).days + 2) // 2


@dataclass(slots=True)
class About(InPeriod):
    """As in "om ca. 14 dage"."""

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        return tuple(
            stretch._replace(flags=stretch.flags | _APPROXIMATE)
            for stretch in self.period.stretches(frame)
        )


_APPROXIMATE: Final = frozenset({Flag.APPROXIMATE})


@dataclass(slots=True)
class InOtherYear(InPeriod):
    """As in "uge 2 næste år", "marts i år": the year counts from the reference date's."""

    offset: int

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        dated = self.period.in_the_year(frame.reference.year + self.offset)
        return (dated or self.period).stretches(frame)

    def in_the_year(self, _year: int, /) -> Meaning | None:
        return None


@dataclass(slots=True)
class NextNamed(Meaning):
    """As in "næste marts", "sidste påske": the first to begin after today, the last that ended."""

    named: Meaning
    which: Which

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        today = frame.reference
        years = range(today.year - 2, today.year + 3)
        found = [m.stretches(frame)[0] for y in years if (m := self.named.in_the_year(y))]
        if self.which is Which.LAST:
            past = [stretch for stretch in found if day_of(stretch.end) < today]
            return past[-1:] or found[:1]
        if self.which is Which.THIS:
            return [stretch for stretch in found if stretch.end >= today][:1]
        return [stretch for stretch in found if stretch.start > today][:1]


@dataclass(slots=True)
class EndOf(InPeriod):
    """As in "udgangen af marts": its last day; also when something is to happen before it."""

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        return tuple(
            Stretch(whole.end, whole.end, Precision.DAY, limit=whole.end)
            for whole in self.period.stretches(frame)
        )


@dataclass(slots=True)
class Between(Meaning):
    """From the beginning of one to the end of the other; they lend each other the year."""

    first: Meaning
    last: Meaning

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        start, end = self._ends(frame)
        if isinstance(start.start, datetime) is not isinstance(end.end, datetime):
            start, end = _days_of(start), _days_of(end)
        if end.end < start.start:
            raise Refused(Doubt.BACKWARDS)
        precision = _common(start.precision, end.precision)
        return (Stretch(start.start, end.end, precision, start.flags | end.flags),)

    def _ends(self, frame: Frame) -> tuple[Stretch, Stretch]:
        if isinstance(self.first, DayOnly) and isinstance(self.last, DayOfMonth):
            end = self.last.stretches(frame)[0]
            return in_month_before(self.first, end.start).stretches(frame)[0], end
        if _borrows(self.first) and (_borrows(self.last) or self.last.said_year is not None):
            end = self.last.stretches(frame)[0]
            return self._latest_before(end, frame), end
        start = self.first.stretches(frame)[0]
        if not isinstance(self.last, Shifted | Days | Period):
            frame = frame._replace(reference=day_of(start.start), forward=True)
        return start, self.last.stretches(frame)[0]

    def _latest_before(self, end: Stretch, frame: Frame) -> Stretch:
        """The beginning, in the last year that puts it before the end."""
        for year in range(end.start.year + 1, end.start.year - 9, -1):
            first = self.first.in_the_year(year)
            try:
                start = first.stretches(frame)[0] if first else end
            except Refused:
                continue  # 29 February, week 53
            if day_of(start.start) <= day_of(end.start):
                return start
        raise Refused(Doubt.NO_SUCH_DAY)


def in_month_before(lone: DayOnly, day: date) -> DayOfMonth:
    """The last such day before another: in "den 7. til den 9. marts" it is of March too."""
    month = day if lone.day <= day.day else add_months(day.replace(day=1), -1)
    return DayOfMonth(month.year, lone.day, month.month, lone.weekday)


def _borrows(meaning: Meaning) -> bool:
    """Does it take a year from its neighbour?"""
    return meaning.in_the_year(FIRST_YEAR) is not None


def _common(one: Precision, other: Precision) -> Precision:
    """The coarsest precision in which both can be said."""
    finer, coarser = sorted((one, other), key=_FINENESS.index)
    if finer is coarser:
        return finer
    if finer is Precision.WEEK:
        return Precision.DAY
    return Precision.MONTH if Precision.SEASON in {finer, coarser} and _whole(finer) else finer


def _whole(precision: Precision) -> bool:
    """Is it whole months?"""
    return _FINENESS.index(precision) >= _FINENESS.index(Precision.MONTH)


_THURSDAY: Final = 3
_FINENESS: Final = tuple(Precision)
"""Precisions from the finest to the coarsest, as the vocabulary lists them."""


def _days_of(stretch: Stretch) -> Stretch:
    if stretch.precision is not Precision.MINUTE:
        return stretch
    return Stretch(day_of(stretch.start), day_of(stretch.end), Precision.DAY, stretch.flags)


def _midnight(moment: date) -> datetime:
    return datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001 - local by design


@dataclass(slots=True)
class Beside(Meaning):
    """One date that explains another: "uge 12 (21.-27. marts 2022)"."""

    main: Meaning
    explanation: Meaning

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        explained = self.explanation.stretches(frame)[0]
        near = frame._replace(reference=day_of(explained.start), forward=True)
        main = self.main.stretches(near)
        same = [found for found in main if found[:2] == explained[:2]]
        if same:
            return same
        (first, last), (begin, end) = _ends_of(main[0]), _ends_of(explained)
        around = first <= begin and end <= last
        inside = begin <= first and last <= end
        return main[:1] if around or inside else (*main, explained)


def _ends_of(stretch: Stretch) -> tuple[date, date]:
    return day_of(stretch.start), day_of(stretch.end)


@dataclass(slots=True)
class AtTime(InPeriod):
    """A day and the clock, in minutes after its midnight; 24.00 is the next day's first."""

    minutes: tuple[int, ...]
    """Beginning and, if one was said, end."""
    second: tuple[int, ...] = ()
    """Another reading of the same words: "kl. 3" in the afternoon."""

    @property
    def ends(self) -> bool:
        return len(self.minutes) > 1

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        days = self.period.stretches(frame)
        found = [_at(day, self.minutes) for day in days]
        return (*found, *(_at(day, self.second) for day in days if self.second))


def _at(day: Stretch, minutes: tuple[int, ...]) -> Stretch:
    if day.start != day.end:
        raise Refused(Doubt.NO_SUCH_TIME)
    midnight = _midnight(day.start)
    start = midnight + timedelta(minutes=minutes[0])
    end = midnight + timedelta(minutes=minutes[-1])
    if end < start:
        end += DAY  # 22.00-01.00
    return Stretch(start, end, Precision.MINUTE, day.flags)
