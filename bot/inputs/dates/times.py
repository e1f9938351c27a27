"""Times that stand apart from their day: "Fredag. Vi mødes kl. 14", "10. marts på Teams kl. 14"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.inputs.dates.composed import AtTime, Between
from bot.inputs.dates.meanings import Days, Meaning
from bot.inputs.dates.ranges import Hit
from bot.inputs.dates.single import TIMED


def is_day(hit: Hit) -> bool:
    """Is it more than a time, which belongs to whatever day the text names?"""
    said = hit.meanings[0]
    return not (isinstance(said, AtTime) and isinstance(said.period, Days))


def with_their_times(found: Sequence[Hit]) -> list[Hit]:
    """Each time is given to the day before it, or to the first one after it. A time that finds
    none is left out: beside a date it isn't today's.
    """
    if all(map(is_day, found)) or not any(map(is_day, found)):
        return list(found)
    hits: list[Hit] = []
    waiting: Hit | None = None
    for hit in found:
        if is_day(hit):
            hits.append(_joined(hit, waiting) if waiting is not None else hit)
            waiting = None
        elif hits:
            again = _again(hits[-1], hit)
            hits[-1:] = [_joined(hits[-1], hit)] if again is None else [hits[-1], again]
        else:
            waiting = hit
    return hits


def _again(day: Hit, time: Hit) -> Hit | None:
    """As in "14. marts kl. 10 eller kl. 14": the same day at another time."""
    said, clock = day.meanings[-1], time.meanings[0]
    if time.first - day.end != 1 or time.role is not None:
        return None
    if not isinstance(said, AtTime) or not isinstance(clock, AtTime):
        return None
    return time._replace(meanings=(replace(clock, period=said.period),), role=day.role)


def _joined(day: Hit, time: Hit) -> Hit:
    """The day at that time, if it is one that a time may follow and has none yet."""
    clock = time.meanings[0]
    if time.role is not None or not isinstance(clock, AtTime):
        return day
    meanings = tuple(_at(meaning, clock) for meaning in day.meanings)
    if None in meanings:
        return day
    return day._replace(
        meanings=tuple(filter(None, meanings)),
        first=min(day.first, time.first),
        end=max(day.end, time.end),
    )


def _at(day: Meaning, clock: AtTime) -> Meaning | None:
    if isinstance(day, TIMED):
        return AtTime(day, clock.minutes, clock.second)
    if isinstance(day, Between) and clock.ends and isinstance(day.first, TIMED):
        first, last = clock.minutes
        return Between(AtTime(day.first, (first,)), AtTime(day.last, (last,)))
    return None
