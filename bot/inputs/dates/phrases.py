"""All the dates in a line, in their order."""

from collections.abc import Callable, Iterator
from typing import Final

from bot.inputs.dates import roles
from bot.inputs.dates.kinds import Kind
from bot.inputs.dates.ranges import Hit, plain
from bot.inputs.dates.single import RULES
from bot.inputs.dates.tokens import Line

MOST_DATES: Final = 40
"""Dates and lengths read in one text; what comes after them isn't looked at. A sentence has
two, a rollout plan is read line by line, and a text made to cost time has no right to more."""
_MOST_FAILURES: Final = 60
"""Numbers and units in one text that turn out to be no date."""
_FEWEST_NAMES: Final = 150
_NAMES_OF_WORDS: Final = 10
"""Names and number words that turn out to be no date: in a text so many, or of so many words one.
"Man" and "to" are frequent, but not more than that."""
_NAMES: Final = frozenset(
    {Kind.MONTH, Kind.SHY_MONTH, Kind.WEEKDAY, Kind.SHY_WEEKDAY, Kind.FEAST, Kind.SEASON}
    | {Kind.ORDINAL, Kind.CARDINAL, Kind.PART, Kind.WHICH, Kind.ROLE}
)
_COUNTED: Final = frozenset({Kind.INT, Kind.PAIR, Kind.TRIPLE, Kind.UNIT})
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
    done = found = failures = names = 0
    most = max(_FEWEST_NAMES, len(line.kinds) // _NAMES_OF_WORDS)
    for at, kind in enumerate(line.kinds):
        opener = _OPENERS.get(kind)
        if opener is None or at < done:
            continue
        hit = opener(line, at)
        if hit is not None:
            done = hit.end
        if hit is not None and hit.meanings and line.kinds[done] is not Kind.RECURRENCE:
            found += len(hit.meanings)
            yield hit
        else:
            failures += kind in _COUNTED
            names += kind in _NAMES
        if found >= MOST_DATES or failures >= _MOST_FAILURES or names >= most:
            return
