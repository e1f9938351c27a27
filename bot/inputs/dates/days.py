"""Days by their weekday, by a word, or counted: "torsdag d. 10. marts", "på fredag"."""

from typing import Final

from bot.inputs.dates.composed import Between, InOtherYear, Shifted, WeekdayIn
from bot.inputs.dates.grammar import WEEKDAYS, Found, closed, skip, whole
from bot.inputs.dates.kinds import Form, Kind, Role, Unit, UnitWord, Which
from bot.inputs.dates.meanings import Days, Length, Meaning, Meeting, Period, Week, Weekday
from bot.inputs.dates.numbers import day
from bot.inputs.dates.periods import period
from bot.inputs.dates.relative import WeekdayBeside, anchor, idiom, length
from bot.inputs.dates.tokens import Line
from bot.inputs.dates.units import in_other_year
from bot.inputs.dates.weeks import WeekOf, WeeksOrYear
from storage.vocabulary import Duration

_LIST: Final = frozenset({Kind.DASH, Kind.TO, Kind.AND, Kind.COMMA, Kind.SLASH})
_BEFORE_WEEK: Final = (Kind.COMMA, Kind.IN, Kind.OF, Kind.ON, Kind.AHEAD, Kind.OPEN)
_DATED: Final = frozenset({Kind.THE, Kind.INT, Kind.PAIR, Kind.TRIPLE})
_WEEK: Final = UnitWord(Unit.WEEK, Form.PLAIN)
_MOST_WEEKDAYS: Final = 7


def weekday(line: Line, at: int) -> Found | None:
    """A weekday with all that may explain it."""
    found = _with_date(line, at) or _in_week(line, at)
    if found is not None or line.kinds[at + 1] is Kind.RECURRENCE:
        return found
    which = line.values[at]
    return (
        _counted(line, at)
        or _beside(line, at)
        or Found((Weekday(which),), at + 1, weak=line.kinds[at] is Kind.SHY_WEEKDAY)
    )


def _with_date(line: Line, at: int) -> Found | None:
    """As in "torsdag den 10. marts", "man. d. 14/3", "Thursday, March 10"."""
    place = skip(line, skip(line, at + 1, Kind.DOT), Kind.COMMA)
    named = line.kinds[place] is Kind.THE
    if named:
        place = skip(line, place + 1, Kind.DOT)
    found = day(line, place, line.values[at], named=True)
    return None if found is None else in_other_year(line, found._replace(weak=False))


def _in_week(line: Line, at: int) -> Found | None:
    """As in "tirsdag og torsdag i uge 12", "fredag i næste uge"."""
    days, ranged, place = [line.values[at]], False, skip(line, at + 1, Kind.DOT)
    while (
        len(days) < _MOST_WEEKDAYS
        and line.kinds[place] in _LIST
        and line.kinds[place + 1] in WEEKDAYS
    ):
        ranged = ranged or line.kinds[place] in {Kind.DASH, Kind.TO}
        days.append(line.values[place + 1])
        place = skip(line, place + 2, Kind.DOT)
    found = period(line, skip(line, place, *_BEFORE_WEEK))
    if found is None or not all(is_week(meaning) for meaning in found.meanings):
        return None
    said = tuple(WeekdayIn(meaning, number) for meaning in found.meanings for number in days)
    bracketed = Kind.OPEN in line.kinds[at : found.end]
    return Found(
        (Between(said[0], said[-1]),) if ranged else said,
        skip(line, found.end, Kind.CLOSE) if bracketed else found.end,
    )


def is_week(meaning: Meaning) -> bool:
    if isinstance(meaning, InOtherYear):
        return is_week(meaning.period)
    if isinstance(meaning, Period):
        return meaning.unit is Unit.WEEK
    return isinstance(meaning, Week | WeekOf | WeeksOrYear)


def in_week_before(line: Line, found: Found) -> Found:
    """As in "uge 12, tirsdag", "næste uge på fredag": the weekday comes after its week."""
    place = skip(line, skip(line, found.end, Kind.COMMA, Kind.OPEN), Kind.ON)
    follows = line.kinds[place] in WEEKDAYS and line.kinds[place + 1] not in _DATED
    if line.kinds[place] is Kind.SHY_WEEKDAY:
        follows = closed(line, place + 1) or line.kinds[place + 1] is Kind.CLOCK
    if not follows or len(found.meanings) > 1 or not is_week(found.meanings[0]):
        return found
    return Found(
        (WeekdayIn(found.meanings[0], line.values[place]),), skip(line, place + 1, Kind.CLOSE)
    )


def _counted(line: Line, at: int) -> Found | None:
    """As in "fredag om 8 dage", "Friday week"."""
    which = Weekday(line.values[at])
    following = line.values[at + 1] if line.kinds[at + 1] is Kind.UNIT else None
    if following == _WEEK and closed(line, at + 2):
        return Found((Shifted(Length(Duration(weeks=1)), which),), at + 2)
    if line.kinds[at + 1] is Kind.AHEAD:
        found = length(line, at + 2)
        if found is not None and found[0].whole_days:
            return Found((Shifted(idiom(line, found[0]), which),), found[1])
    return None


def _beside(line: Line, at: int) -> Found | None:
    """As in "mandag efter påske", "fredagen før mødet"."""
    if line.kinds[at + 1] is not Kind.ROLE:
        return None
    if line.kinds[at + 2] is Kind.WHICH and closed(line, at + 3):
        return Found((), at + 3)  # "Friday after next": which, nobody agrees
    sign = {Role.AFTER: 1, Role.BEFORE: -1}.get(line.values[at + 1])
    base = None if sign is None else anchor(line, at + 2)
    if base is None or sign is None:
        return None
    return Found((WeekdayBeside(base.meanings[0], line.values[at], sign),), base.end)


def past_weekday(line: Line, at: int) -> Found | None:
    return Found((Weekday(line.values[at], Which.LAST),), at + 1)


def day_word(line: Line, at: int) -> Found | None:
    """As in "i dag", "i overmorgen", "i dag om 8 dage"."""
    base = Days(line.values[at])
    if line.kinds[at + 1] is Kind.APOSTROPHE:
        return None  # "today's agenda"
    if line.kinds[at + 1] is Kind.AHEAD:
        found = length(line, at + 2)
        if found is not None and found[0].whole_days:
            return Found((Shifted(idiom(line, found[0]), base),), found[1])
    return Found((base,), at + 1)


def meeting(line: Line, at: int) -> Found | None:
    """As in "næste møde"; before a date or a colon it is only that date's label."""
    place = at + 1
    label = line.kinds[place] in _DATED | WEEKDAYS | {Kind.COLON, Kind.MONTH, Kind.UNIT}
    if label or (line.values[at] is Which.THIS and not _alone(line, at)):
        return None
    if line.kinds[place] in {Kind.ON, Kind.IN, Kind.COMMA} and not closed(line, place + 1):
        return None if day(line, skip(line, place + 1, Kind.THE)) else _said(line, at)
    return _said(line, at)


def _alone(line: Line, at: int) -> bool:
    """As in "på mødet" and nothing else; "mødet" alone is no answer."""
    before = at > 0 and line.kinds[at - 1] in {Kind.ON, Kind.AT, Kind.TO, Kind.IN}
    return before and whole(line, at - 1, at + 1)


def _said(line: Line, at: int) -> Found:
    return Found((Meeting(line.values[at]),), at + 1, weak=True)
