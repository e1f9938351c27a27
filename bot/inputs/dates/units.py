"""Whole periods, which may stand inside another expression: "marts", "Q1", "påsken", "2022"."""

from typing import Final

from bot.inputs.dates.composed import Between, EndOf, InOtherYear, NextNamed, Nth
from bot.inputs.dates.feasts import SHY_FEASTS
from bot.inputs.dates.grammar import Found, Rule, closed, compound, ordinal, skip
from bot.inputs.dates.kinds import Form, Kind, Part, Role, Unit, Which
from bot.inputs.dates.meanings import FeastDays, Meaning, Months, Period, Winter
from bot.inputs.dates.numbers import CENTURY, year_after
from bot.inputs.dates.tokens import Line
from bot.inputs.dates.weeks import week
from storage.vocabulary import Precision

OF_PERIOD: Final = (Kind.OF, Kind.IN, Kind.ON, Kind.AHEAD)
_LIST: Final = frozenset({Kind.DASH, Kind.TO, Kind.AND, Kind.SLASH, Kind.COMMA})
_BEFORE_OTHER_YEAR: Final = frozenset({*OF_PERIOD, Kind.WHICH, Kind.THIS})
_RANGE: Final = frozenset({Kind.DASH, Kind.TO})
MONTHS_OF: Final = {Unit.QUARTER: 3, Unit.HALF: 6}
_PRECISIONS: Final = {Unit.QUARTER: Precision.QUARTER, Unit.HALF: Precision.HALF}
_LIKELY_YEARS: Final = 10
"""How far from the present two digits after a month may still be a year."""
_DECEMBER: Final = 12
_YEAR_DIGITS: Final = 4


def in_other_year(line: Line, found: Found) -> Found:
    """The same with the "næste år" or "i år" that follows it."""
    if line.kinds[found.end] not in _BEFORE_OTHER_YEAR:
        return found
    place = skip(line, found.end, *OF_PERIOD)
    offset, end = _years_away(line, place)
    if offset is None or any(m.in_the_year(CENTURY) is None for m in found.meanings):
        return found
    return Found(tuple(InOtherYear(m, offset) for m in found.meanings), end)


def _years_away(line: Line, at: int) -> tuple[int | None, int]:
    if line.kinds[at] is Kind.WHICH and unit_at(line, at + 1) is Unit.YEAR:
        return min(line.values[at], Which.NEXT), at + 2
    if line.kinds[at] is Kind.THIS and line.values[at] is Unit.YEAR:
        return 0, at + 1
    return None, at


def unit_at(line: Line, at: int) -> Unit | None:
    return line.values[at].unit if line.kinds[at] is Kind.UNIT else None


def month(line: Line, at: int) -> Found | None:
    """As in "marts 2022", "april måned"; a bare name is weak where it may be another word."""
    number = line.values[at]
    end = at + 1
    if compound(line, end):
        return None  # "maj-britt", "oktober-koalitionen"
    if unit_at(line, end) is Unit.MONTH:
        end += 1
    if line.kinds[end] is Kind.EDGE_AFTER:
        year, end = year_after(line, end + 1)
        return Found((EndOf(Months(year, number, 1, Precision.MONTH)),), end)
    year, end = _likely_year(line, end)
    weak = year is None and _shy_month(line, at) and unit_at(line, end - 1) is not Unit.MONTH
    return Found((Months(year, number, 1, Precision.MONTH),), end, weak)


def _likely_year(line: Line, at: int) -> tuple[int | None, int]:
    """The year after a month; "december 10" is no month of 2010."""
    year, end = year_after(line, at)
    short = end == at + 1 and line.ends[at] - line.starts[at] < _YEAR_DIGITS
    if year is not None and short and abs(year - line.year) > _LIKELY_YEARS:
        return None, at
    return year, end


def _shy_month(line: Line, at: int) -> bool:
    table = line.lexicon.table
    if line.kinds[at] is Kind.SHY_MONTH or line.word(at) in table.modal_months:
        return True
    if line.capital(at) and (
        _surname(line, at + 1) or _acting(line, at) or _addressed(line, at - 1)
    ):
        return True
    return line.capital(at) is not table.months_capitalised and at > 0


def _surname(line: Line, at: int) -> bool:
    """As in "Maj Hansen", "April Jones", "Maj-Britt"."""
    place = at + 1 if line.kinds[at] is Kind.DASH and line.glued(at + 1) else at
    return line.kinds[place] is Kind.OTHER and line.capital(place)


