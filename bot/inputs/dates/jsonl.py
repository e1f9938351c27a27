"""Readings for programs: one JSON object a line. And `explain`, the same for a person."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.inputs.dates.explaining import explain
from bot.inputs.dates.reading import read
from bot.inputs.dates.readings import (
    Context,
    Doubt,
    NotADate,
    Outcome,
    Reading,
    Several,
    Unclear,
)
from storage.vocabulary import Language, PlanningDate

__all__ = ["BadLine", "answer", "explain"]


class BadLine(ValueError):  # noqa: N818 - a refusal, not a fault
    """A line that isn't a request; the message says what it should be, in English."""


def answer(line: str) -> str:
    """One request in, one answer out, both JSON objects.

    In: `text`, `reference` (YYYY-MM-DD), `language` ("da" or "en"; "da" if left out) and
    perhaps `context` with the dates `meeting`, `next_meeting` and `anchor`.

    Out: `text` (the words that were used; all of them when there is no date), `start` and
    `end` (YYYY-MM-DD, with THH:MM at minute precision; `end` null when open), `precision`,
    `role`, `readings` (further ones, best first), `parts` (where the text holds several
    dates; the object itself then spans them) and `flags`. `start` is null for what is no
    date: a duration, a recurrence, a date that doesn't exist, a meeting that isn't known. A
    bare "10.3", which may be an item's number, has no `start` either, but its reading.

    Raises `BadLine` for anything else.
    """
    text, reference, language, context = _request(line)
    found = _answered(read(text, reference, language, context), text)
    # Danish letters stay readable; what could end a line or not be encoded is escaped
    return json.dumps(found, ensure_ascii=not text.isprintable())


def _request(line: str) -> tuple[str, date, Language, Context]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLine(f"not a JSON object: {error}") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        raise BadLine('a line is an object with "text", "reference" and "language"')
    reference = _date(asked, "reference")
    if reference is None:
        raise BadLine('"reference" is missing: the day on which the text was written')
    try:
        language = Language(asked.get("language", "da"))
    except ValueError as error:
        raise BadLine('"language" is "da" or "en"') from error
    given = asked.get("context") or {}
    if not isinstance(given, dict):
        raise BadLine('"context" is an object of dates')
    context = Context(
        meeting=_date(given, "meeting"),
        next_meeting=_date(given, "next_meeting"),
        anchor=_date(given, "anchor"),
    )
    return asked["text"], reference, language, context


def _date(asked: Mapping[str, object], field: str) -> date | None:
    value = asked.get(field)
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise BadLine(f'"{field}" is a date, YYYY-MM-DD') from error


def _answered(outcome: Outcome, text: str) -> dict[str, Any]:
    match outcome:
        case NotADate():
            return _shape(text)
        case Several(parts):
            return _spanning(outcome, [_part(part) for part in parts], text)
        case Reading() | Unclear():
            return _part(outcome)


def _part(part: Reading | Unclear) -> dict[str, Any]:
    if isinstance(part, Reading):
        best, further = part.date, part.others
    elif part.readings and part.doubt is not Doubt.PERHAPS:
        best, *rest = part.readings
        further = tuple(rest)
    else:
        return _shape(part.text, readings=[_dated(other) for other in part.readings])
    return _shape(
        best.text, _dated(best), [_dated(other) for other in further], flags=sorted(part.flags)
    )


def _spanning(several: Several, parts: list[dict[str, Any]], text: str) -> dict[str, Any]:
    """Several dates as one: from the first day to the last, as exact as the first is."""
    placed = [part for part in parts if part["start"] is not None]
    first, last = several.parts[0].span.start, several.parts[-1].span.end
    if not placed:
        return _shape(text[first:last], parts=parts)
    ends = [part["end"] for part in placed]
    whole = {
        "start": min(part["start"] for part in placed),
        "end": None if None in ends else max(ends),
        "precision": placed[0]["precision"],
        "role": placed[0]["role"],
    }
    flags = sorted({flag for part in placed for flag in part["flags"]})
    return _shape(text[first:last], whole, parts=parts, flags=flags)


def _shape(
    text: str,
    dated: dict[str, Any] | None = None,
    readings: list[dict[str, Any]] | None = None,
    parts: list[dict[str, Any]] | None = None,
    flags: list[str] | None = None,
) -> dict[str, Any]:
    unknown = {"start": None, "end": None, "precision": None, "role": None}
    return {
        "text": text,
        **(dated or unknown),
        "readings": readings or [],
        "parts": parts or [],
        "flags": flags or [],
    }


def _dated(found: PlanningDate) -> dict[str, Any]:
    return {
        "start": _stamp(found.start),
        "end": None if found.end is None else _stamp(found.end),
        "precision": found.precision.value,
        "role": found.role.value,
    }


def _stamp(moment: date) -> str:
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat()
