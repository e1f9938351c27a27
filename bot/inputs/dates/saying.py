"""Planning dates in words. What is said here is read back to the same value."""

from datetime import date, datetime
from typing import Final

from bot.inputs.dates.meanings import day_of
from bot.inputs.dates.wording import WORDINGS, Wording
from bot.rules.working_days import DAY, add_months
from storage.vocabulary import DateRole, Duration, Language, PlanningDate, Precision

_LENGTHS: Final = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.SEASON: 3,
    Precision.HALF: 6,
    Precision.YEAR: 12,
}
"""Months of a unit."""


def say(planning_date: PlanningDate, language: Language, *, short: bool = False) -> str:
    """A planning date in words: "torsdag den 10. marts 2022 kl. 14.00–15.15", "uge 12
    (21.–27. marts 2022)", "ultimo januar 2023"; short "10.3.2022", "uge 12/2022".

    `read` gives the same value back, whatever the reference date, for every value that it
    gives itself (years 1900-2299). The words in which it was said stay in `text`.
    """
    words = WORDINGS[language]
    role = words.roles[planning_date.role]
    start, end = _whole(planning_date)
    return role.format(_said(start, end, planning_date.precision, words, short=short))


def say_duration(duration: Duration, language: Language) -> str:
    """A length of time in words: "1 måned", "14 dage", "1 år og 6 måneder"."""
    words = WORDINGS[language]
    counts = (
        (duration.years, words.years),
        (duration.months, words.months_of),
        (duration.weeks, words.weeks_of),
        (duration.days, words.days_of),
        (duration.hours, words.hours),
        (duration.minutes, words.minutes),
    )
    said = [f"{count} {names[count != 1]}" for count, names in counts if count]
    if len(said) < 2:  # noqa: PLR2004 - nothing to join
        return said[0] if said else f"0 {words.days_of[1]}"
    return f"{', '.join(said[:-1])} {words.conjunction} {said[-1]}"


def _whole(planning_date: PlanningDate) -> tuple[date, date]:
    """The unit whose last day a limit is: of "senest uge 12" the whole week."""
    start, end = planning_date.start, planning_date.end
    if end is None:
        return start, start
    if planning_date.role is DateRole.PLAIN or isinstance(end, datetime):
        return start, end
    return _start_of_unit(end, planning_date.precision), end


def _start_of_unit(end: date, precision: Precision) -> date:
    if precision is Precision.WEEK:
        return end - 6 * DAY
    if precision is Precision.PART_OF_MONTH:
        return end.replace(day=_PART_STARTS.get(end.day, 21))
    if precision in _LENGTHS:
        return add_months(end.replace(day=1), 1 - _LENGTHS[precision])
    return end


_PART_STARTS: Final = {10: 1, 15: 1, 20: 11}
"""The first day of a part of a month, by its last; another last day ends an "ultimo"."""


def _said(start: date, end: date, precision: Precision, words: Wording, *, short: bool) -> str:
    match precision:
        case Precision.MINUTE:
            return _minutes(start, end, words, short=short)
        case Precision.OPEN if isinstance(start, datetime):
            return _minutes(start, start, words, short=short)
        case Precision.DAY | Precision.OPEN:
            return _days(start, end, words, short=short)
        case Precision.WEEK:
            return _weeks(start, end, words, short=short)
        case Precision.PART_OF_MONTH:
            return _parts(start, end, words)
        case _:
            return _months(start, end, precision, words, short=short)


def _facts(day: date, words: Wording) -> dict[str, object]:
    """What a pattern may say of a day."""
    month = words.months[day.month - 1]
    return {
        "weekday": words.weekdays[day.weekday()],
        "day": day.day,
        "month": month,
        "short_month": month[:3],
        "number": day.month,
        "year": day.year,
    }


def _day(day: date, words: Wording, *, short: bool) -> str:
    return (words.short_day if short else words.day).format(**_facts(day, words))


def _days(first: date, last: date, words: Wording, *, short: bool) -> str:
    if first == last:
        return _day(first, words, short=short)
    if first.year != last.year:
        pattern = words.short_day if short else words.plain_day
        ends = (pattern.format(**_facts(day, words)) for day in (first, last))
        return _RANGE.join(ends)
    if first.month == last.month:
        pattern = words.short_days_in_month if short else words.days_in_month
    else:
        pattern = words.short_days_in_year if short else words.days_in_year
    month = words.months[first.month - 1]
    return pattern.format(
        first=first, first_month=month, first_short_month=month[:3], **_facts(last, words)
    )


