"""When a meeting is, as people write it: "25. april kl. 14-15.15"."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.errors import Unclear
from bot.inputs import dates
from bot.texts import Message, msg
from storage.vocabulary import DateRole, Language, PlanningDate, Precision

FIELD = "when"


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
    weekday_corrected: bool = False  # another weekday was named; the date won


def meeting_time(text: str, today: date, language: Language, custom: Custom) -> When:
    """Start and end of a meeting; a day alone takes the series' start and length.

    Raises Unclear for the field `when`, saying what was heard.
    """
    outcome = dates.read(text, today, language, dates.Context(zone=custom.zone))
    match outcome:
        case dates.Reading():
            _nothing_left(text, outcome)
            start, end = _placed(text, outcome.date, custom)
            return When(start, end, dates.Flag.WEEKDAY_MISMATCH in outcome.flags)
        case dates.Several():
            raise Unclear(msg("meetings.when_several", heard=text), field=FIELD)
        case dates.Unclear():
            raise Unclear(_doubt(outcome), field=FIELD)
        case dates.NotADate():
            raise Unclear(msg("meetings.when_no_date", heard=text), field=FIELD)


def _nothing_left(text: str, reading: dates.Reading) -> None:
    """A number that wasn't used may be the hour: "i morgen 14"."""
    rest = text[: reading.span.start] + text[reading.span.end :]
    if any(letter.isdigit() for letter in rest):
        raise Unclear(msg("meetings.when_left_over", heard=text), field=FIELD)


def _doubt(outcome: dates.Unclear) -> Message:
    if not outcome.readings:
        return msg("meetings.when_no_such", heard=outcome.text)
    first, *others = (_day(each) for each in outcome.readings)
    if not others:
        return msg("meetings.when_perhaps", heard=outcome.text, day=first)
    return msg("meetings.when_ambiguous", heard=outcome.text, day=first, other=others[0])


def _placed(text: str, read: PlanningDate, custom: Custom) -> tuple[datetime, datetime]:
    zone = ZoneInfo(custom.zone)
    plain = read.role is DateRole.PLAIN and read.precision in (Precision.MINUTE, Precision.DAY)
    if not plain or read.end is None:
        raise Unclear(msg("meetings.when_not_a_day", heard=text), field=FIELD)
    if isinstance(read.start, datetime) and isinstance(read.end, datetime):
        start, end = _utc(read.start, zone), _utc(read.end, zone)
        return start, start + timedelta(minutes=custom.minutes) if start == end else end
    if read.start != read.end:
        raise Unclear(msg("meetings.when_not_a_day", heard=text), field=FIELD)
    start = _utc(datetime.combine(_day(read), custom.start), zone)
    return start, start + timedelta(minutes=custom.minutes)


def _utc(local: datetime, zone: ZoneInfo) -> datetime:
    return local.replace(tzinfo=zone).astimezone(UTC)


def _day(read: PlanningDate) -> date:
    return read.start.date() if isinstance(read.start, datetime) else read.start
