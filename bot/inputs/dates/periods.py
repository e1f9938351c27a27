"""Any period: a whole one, a part of one, its end, or something that is counted in it."""

from typing import Final

from bot.inputs.dates.composed import Between, EndOf, HalfOf, NextNamed, Nth, PartOf
from bot.inputs.dates.feasts import NUMBERED
from bot.inputs.dates.grammar import WEEKDAYS, Found, Rule, skip
from bot.inputs.dates.kinds import Form, Kind, Unit, Which
from bot.inputs.dates.meanings import Period, Weekday
from bot.inputs.dates.numbers import year_after
from bot.inputs.dates.tokens import Line
from bot.inputs.dates.units import (
    COUNTABLE,
    MONTHS_OF,
    OF_PERIOD,
    PERIODS,
    WHOLE_RULES,
    bare_year,
    feast_named,
    in_other_year,
    inner,
    nth_of_year,
    ordinals,
    own_end,
    unit_at,
    whole_year,
)

_PART_RANGE: Final = frozenset({Kind.DASH, Kind.TO, Kind.SLASH})


def period(line: Line, at: int) -> Found | None:
    """Any period; weak where only its surroundings make it one ("i 2022", "i påsken")."""
    rule = _RULES.get(line.kinds[at])
    found = rule(line, at) if rule is not None else None
    return None if found is None else in_other_year(line, found)


def _by_number(line: Line, at: int) -> Found | None:
    """As in "4. kvartal", "1.-2. kvartal", "første torsdag i april", "2. juledag", "2022"."""
    numbers, place, ranged = ordinals(line, at)
    if not numbers:
        return _without_stop(line, at) or bare_year(line, at)
    unit = unit_at(line, place)
    if unit in MONTHS_OF and line.values[place].form is Form.GENITIVE:
        return _end_of_nth(line, numbers[0], unit, place + 1)  # "3. kvartals udgang"
    if unit in MONTHS_OF and line.values[place].form is Form.PLAIN:
        return _nth_or_half(line, numbers, unit, place + 1, ranged=ranged)
    if line.kinds[place] is Kind.FEAST:
        return _second_day(line, numbers[0], place)
    if line.kinds[place] is Kind.HALF_OF:
        return _half_of(line, numbers[0], skip(line, place + 1, *OF_PERIOD))
    return _nth(line, numbers[0], place) or _day_of(line, numbers[0], place)


def _without_stop(line: Line, at: int) -> Found | None:
    """As in "4 kvartal 2022"; without the year it may be a length."""
    unit = unit_at(line, at + 1) if line.kinds[at] is Kind.INT else None
    if unit not in MONTHS_OF or year_after(line, at + 2)[0] is None:
        return None
    return nth_of_year(line, [line.values[at]], unit, at + 2, ranged=False)


def _end_of_nth(line: Line, number: int, unit: Unit, at: int) -> Found | None:
    if line.kinds[at] is not Kind.EDGE_AFTER:
        return None
    found = nth_of_year(line, [number], unit, at + 1, ranged=False)
    return found and Found((EndOf(found.meanings[0]),), found.end)


def _nth_or_half(
    line: Line, numbers: list[int], unit: Unit, at: int, *, ranged: bool
) -> Found | None:
    """As in "1. halvår 2022"; in English "first half of March" is half a month."""
    if unit is Unit.HALF and line.kinds[at] is Kind.OF and line.kinds[at + 1] is Kind.MONTH:
        return _half_of(line, numbers[0], at + 1)
    return nth_of_year(line, numbers, unit, at, ranged=ranged)


def _half_of(line: Line, number: int, at: int) -> Found | None:
    inside = inner(line, at)
    if inside is None or number not in {1, 2}:
        return None
    return Found((HalfOf(inside.meanings[0], number == 2),), inside.end)  # noqa: PLR2004


def _second_day(line: Line, number: int, at: int) -> Found | None:
    days = NUMBERED.get(line.values[at], ())
    if not 1 <= number <= len(days):
        return None
    return feast_named(line, days[number - 1], at + 1)._replace(weak=False)


def _nth(line: Line, number: int, at: int) -> Found | None:
    """As in "(første) torsdag i april", "(sidste) hverdag i måneden", "(anden) uge af marts"."""
    kind = line.kinds[at]
    weekday = line.values[at] if kind in WEEKDAYS else None
    unit = Unit.DAY if kind in WEEKDAYS else unit_at(line, at)
    if unit is None or unit not in COUNTABLE or line.word(at) in line.lexicon.table.plural_units:
        return None
    place = at + 1
    if line.kinds[place] not in OF_PERIOD and line.kinds[place] is not Kind.MONTH:
        return None
    place = skip(line, place, *OF_PERIOD)
    if line.kinds[place] is Kind.RECURRENCE or _of_any_month(line, place):
        return Found((), place + 1)  # "første torsdag i hver måned": a recurrence
    inside = inner(line, place)
    if inside is None:
        return None
    return Found(tuple(Nth(m, number, unit, weekday) for m in inside.meanings), inside.end)


def _of_any_month(line: Line, at: int) -> bool:
    """As in "i måneden": of every month, unless a deadline stands before it."""
    place = skip(line, at, Kind.THE)
    if unit_at(line, place) is None or (
        place == at and line.values[place].form is not Form.DEFINITE
    ):
        return False
    return Kind.ROLE not in line.kinds[max(0, at - 6) : at]


