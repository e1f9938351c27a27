"""Weeks, months, quarters, halves, seasons, years, feasts, and the parts of all of them."""

from typing import Final

from bot.inputs.dates.composed import (
    Between,
    EndOf,
    HalfOf,
    InOtherYear,
    NextNamed,
    Nth,
    PartOf,
)
from bot.inputs.dates.feasts import SECOND_DAYS
from bot.inputs.dates.grammar import Found, Rule, ordinal, skip
from bot.inputs.dates.kinds import Form, Kind, Part, Unit, Which
from bot.inputs.dates.meanings import FeastDays, Meaning, Months, Period, Weekday, Winter
from bot.inputs.dates.numbers import CENTURY, year_after
from bot.inputs.dates.tokens import Line
from bot.inputs.dates.weeks import week
from storage.vocabulary import Precision

_OF: Final = (Kind.OF, Kind.IN, Kind.ON, Kind.AHEAD)
_LIST: Final = frozenset({Kind.DASH, Kind.TO, Kind.AND, Kind.SLASH, Kind.COMMA})
_RANGE: Final = frozenset({Kind.DASH, Kind.TO})
_PART_RANGE: Final = frozenset({Kind.DASH, Kind.TO, Kind.SLASH})
_MONTHS: Final = {Unit.QUARTER: 3, Unit.HALF: 6}
_PRECISIONS: Final = {Unit.QUARTER: Precision.QUARTER, Unit.HALF: Precision.HALF}
_DECEMBER: Final = 12
_YEAR_DIGITS: Final = 4


def period(line: Line, at: int) -> Found | None:
    """Any period; weak where only its surroundings make it one ("i 2022", "i påsken")."""
    rule = _RULES.get(line.kinds[at])
    found = rule(line, at) if rule is not None else None
    return None if found is None else in_other_year(line, found)


def in_other_year(line: Line, found: Found) -> Found:
    """The same with the "næste år" or "i år" that follows it."""
    place = skip(line, found.end, *_OF)
    offset, end = _years_away(line, place)
    if offset is None or any(m.in_the_year(CENTURY) is None for m in found.meanings):
        return found
    return Found(tuple(InOtherYear(m, offset) for m in found.meanings), end)


def _years_away(line: Line, at: int) -> tuple[int | None, int]:
    if line.kinds[at] is Kind.WHICH and _unit(line, at + 1) is Unit.YEAR:
        return min(line.values[at], Which.NEXT), at + 2
    if line.kinds[at] is Kind.THIS and line.values[at] is Unit.YEAR:
        return 0, at + 1
    return None, at


def _unit(line: Line, at: int) -> Unit | None:
    return line.values[at].unit if line.kinds[at] is Kind.UNIT else None


def _month(line: Line, at: int) -> Found | None:
    """As in "marts 2022", "april måned"; a bare name is weak where it may be another word."""
    number = line.values[at]
    end = at + 1
    if _unit(line, end) is Unit.MONTH:
        end += 1
    year, end = year_after(line, end)
    weak = year is None and _shy_month(line, at) and _unit(line, end - 1) is not Unit.MONTH
    return Found((Months(year, number, 1, Precision.MONTH),), end, weak)


def _shy_month(line: Line, at: int) -> bool:
    table = line.lexicon.table
    if line.kinds[at] is Kind.SHY_MONTH or line.word(at) in table.modal_months:
        return True
    return line.capital(at) is not table.months_capitalised and at > 0


def _letter(line: Line, at: int) -> Found | None:
    """As in "Q1 2022", "H2", "W12"."""
    unit = line.values[at]
    if unit is Unit.WEEK:
        return week(line, at)
    if line.kinds[at + 1] is not Kind.INT or not line.glued(at + 1):
        return None
    return _nth_of_year(line, [line.values[at + 1]], unit, at + 2, ranged=False)


