"""Dates counted from others, and lengths of time: "om 14 dage", "3 uger efter påske"."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.inputs.dates.composed import About, Between, Shifted, WeekdayIn
from bot.inputs.dates.grammar import Found, cardinal, closed, ordinal, skip
from bot.inputs.dates.kinds import Form, Kind, Role, Unit, Which
from bot.inputs.dates.meanings import (
    Anchor,
    Days,
    Frame,
    Length,
    Meaning,
    Meeting,
    Period,
    Stretch,
    Weekday,
)
from bot.inputs.dates.numbers import day
from bot.inputs.dates.periods import period
from bot.inputs.dates.tokens import Line
from bot.inputs.dates.weeks import WeekOf
from bot.rules.working_days import DAY
from storage.vocabulary import Duration

_SIGNS: Final = {Role.AFTER: 1, Role.FROM: 1, Role.BEFORE: -1}
_EIGHT_DAYS: Final = Duration(days=8)
_FIELDS: Final = {
    Unit.MINUTE: ("minutes", 1),
    Unit.HOUR: ("hours", 1),
    Unit.DAY: ("days", 1),
    Unit.WEEK: ("weeks", 1),
    Unit.MONTH: ("months", 1),
    Unit.QUARTER: ("months", 3),
    Unit.HALF: ("months", 6),
    Unit.YEAR: ("years", 1),
}
"""The field of a duration that a unit counts in, and how many of it make one."""
_CLOCK_UNITS: Final = frozenset({"minutes", "hours"})
_A_WEEK: Final = 6 * DAY
_MOST_UNITS: Final = 4  # "1 år, 2 måneder og 3 dage"


@dataclass(slots=True)
class Neighbour(Meaning):
    """As in "ugen efter påske": the whole unit after or before the one in which a date lies.

    Easter Monday begins a week: some call that one the week after Easter, a second reading.
    """

    base: Meaning
    unit: Unit
    sign: int

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        base = self.base.stretches(frame)[0]
        days = [base.end, base.start] if self.sign > 0 else [base.start]
        if base.end - base.start > _A_WEEK:
            days = days[:1]
        neighbour = Period(self.unit, self.sign)
        found = [neighbour.stretches(frame._replace(reference=day))[0] for day in days]
        return tuple(dict.fromkeys(found))


@dataclass(slots=True)
class WeekdayBeside(Meaning):
    """As in "mandag efter påske": the first such day after a date, or the last before it."""

    base: Meaning
    weekday: int
    sign: int

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        base = self.base.stretches(frame)[0]
        if self.sign > 0:
            return Weekday(self.weekday).stretches(frame._replace(reference=base.end))
        return Weekday(self.weekday, Which.LAST).stretches(frame._replace(reference=base.start))


@dataclass(slots=True)
class Eve(Meaning):
    """The day before something: where "indtil" it ends."""

    base: Meaning

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        return tuple(
            stretch._replace(end=stretch.start - DAY, start=stretch.start - DAY)
            for stretch in self.base.stretches(frame)
        )


def length(line: Line, at: int) -> tuple[Length, int] | None:
    """As in "3 uger", "en måned", "10 arbejdsdage", "1 år og 6 måneder", "et halvt år"."""
    if line.kinds[at] is Kind.LENGTH:
        return Length(line.values[at]), at + 1
    if _of_a_number(line, at):
        return None
    counted: Counter[str] = Counter()
    place = end = at
    while len(counted) < _MOST_UNITS:
        number = cardinal(line, place)
        if number is None or line.kinds[place + 1] is not Kind.UNIT:
            break
        unit, form = line.values[place + 1]
        if unit is Unit.WORKING_DAY and place == at:
            return Length(Duration(), number), at + 2
        if form is Form.DEFINITE or unit not in _FIELDS:
            break
        field, count = _FIELDS[unit]
        counted[field] += count * number
        end = place + 2
        place = skip(line, end, Kind.AND, Kind.COMMA)
    return (Length(Duration(**counted)), end) if counted else None


def _of_a_number(line: Line, at: int) -> bool:
    """Is this the end of "1,5 time" or "2-3 uger"?"""
    joint = at > 1 and line.kinds[at - 1] in {Kind.COMMA, Kind.DASH} and line.glued(at)
    return joint and line.kinds[at - 2] is Kind.INT and line.glued(at - 1)


def counted(line: Line, at: int) -> Found | None:
    """A length, and the day from which it counts if one is said."""
    found = length(line, at)
    if found is None:
        return None
    said, end = found
    return _counted_from(line, said, end) or Found((said,), end)


def _counted_from(line: Line, said: Length, end: int) -> Found | None:
    if not said.whole_days:
        return None
    match line.kinds[end]:
        case Kind.FURTHER:
            return Found((Shifted(said, Anchor(), line.values[end]),), end + 1)
        case Kind.FROM_TODAY:
            return Found((Shifted(said, Days(0)),), end + 1)
        case Kind.OF:  # "within 3 weeks of the meeting"
            base = anchor(line, end + 1)
            return Found((Shifted(said, base.meanings[0]),), base.end) if base else None
        case Kind.AGO:
            return Found((Shifted(said, Days(0), -1),), end + 1)
        case Kind.ROLE:
            return _beside_base(line, said, end)
        case Kind.ON if line.kinds[end + 1] is Kind.WEEKDAY:  # "a week on Friday"
            return Found((Shifted(said, Weekday(line.values[end + 1])),), end + 2)
        case _:
            return None


def _beside_base(line: Line, said: Length, at: int) -> Found | None:
    sign = _SIGNS.get(line.values[at])
    if sign is None:
        return None
    base = anchor(line, at + 1)
    if base is not None:
        return Found((Shifted(said, base.meanings[0], sign),), base.end)
    if closed(line, at + 1) and line.values[at] is not Role.FROM:
        return Found((Shifted(said, Anchor(), sign),), at + 1)  # "3 mdr. efter"
    return None


def anchor(line: Line, at: int) -> Found | None:
    """A date from which something counts: a day, a feast, a period, a meeting."""
    place = skip(line, at, Kind.ON)
    match line.kinds[place]:
        case Kind.MEETING:
            return Found((Meeting(line.values[place]),), place + 1)
        case Kind.DAY_WORD:
            return Found((Days(line.values[place]),), place + 1)
        case Kind.WEEKDAY:
            weekday = line.values[place]
            dated = day(line, _to_number(line, place + 1), weekday, named=True)
            return dated or Found((Weekday(weekday),), place + 1)
        case Kind.THE:
            place = _to_number(line, place)
            return day(line, place, named=True) or period(line, place)
        case _:
            return day(line, place) or period(line, place)


def _to_number(line: Line, at: int) -> int:
    return skip(line, skip(line, skip(line, at, Kind.DOT, Kind.COMMA), Kind.THE), Kind.DOT)


def ahead(line: Line, at: int) -> Found | None:
    """As in "om 14 dage", "in three weeks", "om 2-3 uger"; "om 8 dage" is a week."""
    place = skip(line, at + 1, Kind.ABOUT)
    found = length(line, place)
    if found is None:
        return from_one_to_another(line, place)
    said, end = found
    if not said.whole_days:
        return None
    day: Meaning = Shifted(idiom(line, said), Days(0))
    weeks = line.kinds[end - 1] is Kind.UNIT and line.values[end - 1].unit is Unit.WEEK
    if weeks and line.kinds[end] is Kind.ON and line.kinds[end + 1] is Kind.WEEKDAY:
        return Found((WeekdayIn(WeekOf(day), line.values[end + 1]),), end + 2)
    return Found((About(day) if line.kinds[at + 1] is Kind.ABOUT else day,), end)


def from_one_to_another(line: Line, at: int) -> Found | None:
    """As in "(om) 2-3 uger": some day between the one and the other."""
    counts = (cardinal(line, at), cardinal(line, at + 2))
    ranged = line.kinds[at + 1] in {Kind.DASH, Kind.TO, Kind.AND}
    if not ranged or None in counts or line.kinds[at + 3] is not Kind.UNIT:
        return None
    unit = line.values[at + 3].unit
    field, count = _FIELDS.get(unit, ("hours", 1))
    if field in _CLOCK_UNITS:
        return None
    ends = (
        Shifted(Length(Duration(**{field: count * number})), Days(0))
        for number in counts
        if number is not None
    )
    return Found((Between(*ends),), at + 4)


def nth_beside(line: Line, at: int) -> Found | None:
    """As in "første hverdag efter påske", "sidste hverdag før jul", "anden mandag efter 1. maj"."""
    last = line.kinds[at] is Kind.WHICH and line.values[at] is Which.LAST
    number, place = (1, at + 1) if last else ordinal(line, at) or (0, at)
    sign = _SIGNS.get(line.values[place + 1]) if line.kinds[place + 1] is Kind.ROLE else None
    if number < 1 or sign is None or last is (sign > 0) or line.values[place + 1] is Role.FROM:
        return None
    working = line.kinds[place] is Kind.UNIT and line.values[place].unit is Unit.WORKING_DAY
    if not working and line.kinds[place] is not Kind.WEEKDAY:
        return None
    base = anchor(line, place + 2)
    if base is None:
        return None
    if working:
        days = Shifted(Length(Duration(), number), base.meanings[0], sign)
        return Found((days,), base.end)
    first: Meaning = WeekdayBeside(base.meanings[0], line.values[place], sign)
    weeks = Length(Duration(weeks=number - 1))
    return Found((Shifted(weeks, first, sign) if number > 1 else first,), base.end)


def idiom(line: Line, said: Length) -> Length:
    week = line.lexicon.table.eight_days_are_a_week and said.duration == _EIGHT_DAYS
    return Length(Duration(weeks=1)) if week else said


def beside_unit(line: Line, at: int) -> Found | None:
    """As in "dagen før påske", "ugen efter mødet", "the day after the meeting"."""
    unit, form = line.values[at]
    if form is not Form.DEFINITE and line.kinds[at - 1] is not Kind.THE:
        return None
    if line.kinds[at + 1] is not Kind.ROLE or line.values[at + 1] is Role.FROM:
        return None
    sign = _SIGNS.get(line.values[at + 1])
    if sign is None or unit not in _FIELDS or _FIELDS[unit][0] in _CLOCK_UNITS:
        return None
    if sign > 0 and line.kinds[at + 2] is Kind.WHICH and closed(line, at + 3):
        return Found((Neighbour(Period(unit, Which.NEXT), unit, 1),), at + 3)  # "after next"
    base = anchor(line, at + 2)
    if base is None and not closed(line, at + 2):
        return None
    meaning, end = (base.meanings[0], base.end) if base else (Anchor(), at + 2)
    if unit is Unit.DAY:
        return Found((Shifted(Length(Duration(days=1)), meaning, sign),), end)
    return Found((Neighbour(meaning, unit, sign),), end)
