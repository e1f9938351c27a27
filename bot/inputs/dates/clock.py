"""Times of the day: "kl. 14.00-15.15", "halv tre", "2:30 pm", "tid: 14-15.15"."""

from typing import Final, NamedTuple

from bot.inputs.dates.composed import AtTime
from bot.inputs.dates.grammar import Found, cardinal, closed, skip, supported, whole
from bot.inputs.dates.kinds import Kind, Unit
from bot.inputs.dates.meanings import Days, Impossible, Meaning
from bot.inputs.dates.readings import Doubt
from bot.inputs.dates.tokens import Line

_HOUR: Final = 60
_HALF_AN_HOUR: Final = 30
_SPOKEN_MINUTES: Final = frozenset({5, 10, 20, 25})
_NOON: Final = 12 * _HOUR
_MIDNIGHT: Final = 24 * _HOUR
_EARLIEST_SPOKEN: Final = 7 * _HOUR  # "halv tre" is in the afternoon, "halv otte" in the morning
_LAST_SMALL_HOUR: Final = 6
_LAST_MONTH: Final = 12
_RANGE: Final = frozenset({Kind.DASH, Kind.TO})
_BETWEEN: Final = frozenset({Kind.AND})
_LABELS: Final = frozenset({Kind.CLOCK, Kind.TIME_LABEL})
_LEADING: Final = frozenset({Kind.COLON, Kind.DOT, Kind.ABOUT})
_COUNTS: Final = frozenset({Kind.UNIT, Kind.COUNTED, Kind.MONTH, Kind.SHY_MONTH, Kind.SUFFIX})
_BEFORE_TIME: Final = frozenset({Kind.COMMA, Kind.OPEN, Kind.AT, Kind.ROLE, Kind.ON})
_NAMES: Final = frozenset({Kind.WEEKDAY, Kind.MONTH})
_NUMBERS: Final = frozenset({Kind.INT, Kind.PAIR})


class _Moment(NamedTuple):
    minutes: int
    end: int
    bare: bool = False
    """Only an hour, which may be of the afternoon: "3"."""
    exact: bool = False
    """By its shape a time and nothing else: "14:00", "2 pm", "halv tre"."""
    dotted: bool = False
    """Too late in the hour for a month's number: "14.15"; "10.12" may be 10 December."""
    afternoon: bool = False
    """It was said to be: "3 pm"."""


class Times(NamedTuple):
    minutes: tuple[int, ...]
    second: tuple[int, ...]
    """The other reading of a bare hour."""
    end: int
    certain: bool
    """By its shape a time and nothing else."""


def labelled(line: Line, at: int) -> Times | None:
    """A time after "kl." or "tid:"."""
    if line.kinds[at] not in _LABELS or _organisation(line, at):
        return None
    inside = _inside(line, at)
    if line.kinds[at] is Kind.TIME_LABEL and line.kinds[at + 1] is not Kind.COLON:
        return None
    return _times(line, inside, _BETWEEN if line.kinds[at - 1] is Kind.BETWEEN else _RANGE)


def beside(line: Line, at: int) -> Times | None:
    """The time that follows a date: ", tid: 14-15.15", " 14:00", " at 3", " fra kl. 14"."""
    place = at
    while place < at + 2 and line.kinds[place] in _BEFORE_TIME:
        place += 1
    found = labelled(line, place)
    if found is not None:
        return found
    if line.kinds[place] is Kind.BETWEEN:
        found = _times(line, place + 1, _BETWEEN)
        return found if found is not None and len(found.minutes) > 1 else None
    found = _times(line, place)
    if found is None or line.kinds[found.end] in _COUNTS:
        return None
    said = found.certain or line.kinds[place - 1] is Kind.AT
    ranged = len(found.minutes) > 1 and closed(line, found.end)
    return found if said or ranged or line.kinds[place] is Kind.PAIR else None


def alone(line: Line, at: int) -> Found | None:
    """A time without a date belongs to the reference day."""
    if _nonsense(line, at):
        return Found((Impossible(Doubt.NO_SUCH_TIME),), _inside(line, at) + 1)
    found = labelled(line, at) or _unlabelled(line, at)
    return None if found is None else Found((on(Days(0), found),), found.end)


def on(day: Meaning, found: Times) -> AtTime:
    return AtTime(day, found.minutes, found.second)