def _addressed(line: Line, at: int) -> bool:
    """As in "thanks to June", "ask April"."""
    place = at - 1 if at > 0 and line.kinds[at] is Kind.TO else at
    return place >= 0 and line.word(place) in line.lexicon.table.addressed


def _acting(line: Line, at: int) -> bool:
    """As in "Maj følger op", "Maj og Karen", "April from KMD": rather somebody than a month."""
    joined = line.kinds[at + 1] is Kind.AND or (
        line.kinds[at + 1] is Kind.ROLE and line.values[at + 1] is Role.FROM
    )
    return at == 0 and line.kinds[at + 1 + joined] is Kind.OTHER


def letter(line: Line, at: int) -> Found | None:
    """As in "Q1 2022", "H2", "W12"."""
    unit = line.values[at]
    if unit is Unit.WEEK:
        return week(line, at)
    if line.kinds[at + 1] is Kind.PAIR:
        return _letter_and_year(line, unit, at + 1)
    if line.kinds[at + 1] is not Kind.INT or not line.glued(at + 1):
        return None
    number, place = line.values[at + 1], at + 2
    ranged = line.kinds[place] is Kind.DASH and line.glued(place + 1)
    if ranged and line.kinds[place + 1] is Kind.INT and line.values[place + 1] > number:
        both = [number, line.values[place + 1]]
        found = nth_of_year(line, both, unit, place + 2, ranged=True)  # "Q3-4 2022"
        if found is not None:
            return found
    return nth_of_year(line, [number], unit, place, ranged=False)


def _letter_and_year(line: Line, unit: Unit, at: int) -> Found:
    """As in "Q3/2022", and "Q3/4", which are two; "Q3.2" is no date."""
    separator, (number, last), digits = line.values[at]
    found: Found | None = None
    if separator == "/" and digits[1] > 1:
        year = last if digits[1] == _YEAR_DIGITS else CENTURY + last
        found = nth_of_year(line, [number], unit, at + 1, ranged=False)
        dated = found.meanings[0].in_the_year(year) if found else None
        found = Found((dated,), at + 1) if dated else None
    elif separator == "/" and last == number + 1:
        found = nth_of_year(line, [number, last], unit, at + 1, ranged=False)
    return found or Found((), at + 1)


