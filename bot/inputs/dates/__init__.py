"""Planning dates: read and written the way Danish and English meetings say them.

`read` finds the dates in what a person typed, `say` writes one; what `say` wrote is read
back to the same value. Both are pure: the reference date and the language are arguments.
"""

from datetime import date

from bot.inputs.dates.readings import (
    Context,
    Doubt,
    Flag,
    NotADate,
    Outcome,
    Reading,
    Several,
    Span,
    Unclear,
)
from storage.vocabulary import Language, PlanningDate

__all__ = [
    "Context",
    "Doubt",
    "Flag",
    "NotADate",
    "Outcome",
    "Reading",
    "Several",
    "Span",
    "Unclear",
    "read",
    "say",
]

NO_CONTEXT = Context()


def read(text: str, reference: date, language: Language, context: Context = NO_CONTEXT) -> Outcome:
    """The dates in a text; the reference is the day on which it was written (1900-2200)."""
    raise NotImplementedError


def say(planning_date: PlanningDate, language: Language, *, short: bool = False) -> str:
    """A planning date in words; `read` gives the same value back."""
    raise NotImplementedError
