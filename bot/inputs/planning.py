"""One date in a form's field: a plan ("uge 12", "ultimo januar") or a deadline."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.errors import Unclear
from bot.inputs import dates
from bot.inputs.dates.saying import say
from bot.rules.working_days import add_working_days
from bot.texts import Message, msg
from storage.vocabulary import Language, PlanningDate, Precision

_EXAMPLE_AHEAD = 10  # working days from today to the day that is shown as an example


def planned(
    text: str,
    today: date,
    language: Language,
    *,
    field: str,
    context: dates.Context = dates.NO_CONTEXT,
) -> PlanningDate:
    """The one date that a text names, with the words in which it was said.

    Raises Unclear for `field`, saying what was heard and how to write it.
    """
    outcome = dates.read(text, today, language, context)
    match outcome:
        case dates.Reading():
            return outcome.date
        case dates.Several():
            raise Unclear(msg("dates.several", heard=text), field=field)
        case dates.Unclear():
            raise Unclear(_doubt(outcome, language), field=field)
        case dates.NotADate():
            raise Unclear(_not_a_date(text, today, language), field=field)


def deadline(
    text: str, today: date, language: Language, *, field: str, zone: str, hour: time
) -> datetime:
    """The last moment (UTC) of the date that a text names; a day without an hour ends at `hour`."""
    read = planned(text, today, language, field=field, context=dates.Context(zone=zone))
    if read.end is None:
        raise Unclear(_not_a_date(text, today, language), field=field)
    local = read.end if isinstance(read.end, datetime) else datetime.combine(read.end, hour)
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _doubt(outcome: dates.Unclear, language: Language) -> Message:
    if not outcome.readings:
        return msg("dates.no_such", heard=outcome.text)
    first, *others = (say(each, language) for each in outcome.readings)
    if not others:
        return msg("dates.perhaps", heard=outcome.text, first=first)
    return msg("dates.ambiguous", heard=outcome.text, first=first, second=others[0])


def _not_a_date(text: str, today: date, language: Language) -> Message:
    day = add_working_days(today, _EXAMPLE_AHEAD)
    week = date.fromisocalendar(*day.isocalendar()[:2], 1)
    sunday = date.fromisocalendar(*day.isocalendar()[:2], 7)
    return msg(
        "dates.not_a_date",
        heard=text,
        first=day,
        second=say(PlanningDate(week, sunday, Precision.WEEK), language, short=True),
    )
