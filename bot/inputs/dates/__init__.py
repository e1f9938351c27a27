"""Planning dates: read and written the way Danish and English meetings say them.

`read` finds the dates in what a person typed, `say` writes one; what `say` wrote is read
back to the same value. Both are pure: the reference date and the language are arguments.
"""

from bot.inputs.dates.reading import NO_CONTEXT, read
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
from bot.inputs.dates.saying import say, say_duration

__all__ = [
    "NO_CONTEXT",
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
    "say_duration",
]