def nth_of_year(
    line: Line, numbers: list[int], unit: Unit, at: int, *, ranged: bool
) -> Found | None:
    months = MONTHS_OF[unit]
    if not all(1 <= number <= 12 // months for number in numbers):
        return None
    year, end = year_after(line, at)
    found: tuple[Meaning, ...] = tuple(
        Months(year, (number - 1) * months + 1, months, _PRECISIONS[unit]) for number in numbers
    )
    return Found((Between(found[0], found[-1]),) if ranged else found, end)


def by_unit(line: Line, at: int) -> Found | None:
    """As in "uge 12", "kvartal 4", "året 2022", "månedens udgang"."""
    unit, form = line.values[at]
    if form is Form.GENITIVE:
        return own_end(line, at + 1, Period(unit)) or _own_nth(line, at + 1, unit)
    if unit is Unit.WEEK:
        return week(line, at)
    if unit is Unit.WEEKEND and form is Form.DEFINITE:
        return Found((Period(unit),), at + 1, weak=True)
    if line.kinds[at + 1] is not Kind.INT:
        return None
    if unit in MONTHS_OF:
        return nth_of_year(line, [line.values[at + 1]], unit, at + 2, ranged=False)
    if unit is Unit.YEAR:
        found = bare_year(line, at + 1)
        return found and found._replace(weak=False)
    return None


def months_end(line: Line, at: int) -> Found | None:
    """As in "oktobers udgang", "marts udgang 2022"."""
    return month(line, at) if line.kinds[at + 1] is Kind.EDGE_AFTER else None


def own_end(line: Line, at: int, owner: Meaning) -> Found | None:
    ends = line.kinds[at] is Kind.EDGE_AFTER or (
        line.kinds[at] is Kind.PART and line.values[at] is Part.CLOSING
    )
    return Found((EndOf(owner),), at + 1) if ends else None


def _own_nth(line: Line, at: int, owner: Unit) -> Found | None:
    """As in "årets sidste kvartal", "månedens første hverdag", "ugens sidste dag"."""
    if line.kinds[at] is Kind.WHICH and line.values[at] is Which.LAST:
        number, place = -1, at + 1
    else:
        number, place = ordinal(line, at) or (0, at)
    unit = unit_at(line, place)
    if not number or (line.kinds[place] is not Kind.WEEKDAY and unit is None):
        return None
    if unit in MONTHS_OF and owner is Unit.YEAR:
        number = number if number > 0 else 12 // MONTHS_OF[unit]
        found = nth_of_year(line, [number], unit, place + 1, ranged=False)
        return found and Found((InOtherYear(found.meanings[0], 0),), found.end)
    weekday = line.values[place] if line.kinds[place] is Kind.WEEKDAY else None
    if weekday is None and unit not in COUNTABLE:
        return None
    return Found((Nth(Period(owner), number, unit or Unit.DAY, weekday),), place + 1)


def _whole_by_number(line: Line, at: int) -> Found | None:
    """As in "4. kvartal", "2022": what may stand inside another period's expression."""
    numbers, place, ranged = ordinals(line, at)
    unit = unit_at(line, place)
    if not numbers:
        return bare_year(line, at)
    if line.kinds[place] is Kind.HALF_OF and numbers[0] in {1, 2}:  # "second half of 2022"
        year, end = year_after(line, place + 1)
        half = Months(year, 6 * numbers[0] - 5, 6, Precision.HALF)
        return Found((half,), end) if year is not None else None
    if unit not in MONTHS_OF or ranged:
        return None
    return nth_of_year(line, numbers, unit, place + 1, ranged=False)


def ordinals(line: Line, at: int) -> tuple[list[int], int, bool]:
    numbers: list[int] = []
    ranged = False
    place = at
    while len(numbers) < 4:  # noqa: PLR2004 - quarters of a year
        found = ordinal(line, place) or _first_of_range(line, place)
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


def _first_of_range(line: Line, at: int) -> tuple[int, int] | None:
    """As in "3-4. kvartal": only the last has a full stop."""
    spans_to = line.kinds[at] is Kind.INT and line.kinds[at + 1] in _RANGE
    follows = spans_to and line.kinds[at + 2] is Kind.INT and ordinal(line, at + 2)
    return (line.values[at], at + 1) if follows else None


def bare_year(line: Line, at: int) -> Found | None:
    """As in "2022", "2022/23", "05/2022", "2022, uge 12", "2022-W12"."""
    if line.kinds[at] is Kind.PAIR:
        separator, (first, last), digits = line.values[at]
        if digits[0] < _YEAR_DIGITS == digits[1]:
            return _month_of_year(line, at)
        if separator != "/" or digits[0] != _YEAR_DIGITS or (first + 1 - last) % 100:
            return None
        return Found((Between(whole_year(first), whole_year(first + 1)),), at + 1, weak=True)
    if line.kinds[at] is not Kind.INT or not _FIRST_YEAR <= line.values[at] <= _FINAL_YEAR:
        return None
    turning = _turn_of(line, at)
    if turning is not None and line.kinds[turning[1]] is not Kind.DASH:  # "i 2022-23"
        year, end = turning
        return Found((Between(whole_year(year), whole_year(year + 1)),), end, weak=True)
    place = skip(line, at + 1, Kind.COMMA, Kind.DASH)
    if line.kinds[place] is Kind.LETTER or unit_at(line, place) in _NUMBERED:
        found = letter(line, place) if line.kinds[place] is Kind.LETTER else by_unit(line, place)
        dated = [m.in_the_year(line.values[at]) for m in found.meanings] if found else []
        if found and all(dated):
            return Found(tuple(filter(None, dated)), found.end)
    return Found((whole_year(line.values[at]),), at + 1, weak=True)


def _month_of_year(line: Line, at: int) -> Found | None:
    """As in "05/2022"; "5/2022" and "05.2022" may number something."""
    separator, (number, year), digits = line.values[at]
    if separator == ":" or not (number <= _DECEMBER and _FIRST_YEAR <= year <= _FINAL_YEAR):
        return None
    padded = digits[0] == 2  # noqa: PLR2004 - digits of a month
    if number < 1 or not (padded or separator == "/"):
        return None
    weak = not padded or separator == "."
    return Found((Months(year, number, 1, Precision.MONTH),), at + 1, weak)


_NUMBERS: Final = frozenset({Kind.INT, Kind.PAIR, Kind.CARDINAL})
_NUMBERED: Final = frozenset({Unit.WEEK, Unit.QUARTER, Unit.HALF})
_FIRST_YEAR: Final = 1900
_FINAL_YEAR: Final = 2299


def whole_year(year: int) -> Meaning:
    return Months(year, 1, 12, Precision.YEAR)


def season(line: Line, at: int) -> Found | None:
    first = line.values[at]
    turning = _turn_of(line, at + 1)
    if turning is not None:
        begins, end = turning
        return Found((Months(begins, first, 3, Precision.SEASON),), end)
    year, end = year_after(line, at + 1)
    if year is None and line.word(at) in line.lexicon.table.modal_months:
        named = line.kinds[at - 1] in {Kind.THE, Kind.WHICH}
        if not named or not closed(line, end):
            return None
    season = Winter if first == _DECEMBER else Months
    found: Meaning = season(year, first, 3, Precision.SEASON)
    if year is None and line.kinds[at - 1] is Kind.TO:
        found = NextNamed(found, Which.THIS)  # "til vinter" is none that has passed
    return Found((found,), end, weak=year is None)


def _turn_of(line: Line, at: int) -> tuple[int, int] | None:
    """The first of two years that touch, and the place after them: "vinteren 2022/23",
    "årsskiftet 22/23", "vinteren 2022-23".
    """
    if line.kinds[at] is Kind.PAIR:
        separator, (first, last), digits = line.values[at]
        end = at + 1
    elif line.kinds[at : at + 3] == (Kind.INT, Kind.DASH, Kind.INT) and line.glued(at + 2):
        separator, first, last, end = "/", line.values[at], line.values[at + 2], at + 3
        digits = tuple(line.ends[place] - line.starts[place] for place in (at, at + 2))
    else:
        return None
    if separator != "/" or (first + 1 - last) % 100 or min(digits) < 2:  # noqa: PLR2004
        return None
    return (int(first) if digits[0] == _YEAR_DIGITS else CENTURY + int(first)), end


def feast(line: Line, at: int) -> Found:
    return feast_named(line, line.values[at], at + 1)


def feast_named(line: Line, name: str, end: int) -> Found:
    turning = _turn_of(line, end)
    if turning is not None:
        begins, end = turning
        return Found((FeastDays(begins, name),), end)
    year, end = year_after(line, end)
    return Found((FeastDays(year, name),), end, weak=year is None and name in SHY_FEASTS)


def _whole_by_which(line: Line, at: int) -> Found | None:
    """As in "næste måned", "næste marts": as above."""
    if unit_at(line, at + 1) in PERIODS and line.values[at + 1].form is not Form.GENITIVE:
        return Found((Period(line.values[at + 1].unit, min(line.values[at], Which.NEXT)),), at + 2)
    if line.kinds[at + 1] is not Kind.MONTH:
        return None
    named = month(line, at + 1)
    return named and Found((NextNamed(named.meanings[0], line.values[at]),), named.end)


COUNTABLE: Final = frozenset({Unit.DAY, Unit.WORKING_DAY, Unit.WEEK, Unit.MONTH})
"""Units of which a longer period has a first and a last."""
PERIODS: Final = frozenset(
    {Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR}
)


def this(line: Line, at: int) -> Found:
    return Found((Period(line.values[at]),), at + 1)


def inner(line: Line, at: int) -> Found | None:
    """A period inside another expression: there "ugen" and "året" are the present ones."""
    place = skip(line, at, Kind.THE)
    if line.kinds[place] is Kind.UNIT and line.kinds[place + 1] not in _NUMBERS:
        unit, form = line.values[place]
        present = form is Form.DEFINITE or (form is Form.PLAIN and place > at) or _bare(line, place)
        if present and unit in PERIODS:
            return Found((Period(unit),), place + 1)
    rule = _INNER_RULES.get(line.kinds[place])
    found = rule(line, place) if rule is not None else None
    return in_other_year(line, found) if found is not None and found.meanings else None


def _bare(line: Line, at: int) -> bool:
    """As in "end of year"."""
    return line.kinds[at - 1] is Kind.OF and line.values[at].form is Form.PLAIN


WHOLE_RULES: Final[dict[Kind, Rule]] = {
    Kind.MONTH: month,
    Kind.SHY_MONTH: month,
    Kind.LETTER: letter,
    Kind.UNIT: by_unit,
    Kind.PAIR: bare_year,
    Kind.SEASON: season,
    Kind.FEAST: feast,
    Kind.THIS: this,
    Kind.GENITIVE_MONTH: months_end,
}
_INNER_RULES: Final[dict[Kind, Rule]] = {
    **WHOLE_RULES,
    Kind.INT: _whole_by_number,
    Kind.ORDINAL: _whole_by_number,
    Kind.WHICH: _whole_by_which,
}
"""Without the rules that look inside again: an expression has a bounded depth."""