def _day_of(line: Line, number: int, at: int) -> Found | None:
    """As in "(den 10.) i næste måned"."""
    if line.kinds[at] not in OF_PERIOD:
        return None
    if line.kinds[at + 1] is Kind.RECURRENCE or _of_any_month(line, at + 1):
        return Found((), at + 2)
    if line.kinds[at + 1] is not Kind.WHICH or unit_at(line, at + 2) is not Unit.MONTH:
        return None
    month = Period(Unit.MONTH, min(line.values[at + 1], Which.NEXT))
    return Found((Nth(month, number, Unit.DAY),), at + 3)


def _which(line: Line, at: int) -> Found | None:
    """As in "næste uge", "denne måned", "sidste kvartal 2022", "næste fredag", "kommende forår"."""
    which, place = line.values[at], at + 1
    if line.kinds[place] is Kind.HALF_OF and which is Which.LAST:
        return _half_of(line, 2, skip(line, place + 1, *OF_PERIOD))
    match line.kinds[place]:
        case Kind.UNIT:
            return _which_unit(line, which, place)
        case Kind.WEEKDAY | Kind.SHY_WEEKDAY:
            return _which_weekday(line, which, place)
        case Kind.MONTH | Kind.SEASON | Kind.FEAST:
            found = _RULES[line.kinds[place]](line, place)
            if found is None or found.meanings[0].said_year is not None:
                return found
            return Found((NextNamed(found.meanings[0], which),), found.end)
        case _:
            return None


def _which_unit(line: Line, which: Which, at: int) -> Found | None:
    unit, form = line.values[at]
    if form is Form.GENITIVE:
        return own_end(line, at + 1, Period(unit, min(which, Which.NEXT)))
    if which is Which.LAST:
        last = _last_of(line, unit, at)
        if last is not None:
            return last
    if unit not in PERIODS or _as_many_as_you_like(line, at):
        return None
    return Found((Period(unit, min(which, Which.NEXT)),), at + 1)


def _as_many_as_you_like(line: Line, at: int) -> bool:
    """As in "de kommende måneder", "i de næste år": nobody knows how many."""
    these = at > 1 and line.kinds[at - 2] is Kind.THE and bool(line.values[at - 2])
    return these or line.word(at) in line.lexicon.table.plural_units


def _last_of(line: Line, unit: Unit, at: int) -> Found | None:
    """As in "sidste kvartal 2022" is its fourth; "sidste hverdag i marts" its last."""
    if unit in MONTHS_OF and year_after(line, at + 1)[0] is not None:
        return nth_of_year(line, [12 // MONTHS_OF[unit]], unit, at + 1, ranged=False)
    inside = line.kinds[at + 1] in OF_PERIOD or line.kinds[at + 1] is Kind.MONTH  # "week of" March
    return _nth(line, -1, at) if inside else None


def _which_weekday(line: Line, which: Which, at: int) -> Found | None:
    if which is Which.LAST:
        found = _nth(line, -1, at)
        if found is not None:
            return found
    weak = line.kinds[at] is Kind.SHY_WEEKDAY
    return Found((Weekday(line.values[at], which),), at + 1, weak)


def _part(line: Line, at: int) -> Found | None:
    """As in "primo marts", "slutningen af 4. kvartal", "mid-March", "primo til medio april"."""
    part, place = line.values[at], at + 1
    if line.word(at) in line.lexicon.table.parts_before_in and line.kinds[place] not in OF_PERIOD:
        return None
    if line.kinds[place] in _PART_RANGE and line.kinds[place + 1] is Kind.PART:
        inside = inner(line, skip(line, skip(line, place + 2, Kind.DASH), *OF_PERIOD))
        if inside is None:
            return None
        (whole, *_), last = inside.meanings, line.values[place + 1]
        return Found((Between(PartOf(whole, part), PartOf(whole, last)),), inside.end)
    inside = inner(line, skip(line, skip(line, place, Kind.DASH), *OF_PERIOD))
    if inside is None:
        return None
    return Found(tuple(PartOf(m, part) for m in inside.meanings), inside.end)


def _edge(line: Line, at: int) -> Found | None:
    """As in "udgangen af 1. kvartal"."""
    place = skip(line, at + 1, *OF_PERIOD)
    inside = _part(line, place) if line.kinds[place] is Kind.PART else inner(line, place)
    if inside is None:
        return None
    return Found(tuple(EndOf(m) for m in inside.meanings), inside.end)


def _last_day(line: Line, at: int) -> Found | None:
    """As in "EOY", "year-end 2022"."""
    year, end = year_after(line, at + 1)
    if year is not None and line.values[at] is Unit.YEAR:
        return Found((EndOf(whole_year(year)),), end)
    return Found((EndOf(Period(line.values[at])),), at + 1)


_RULES: Final[dict[Kind, Rule]] = {
    **WHOLE_RULES,
    Kind.INT: _by_number,
    Kind.ORDINAL: _by_number,
    Kind.WHICH: _which,
    Kind.PART: _part,
    Kind.EDGE: _edge,
    Kind.LAST_DAY: _last_day,
}
