"""Working days, holidays, ISO weeks and durations in the Danish calendar.

A working day is Monday to Friday and no public holiday. Holidays come from the `holidays`
package (public holidays of Denmark: store bededag until 2023; Christmas Eve and New Year's
Eve aren't public holidays). The package ends in 2100; later years are counted from Easter.
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final

from holidays import country_holidays

from storage.vocabulary import Duration, Language

DAY: Final = timedelta(days=1)
WEEK: Final = timedelta(weeks=1)
SATURDAY: Final = 5

_LAST_YEAR_OF_PACKAGE: Final = 2100
_PACKAGE_LANGUAGE: Final = {Language.DANISH: "da", Language.ENGLISH: "en_US"}
_FROM_EASTER: Final = (-3, -2, 0, 1, 39, 49, 50)  # Maundy Thursday … Whit Monday
_FIXED: Final = ((1, 1), (12, 25), (12, 26))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8)."""
    century, of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - leap_centuries - moon_shift + 15) % 30
    leaps, rest = divmod(of_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - rest) % 7
    late = (year % 19 + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int, language: Language = Language.DANISH) -> Mapping[date, str]:
    """Public holidays of a year with their names; two on one day share it."""
    if year <= _LAST_YEAR_OF_PACKAGE:
        known = country_holidays("DK", years=year, language=_PACKAGE_LANGUAGE[language])
        return MappingProxyType(dict(known))
    names = sorted(holidays(_LAST_YEAR_OF_PACKAGE, language).items())
    days = sorted(
        [date(year, month, day) for month, day in _FIXED]
        + [easter(year) + offset * DAY for offset in _FROM_EASTER]
    )
    return MappingProxyType({day: name for day, (_, name) in zip(days, names, strict=True)})


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def next_working_day(day: date) -> date:
    """The first working day after a day."""
    return add_working_days(day, 1)


def add_working_days(day: date, count: int) -> date:
    """The working day that is `count` working days after a day, or before it when negative.

    The day itself isn't counted, and with a count of 0 it is returned as it is.
    """
    step = DAY if count > 0 else -DAY
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def weeks_in(year: int) -> int:
    """52 or 53 (ISO 8601: 28 December is always in the last week)."""
    return date(year, 12, 28).isocalendar().week


def last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, count: int) -> date:
    """The same day of another month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, duration: Duration, sign: int = 1) -> date:
    """A day moved by a duration, forward or (sign -1) back: months first, then days.

    Hours and minutes don't move a day.
    """
    moved = add_months(day, sign * (12 * duration.years + duration.months))
    return moved + sign * timedelta(weeks=duration.weeks, days=duration.days)
