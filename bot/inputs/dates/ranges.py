"""Ranges, explanations in brackets, and words that follow a date."""

from dataclasses import replace
from typing import Final, NamedTuple

from bot.inputs.dates.composed import AtTime, Beside, Between
from bot.inputs.dates.evidence import accepted, doubtful
from bot.inputs.dates.grammar import Found, closed, skip, spans
from bot.inputs.dates.kinds import Kind, Role
from bot.inputs.dates.meanings import DayOfMonth, Length, Meaning, Weekday
from bot.inputs.dates.relative import Eve
from bot.inputs.dates.single import date
from bot.inputs.dates.tokens import Line

_CLOCKS: Final = frozenset({Kind.CLOCK, Kind.PAIR, Kind.INT, Kind.TIME_WORD, Kind.AT})


_EVERY: Final = (Kind.WEEKDAY, Kind.RECURRENCE)


class Hit(NamedTuple):
    """A date in a line: what was said, from which token to which, and in which role."""

    meanings: tuple[Meaning, ...]
    first: int
    end: int
    role: Role | None = None
    approximate: bool = False
    doubtful: bool = False
    """It may be no date: a bare "10.3"."""


def ranged(line: Line, at: int) -> Found | None:
    """A date, or from one to another: "10. marts - 12. april", "uge 9 til og med uge 12"."""
    first = date(line, at)
    if first is None or not first.meanings or line.kinds[first.end] is Kind.END:
        return first
    if spans(line, first.end) and line.kinds[first.end + 1 : first.end + 3] == _EVERY:
        return Found((), first.end + 2)  # "mandag til fredag hver uge"
    last = until(line, first)
    if last is not None:
        ends = Between(first.meanings[0], last.meanings[0])
        found = Found((ends,), last.end, first.weak and last.weak)
        return _explained(line, found)
    return _explained(line, first)


def until(line: Line, first: Found) -> Found | None:
    """The end of a range, after "til", a dash, "til og med" or "frem til"."""
    if len(first.meanings) != 1 or isinstance(first.meanings[0], Length):
        return None
    joint, place = line.kinds[first.end], first.end + 1
    through = joint is Kind.ROLE and line.values[first.end] in {Role.THROUGH, Role.UNTIL}
    if joint not in {Kind.DASH, Kind.TO} and not through:
        return None
    last = date(line, skip(line, place, Kind.ON, Kind.IN))
    if last is None or len(last.meanings) != 1 or isinstance(last.meanings[0], Length):
        return None
    if through and line.values[first.end] is Role.UNTIL:
        return last._replace(meanings=(Eve(last.meanings[0]),))
    return last


def _explained(line: Line, found: Found) -> Found:
    """As in "uge 12 (21.-27. marts 2022)"."""
    if line.kinds[found.end] is not Kind.OPEN or len(found.meanings) != 1:
        return found
    inside = _bracketed(line, found.end + 1)
    if inside is None or line.kinds[inside.end] is not Kind.CLOSE:
        return found
    if len(inside.meanings) != 1 or isinstance(inside.meanings[0], Length):
        return found
    return Found((_explaining(found.meanings[0], inside.meanings[0]),), inside.end + 1)


def _explaining(main: Meaning, explanation: Meaning) -> Meaning:
    """The weekday of a day ("10. marts (torsdag)") is checked as if it stood before it."""
    match main, explanation:
        case (DayOfMonth(weekday=None) as day, Weekday(weekday)) | (
            Weekday(weekday),
            DayOfMonth(weekday=None) as day,
        ):
            return replace(day, weekday=weekday)
        case _:
            return Beside(main, explanation)


def _bracketed(line: Line, at: int) -> Found | None:
    first = date(line, at)
    last = None if first is None or not first.meanings else until(line, first)
    if first is None or last is None:
        return first if first is not None and first.meanings else None
    return Found((Between(first.meanings[0], last.meanings[0]),), last.end)


def plain(line: Line, at: int) -> Hit | None:
    found = ranged(line, at)
    if found is None:
        return None
    if not found.meanings:
        return Hit((), at, found.end)
    doubt = doubtful(line, found, at)
    if not doubt and not accepted(line, found, at):
        return Hit((), at, found.end)
    role, end = _role_after(line, found.end)
    return Hit(found.meanings, at, end, role or _role_inside(line, at, found), doubtful=doubt)


def _role_inside(line: Line, at: int, found: Found) -> Role | None:
    """As in "fredag senest kl. 12", "i morgen inden kl. 10"."""
    if len(found.meanings) != 1 or not isinstance(found.meanings[0], AtTime):
        return None
    said = (
        line.values[place]
        for place in range(at + 1, found.end - 1)
        if line.kinds[place] is Kind.ROLE and line.kinds[place + 1] in _CLOCKS
    )
    role = next(said, None)
    return role if role in {Role.BY, Role.BEFORE} else None


def _role_after(line: Line, at: int) -> tuple[Role | None, int]:
    """As in "uge 9 og frem", "1. april senest", "uge 9 tidligst"."""
    if line.kinds[at] is Kind.END:
        return None, at
    if line.kinds[at] is Kind.COMMA and line.kinds[at + 1] is Kind.ROLE and closed(line, at + 2):
        return _role_after(line, at + 1)  # "8. april, senest"
    if line.kinds[at] is Kind.ROLE_AFTER:
        return line.values[at], at + 1
    if line.kinds[at] is Kind.ROLE and line.values[at] in {Role.BY, Role.FROM}:
        said: Role = line.values[at]
        goes_on = said is Role.BY and line.kinds[at + 1] is Kind.OTHER
        return (said, at + 1) if goes_on or closed(line, at + 1) else (None, at)
    return None, at
