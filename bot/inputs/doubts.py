"""What a person is asked, and told, about a date that they typed."""

from collections.abc import Callable
from typing import Final

from bot.errors import Ambiguous, Unclear
from bot.inputs import dates
from bot.texts import Fact, Message, msg
from storage.vocabulary import Language

Remark = Callable[[Message], None]
"""Tells the person something beside the answer."""

Examples = tuple[Fact, Fact]
"""Two dates in the person's words, that show how one may be written."""

_NO_READING: Final = {
    dates.Doubt.NO_MEETING: "dates.no_meeting",
    dates.Doubt.NO_ANCHOR: "dates.no_anchor",
    dates.Doubt.NO_SUCH_TIME: "dates.no_such_time",
    dates.Doubt.BACKWARDS: "dates.backwards",
}


def settled(
    text: str,
    outcome: dates.Reading | dates.Unclear,
    language: Language,
    *,
    field: str,
    examples: Examples,
    remark: Remark,
) -> dates.Reading:
    """The one reading of a text, with what is to be said of it remarked.

    Raises Ambiguous for `field` where there are several readings, and Unclear where there is none.
    """
    heard = text[outcome.span.start : outcome.span.end].strip()
    first, second = examples
    if isinstance(outcome, dates.Unclear) and not outcome.readings:
        why = _NO_READING.get(outcome.doubt, "dates.no_such")
        raise Unclear(msg(why, heard=heard, first=first, second=second), field=field)
    if isinstance(outcome, dates.Unclear) or outcome.others:
        raise _question(heard, [dates.say(each, language) for each in outcome.readings], field)
    if dates.Flag.NONEXISTENT_TIME in outcome.flags:
        skipped = msg("dates.no_such_time", heard=heard, first=first, second=second)
        raise Unclear(skipped, field=field)
    if dates.Flag.WEEKDAY_MISMATCH in outcome.flags:
        remark(msg("dates.weekday_corrected", date=dates.say(outcome.date, language)))
    if dates.Flag.REPEATED_TIME in outcome.flags:
        remark(msg("dates.repeated_time", heard=heard))
    return outcome


def _question(heard: str, choices: list[str], field: str) -> Ambiguous:
    first, *others = choices
    message = (
        msg("dates.ambiguous", heard=heard, first=first, second=others[0])
        if others
        else msg("dates.perhaps", heard=heard, first=first)
    )
    return Ambiguous(message, heard=heard, choices=choices, field=field)
