"""The way in: a text, a reference date and a language give dates, doubts, or none."""

import re
from datetime import date
from typing import Final

from bot.inputs.dates.elsewhere import (
    abroad,
    covers,
    cut_short,
    foreign,
    guarded,
    with_foreign_roles,
    with_known_times,
)
from bot.inputs.dates.languages import lexicon_of
from bot.inputs.dates.meanings import Frame, Length
from bot.inputs.dates.phrases import hits
from bot.inputs.dates.ranges import Hit
from bot.inputs.dates.readings import Context, NotADate, Outcome, Several
from bot.inputs.dates.resolving import lengths, resolved
from bot.inputs.dates.times import is_day, with_their_times
from bot.inputs.dates.tokens import Line, tokenize
from storage.vocabulary import Language

NO_CONTEXT: Final = Context()
_LONGEST_MESSAGE: Final = 1000
"""Characters of a text that is read in a second language; longer ones aren't typed in a field."""
_HAS_DIGIT: Final = re.compile(r"[0-9]")


def read(text: str, reference: date, language: Language, context: Context = NO_CONTEXT) -> Outcome:
    """The dates in a text; the reference is the day on which it was written (1900-2200).

    Linear in the text's length; no text raises. Of one text forty dates are read at most.
    """
    line = tokenize(text, lexicon_of(language), reference.year)
    found = list(hits(line))
    dated = [hit for hit in found if not isinstance(hit.meanings[0], Length)]
    other, more = (
        _more_elsewhere(line, dated, reference, language)
        if any(map(is_day, dated))
        else _elsewhere(line, dated, reference, language)
    )
    line, dated = (other, more) if more else (line, dated)
    if not dated:
        alone = lengths(found)
        return NotADate(alone[0].duration if alone else None)
    if line.lexicon is lexicon_of(language):
        dated = with_foreign_roles(line, dated, language)
    if len(dated) > 1:
        dated = with_their_times(dated)
    parts = resolved(line, dated, Frame(reference, context))
    return parts[0] if len(parts) == 1 else Several(tuple(parts))


def _more_elsewhere(
    line: Line, found: list[Hit], reference: date, language: Language
) -> tuple[Line, list[Hit]]:
    """As in "mid April" where Danish is read: it knows the month, and not the word before it."""
    if len(found) > 1 or len(line.text) > _LONGEST_MESSAGE or not cut_short(line, found[0]):
        return line, []
    start, end = line.starts[found[0].first], line.ends[found[0].end - 1]
    for other in Language:
        if other is not language:
            translated = tokenize(line.text, lexicon_of(other), reference.year)
            wider = with_foreign_roles(translated, list(hits(translated)), other)
            if len(wider) == 1 and covers(translated, wider[0], start, end, line.lexicon):
                return translated, wider
    return line, []


def _elsewhere(
    line: Line, times: list[Hit], reference: date, language: Language
) -> tuple[Line, list[Hit]]:
    """What the grammar of this language doesn't know, and another may; where this one found
    only times, the day may be the other's: "fredag at 10" where English is read.
    """
    if len(line.text) > _LONGEST_MESSAGE or guarded(line):
        return line, []
    for other in Language:
        if other is not language:
            translated = tokenize(line.text, lexicon_of(other), reference.year)
            found = foreign(translated, other, line.lexicon, timed=bool(times))
            if found:
                return translated, with_known_times(translated, found, line, times)
    if not _HAS_DIGIT.search(line.text):
        return line, []
    hit = abroad(line, reference)
    return line, [hit] if hit is not None else []
