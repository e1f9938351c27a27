"""When the owner of an action is reminded.

At half-time, 3 working days before, on the day, then weekly while overdue; never on a
weekend or holiday.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.working_days import add_working_days, is_working_day, next_working_day

SOON = 3  # working days before the due day
WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)
AT = time(9)  # local: when digests go out


class Reason(StrEnum):
    """Why somebody is reminded now."""

    HALFWAY = "halfway"
    SOON = "soon"
    TODAY = "today"
    OVERDUE = "overdue"


def moments(counted_from: date, due: date) -> Iterator[tuple[date, Reason]]:
    """All reminders of a due date, in order and without end (weekly while overdue).

    `counted_from` is the day on which this date was set; nobody is reminded on it.
    """
    soon, last = add_working_days(due, -SOON), _by(due)
    halfway = _from(counted_from + (due - counted_from) / 2)
    if counted_from < halfway < soon:
        yield halfway, Reason.HALFWAY
    if counted_from < soon < last:
        yield soon, Reason.SOON
    if counted_from < last:
        yield last, Reason.TODAY
    weekly = due
    while True:
        weekly += WEEK
        day = _from(weekly)
        if day > counted_from:
            yield day, Reason.OVERDUE


def due_now(counted_from: date, due: date, since: date, today: date) -> Reason | None:
    """Why to remind today, if a moment lies after `since` and not after today.

    `since` is the last day on which this was asked: nothing is lost when nobody asked for a
    while, and several moments missed are one reminder, of the newest reason.
    """
    newest: Reason | None = None
    for day, reason in moments(counted_from, due):
        if day > today:
            break
        if day > since:
            newest = reason
    if newest in (Reason.HALFWAY, Reason.SOON) and due <= today:
        return Reason.TODAY if due == today else Reason.OVERDUE
    return newest


def next_round(now: datetime, zone: str) -> datetime:
    """The next local 9.00 after now (UTC)."""
    local = ZoneInfo(zone)
    day = now.astimezone(local).date()
    today = datetime.combine(day, AT, local).astimezone(now.tzinfo)
    if today > now:
        return today
    return datetime.combine(day + DAY, AT, local).astimezone(now.tzinfo)


def _by(day: date) -> date:
    """The day, or the last working day before it."""
    return day if is_working_day(day) else add_working_days(day, -1)


def _from(day: date) -> date:
    """The day, or the first working day after it."""
    return day if is_working_day(day) else next_working_day(day)
