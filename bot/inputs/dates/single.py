"""One date: which rules may begin at a token, and the time of the day that follows a day."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.inputs.dates import clock
from bot.inputs.dates.composed import AtTime, Nth, Shifted, WeekdayIn
from bot.inputs.dates.days import day_word, in_week_before, meeting, past_weekday, weekday
from bot.inputs.dates.grammar import Found, Rule, skip
from bot.inputs.dates.kinds import Kind, Unit
from bot.inputs.dates.meanings import (
    DayOfMonth,
    DayOnly,
    Days,
    FeastDays,
    Fixed,
    Impossible,
    Instant,
    Meeting,
    Stretch,
    Weekday,
)
from bot.inputs.dates.numbers import day
from bot.inputs.dates.periods import period
from bot.inputs.dates.readings import Doubt
from bot.inputs.dates.relative import WeekdayBeside, ahead, beside_unit, counted, nth_beside
from bot.inputs.dates.tokens import Line
from bot.inputs.dates.units import in_other_year
from storage.vocabulary import Precision

TIMED: Final = (
    DayOfMonth, DayOnly, Weekday, WeekdayIn, Days, Shifted, Nth, FeastDays, Meeting,
    WeekdayBeside,
)  # fmt: skip
"""Meanings that are one day, so that a time of the day may follow."""


def date(line: Line, at: int) -> Found | None:
    """One date (or a list of its kind: "uge 12, 13 og 14") with the time that follows it."""
    for rule in RULES.get(line.kinds[at], ()):
        found = rule(line, at)
        if found is not None:
            return _with_time(line, found) if found.meanings else found
    return None


def _with_time(line: Line, found: Found) -> Found:
    if line.kinds[found.end] is Kind.END or len(found.meanings) != 1:
        return found
    found = in_week_before(line, found)
    (only,) = found.meanings
    if not isinstance(only, TIMED):
        return found
    times = clock.beside(line, found.end)
    if times is None:
        return found
    return Found((clock.on(only, times),), skip(line, times.end, Kind.CLOSE))


def _numbered(line: Line, at: int) -> Found | None:
    found = day(line, at)
    return None if found is None else in_other_year(line, found)


def _the(line: Line, at: int) -> Found | None:
    """As in "den 10. marts", "d. 10/3", "the last Thursday in March", "the day before Easter"."""
    place = skip(line, at + 1, Kind.DOT)
    if place == at + 1 and line.glued(place) and line.capital(at) and not _slashed(line, place):
        return None  # "D3.1" is a delivery, "D.3.1" may be a day
    found = day(line, place, named=not line.values[at])  # "de 10" are ten of something
    if found is not None and isinstance(found.meanings[0], DayOnly):
        listed = period(line, place)  # "the 2nd and 3rd quarters"
        found = found if listed is None else None
    if found is not None:
        return in_other_year(line, found._replace(weak=False))
    match line.kinds[place]:
        case Kind.WEEKDAY:
            return weekday(line, place)
        case Kind.UNIT:
            return beside_unit(line, place) or period(line, place)
        case Kind.THE | Kind.MONTH | Kind.SHY_MONTH:
            return None
        case _:
            return nth_beside(line, place) or period(line, place)


def _slashed(line: Line, at: int) -> bool:
    return line.kinds[at] is Kind.PAIR and line.values[at].separator == "/"


def _moment(line: Line, at: int) -> Found | None:
    """As in "2022-03-10", "2022-03-10T14:00", "2022-03-10T13:00:00Z"."""
    stamp = line.values[at].upper()
    if "T" not in stamp:
        return day(line, at)
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return Found((Impossible(Doubt.NO_SUCH_TIME),), at + 1)
    if moment.tzinfo is not None:
        return Found((Instant(moment),), at + 1)
    minute = moment.replace(second=0, microsecond=0)
    return Found((Fixed(Stretch(minute, minute, Precision.MINUTE)),), at + 1)


def _minutes_first(line: Line, at: int) -> Found | None:
    """As in "10 minutter i tre", where ten minutes are no length."""
    minutes = line.kinds[at + 1] is Kind.UNIT and line.values[at + 1].unit is Unit.MINUTE
    return _time_first(line, at) if minutes else None


def _time_first(line: Line, at: int) -> Found | None:
    """As in "kl. 14 på fredag", "14.00-15.15 den 10. marts"; or a time of the reference day."""
    found = clock.alone(line, at)
    if found is None or not isinstance(found.meanings[0], AtTime):
        return found
    place = skip(line, skip(line, found.end, Kind.COMMA), Kind.ON)
    for rule in RULES.get(line.kinds[place], ()) if line.kinds[place] not in _CLOCKS else ():
        dated = rule(line, place)
        if dated is not None and len(dated.meanings) == 1 and isinstance(dated.meanings[0], TIMED):
            timed = found.meanings[0]
            return Found((replace(timed, period=dated.meanings[0]),), dated.end)
    return found


_CLOCKS: Final = frozenset(
    {Kind.CLOCK, Kind.TIME_LABEL, Kind.HALF_HOUR, Kind.QUARTER_HOUR, Kind.TIME_WORD, Kind.AT}
)
RULES: Final[dict[Kind, tuple[Rule, ...]]] = {
    **dict.fromkeys(_CLOCKS, (_time_first,)),
    **dict.fromkeys((Kind.WEEKDAY, Kind.SHY_WEEKDAY), (weekday,)),
    **dict.fromkeys((Kind.MONTH, Kind.SHY_MONTH), (_numbered, period)),
    Kind.ORDINAL: (nth_beside, _numbered, period),
    Kind.WHICH: (nth_beside, period),
    **dict.fromkeys((Kind.CARDINAL, Kind.LENGTH), (_time_first, counted)),
    **dict.fromkeys(
        (
            Kind.THIS,
            Kind.GENITIVE_MONTH,
            Kind.LETTER,
            Kind.SEASON,
            Kind.FEAST,
            Kind.PART,
            Kind.EDGE,
            Kind.LAST_DAY,
        ),
        (period,),
    ),
    Kind.INT: (_minutes_first, nth_beside, _numbered, period, counted, _time_first),
    Kind.PAIR: (_time_first, _numbered, period),
    Kind.TRIPLE: (_numbered,),
    Kind.ISO: (_moment,),
    Kind.THE: (_the,),
    Kind.UNIT: (beside_unit, period),
    Kind.PAST_WEEKDAY: (past_weekday,),
    Kind.DAY_WORD: (day_word,),
    Kind.AHEAD: (ahead,),
    Kind.MEETING: (meeting,),
}
