"""Feasts and school holidays of Denmark: when they are, and which days lie around them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

from bot.rules.working_days import easter
from storage.vocabulary import Precision


class Feast(NamedTuple):
    """The days of one year's feast; where "inden" ends and "efter" begins, if not beside them,
    and which day "senest" means, if not the last.
    """

    first: date
    last: date
    before: date | None = None
    after: date | None = None
    limit: date | None = None
    precision: Precision = Precision.DAY


Calendar = Callable[[int], Feast | None]
_DAY: Final = timedelta(days=1)
_LAST_PRAYER_DAY: Final = 2023  # lov nr. 214 of 7 March 2023


def _easter(first: int, last: int | None = None) -> Calendar:
    """Days counted from Easter Sunday."""

    def of(year: int) -> Feast:
        sunday = easter(year)
        return Feast(
            sunday + timedelta(days=first),
            sunday + timedelta(days=first if last is None else last),
        )

    return of


def _fixed(month: int, day: int, days: int = 1) -> Calendar:
    def of(year: int) -> Feast:
        first = date(year, month, day)
        return Feast(first, first + timedelta(days=days - 1))

    return of


def _advent(number: int) -> Calendar:
    """The first to fourth of the four Sundays before Christmas Day."""

    def of(year: int) -> Feast:
        eve = date(year, 12, 24)
        fourth = eve - timedelta(days=(eve.weekday() + 1) % 7)
        day = fourth - timedelta(weeks=4 - number)
        return Feast(day, day)

    return of


def _school(first_week: int, last_week: int) -> Calendar:
    """Weeks without school; work ends on the Friday before and begins on the Monday after."""

    def of(year: int) -> Feast:
        first = date.fromisocalendar(year, first_week, 1)
        last = date.fromisocalendar(year, last_week, 7)
        return Feast(first, last, first - 3 * _DAY, last + _DAY, precision=Precision.WEEK)

    return of


def _turn_of_the_year(year: int) -> Feast:
    """The midnight after a year's last day: "inden" it is that day, "efter" it the next."""
    last, first = date(year, 12, 31), date(year + 1, 1, 1)
    return Feast(last, first, last, first, last)


def _prayer_day(year: int) -> Feast | None:
    return _easter(26)(year) if year <= _LAST_PRAYER_DAY else None


FEASTS: Final[dict[str, tuple[Calendar, ...]]] = {
    "shrovetide": (_easter(-49),),
    "easter": (_easter(-3, 1),),
    "easter-holidays": (_easter(-8, 1),),
    "palm-sunday": (_easter(-7),),
    "maundy-thursday": (_easter(-3),),
    "good-friday": (_easter(-2),),
    "easter-saturday": (_easter(-1),),
    "easter-sunday": (_easter(0),),
    "easter-monday": (_easter(1),),
    "prayer-day": (_prayer_day,),
    "ascension": (_easter(39),),
    "whitsun": (_easter(49, 50),),
    "whit-sunday": (_easter(49),),
    "whit-monday": (_easter(50),),
    "constitution-day": (_fixed(6, 5),),
    "midsummer-eve": (_fixed(6, 23),),
    "martinmas-eve": (_fixed(11, 10),),
    "little-christmas-eve": (_fixed(12, 23),),
    "epiphany": (_fixed(1, 6),),
    "advent-sunday": (_advent(1),),
    **{f"advent-{number}": (_advent(number),) for number in range(1, 5)},
    "christmas": (_fixed(12, 24, 3),),
    "christmas-eve": (_fixed(12, 24),),
    "christmas-day": (_fixed(12, 25),),
    "boxing-day": (_fixed(12, 26),),
    "christmas-holidays": (_fixed(12, 24, 9),),
    "between-the-years": (_fixed(12, 27, 4),),
    "new-years-eve": (_fixed(12, 31),),
    "new-years-day": (_fixed(1, 1),),
    "new-year": (_turn_of_the_year,),
    "summer-holidays": (_school(27, 32),),
    "autumn-holidays": (_school(42, 42),),
    "winter-holidays": (_school(7, 7), _school(8, 8)),
}
"""By the names that the tables of words use; a second calendar is a second reading (the
winter holidays differ between municipalities). The weeks of school are a series' defaults."""

SHY_FEASTS: Final = frozenset(
    {"easter", "whitsun", "christmas", "new-year", "shrovetide", "ascension"}
    | {name for name in FEASTS if name.endswith("-holidays")}
)
"""Their words are said of other things too: "God jul"; the others name one day."""

NUMBERED: Final = {
    "easter-sunday": ("easter-sunday", "easter-monday"),
    "whit-sunday": ("whit-sunday", "whit-monday"),
    "christmas-day": ("christmas-day", "boxing-day"),
    "advent-sunday": tuple(f"advent-{number}" for number in range(1, 5)),
}
"""What "2. påskedag" and "1. søndag i advent" are, by the words without the number."""