def _minutes(start: date, end: date, words: Wording, *, short: bool) -> str:
    midnight = day_of(start) + DAY
    if day_of(end) == day_of(start):
        ends = sorted({start, end})
        clock = "–".join(moment.strftime(words.clock) for moment in ends)
    elif end == datetime(midnight.year, midnight.month, midnight.day):  # noqa: DTZ001 - local
        clock = f"{start.strftime(words.clock)}–{words.midnight}"
    else:
        ends = [start, end]
        return _RANGE.join(_minutes(moment, moment, words, short=short) for moment in ends)
    return words.at_time.format(day=_day(start, words, short=short), time=clock)


def _weeks(start: date, end: date, words: Wording, *, short: bool) -> str:
    first, last = start.isocalendar(), end.isocalendar()
    if first.year != last.year:
        said = _RANGE.join(
            words.week_and_year.format(number=week.week, year=week.year) for week in (first, last)
        )
        return said if short else words.with_days.format(weeks=said, days=_plain(start, end, words))
    facts = {"number": first.week, "first": first.week, "last": last.week, "year": first.year}
    if first.week == last.week:
        pattern = words.week_and_year if short else words.week
    else:
        pattern = words.weeks_and_year if short else words.weeks
    said = pattern.format(**facts)
    return said if short else words.with_days.format(weeks=said, days=_plain(start, end, words))


def _plain(start: date, end: date, words: Wording) -> str:
    return _days(start, end, words, short=False)


def _parts(start: date, end: date, words: Wording) -> str:
    """As in "primo april 2022", "primo–medio april 2022", "anden halvdel af marts 2022 – …"."""
    first, last = _PART_OF_START.get(start.day), _PART_OF_END.get(end.day, _LATE)
    one_month = (start.year, start.month) == (end.year, end.month)
    if one_month and (start.day, last) in _HALVES:
        return words.halves_of_month[first is None].format(**_facts(start, words))
    if one_month and first is not None and last is not None:
        pattern = words.part if first == last else words.parts_in_month
        return pattern.format(
            first=words.parts[first].strip(" -"), part=words.parts[last], **_facts(end, words)
        )
    return _RANGE.join((_part(start, first, 1, words), _part(end, last, 0, words)))


def _part(day: date, part: int | None, half: int, words: Wording) -> str:
    """A third of a month, or the half that a range begins or ends with."""
    if part is None:
        return words.halves_of_month[half].format(**_facts(day, words))
    return words.part.format(part=words.parts[part], **_facts(day, words))


_LATE: Final = 2
_HALVES: Final = {(1, None), (16, _LATE)}
_PART_OF_START: Final = {1: 0, 11: 1, 21: _LATE}
_PART_OF_END: Final[dict[int, int | None]] = {10: 0, 15: None, 20: 1}


def _months(start: date, end: date, precision: Precision, words: Wording, *, short: bool) -> str:
    last = _start_of_unit(end, precision)
    said = _unit(start, precision, words, short=short)
    if start == last:
        return said
    if start.year == last.year and precision in {Precision.MONTH, Precision.QUARTER}:
        pattern = words.months_in_year if precision is Precision.MONTH else words.quarters
        facts = _facts(last, words) | {"number": _number(last, precision)}
        first = _number(start, precision)
        return pattern.format(
            first=words.months[first - 1] if precision is Precision.MONTH else first, **facts
        )
    return _RANGE.join((said, _unit(last, precision, words, short=short)))


def _number(start: date, precision: Precision) -> int:
    return (start.month - 1) // _LENGTHS[precision] + 1


def _unit(start: date, precision: Precision, words: Wording, *, short: bool) -> str:
    number = _number(start, precision)
    match precision:
        case Precision.QUARTER:
            pattern = words.short_quarter if short else words.quarter
        case Precision.HALF:
            pattern = (words.short_halves if short else words.halves)[number - 1]
        case Precision.SEASON:
            pattern = words.seasons.get(start.month, words.winter)
        case Precision.YEAR:
            pattern = "{year}"
        case _:
            pattern = words.month
    facts = _facts(start, words) | {"number": number, "next": (start.year + 1) % 100}
    return pattern.format(**facts)


_RANGE: Final = " – "