def _unlabelled(line: Line, at: int) -> Times | None:
    start = at + 1 if line.kinds[at] is Kind.AT else at
    found = _times(line, start)
    if found is None or line.kinds[found.end] in _COUNTS:
        return None
    if found.certain or (start > at and closed(line, found.end)):
        return found
    return None


def _times(line: Line, at: int, joints: frozenset[Kind] = _RANGE) -> Times | None:
    """A time or a range of times."""
    first = _moment(line, at)
    if first is None:
        return None
    if line.kinds[first.end] in joints:
        last = _moment(line, _inside(line, first.end))
        if last is not None and not _begins_date(line, last.end):
            minutes = (_before(first, last), last.minutes)
            both = line.kinds[at] is Kind.PAIR and line.kinds[last.end - 1] is Kind.PAIR
            dotted = first.dotted and last.dotted  # "14.10-14.25" are two times as well
            dotted = dotted or (both and (first.dotted or last.dotted))
            certain = first.exact or last.exact or dotted
            return Times(minutes, (), last.end, certain)
    return _one(line, at, first)


def _begins_date(line: Line, at: int) -> bool:
    """Is the number before this place a day: "kl. 22 - 11. marts"?"""
    return line.kinds[skip(line, at, Kind.DOT)] in {Kind.MONTH, Kind.SHY_MONTH}


def _one(line: Line, at: int, found: _Moment) -> Times:
    certain = found.exact or (found.dotted and whole(line, at, found.end))
    minutes, later = found.minutes, found.minutes + _NOON
    if not found.bare or not _HOUR <= minutes <= _LAST_SMALL_HOUR * _HOUR:
        return Times((minutes,), (), found.end, certain)
    best, other = (minutes, later) if line.lexicon.table.clock_24h else (later, minutes)
    return Times((best,), (other,), found.end, certain)


def _before(first: _Moment, last: _Moment) -> int:
    """As in "2-3 pm" begins in the afternoon as well, "11-2 pm" doesn't."""
    later = first.minutes + _NOON
    also = last.afternoon and not first.afternoon and first.minutes < _NOON
    bare = first.bare and last.exact
    return later if (also or bare) and last.minutes >= later else first.minutes


def _moment(line: Line, at: int) -> _Moment | None:
    match line.kinds[at]:
        case Kind.INT:
            return _beside_hour(line, at) or _hour(line, at)
        case Kind.PAIR:
            return _hour_and_minutes(line, at)
        case Kind.HALF_HOUR | Kind.QUARTER_HOUR:
            hour = cardinal(line, at + 1)
            return None if hour is None else _spoken(line, hour * _HOUR + line.values[at], at + 2)
        case Kind.CARDINAL if (found := _beside_hour(line, at)) is not None:
            return found
        case Kind.CARDINAL:
            o_clock = line.kinds[at + 1] is Kind.CLOCK or line.kinds[at - 1] is Kind.CLOCK
            return _spoken(line, line.values[at] * _HOUR, at + 1) if o_clock else None
        case Kind.TIME_WORD:
            return _Moment(line.values[at] * _HOUR, at + 1, exact=True)
        case _:
            return None


def _beside_hour(line: Line, at: int) -> _Moment | None:
    """As in "fem i to", "ti minutter over halv tre", "twenty past two"."""
    minutes, place = cardinal(line, at), at + 1
    if line.kinds[place] is Kind.UNIT and line.values[place].unit is Unit.MINUTE:
        place += 1
    elif line.kinds[at] is Kind.INT or minutes not in _SPOKEN_MINUTES:
        return None
    sign = line.lexicon.table.minute_signs.get(line.word(place))
    if minutes is None or sign is None or minutes >= _HALF_AN_HOUR:
        return None
    half = line.values[place + 1] if line.kinds[place + 1] is Kind.HALF_HOUR else 0
    end = place + 2 if half else place + 1
    hour = cardinal(line, end)
    if hour is None or not closed(line, end + 1):
        return None
    if line.kinds[place] is Kind.TO and not supported(line, at, end + 1):
        return None  # "the vote was five to two"
    return _spoken(line, hour * _HOUR + half + sign * minutes, end + 1)


