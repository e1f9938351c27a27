"""From what was said to days: roles, list members that share a year, doubts and flags."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.inputs.dates.composed import in_month_before
from bot.inputs.dates.kinds import Kind, Role
from bot.inputs.dates.meanings import (
    FIRST_YEAR,
    NO_FLAGS,
    DayOfMonth,
    DayOnly,
    Frame,
    Length,
    Meaning,
    Refused,
    Stretch,
    day_of,
)
from bot.inputs.dates.ranges import Hit
from bot.inputs.dates.readings import Doubt, Flag, Reading, Span, Unclear
from bot.inputs.dates.tokens import Line
from bot.rules.working_days import DAY
from storage.vocabulary import DateRole, PlanningDate, Precision

_LIMITS: Final = frozenset({Role.BY, Role.BEFORE, Role.WITHIN})
_JOINTS: Final = frozenset({Kind.AND, Kind.COMMA, Kind.SLASH, Kind.DASH})
_UNPLACED: Final = frozenset({Doubt.NO_MEETING, Doubt.NO_ANCHOR})
_HALF_A_YEAR: Final = timedelta(days=183)
_APPROXIMATE: Final = frozenset({Flag.APPROXIMATE})
Part = Reading | Unclear


def resolved(line: Line, found: Sequence[Hit], frame: Frame) -> list[Part]:
    """The parts of a text in its order; what nothing can place gives way to what is placed."""
    if len(found) == 1 and len(found[0].meanings) == 1:
        return [_part(line, found[0], found[0].meanings[0], frame)]
    found = _with_months(line, found, frame)
    parts: list[Part] = []
    for hit, joined in _lists(line, found):
        for place, meaning in enumerate(hit.meanings):
            chained = (joined or place > 0) and hit.role is None
            near = _following(meaning, frame) if chained else None
            part = _part(line, hit, meaning, near or frame)
            parts.append(part)
            if isinstance(part, Reading):
                frame = frame._replace(previous=part.date.last_day or day_of(part.date.start))
    placed = [part for part in parts if not (isinstance(part, Unclear) and _unplaced(part))]
    return placed or parts[:1]


def _with_months(line: Line, found: Sequence[Hit], frame: Frame) -> list[Hit]:
    """As in "torsdag den 10. eller fredag den 11. marts": the last brings the month."""
    hits: list[Hit] = []
    for hit in reversed(found):
        said, following = hit.meanings[-1], hits[-1] if hits else None
        if following is not None and isinstance(said, DayOnly) and _joined(line, hit, following):
            dated = following.meanings[0]
            if isinstance(dated, DayOfMonth):
                said = _of_the_month(said, dated, frame)
                hit = hit._replace(meanings=(said,))  # noqa: PLW2901 - a day of no month before
        hits.append(hit)
    return hits[::-1]


def _of_the_month(said: DayOnly, following: DayOfMonth, frame: Frame) -> Meaning:
    try:
        day = following.stretches(frame)[0].start
    except Refused:
        return said
    return in_month_before(said, day)


def _following(meaning: Meaning, frame: Frame) -> Frame | None:
    """A list goes forward: in "uge 51, 52, 1 og 2" the last ones are of the next year."""
    if frame.previous is None or meaning.in_the_year(FIRST_YEAR) is None:
        return None
    near = frame._replace(reference=frame.previous, forward=True)
    try:
        start = day_of(meaning.stretches(near)[0].start)
    except Refused:
        return None
    return near if start - frame.previous < _HALF_A_YEAR else None


def _unplaced(part: Unclear) -> bool:
    return part.doubt in _UNPLACED


def _lists(line: Line, found: Sequence[Hit]) -> Iterator[tuple[Hit, bool]]:
    """Each hit, and whether a comma or "og" joins it to the one before. In "marts og april
    2022" the first is of 2022 as well.
    """
    joined = False
    for hit, following in zip(found, [*found[1:], None], strict=True):
        was_joined, joined = joined, following is not None and _joined(line, hit, following)
        year = following.meanings[0].said_year if following is not None and joined else None
        if year is None:
            yield hit, was_joined
            continue
        dated = tuple(meaning.in_the_year(year) or meaning for meaning in hit.meanings)
        yield hit._replace(meanings=dated), was_joined


def _joined(line: Line, hit: Hit, following: Hit) -> bool:
    return following.first - hit.end == 1 and line.kinds[hit.end] in _JOINTS


def _part(line: Line, hit: Hit, meaning: Meaning, frame: Frame) -> Part:
    span = Span(line.starts[hit.first], line.ends[hit.end - 1])
    text = line.text[span.start : span.end]
    if hit.role is Role.SINCE or hit.role in _LIMITS:
        back = hit.role is Role.SINCE
        frame = frame._replace(forward=not back, backward=back)
    try:
        stretches = _not_past(meaning, frame)
    except Refused as refused:
        return Unclear(refused.doubt, text, span)
    except (OverflowError, ValueError):  # beyond the years 1 to 9999
        return Unclear(Doubt.NO_SUCH_DAY, text, span)
    flags = _flags(stretches[0], hit, frame.context.zone)
    best, *others = _dated(stretches[0], hit.role, text, frame.reference)
    if len(stretches) == 1 and not hit.doubtful:
        return Reading(best, span, flags, tuple(others))
    further = (_dated(stretch, hit.role, text, frame.reference)[0] for stretch in stretches[1:])
    readings = tuple(dict.fromkeys((best, *further)))
    if len(readings) == 1 and not hit.doubtful:
        return Reading(best, span, flags)
    doubt = Doubt.PERHAPS if hit.doubtful else Doubt.AMBIGUOUS
    return Unclear(doubt, text, span, readings, flags)


def _not_past(meaning: Meaning, frame: Frame) -> Sequence[Stretch]:
    """A deadline never points back: "senest medio juli" at the end of July is next year's."""
    found = meaning.stretches(frame)
    if not frame.forward or day_of(found[0].end) >= frame.reference:
        return found
    later = meaning.in_the_year(frame.reference.year + 1)
    return found if later is None else later.stretches(frame)


