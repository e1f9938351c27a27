"""What the rules of the grammar share: what a rule finds, and the small things between.

A rule is a function of a line and a place in it; it answers with what begins there and where
that ends, or None. Rules look ahead a few tokens and never back, except `supported`.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from bot.inputs.dates.kinds import Kind, Role
from bot.inputs.dates.meanings import Meaning
from bot.inputs.dates.tokens import Line


class Found(NamedTuple):
    """What a rule found; more than one meaning is a list ("1., 2. og 3. marts")."""

    meanings: tuple[Meaning, ...]
    end: int
    weak: bool = False
    """It is a date only where its surroundings say so."""


Rule = Callable[[Line, int], Found | None]

WEEKDAYS: Final = frozenset({Kind.WEEKDAY, Kind.SHY_WEEKDAY})
_LAST_ORDINAL: Final = 366  # of days in a year; more is a year before a full stop
_SUPPORT: Final = frozenset(
    {Kind.IN, Kind.ON, Kind.AT, Kind.TO, Kind.ROLE, Kind.THE, Kind.COLON, Kind.BETWEEN, Kind.AHEAD}
    | {Kind.ABOUT}
)
_RANGE: Final = frozenset({Kind.DASH, Kind.TO})
_MARKS_AROUND: Final = 3
_CLOSING: Final = frozenset(
    {Kind.DOT, Kind.COMMA, Kind.COLON, Kind.CLOSE, Kind.MARK, Kind.APOSTROPHE, Kind.DASH}
)
_OPENING: Final = frozenset({Kind.OPEN, Kind.MARK, Kind.DASH, Kind.APOSTROPHE, Kind.COLON})
_STRONG_ENDS: Final = frozenset({Kind.END, Kind.COMMA, Kind.CLOSE, Kind.MARK, Kind.DOT, Kind.OPEN})


def skip(line: Line, at: int, *kinds: Kind) -> int:
    """The place after one token of these kinds, or the same place."""
    return at + 1 if line.kinds[at] in kinds else at


def spans(line: Line, at: int) -> bool:
    """Does this word stand between the ends of a range: "til", a dash, "til og med"?"""
    through = line.kinds[at] is Kind.ROLE and line.values[at] is Role.THROUGH
    return through or line.kinds[at] in _RANGE


def ordinal(line: Line, at: int) -> tuple[int, int] | None:
    """As in "1.", "1st", "første" and the place after it."""
    kind = line.kinds[at]
    if kind is Kind.ORDINAL:
        return line.values[at], at + 1
    if kind is not Kind.INT or line.values[at] > _LAST_ORDINAL:
        return None
    stopped = line.kinds[at + 1] in {Kind.DOT, Kind.SUFFIX} and line.glued(at + 1)
    return (line.values[at], at + 2) if stopped else None


def cardinal(line: Line, at: int) -> int | None:
    """As in "3", "tre"."""
    kind = line.kinds[at]
    if kind is Kind.CARDINAL or (kind is Kind.INT and line.values[at] <= _LAST_ORDINAL):
        return int(line.values[at])
    return None


def whole(line: Line, start: int, end: int) -> bool:
    """Is there nothing else in the line but marks?"""
    if start > _MARKS_AROUND or not all(kind in _OPENING for kind in line.kinds[:start]):
        return False
    after = (kind for kind in line.kinds[end : end + _MARKS_AROUND + 1] if kind not in _CLOSING)
    return next(after, None) is Kind.END


def supported(line: Line, start: int, end: int) -> bool:
    """Do the words around say that this is a date: a preposition, a label, or nothing else?"""
    return (start > 0 and line.kinds[start - 1] in _SUPPORT) or whole(line, start, end)


def compound(line: Line, at: int) -> bool:
    """Does a word follow that a dash glues to what stands before: "U21-landsholdet"?"""
    glued = line.kinds[at] is Kind.DASH and line.glued(at) and line.glued(at + 1)
    return glued and line.kinds[at + 1] in {Kind.OTHER, Kind.COUNTED}


def closed(line: Line, at: int) -> bool:
    """Does a sentence or a part of it end here?"""
    return line.kinds[at] in _STRONG_ENDS
