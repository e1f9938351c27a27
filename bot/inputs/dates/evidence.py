"""When a weak find is a date after all: the words around it decide."""

from typing import Final

from bot.inputs.dates.composed import Between
from bot.inputs.dates.grammar import Found, closed, supported, whole
from bot.inputs.dates.kinds import Kind, Role
from bot.inputs.dates.meanings import DayOfMonth, Meaning, Months, Weekday
from bot.inputs.dates.tokens import Line
from storage.vocabulary import Precision

_CERTAIN: Final = frozenset({Role.BY, Role.BEFORE, Role.UNTIL, Role.THROUGH, Role.WITHIN})
_BEFORE_WEEKDAY: Final = frozenset({Kind.ON, Kind.ROLE, Kind.COLON, Kind.WHICH})
_BEFORE_YEAR: Final = frozenset({Kind.IN, Kind.AHEAD, Kind.ROLE, Kind.TO, Kind.BETWEEN, Kind.ABOUT})
_BEFORE_NAME: Final = frozenset({Kind.IN, Kind.AHEAD, Kind.ROLE, Kind.BETWEEN})
_WITHIN: Final = frozenset({Kind.IN, Kind.AHEAD})
_LIST: Final = frozenset({Kind.AND, Kind.SLASH, Kind.COMMA, Kind.DASH, Kind.TO})
_PLANNED_YEARS: Final = 15
"""How far from the present a bare number before another word may still be a year."""


def accepted(line: Line, found: Found, at: int) -> bool:
    """Is this find a date here? Strong finds are one everywhere."""
    if not found.weak:
        return True
    first = _first(found.meanings[0])
    if not isinstance(first, DayOfMonth) and _limited(line, found.end):
        return True
    match first:
        case Weekday():
            return _short_weekday(line, found, at)
        case DayOfMonth():
            return _short_date(line, found, at)
        case Months(precision=Precision.YEAR):
            return _bare_year(line, found, at, first.year or 0)
        case Months() if line.kinds[at] in {Kind.MONTH, Kind.SHY_MONTH}:
            return _bare_month(line, found, at)
        case _:
            return supported(line, at, found.end) or _shares_year(line, found, at)


def _short_weekday(line: Line, found: Found, at: int) -> bool:
    """As in "på tors", "næste tirs."; "on sun" and "på man" are one only by themselves."""
    if not closed(line, found.end):
        return False
    if Kind.WHICH in line.kinds[at : found.end]:
        return True
    before = line.kinds[at - 1] if at > 0 else Kind.END
    if before is Kind.ON and _ordinary(line, at):
        return whole(line, at - 1, found.end)
    return at == 0 or before in _BEFORE_WEEKDAY


def _ordinary(line: Line, at: int) -> bool:
    """Is this name an ordinary word, or somebody's, as well: "sun", "man", "Jan"?"""
    return line.word(at).rstrip(".") in line.lexicon.table.ordinary_words


def _shares_year(line: Line, found: Found, at: int) -> bool:
    """As in "forår/sommer 2022"."""
    joined = line.kinds[found.end] in _LIST and line.kinds[found.end + 1] is line.kinds[at]
    return joined and line.kinds[found.end + 2] is Kind.INT


def _limited(line: Line, at: int) -> bool:
    """As in "2023 og frem", "påsken senest"."""
    if line.kinds[at] is Kind.ROLE_AFTER:
        return True
    return line.kinds[at] is Kind.ROLE and line.values[at] is Role.BY and closed(line, at + 1)


def doubtful(line: Line, found: Found, at: int) -> bool:
    """As in "10.3" and nothing else: perhaps 10 March, perhaps an item's number."""
    return (
        found.weak
        and line.kinds[at] is Kind.PAIR
        and line.values[at].separator == "."
        and line.lexicon.table.dotted_dates
        and isinstance(found.meanings[0], DayOfMonth)
        and line.kinds[found.end - 1] is Kind.PAIR
        and whole(line, at, found.end)
    )


def _first(meaning: Meaning) -> Meaning:
    return meaning.first if isinstance(meaning, Between) else meaning


def _short_date(line: Line, found: Found, at: int) -> bool:
    """As in "10.3." as in "senest 10.3.", and "1/2" where it is no fraction."""
    place = at - 2 if at > 1 and line.kinds[at - 1] is Kind.COLON else at - 1
    before = line.kinds[place] if place >= 0 else Kind.END
    if before is Kind.ROLE and line.values[place] in _CERTAIN:
        return True
    stopped = line.kinds[found.end - 1] is Kind.DOT
    if stopped or _slashed(line, at):
        return supported(line, at, found.end) and line.kinds[found.end] is not Kind.OTHER
    return before in {Kind.ON, Kind.AT} and closed(line, found.end)


def _slashed(line: Line, at: int) -> bool:
    return line.kinds[at] is Kind.PAIR and line.values[at].separator == "/"


def _bare_year(line: Line, found: Found, at: int, year: int) -> bool:
    """As in "i 2022", but not "i 2100 København" nor "2022 kommuner"."""
    if whole(line, at, found.end):
        return True
    before = line.kinds[at - 1] if at > 0 else Kind.END
    likely = abs(year - line.year) <= _PLANNED_YEARS
    if before is Kind.COLON:  # "frist: 2023"
        return likely and closed(line, found.end)
    if before not in _BEFORE_YEAR:
        return False
    if line.kinds[found.end] in {Kind.COUNTED, Kind.UNIT}:
        return False  # "ca. 2022 brugere"
    if line.kinds[found.end] is not Kind.OTHER:
        return True
    verb = line.kinds[at - 1] in {Kind.IN, Kind.AHEAD, Kind.ROLE}
    return likely and verb and not line.capital(found.end)


def _bare_month(line: Line, found: Found, at: int) -> bool:
    """As in "i Maj", but not "til Maj", who is a colleague; "in may", but not "may be"."""
    if whole(line, at, found.end):
        return True
    if at > 1 and line.kinds[at - 1] in _LIST and line.kinds[at - 2] is Kind.MONTH:
        return True  # "in April or May"
    if _slashed_months(line, at - 1) or _slashed_months(line, found.end):
        return True
    named = line.capital(at)
    if _ordinary(line, at):
        return _ordinary_month(line, found, at)
    if named or line.kinds[at] is Kind.MONTH:
        return at > 0 and line.kinds[at - 1] in _BEFORE_NAME
    return supported(line, at, found.end)


def _slashed_months(line: Line, at: int) -> bool:
    """As in "okt./nov."."""
    beside = {line.kinds[at - 1], line.kinds[at + 1]} if at > 0 else set()
    return line.kinds[at] is Kind.SLASH and beside <= {Kind.MONTH, Kind.SHY_MONTH}


def _ordinary_month(line: Line, found: Found, at: int) -> bool:
    """As in "i jan"; "fra Jan" is a colleague's, and "mail from Jan" may be."""
    before = line.kinds[at - 1] if at > 0 else Kind.END
    if before in _WITHIN or (before is Kind.ROLE and line.values[at - 1] in _CERTAIN):
        return True
    named = line.capital(at) and not line.lexicon.table.months_capitalised
    return not named and supported(line, at, found.end) and whole(line, at - 1, found.end)
