"""When a meeting is, as people write it: "25. april kl. 14-15.15"."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.errors import Unclear
from bot.inputs import dates
from bot.inputs.doubts import Examples, Remark, settled
from bot.rules.working_days import add_working_days
from bot.texts import msg
from storage.vocabulary import DateRole, Language, PlanningDate, Precision

_EXAMPLE_AHEAD = 10  # working days from today to the day that is shown as an example


@dataclass(frozen=True)
class Custom:
    """What a series does unless something else is said."""

    start: time  # local
    minutes: int
    zone: str  # IANA name


@dataclass(frozen=True)
class When:
    starts_at: datetime  # UTC
    ends_at: datetime  # UTC


def meeting_time(
    text: str, today: date, language: Language, custom: Custom, *, field: str, remark: Remark
) -> When:
    """Start and end of a meeting; a day alone takes the series' start and length.

    Raises Unclear for `field`, saying what was heard; Ambiguous, if the person can choose.
    """
    outcome = dates.read(text, today, language, dates.Context(zone=custom.zone))
    match outcome:
        case dates.Reading() | dates.Unclear():
            if outcome.readings and not _one_day(outcome.readings[0]):
                raise Unclear(msg("meetings.when_not_a_day", heard=text), field=field)
            examples = _examples(today, custom, language)
            reading = settled(
                text, outcome, language, field=field, examples=examples, remark=remark
            )
            _nothing_left(text, reading, field)
            return _placed(reading.date, custom)
        case dates.Several():
            raise Unclear(msg("meetings.when_several", heard=text), field=field)
        case dates.NotADate():
            raise Unclear(msg("meetings.when_no_date", heard=text), field=field)


def _nothing_left(text: str, reading: dates.Reading, field: str) -> None:
    """A number that wasn't used may be the hour: "i morgen 14"."""
    rest = text[: reading.span.start] + text[reading.span.end :]
    if any(letter.isdigit() for letter in rest):
        raise Unclear(msg("meetings.when_left_over", heard=text), field=field)


def _one_day(read: PlanningDate) -> bool:
    """A day, or hours; a week or a deadline is no time for a meeting."""
    if read.role is not DateRole.PLAIN:
        return False
    return read.precision is Precision.MINUTE or (
        read.precision is Precision.DAY and read.start == read.end
    )


def _placed(read: PlanningDate, custom: Custom) -> When:
    zone = ZoneInfo(custom.zone)
    length = timedelta(minutes=custom.minutes)
    if isinstance(read.start, datetime) and isinstance(read.end, datetime):
        start, end = _utc(read.start, zone), _utc(read.end, zone)
        return When(start, start + length if start == end else end)
    start = _utc(datetime.combine(read.start, custom.start), zone)
    return When(start, start + length)


def _examples(today: date, custom: Custom, language: Language) -> Examples:
    """A day with its hours, and a day alone."""
    day = add_working_days(today, _EXAMPLE_AHEAD)
    start = datetime.combine(day, custom.start)
    end = start + timedelta(minutes=custom.minutes)
    return dates.say(PlanningDate(start, end, Precision.MINUTE), language), day


def _utc(local: datetime, zone: ZoneInfo) -> datetime:
    return local.replace(tzinfo=zone).astimezone(UTC)
