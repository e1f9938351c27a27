"""A reading for a person: what was heard, in words and as days."""

from datetime import date
from typing import Final

from bot.inputs.dates.reading import read
from bot.inputs.dates.readings import NotADate, Reading, Several, Unclear
from bot.inputs.dates.saying import say, say_duration
from bot.inputs.dates.wording import WORDINGS, Wording
from storage.vocabulary import Duration, Language, PlanningDate, Precision

_SAY_THEIR_DAYS: Final = frozenset(
    {Precision.DAY, Precision.MINUTE, Precision.OPEN, Precision.WEEK}
)


def explain(text: str, reference: date, language: Language) -> str:
    """How a text is read, over a few lines: the words used, each reading, flags and doubts."""
    words = WORDINGS[language]
    outcome = read(text, reference, language)
    match outcome:
        case NotADate(duration):
            return _heard(text, _no_date(duration, words, language), words)
        case Several(parts):
            return "\n".join(_part(part, words, language) for part in parts)
        case Reading() | Unclear():
            return _part(outcome, words, language)


def _no_date(duration: Duration | None, words: Wording, language: Language) -> str:
    if duration is None:
        return words.explanations["not-a-date"]
    said = f"{say_duration(duration, language)} ({duration.iso})"
    return f"{words.explanations['duration']}: {said}"


def _part(part: Reading | Unclear, words: Wording, language: Language) -> str:
    notes = [words.explanations[flag] for flag in sorted(part.flags)]
    if isinstance(part, Reading):
        readings, heard = (part.date, *part.others), part.date.text
    else:
        readings, heard = part.readings, part.text
        notes.insert(0, words.explanations[part.doubt])
    said = [_reading(reading, language) for reading in readings]
    if not said:
        return _heard(heard, "; ".join(notes), words)
    lines = f"\n  {words.explanations['or']} ".join(said)
    return "\n".join([_heard(heard, lines, words), *(f"  {note}" for note in notes)])


def _reading(found: PlanningDate, language: Language) -> str:
    """The words, and the first and last day where the words don't name them."""
    said = say(found, language)
    if found.precision in _SAY_THEIR_DAYS:
        return said
    return f"{said} ({say(PlanningDate(found.start, found.end, Precision.DAY), language)})"


def _heard(text: str, said: str, words: Wording) -> str:
    return words.heard.format(text=text.strip(), said=said)
