"""The way in: a text, a reference date and a language give dates, doubts, or none."""

from datetime import date
from typing import Final

from bot.inputs.dates.languages import lexicon_of
from bot.inputs.dates.meanings import Frame, Length
from bot.inputs.dates.phrases import hits
from bot.inputs.dates.readings import Context, NotADate, Outcome, Several
from bot.inputs.dates.resolving import lengths, resolved
from bot.inputs.dates.tokens import tokenize
from storage.vocabulary import Language

NO_CONTEXT: Final = Context()


def read(text: str, reference: date, language: Language, context: Context = NO_CONTEXT) -> Outcome:
    """The dates in a text; the reference is the day on which it was written (1900-2200).

    Linear in the text's length; no text raises.
    """
    line = tokenize(text, lexicon_of(language), reference.year)
    found = list(hits(line))
    dated = [hit for hit in found if not isinstance(hit.meanings[0], Length)]
    if not dated:
        alone = lengths(found)
        return NotADate(alone[0].duration if alone else None)
    parts = resolved(line, dated, Frame(reference, context))
    return parts[0] if len(parts) == 1 else Several(tuple(parts))
