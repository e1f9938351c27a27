"""A zone's clock changes as a VTIMEZONE (RFC 5545, 3.6.5).

One rule for summer time and one for standard time, with RRULE: the form that calendar
programs read best. icalendar's own lists single dates and starts summer time an hour late.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

DAYS_BACK = 366  # within a year a zone with summer time has changed both ways
LONG_AGO = datetime(1970, 1, 1)  # noqa: DTZ001 RFC 5545 wants local time
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class _Change:
    """From the instant `at` (UTC) on the zone has another offset than just before."""

    at: datetime
    zone: ZoneInfo

    @property
    def before(self) -> timedelta:
        return _offset(self.zone, self.at - timedelta(minutes=1))

    @property
    def after(self) -> timedelta:
        return _offset(self.zone, self.at)

    @property
    def to_summer(self) -> bool:
        return bool(self.at.astimezone(self.zone).dst())


def zone_rules(zone: ZoneInfo, around: datetime) -> Timezone:
    """The rules in force at a meeting's time (aware)."""
    timezone = Timezone()
    timezone.add("tzid", zone.key)
    changes = {change.to_summer: change for change in _changes(zone, around)}
    for change in changes.values():
        timezone.add_component(_rule(change))
    if not changes:
        timezone.add_component(_always(zone, around))
    return timezone


def _changes(zone: ZoneInfo, around: datetime) -> Iterator[_Change]:
    """Those of the last year, the oldest first."""
    minute = around.astimezone(UTC).replace(second=0, microsecond=0)
    for days in range(DAYS_BACK, 0, -1):
        evening, morning = minute - timedelta(days=days - 1), minute - timedelta(days=days)
        if _offset(zone, morning) != _offset(zone, evening):
            yield _Change(_instant(zone, morning, evening), zone)


def _instant(zone: ZoneInfo, old: datetime, new: datetime) -> datetime:
    """The first minute with the new offset, by halving."""
    while new - old > timedelta(minutes=1):
        middle = old + (new - old) // 2
        middle = middle.replace(second=0, microsecond=0)
        if _offset(zone, middle) == _offset(zone, old):
            old = middle
        else:
            new = middle
    return new


def _rule(change: _Change) -> TimezoneDaylight | TimezoneStandard:
    """Every year on the same weekday of the month: "the last Sunday of March"."""
    rule = TimezoneDaylight() if change.to_summer else TimezoneStandard()
    onset = (change.at + change.before).replace(tzinfo=None)  # by the clock that it ends
    rule.add("dtstart", onset)
    rule.add("rrule", vRecur(freq="YEARLY", bymonth=onset.month, byday=_which_day(onset)))
    rule.add("tzoffsetfrom", change.before)
    rule.add("tzoffsetto", change.after)
    rule.add("tzname", change.at.astimezone(change.zone).tzname())
    return rule


def _always(zone: ZoneInfo, around: datetime) -> TimezoneStandard:
    rule = TimezoneStandard()
    rule.add("dtstart", LONG_AGO)
    rule.add("tzoffsetfrom", _offset(zone, around))
    rule.add("tzoffsetto", _offset(zone, around))
    rule.add("tzname", around.astimezone(zone).tzname())
    return rule


def _which_day(day: datetime) -> str:
    """`-1SU` in the month's last seven days, else `2SU`."""
    last = day.day + 7 > monthrange(day.year, day.month)[1]
    return f"{-1 if last else (day.day + 6) // 7}{WEEKDAYS[day.weekday()]}"


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()