def _dated(stretch: Stretch, role: Role | None, text: str, today: date) -> Sequence[PlanningDate]:
    """A stretch in its role; further readings follow the best."""
    start, end, precision = stretch[:3]
    limit = stretch.limit
    match role:
        case None:
            return (PlanningDate(start, end, precision, DateRole.PLAIN, text),)
        case Role.FROM | Role.SINCE:
            return (PlanningDate(start, None, Precision.OPEN, DateRole.FROM, text),)
        case Role.AFTER:
            first = stretch.after or _beside(end, DAY)
            return (PlanningDate(first, None, Precision.OPEN, DateRole.FROM, text),)
        case Role.BEFORE:
            return _before(stretch, text, today)
        case Role.UNTIL:
            day = limit or _beside(start, -DAY)
            return (PlanningDate(day, day, _fine(precision), DateRole.UNTIL, text),)
        case Role.THROUGH:
            return (PlanningDate(end, end, precision, DateRole.UNTIL, text),)
        case Role.BY | Role.WITHIN:
            last, exact = (end, precision) if limit is None else (limit, Precision.DAY)
            return (PlanningDate(last, last, exact, DateRole.DEADLINE, text),)


def _before(stretch: Stretch, text: str, today: date) -> Sequence[PlanningDate]:
    """The day before; "senest" the same, if that day is past, and as the second reading."""
    last = PlanningDate(stretch.end, stretch.end, stretch.precision, DateRole.DEADLINE, text)
    said = stretch.limit or stretch.before
    day = said or _beside(stretch.start, -DAY)
    if day_of(day) < today:
        return (last,)
    best = PlanningDate(day, day, _fine(stretch.precision), DateRole.DEADLINE, text)
    return (best,) if said or isinstance(day, datetime) else (best, last)


def _fine(precision: Precision) -> Precision:
    return precision if precision is Precision.MINUTE else Precision.DAY


def _beside(moment: date, step: timedelta) -> date:
    """The day beside a day; a time of the day is its own limit."""
    return moment if isinstance(moment, datetime) else moment + step


def _flags(stretch: Stretch, hit: Hit, zone: str) -> frozenset[Flag]:
    flags = stretch.flags | (_APPROXIMATE if hit.approximate else NO_FLAGS)
    if stretch.precision is Precision.MINUTE:
        for moment in {stretch.start, stretch.end}:
            flags |= clock_change(moment, zone)
    return flags


def clock_change(moment: date, zone: str) -> frozenset[Flag]:
    """Is a local time skipped or repeated when the clocks change (PEP 495)?"""
    if not isinstance(moment, datetime):
        return NO_FLAGS
    local = moment.replace(tzinfo=ZoneInfo(zone))
    first, second = local.utcoffset(), local.replace(fold=1).utcoffset()
    if first is None or second is None or first == second:
        return NO_FLAGS
    return frozenset({Flag.NONEXISTENT_TIME if first < second else Flag.REPEATED_TIME})


def lengths(found: Sequence[Hit]) -> list[Length]:
    return [meaning for hit in found for meaning in hit.meanings if isinstance(meaning, Length)]
