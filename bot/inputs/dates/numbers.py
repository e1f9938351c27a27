"""Days by their number: "10. marts 2022", "d.10/3-22", "1., 2. og 3. maj", "March 10th"."""

from typing import Final

from bot.inputs.dates.composed import Between, Nth
from bot.inputs.dates.grammar import Found, closed, compound, skip, spans
from bot.inputs.dates.kinds import Kind, Unit
from bot.inputs.dates.meanings import DayOfMonth, DayOnly, Impossible, Meaning, Period
from bot.inputs.dates.readings import Doubt
from bot.inputs.dates.tokens import Line

CENTURY: Final = 2000
_MONTHS: Final = frozenset({Kind.MONTH, Kind.SHY_MONTH})
_BETWEEN_DAYS: Final = frozenset({Kind.DASH, Kind.TO, Kind.COMMA, Kind.AND, Kind.SLASH})
_NEVER_AFTER_YEAR: Final = frozenset({Kind.UNIT, Kind.COUNTED, Kind.MONTH, Kind.SHY_MONTH})
_COUNTS_ON: Final = frozenset(
    {Kind.HALF_DAY, Kind.OTHER, Kind.UNIT, Kind.COUNTED, Kind.MONTH, Kind.SHY_MONTH}
)
"""After these a number isn't the second day of a month: "March 22 and 24 people"."""
_BEFORE_YEAR: Final = frozenset({Kind.DASH, Kind.SLASH, Kind.APOSTROPHE})
_COMMON_FRACTIONS: Final = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 10)})
_ROUND_THE_CLOCK: Final = (24, 7)
_LAST_DAY: Final = 31
_HUNDRED: Final = 100
_MOST_DAYS: Final = 6  # of one month in a row
_DAYS: Final = frozenset({Kind.WEEKDAY, Kind.SHY_WEEKDAY, Kind.THE})
_NEAR_YEARS: Final = 3
_YEAR_DIGITS: Final = 4


def day(line: Line, at: int, weekday: int | None = None, *, named: bool = False) -> Found | None:
    """A day's date; `named` when a weekday or "den" stood before it."""
    match line.kinds[at]:
        case Kind.INT:
            return _by_numbers(line, at, weekday, named=named)
        case Kind.PAIR:
            return _by_pair(line, at, weekday, named=named)
        case Kind.TRIPLE:
            return _by_triple(line, at, weekday)
        case Kind.ISO:
            year, month, number = (int(part) for part in line.word(at)[:10].split("-"))
            return _valid(DayOfMonth(year, number, month, weekday), at + 1)
        case Kind.ORDINAL:
            return _of_month(line, at, weekday)
        case Kind.MONTH | Kind.SHY_MONTH:
            return _after_month(line, at, weekday)
        case _:
            return None


def year_after(line: Line, at: int) -> tuple[int | None, int]:
    """The year that follows a day or period, if one does, and the place after it."""
    place = at
    if line.kinds[at] in {Kind.DOT, Kind.COMMA, Kind.OF, Kind.IN, Kind.AHEAD}:
        place = at + 1
        if line.kinds[place] is not Kind.INT or _digits(line, place) != _YEAR_DIGITS:
            return None, at
    elif line.kinds[at] in _BEFORE_YEAR:
        place = at + 1
        spaced = line.kinds[at] is not Kind.DASH or _digits(line, place) != _YEAR_DIGITS
        if spaced and not line.glued(place):
            return None, at
    if line.kinds[place] is not Kind.INT or line.kinds[place + 1] in _NEVER_AFTER_YEAR:
        return None, at
    year = _year(line, place)
    if year is None or (place == at and _a_count(line, place, year)):
        return None, at
    return year, place + 1


def _a_count(line: Line, at: int, year: int) -> bool:
    """As in "14. marts 10 kommuner": two digits that count the word after them."""
    counts = _digits(line, at) < _YEAR_DIGITS and line.kinds[at + 1] is Kind.OTHER
    return counts and abs(year - line.year) > _NEAR_YEARS


