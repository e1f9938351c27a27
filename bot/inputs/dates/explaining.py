"""A reading for a person: what was heard, in words and as days."""

from datetime import date

from bot.inputs.dates.reading import read
from bot.inputs.dates.readings import NotADate, Reading, Several, Unclear
from bot.inputs.dates.saying import say, say_duration
from bot.inputs.dates.wording import WORDINGS, Wording
from storage.vocabulary import Language, PlanningDate, Precision


def explain(text: str, reference: date, language: Language) -> str:
    """How a text is read, over a few lines: the words used, each reading, flags and doubts."""
    words = WORDINGS[language]
    outcome = read(text, reference, language)
    match outcome:
        case NotADate(duration=None):
            return _quoted(text, words.explanations["not-a-date"])
        case NotADate(duration=duration) if duration is not None:
            said = f"{say_duration(duration, language)} ({duration.iso})"
            return _quoted(text, f"{words.explanations['duration']}: {said}")
        case Several(parts):
            return "\n".join(_part(part, words, language) for part in parts)
        case Reading() | Unclear():
            return _part(outcome, words, language)
    return ""


def _part(part: Reading | Unclear, words: Wording, language: Language) -> str:
    notes = [words.explanations[flag] for flag in sorted(part.flags)]
    if isinstance(part, Reading):
        readings, heard = (part.date, *part.others), part.date.text
    else:
        readings, heard = part.readings, part.text
        notes.insert(0, words.explanations[part.doubt])
    said = [_reading(reading, words, language) for reading in readings]
    if not said:
        return _quoted(heard, "; ".join(notes))
    lines = f"\n  {words.explanations['or']} ".join(said)
    return "\n".join([_quoted(heard, lines), *(f"  {note}" for note in notes)])


def _reading(found: PlanningDate, words: Wording, language: Language) -> str:
    """The words, and the first and last day where the words don't name them."""
    said = say(found, language)
    if found.precision in {Precision.DAY, Precision.MINUTE, Precision.OPEN, Precision.WEEK}:
        return said
    if found.end is None or found.start == found.end:
        return said
    days = PlanningDate(found.start, found.end, Precision.DAY)
    return f"{said}: {say(days, language)}"


def _quoted(text: str, said: str) -> str:
    return f"“{text.strip()}”: {said}"