def _hour(line: Line, at: int) -> _Moment | None:
    minutes = line.values[at] * _HOUR
    digits = line.ends[at] - line.starts[at]
    if digits > 2:  # noqa: PLR2004 - two digits of an hour
        return _run_together(line, at)
    if minutes > _MIDNIGHT:
        return None
    after_comma = _after_comma(line, at)
    if after_comma is not None:
        return _Moment(minutes + after_comma, at + 3, exact=True)
    return _with_half_day(line, _Moment(minutes, at + 1, bare=digits == 1))


def _after_comma(line: Line, at: int) -> int | None:
    """The minutes in "kl. 9,30"."""
    joined = line.kinds[at + 1 : at + 3] == (Kind.COMMA, Kind.INT) and line.glued(at + 2)
    if not joined or line.kinds[at - 1] is not Kind.CLOCK or not line.glued(at + 1):
        return None
    two = line.ends[at + 2] - line.starts[at + 2] == 2  # noqa: PLR2004 - digits of minutes
    return line.values[at + 2] if two and line.values[at + 2] < _HOUR else None


def _run_together(line: Line, at: int) -> _Moment | None:
    """As in "kl. 0930": only after the clock's word, elsewhere it is a year or a count."""
    hour, minutes = divmod(line.values[at], 100)
    ends = line.kinds[at - 1] in _RANGE and line.kinds[at - 3] is Kind.CLOCK  # "kl. 0930-1015"
    said = ends or line.kinds[at - 1] is Kind.CLOCK
    if not said or hour * _HOUR >= _MIDNIGHT or minutes >= _HOUR:
        return None
    return _Moment(hour * _HOUR + minutes, at + 1, exact=True)


def _hour_and_minutes(line: Line, at: int) -> _Moment | None:
    separator, (hour, minutes), (_, digits) = line.values[at]
    if separator == "/" or digits != 2 or minutes >= _HOUR:  # noqa: PLR2004 - digits of minutes
        return None
    total = hour * _HOUR + minutes
    if total > _MIDNIGHT:
        return None
    dotted = minutes == 0 or minutes > _LAST_MONTH
    return _with_half_day(line, _Moment(total, at + 1, exact=separator == ":", dotted=dotted))


def _with_half_day(line: Line, found: _Moment) -> _Moment:
    """The same time with the "pm" or "o'clock" that follows it, if one does."""
    kind = line.kinds[found.end]
    if kind is Kind.CLOCK and line.values[found.end]:
        return _spoken(line, found.minutes, found.end) or found
    if kind is Kind.TIME_WORD and found.minutes == line.values[found.end] * _HOUR:
        return found._replace(end=found.end + 1, exact=True)  # "12 noon"
    if kind is not Kind.HALF_DAY or not 0 < found.minutes < _NOON + _HOUR:
        return found
    minutes = found.minutes % _NOON + line.values[found.end] * _HOUR
    return _Moment(minutes, found.end + 1, exact=True, afternoon=line.values[found.end] > 0)


def _spoken(line: Line, minutes: int, end: int) -> _Moment | None:
    """A time in words belongs to the day's work, not to its night."""
    if not 0 < minutes <= _MIDNIGHT:
        return None
    if line.kinds[end] is Kind.CLOCK and line.values[end]:
        end += 1
    day_time = minutes + _NOON if minutes < _EARLIEST_SPOKEN else minutes
    return _Moment(day_time, end, exact=True)


def _inside(line: Line, at: int) -> int:
    """The place after "kl.", a dash or "til", and after what may stand between it and a time."""
    place = at + 1
    while place < at + 4 and line.kinds[place] in _LEADING | _LABELS:
        place += 1
    return place


def _organisation(line: Line, at: int) -> bool:
    """KL is an organisation, kl. a clock; in capitals only what looks like a time tells."""
    in_capitals = line.text[line.starts[at] : line.starts[at] + 2].isupper()
    if not in_capitals or line.kinds[_inside(line, at)] is Kind.PAIR:
        return False
    shouted = line.text.isupper() and not _NAMES.isdisjoint(line.kinds)
    return not shouted


def _nonsense(line: Line, at: int) -> bool:
    """As in "kl. 25": a clock was meant, and there is no such time."""
    if line.kinds[at] is not Kind.CLOCK or _organisation(line, at):
        return False
    inside = _inside(line, at)
    return line.kinds[inside] in _NUMBERS and _moment(line, inside) is None
