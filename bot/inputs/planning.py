"""One date in a form's field: a plan ("uge 12", "ultimo januar") or a deadline."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.errors import Unclear
from bot.inputs import dates
from bot.inputs.doubts import Examples, Remark, settled
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
    remark: Remark,
    context: dates.Context = dates.NO_CONTEXT,
) -> PlanningDate:
    """The one date that a text names, with the words in which it was said.

    Raises Unclear for `field`, saying what was heard and how to write it; Ambiguous, if the
    person can choose among readings.
    """
    outcome = dates.read(text, today, language, context)
    examples = _examples(today, language)
    match outcome:
        case dates.Reading() | dates.Unclear():
            return settled(
                text, outcome, language, field=field, examples=examples, remark=remark
            ).date
        case dates.Several():
            first, second = examples
            several = msg("dates.several", heard=text, first=first, second=second)
            raise Unclear(several, field=field)
        case dates.NotADate():
            raise Unclear(_not_a_date(text, examples), field=field)


def deadline(
    text: str,
    today: date,
    language: Language,
    *,
    field: str,
    remark: Remark,
    context: dates.Context,
    hour: time,
) -> datetime:
    """The last moment (UTC) of the date that a text names; a day without an hour ends at `hour`."""
    read = planned(text, today, language, field=field, remark=remark, context=context)
    if read.end is None:
        raise Unclear(_not_a_date(text, _examples(today, language)), field=field)
    local = read.end if isinstance(read.end, datetime) else datetime.combine(read.end, hour)
    return local.replace(tzinfo=ZoneInfo(context.zone)).astimezone(UTC)


def _not_a_date(text: str, examples: Examples) -> Message:
    first, second = examples
    return msg("dates.not_a_date", heard=text, first=first, second=second)


def _examples(today: date, language: Language) -> Examples:
    """A day and a week, both ahead."""
    day = add_working_days(today, _EXAMPLE_AHEAD)
    week = date.fromisocalendar(*day.isocalendar()[:2], 1)
    sunday = date.fromisocalendar(*day.isocalendar()[:2], 7)
    return day, dates.say(PlanningDate(week, sunday, Precision.WEEK), language, short=True)