def _year(line: Line, at: int) -> int | None:
    number, digits = line.values[at], _digits(line, at)
    if digits == _YEAR_DIGITS:
        return int(number)
    if digits != 2 or _goes_on(line, at + 1):  # noqa: PLR2004 - two digits of a year
        return None
    return CENTURY + int(number)


def _goes_on(line: Line, at: int) -> bool:
    """Is the number before this place the beginning of something else: "14-15.15", "22. marts"?"""
    match line.kinds[at]:
        case Kind.DASH | Kind.TO if _begins_day(line, at + 1):
            return False  # "27/12-22 til 3/1-23"
        case Kind.DASH | Kind.TO:
            return line.kinds[at + 1] in {Kind.INT, Kind.PAIR, Kind.CLOCK}
        case Kind.CLOCK:
            return bool(line.values[at])  # "10 o'clock"
        case Kind.DOT:
            return line.kinds[at + 1] in _MONTHS
        case kind:
            return kind is Kind.HALF_DAY


def _begins_day(line: Line, at: int) -> bool:
    """Does a date with its month stand here, which is no time of the day?"""
    if line.kinds[at] is Kind.PAIR:
        return bool(line.values[at].separator == "/")
    dotted = line.kinds[at] is Kind.INT and line.kinds[at + 1] is Kind.DOT
    return dotted and line.kinds[at + 2] in _MONTHS


def month_at(line: Line, at: int) -> int | None:
    """A month right after a day's number: there "jul" is July."""
    if line.kinds[at] in _MONTHS:
        return int(line.values[at])
    if line.kinds[at] is Kind.FEAST:
        return line.lexicon.table.month_homographs.get(line.word(at).rstrip("."))
    return None


def modal(line: Line, at: int) -> bool:
    """Is this month's name an ordinary word here: "may", "march"?"""
    return line.word(at) in line.lexicon.table.modal_months and not line.capital(at)


def _digits(line: Line, at: int) -> int:
    return line.ends[at] - line.starts[at]


def _valid(found: DayOfMonth, end: int, *, weak: bool = False) -> Found | None:
    if not (1 <= found.day <= _LAST_DAY and 1 <= found.month <= 12):  # noqa: PLR2004
        return None
    return Found((found,), end, weak)


def _by_numbers(line: Line, at: int, weekday: int | None, *, named: bool) -> Found | None:
    """As in "10. marts", "1., 2. og 3. marts", "10.-12.3.2022"; or a day of no month: "den 10."."""
    days: list[int] = []
    ranged = False
    place = at
    while len(days) < _MOST_DAYS:
        number, after = _number(line, place)
        if number is None:
            break
        days.append(number)
        if month_at(line, skip(line, after, Kind.OF)) is not None:
            return _in_month(line, days, skip(line, after, Kind.OF), weekday, ranged=ranged)
        if line.kinds[after] is Kind.DASH and line.kinds[after + 1] in _MONTHS:
            return _in_month(line, days, after + 1, weekday, ranged=ranged)  # "10-mar-2022"
        if line.kinds[after] is Kind.OF_THIS_MONTH:
            this = tuple(Nth(Period(Unit.MONTH), number, Unit.DAY) for number in days)
            return Found((Between(this[0], this[-1]),) if ranged else this, after + 1)
        to = spans(line, after)
        if not (to or line.kinds[after] in _BETWEEN_DAYS) or _counted(line, after):
            break
        ranged = ranged or to
        place = skip(line, skip(line, after + 1, Kind.AND), Kind.THE)
    if days and (len(days) > 1 or line.kinds[place] in {Kind.PAIR, Kind.TRIPLE}):
        found = _before_shape(line, days, place, ranged=ranged) or _spaced(line, at)
    else:
        found = _spaced(line, at) or _too_late(line, at)
    return found or (_lone(line, at, weekday) if named else None)


def _counted(line: Line, at: int) -> bool:
    """Is the comma here after a number without a full stop, as in "bilag 3, 14. marts"?"""
    stops = line.lexicon.table.dotted_dates
    return stops and line.kinds[at] is Kind.COMMA and line.kinds[at - 1] is Kind.INT