def _nth_of_year(
    line: Line, numbers: list[int], unit: Unit, at: int, *, ranged: bool
) -> Found | None:
    months = _MONTHS[unit]
    if not all(1 <= number <= 12 // months for number in numbers):
        return None
    year, end = year_after(line, at)
    found: tuple[Meaning, ...] = tuple(
        Months(year, (number - 1) * months + 1, months, _PRECISIONS[unit]) for number in numbers
    )
    return Found((Between(found[0], found[-1]),) if ranged else found, end)


def _by_unit(line: Line, at: int) -> Found | None:
    """As in "uge 12", "kvartal 4", "året 2022", "månedens udgang"."""
    unit, form = line.values[at]
    if form is Form.GENITIVE:
        return _own_end(line, at + 1, Period(unit))
    if unit is Unit.WEEK:
        return week(line, at)
    if unit is Unit.WEEKEND and form is Form.DEFINITE:
        return Found((Period(unit),), at + 1, weak=True)
    if line.kinds[at + 1] is not Kind.INT:
        return None
    if unit in _MONTHS:
        return _nth_of_year(line, [line.values[at + 1]], unit, at + 2, ranged=False)
    if unit is Unit.YEAR:
        year = _year(line, at + 1)
        return year and year._replace(weak=False)
    return None


def _own_end(line: Line, at: int, owner: Meaning) -> Found | None:
    ends = line.kinds[at] is Kind.EDGE_AFTER or (
        line.kinds[at] is Kind.PART and line.values[at] is Part.CLOSING
    )
    return Found((EndOf(owner),), at + 1) if ends else None


def _by_number(line: Line, at: int) -> Found | None:
    """As in "4. kvartal", "1.-2. kvartal", "første torsdag i april", "2. juledag", "2022"."""
    numbers, place, ranged = _ordinals(line, at)
    if not numbers:
        return _year(line, at)
    unit = _unit(line, place)
    if unit in _MONTHS and line.values[place].form is Form.PLAIN:
        return _nth_or_half(line, numbers, unit, place + 1, ranged=ranged)
    if line.kinds[place] is Kind.FEAST:
        return _second_day(line, numbers[0], place)
    if line.kinds[place] is Kind.HALF_OF:
        return _half_of(line, numbers[0], skip(line, place + 1, *_OF))
    return _nth(line, numbers[0], place) or _day_of(line, numbers[0], place)


def _whole_by_number(line: Line, at: int) -> Found | None:
    """As in "4. kvartal", "2022": what may stand inside another period's expression."""
    numbers, place, ranged = _ordinals(line, at)
    unit = _unit(line, place)
    if not numbers:
        return _year(line, at)
    if unit not in _MONTHS or ranged:
        return None
    return _nth_of_year(line, numbers, unit, place + 1, ranged=False)


def _ordinals(line: Line, at: int) -> tuple[list[int], int, bool]:
    numbers: list[int] = []
    ranged = False
    place = at
    while len(numbers) < 4:  # noqa: PLR2004 - quarters of a year
        found = ordinal(line, place)
        if found is None:
            break
        number, end = found
        numbers.append(number)
        place = end
        if line.kinds[end] not in _LIST or ordinal(line, end + 1) is None:
            break
        ranged = ranged or line.kinds[end] in _RANGE
        place = end + 1
    return numbers, place, ranged


def _nth_or_half(
    line: Line, numbers: list[int], unit: Unit, at: int, *, ranged: bool
) -> Found | None:
    """As in "1. halvår 2022"; in English "first half of March" is half a month."""
    if unit is Unit.HALF and line.kinds[at] is Kind.OF and line.kinds[at + 1] is Kind.MONTH:
        return _half_of(line, numbers[0], at + 1)
    return _nth_of_year(line, numbers, unit, at, ranged=ranged)


def _half_of(line: Line, number: int, at: int) -> Found | None:
    inside = inner(line, at)
    if inside is None or number not in {1, 2}:
        return None
    return Found((HalfOf(inside.meanings[0], number == 2),), inside.end)  # noqa: PLR2004


def _second_day(line: Line, number: int, at: int) -> Found | None:
    name = line.values[at]
    if number == 2:  # noqa: PLR2004 - "2. juledag"
        name = SECOND_DAYS.get(name)
    elif number != 1 or name not in SECOND_DAYS:
        return None
    return None if name is None else _feast_named(line, name, at + 1)


def _nth(line: Line, number: int, at: int) -> Found | None:
    """As in "(første) torsdag i april", "(sidste) hverdag i måneden", "(anden) uge af marts"."""
    kind = line.kinds[at]
    weekday = line.values[at] if kind is Kind.WEEKDAY else None
    unit = Unit.DAY if kind is Kind.WEEKDAY else _unit(line, at)
    if unit is None or unit not in _COUNTABLE:
        return None
    place = at + 1
    if line.kinds[place] not in _OF and line.kinds[place] is not Kind.MONTH:
        return None
    place = skip(line, place, *_OF)
    if line.kinds[place] is Kind.RECURRENCE or _of_any_month(line, place):
        return Found((), place + 1)  # "første torsdag i hver måned": a recurrence
    inside = inner(line, place)
    if inside is None:
        return None
    return Found(tuple(Nth(m, number, unit, weekday) for m in inside.meanings), inside.end)


_COUNTABLE: Final = frozenset({Unit.DAY, Unit.WORKING_DAY, Unit.WEEK, Unit.MONTH})


def _of_any_month(line: Line, at: int) -> bool:
    """As in "i måneden": of every month, unless a deadline stands before it."""
    if line.kinds[at] is not Kind.UNIT or line.values[at].form is not Form.DEFINITE:
        return False
    return Kind.ROLE not in line.kinds[max(0, at - 6) : at]


def _day_of(line: Line, number: int, at: int) -> Found | None:
    """As in "(den 10.) i næste måned"."""
    if line.kinds[at] not in _OF:
        return None
    if line.kinds[at + 1] is Kind.RECURRENCE or _of_any_month(line, at + 1):
        return Found((), at + 2)
    if line.kinds[at + 1] is not Kind.WHICH or _unit(line, at + 2) is not Unit.MONTH:
        return None
    month = Period(Unit.MONTH, min(line.values[at + 1], Which.NEXT))
    return Found((Nth(month, number, Unit.DAY),), at + 3)


def _year(line: Line, at: int) -> Found | None:
    """As in "2022", "2022/23", "2022, uge 12", "2022-W12"."""
    if line.kinds[at] is Kind.PAIR:
        separator, (first, last), digits = line.values[at]
        if separator != "/" or digits[0] != _YEAR_DIGITS or (first + 1 - last) % 100:
            return None
        return Found((Between(_whole_year(first), _whole_year(first + 1)),), at + 1, weak=True)
    if line.kinds[at] is not Kind.INT or not _FIRST_YEAR <= line.values[at] <= _FINAL_YEAR:
        return None
    place = skip(line, at + 1, Kind.COMMA, Kind.DASH)
    if line.kinds[place] is Kind.LETTER or _unit(line, place) in _NUMBERED:
        found = _letter(line, place) if line.kinds[place] is Kind.LETTER else _by_unit(line, place)
        dated = [m.in_the_year(line.values[at]) for m in found.meanings] if found else []
        if found and all(dated):
            return Found(tuple(filter(None, dated)), found.end)
    return Found((_whole_year(line.values[at]),), at + 1, weak=True)


_NUMBERED: Final = frozenset({Unit.WEEK, Unit.QUARTER, Unit.HALF})
_FIRST_YEAR: Final = 1900
_FINAL_YEAR: Final = 2299


def _whole_year(year: int) -> Meaning:
    return Months(year, 1, 12, Precision.YEAR)


def _season(line: Line, at: int) -> Found | None:
    first = line.values[at]
    if line.kinds[at + 1] is Kind.PAIR:  # "vinteren 2022/23"
        separator, (year, last), digits = line.values[at + 1]
        if separator == "/" and digits[0] == _YEAR_DIGITS and (year + 1 - last) % 100 == 0:
            return Found((Months(year, first, 3, Precision.SEASON),), at + 2)
    year, end = year_after(line, at + 1)
    season = Winter if first == _DECEMBER else Months
    return Found((season(year, first, 3, Precision.SEASON),), end, weak=year is None)


def _feast(line: Line, at: int) -> Found | None:
    return _feast_named(line, line.values[at], at + 1)


def _feast_named(line: Line, name: str, end: int) -> Found:
    if line.kinds[end] is Kind.PAIR and line.values[end].digits[0] == _YEAR_DIGITS:
        return Found((FeastDays(line.values[end].numbers[0], name),), end + 1)
    year, end = year_after(line, end)
    return Found((FeastDays(year, name),), end, weak=year is None)


def _which(line: Line, at: int) -> Found | None:
    """As in "næste uge", "denne måned", "sidste kvartal 2022", "næste fredag", "kommende forår"."""
    which, place = line.values[at], at + 1
    match line.kinds[place]:
        case Kind.UNIT:
            return _which_unit(line, which, place)
        case Kind.WEEKDAY:
            return _last_weekday(line, which, place)
        case Kind.MONTH | Kind.SEASON | Kind.FEAST:
            found = _RULES[line.kinds[place]](line, place)
            if found is None or found.meanings[0].said_year is not None:
                return found
            return Found((NextNamed(found.meanings[0], which),), found.end)
        case _:
            return None


def _whole_by_which(line: Line, at: int) -> Found | None:
    """As in "næste måned": as above."""
    if _unit(line, at + 1) in _PERIODS and line.values[at + 1].form is not Form.GENITIVE:
        return Found((Period(line.values[at + 1].unit, min(line.values[at], Which.NEXT)),), at + 2)
    return _which(line, at) if line.kinds[at + 1] is Kind.MONTH else None


def _which_unit(line: Line, which: Which, at: int) -> Found | None:
    unit, form = line.values[at]
    if form is Form.GENITIVE:
        return _own_end(line, at + 1, Period(unit, min(which, Which.NEXT)))
    if which is Which.LAST:
        last = _last_of(line, unit, at)
        if last is not None:
            return last
    if unit not in _PERIODS:
        return None
    return Found((Period(unit, min(which, Which.NEXT)),), at + 1)


_PERIODS: Final = frozenset(
    {Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR}
)


def _last_of(line: Line, unit: Unit, at: int) -> Found | None:
    """As in "sidste kvartal 2022" is its fourth; "sidste hverdag i marts" its last."""
    if unit in _MONTHS and year_after(line, at + 1)[0] is not None:
        return _nth_of_year(line, [12 // _MONTHS[unit]], unit, at + 1, ranged=False)
    return _nth(line, -1, at) if line.kinds[at + 1] in _OF else None


def _last_weekday(line: Line, which: Which, at: int) -> Found | None:
    if which is Which.LAST:
        found = _nth(line, -1, at)
        if found is not None:
            return found
    return Found((Weekday(line.values[at], which),), at + 1)


def _part(line: Line, at: int) -> Found | None:
    """As in "primo marts", "slutningen af 4. kvartal", "mid-March", "primo til medio april"."""
    part, place = line.values[at], at + 1
    if line.kinds[place] in _PART_RANGE and line.kinds[place + 1] is Kind.PART:
        inside = inner(line, skip(line, skip(line, place + 2, Kind.DASH), *_OF))
        if inside is None:
            return None
        (whole, *_), last = inside.meanings, line.values[place + 1]
        return Found((Between(PartOf(whole, part), PartOf(whole, last)),), inside.end)
    inside = inner(line, skip(line, skip(line, place, Kind.DASH), *_OF))
    if inside is None:
        return None
    return Found(tuple(PartOf(m, part) for m in inside.meanings), inside.end)


def _edge(line: Line, at: int) -> Found | None:
    """As in "udgangen af 1. kvartal"."""
    inside = inner(line, skip(line, at + 1, *_OF))
    if inside is None:
        return None
    return Found(tuple(EndOf(m) for m in inside.meanings), inside.end)


def _last_day(line: Line, at: int) -> Found | None:
    """As in "EOY", "year-end 2022"."""
    year, end = year_after(line, at + 1)
    if year is not None and line.values[at] is Unit.YEAR:
        return Found((EndOf(_whole_year(year)),), end)
    return Found((EndOf(Period(line.values[at])),), at + 1)


def _this(line: Line, at: int) -> Found:
    return Found((Period(line.values[at]),), at + 1)


def inner(line: Line, at: int) -> Found | None:
    """A period inside another expression: there "ugen" and "året" are the present ones."""
    place = skip(line, at, Kind.THE)
    if line.kinds[place] is Kind.UNIT and line.kinds[place + 1] is not Kind.INT:
        unit, form = line.values[place]
        present = form is Form.DEFINITE or (form is Form.PLAIN and place > at) or _bare(line, place)
        if present and unit in _PERIODS:
            return Found((Period(unit),), place + 1)
    rule = _INNER_RULES.get(line.kinds[place])
    found = rule(line, place) if rule is not None else None
    return in_other_year(line, found) if found is not None and found.meanings else None


def _bare(line: Line, at: int) -> bool:
    """As in "end of year"."""
    return line.kinds[at - 1] is Kind.OF and line.values[at].form is Form.PLAIN


_RULES: Final[dict[Kind, Rule]] = {
    Kind.MONTH: _month,
    Kind.SHY_MONTH: _month,
    Kind.LETTER: _letter,
    Kind.UNIT: _by_unit,
    Kind.INT: _by_number,
    Kind.PAIR: _year,
    Kind.ORDINAL: _by_number,
    Kind.SEASON: _season,
    Kind.FEAST: _feast,
    Kind.WHICH: _which,
    Kind.PART: _part,
    Kind.EDGE: _edge,
    Kind.LAST_DAY: _last_day,
    Kind.THIS: _this,
}
_INNER_RULES: Final[dict[Kind, Rule]] = {
    **{kind: _RULES[kind] for kind in (Kind.MONTH, Kind.SHY_MONTH, Kind.LETTER, Kind.UNIT)},
    **{kind: _RULES[kind] for kind in (Kind.PAIR, Kind.SEASON, Kind.FEAST, Kind.THIS)},
    **dict.fromkeys((Kind.INT, Kind.ORDINAL), _whole_by_number),
    Kind.WHICH: _whole_by_which,
}
"""Without the rules that look inside again: an expression has a bounded depth."""
