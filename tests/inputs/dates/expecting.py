"""What a text should be read as, worked out without the code under test."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.inputs import dates

THURSDAY = date(2022, 3, 10)
"""The day on which the texts were written: meeting 19."""
NEXT = date(2022, 4, 25)
CONTEXT = dates.Context(meeting=THURSDAY, next_meeting=NEXT)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Expected:
    """One date as plain words; `also` are further readings, as (start, end)."""

    start: date
    end: date | None
    precision: str
    role: str = "plain"
    also: tuple[tuple[date, date | None], ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def deadline(self) -> "Expected":
        assert self.end is not None
        return replace(self, start=self.end, role="deadline")

    @property
    def until(self) -> "Expected":
        assert self.end is not None
        return replace(self, start=self.end, role="until")

    @property
    def onwards(self) -> "Expected":
        return replace(self, end=None, precision="open", role="from")

    @property
    def day_before(self) -> "Expected":
        """The deadline "inden" it, with "senest" as the second reading."""
        assert self.end is not None
        before = self.start - DAY
        return Expected(before, before, "day", "deadline", also=((self.end, self.end),))

    @property
    def eve(self) -> "Expected":
        """Where "indtil" it ends."""
        return Expected(self.start - DAY, self.start - DAY, "day", "until")

    def or_else(self, *others: "Expected") -> "Expected":
        return replace(self, also=tuple((other.start, other.end) for other in others))

    def flagged(self, *flags: str) -> "Expected":
        return replace(self, flags=flags)

    def to(self, last: "Expected") -> "Expected":
        return replace(self, end=last.end)


def day(year: int, month: int, number: int) -> Expected:
    return on(date(year, month, number))


def on(when: date) -> Expected:
    return Expected(when, when, "day")


def days(first: date, last: date) -> Expected:
    return Expected(first, last, "day")


def after(count: int, since: date = THURSDAY) -> Expected:
    return on(since + count * DAY)


def by(limit: date) -> Expected:
    return Expected(limit, limit, "day", "deadline")


def week(number: int, year: int = 2022) -> Expected:
    monday = date.fromisocalendar(year, number, 1)
    return Expected(monday, monday + 6 * DAY, "week")


def in_week(number: int, weekday: int, year: int = 2022) -> Expected:
    return on(date.fromisocalendar(year, number, weekday))


def months(first: int, year: int, count: int, precision: str) -> Expected:
    last_year, last_month = divmod(year * 12 + first - 1 + count - 1, 12)
    end = date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
    return Expected(date(year, first, 1), end, precision)


def month(number: int, year: int = 2022) -> Expected:
    return months(number, year, 1, "month")


def quarter(number: int, year: int = 2022) -> Expected:
    return months(3 * number - 2, year, 3, "quarter")


def half(number: int, year: int = 2022) -> Expected:
    return months(6 * number - 5, year, 6, "half")


def season(first_month: int, year: int = 2022) -> Expected:
    return months(first_month, year, 3, "season")


def year(number: int) -> Expected:
    return months(1, number, 12, "year")


def part(third: int, of_month: int, year: int = 2022) -> Expected:
    """1 to 3: days 1-10, 11-20, 21 to the last."""
    first = date(year, of_month, 10 * third - 9)
    last = month(of_month, year).end if third == 3 else first + 9 * DAY
    return Expected(first, last, "part-of-month")


def at(clock: str, when: date = THURSDAY) -> Expected:
    """As in "14.00" or "14.00-15.15" on a day."""
    moments = [
        datetime.combine(when, datetime.min.time())
        + timedelta(hours=int(hour), minutes=int(minute))
        for hour, minute in (time.split(".") for time in clock.split("-"))
    ]
    return Expected(moments[0], moments[-1], "minute")


def easter(number: int) -> date:
    """Easter Sunday by the oldest rule: the Sunday after the full moon of spring.

    The moon is taken from the table of epacts, not from a formula (valid 1900-2199).
    """
    golden = number % 19
    full_moon = date(number, 3, 21) + timedelta(days=(19 * golden + 24) % 30)
    if full_moon == date(number, 4, 19) or (full_moon == date(number, 4, 18) and golden > 10):
        full_moon -= DAY
    return full_moon + (6 - full_moon.weekday() or 7) * DAY
