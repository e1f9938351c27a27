"""All the dates in a line, in their order."""

from collections.abc import Callable, Iterator
from typing import Final

from bot.inputs.dates import roles
from bot.inputs.dates.kinds import Kind
from bot.inputs.dates.ranges import Hit, plain
from bot.inputs.dates.single import RULES
from bot.inputs.dates.tokens import Line

_MOST_HITS: Final = 60
"""Dates read in one text; the rest of a longer table isn't looked at. Bounds the time."""


_MOST_TRIES: Final = 400
"""Places at which a date is looked for in vain: a page of prose has a hundred."""
_Opener = Callable[[Line, int], Hit | None]
_OPENERS: Final[dict[Kind, _Opener]] = {
    **dict.fromkeys(RULES, plain),
    Kind.ROLE: roles.role,
    Kind.AGO: roles.role,
    Kind.ABOUT: roles.about,
    Kind.BETWEEN: roles.between,
    Kind.GUARD: roles.guard,
    Kind.LAW: roles.law,
    Kind.RECURRENCE: roles.recurrence,
    Kind.WEEKDAYS: roles.recurrence,
}


def hits(line: Line) -> Iterator[Hit]:
    """The dates, and the lengths of time, in a line, in their order."""
    done = found = tries = 0
    for at, kind in enumerate(line.kinds):
        opener = _OPENERS.get(kind)
        if opener is None or at < done:
            continue
        hit = opener(line, at)
        tries += 1
        if hit is not None:
            done = hit.end
            if hit.meanings and line.kinds[done] is not Kind.RECURRENCE:
                found += 1
                yield hit
        if found > _MOST_HITS or tries > _MOST_TRIES:
            return