def _number(line: Line, at: int) -> tuple[int | None, int]:
    """A day's number and the place after its full stop or ending."""
    if line.kinds[at] is not Kind.INT or not 1 <= line.values[at] <= _LAST_DAY:
        return None, at
    if line.kinds[at + 1] in {Kind.DOT, Kind.SUFFIX} and line.glued(at + 1):
        return int(line.values[at]), at + 2
    if line.kinds[at + 1] is Kind.DOT and line.kinds[at + 2] in _MONTHS:
        return int(line.values[at]), at + 2  # "24 . marts"
    return int(line.values[at]), at + 1


def _in_month(
    line: Line, days: list[int], at: int, weekday: int | None, *, ranged: bool
) -> Found | None:
    month = month_at(line, at) or 0
    year, end = year_after(line, at + 1)
    if year is None and modal(line, at) and not closed(line, end):
        return None
    return _days_of(days, month, year, weekday, end, ranged=ranged)


def _days_of(
    days: list[int], month: int, year: int | None, weekday: int | None, end: int, *, ranged: bool
) -> Found:
    if len(days) == 1:
        return Found((DayOfMonth(year, days[0], month, weekday),), end)
    dates: tuple[Meaning, ...] = tuple(DayOfMonth(year, day, month) for day in days)
    return Found((Between(dates[0], dates[-1]),) if ranged else dates, end)


def _before_shape(line: Line, days: list[int], at: int, *, ranged: bool) -> Found | None:
    """As in "10.-12.3.2022": the last of the days brings the month."""
    match line.kinds[at]:
        case Kind.PAIR:
            last = _by_pair(line, at, None, named=ranged)
        case Kind.TRIPLE:
            last = _by_triple(line, at, None)
        case _:
            return None
    if last is None or not isinstance(last.meanings[0], DayOfMonth):
        return None
    date = last.meanings[0]
    found = _days_of([*days, date.day], date.month, date.year, None, last.end, ranged=ranged)
    slashed = line.kinds[at] is Kind.PAIR and line.values[at].separator == "/"
    return found._replace(weak=date.year is None and not (ranged and slashed))


def _too_late(line: Line, at: int) -> Found | None:
    """As in "32. marts": a day was meant, and the month has none so late."""
    late = _LAST_DAY < line.values[at] < _HUNDRED or line.values[at] == 0
    if not late or line.kinds[at + 1] is not Kind.DOT or month_at(line, at + 2) is None:
        return None
    return Found((Impossible(Doubt.NO_SUCH_DAY),), year_after(line, at + 3)[1])


def _spaced(line: Line, at: int) -> Found | None:
    """As in "10. 3. 2022", "10 3 2022", "10 - 3 - 2022"."""
    number, place = _number(line, at)
    joint = line.kinds[place] if line.kinds[place] in {Kind.DASH, Kind.SLASH} else Kind.END
    month, place = _number(line, skip(line, place, joint))
    if line.kinds[place] is not joint is not Kind.END:
        return None
    place = skip(line, place, joint)
    if number is None or month is None or line.kinds[place] is not Kind.INT:
        return None
    if _digits(line, place) != _YEAR_DIGITS:
        return None
    return _valid(DayOfMonth(line.values[place], number, month), place + 1)


def _lone(line: Line, at: int, weekday: int | None) -> Found | None:
    number, end = _number(line, at)
    if number is None:
        return None
    ends = closed(line, end) or line.kinds[end] in {Kind.CLOCK, Kind.AND, Kind.COLON}
    stopped = end == at + 2 and line.kinds[at - 1] in {Kind.THE, Kind.DOT}
    ends = ends or (weekday is not None and stopped)  # "torsdag den 6. passer mig"
    ends = ends or (spans(line, end) and line.kinds[end + 1] in _DAYS)  # "den 7. til onsdag …"
    return Found((DayOnly(number, weekday),), end) if ends else None


