"""Questions as papers print them: those that the meeting raised, and those asked in private."""

from dataclasses import dataclass

from bot.documents.fields import Prose


@dataclass(frozen=True)
class Question:
    reference: str
    text: Prose
    addressed_to: str
    asked_by: str = ""
    due: str = ""
    answer: Prose = ""
    source: str = ""  # of the answer


@dataclass(frozen=True)
class Answered:
    """A question asked in private, in neutral words, with the answer that all got."""

    number: int  # in the series
    question: Prose
    answer: Prose
    answered_by: str = ""  # organisation
