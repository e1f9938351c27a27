"""How long a reading works. What else the machine does slows single readings, never all."""

import time
from datetime import date

from bot.inputs import dates
from storage.vocabulary import Language
from tests.inputs.dates.expecting import CONTEXT, THURSDAY

LIMIT = 0.005  # seconds for a text of up to 4,000 characters
PATIENCE = 100  # readings


def once(text: str, language: Language, reference: date = THURSDAY) -> float:
    """Seconds of this thread's own work."""
    begun = time.thread_time()
    dates.read(text, reference, language, CONTEXT)
    return time.thread_time() - begun


def fastest(text: str, language: Language, tries: int) -> float:
    return min(once(text, language) for _ in range(tries))


def within_limit(text: str, language: Language, reference: date = THURSDAY) -> bool:
    return any(once(text, language, reference) < LIMIT for _ in range(PATIENCE))