def _by_pair(line: Line, at: int, weekday: int | None, *, named: bool) -> Found | None:
    separator, (number, month), digits = line.values[at]
    if separator == ":" or max(digits) > 2:  # noqa: PLR2004 - two digits of a day or month
        return None
    stop = skip(line, at + 1, Kind.DOT) if line.glued(at + 1) else at + 1
    if separator == "/" and month_at(line, stop) is not None:
        if not 1 <= number < month <= _LAST_DAY:
            return None
        return _in_month(line, [number, month], stop, None, ranged=False)  # "10/11 March"
    year, end = year_after(line, stop)
    date = DayOfMonth(year, number, month, weekday)
    certain = separator == "/" or end != stop + 1 or _digits(line, stop) == _YEAR_DIGITS
    if named or (year is not None and certain):
        return _valid(date, end)
    if separator == "/":
        return _by_slash(line, DayOfMonth(None, number, month), at)
    return _valid(DayOfMonth(None, number, month), stop, weak=True)


def _by_slash(line: Line, date: DayOfMonth, at: int) -> Found | None:
    """As in "10/3", but not "3/4 af kommunerne", "1/2 time" or "24/7"."""
    if (date.day, date.month) == _ROUND_THE_CLOCK:
        return None
    if line.kinds[at + 1] in {Kind.OF, Kind.UNIT, Kind.COUNTED, Kind.SLASH}:
        return None
    fraction = (date.day, date.month) in _COMMON_FRACTIONS and compound(line, at + 1)
    if fraction or _numbered_on(line, at + 1):
        return None  # "3/4-flertal", "dok. 12/9-1"
    return _valid(date, at + 1, weak=date.day <= date.month and _a_fraction(line, date, at + 1))


def _numbered_on(line: Line, at: int) -> bool:
    """Is there after the dash no year, and no other day?"""
    glued = line.kinds[at] is Kind.DASH and line.glued(at) and line.glued(at + 1)
    return glued and line.kinds[at + 1] is Kind.INT and closed(line, at + 2)


def _a_fraction(line: Line, date: DayOfMonth, at: int) -> bool:
    """Does the word here count: "3/5 stemte ja", "7/10 er klar"? "3/5 er fristen" is a day."""
    if line.kinds[at] is Kind.IS:
        return line.kinds[at + 1] is not Kind.ROLE
    if line.kinds[at] is not Kind.OTHER:
        return False
    if (date.day, date.month) in _COMMON_FRACTIONS:
        return True
    word, table = line.word(at), line.lexicon.table
    counts = word in table.counting_words or word.endswith(table.counting_endings)
    return counts and not line.capital(at)


def _by_triple(line: Line, at: int, weekday: int | None) -> Found | None:
    separator, (first, month, last), digits = line.values[at]
    if separator == ":" or digits[1] > 2:  # noqa: PLR2004 - two digits of a month
        return None
    if digits[0] == _YEAR_DIGITS and digits[2] <= 2:  # noqa: PLR2004 - and of a day
        return _valid(DayOfMonth(first, last, month, weekday), at + 1)
    if digits[0] > 2 or digits[2] not in {2, _YEAR_DIGITS}:  # noqa: PLR2004
        return None
    year = last if digits[2] == _YEAR_DIGITS else CENTURY + last
    return _valid(DayOfMonth(year, first, month, weekday), at + 1)


def _of_month(line: Line, at: int, weekday: int | None) -> Found | None:
    """As in "første april", "the first of April"."""
    number = line.values[at]
    place = skip(line, at + 1, Kind.OF)
    if number < 1 or line.kinds[place] is not Kind.MONTH:
        return None
    return _in_month(line, [number], place, weekday, ranged=False)


def _after_month(line: Line, at: int, weekday: int | None) -> Found | None:
    """As in "March 10th, 2022", "March 10-12"."""
    table = line.lexicon.table
    place = skip(line, at + 1, Kind.THE, Kind.DOT)
    number, end = _number(line, place)
    if number is None or not table.month_before_day:
        return None
    if modal(line, at):
        return None
    days = [number]
    ranged = spans(line, end)
    if ranged or line.kinds[end] is Kind.AND:
        last, after = _number(line, end + 1)
        if last is not None and line.kinds[after] not in _COUNTS_ON:
            days, end = [number, last], after
    year, end = year_after(line, end)
    return _days_of(days, line.values[at], year, weekday, end, ranged=ranged)
