"""All the dates in a line, in their order."""

from collections.abc import Callable, Iterator
from typing import Final

from bot.inputs.dates import roles
from bot.inputs.dates.kinds import Kind
from bot.inputs.dates.ranges import Hit, plain
from bot.inputs.dates.single import RULES
from bot.inputs.dates.tokens import Line

_FREE_TRIES: Final = 40
_CHARACTERS_A_TRY: Final = 40
"""A date is looked for at forty places, and at one more for every forty characters. Prose has
one in eighty; only a text made to cost time has more, and the rest of that isn't looked at."""
_Opener = Callable[[Line, int], Hit | None]
_OPENERS: Final[dict[Kind, _Opener]] = {
    **dict.fromkeys(RULES, plain),
    Kind.ROLE: roles.role,
    Kind.AGO: roles.role,
    Kind.IN: roles.during,
    Kind.FROM_TODAY: roles.from_today,
    Kind.ABOUT: roles.about,
    Kind.BETWEEN: roles.between,
    Kind.GUARD: roles.guard,
    Kind.LAW: roles.law,
    Kind.RECURRENCE: roles.recurrence,
    Kind.WEEKDAYS: roles.recurrence,
}


def hits(line: Line) -> Iterator[Hit]:
    """The dates, and the lengths of time, in a line, in their order."""
    done, tries = 0, _FREE_TRIES + len(line.text) // _CHARACTERS_A_TRY
    for at, kind in enumerate(line.kinds):
        opener = _OPENERS.get(kind)
        if opener is None or at < done:
            continue
        hit = opener(line, at)
        if hit is not None:
            done = hit.end
            if hit.meanings and line.kinds[done] is not Kind.RECURRENCE:
                yield hit
        tries -= 1
        if not tries:
            return
