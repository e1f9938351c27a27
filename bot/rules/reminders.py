"""When the owner of an action is reminded.

At half-time, 3 working days before, on the day, then weekly while overdue; never on a
weekend or holiday.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.working_days import add_working_days, is_working_day, next_working_day

SOON = 3  # working days before the due day
WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)
AT = time(9)  # local: when digests go out


def moments(counted_from: date, due: date) -> Iterator[date]:
    """All days of reminding for a due day, in order and without end (weekly while overdue).

    `counted_from` is the day on which this due day was set; nobody is reminded on it. A due
    day on which nobody works is reminded of on the last working day before it.
    """
    soon = add_working_days(due, -SOON)
    last = due if is_working_day(due) else add_working_days(due, -1)
    halfway = _from(counted_from + (due - counted_from) / 2)
    ahead = [halfway, soon, last] if halfway < soon else [soon, last]
    yield from (day for day in ahead if day > counted_from)
    weekly = due
    while True:
        weekly += WEEK
        if _from(weekly) > counted_from:
            yield _from(weekly)


def is_due(counted_from: date, due: date, *, since: date, today: date) -> bool:
    """Whether a day of reminding lies after `since` and not after today.

    `since` is the last day on which this was asked: nothing is lost when nobody asked for a
    while, and several days missed are one reminder.
    """
    ahead = (day for day in moments(counted_from, due) if day > since)
    return next(ahead) <= today


def next_round(now: datetime, zone: str) -> datetime:
    """The next local 9.00 after now (UTC)."""
    local = ZoneInfo(zone)
    day = now.astimezone(local).date()
    today = datetime.combine(day, AT, local).astimezone(now.tzinfo)
    if today > now:
        return today
    return datetime.combine(day + DAY, AT, local).astimezone(now.tzinfo)


def _from(day: date) -> date:
    """The day, or the first working day after it."""
    return day if is_working_day(day) else next_working_day(day)
