"""A promise as it is said: "til SDS: kommer tilbage med muligheder senest 1. april"."""

import re
from dataclasses import dataclass
from datetime import date

from bot.inputs import dates
from bot.texts import moments
from storage.vocabulary import DateRole, Language, PlanningDate, Precision

_ADDRESSED = re.compile(r"(?:(?P<to>til|to)\s+)?(?P<owner>[^:\n]{1,60}):\s*(?P<text>.+)", re.DOTALL)
_ENDING = " .!,;)"

NEXT_MEETING = frozenset(
    {
        "næste møde",
        "til næste møde",
        "inden næste møde",
        "senest næste møde",
        "next meeting",
        "by the next meeting",
        "before the next meeting",
    }
)
"""How people say that something is due at the next meeting, which needs no date."""


@dataclass(frozen=True)
class Addressed:
    """Who is asked for what. `owner` is empty if nobody is named."""

    owner: str
    text: str
    certain: bool  # "til …:" was said, so what stands before the colon must be an owner


def addressed(said: str) -> Addressed:
    """Splits "til SDS: …", "to SDS: …" and "SDS: …"."""
    found = _ADDRESSED.fullmatch(said.strip())
    if found is None:
        return Addressed("", said.strip(), certain=False)
    return Addressed(found["owner"].strip(), found["text"].strip(), certain=found["to"] is not None)


def without_date(
    text: str, reference: date, language: Language, context: dates.Context
) -> tuple[str, str]:
    """A text without the deadline that it ends in, and that deadline as it was said.

    A date in the middle belongs to the text, unless it is a deadline ("senest …").
    """
    outcome = dates.read(text, reference, language, context)
    parts = outcome.parts if isinstance(outcome, dates.Several) else (outcome,)
    for part in reversed(parts):
        if isinstance(part, dates.NotADate):
            continue
        at_end = not text[part.span.end :].strip(_ENDING)
        said = text[part.span.start : part.span.end].strip()
        if at_end:
            return text[: part.span.start].rstrip(" ,;(-–"), said
        if any(reading.role is DateRole.DEADLINE for reading in part.readings):
            return text, said
    return text, ""


def in_words(due: PlanningDate, language: Language) -> str:
    """A due date as lists and papers write it: "1. april 2022", "uge 14 (4.–10. april 2022)"."""
    if due.precision is Precision.DAY and due.last_day is not None:
        return moments.day(due.last_day, language)
    return dates.say(due, language)


def is_next_meeting(text: str) -> bool:
    """Whether a date field says "næste møde", or nothing."""
    said = " ".join(text.casefold().split()).strip(_ENDING)
    return not said or said in NEXT_MEETING
