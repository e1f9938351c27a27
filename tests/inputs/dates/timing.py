"""How long a reading works, on a machine that does much else.

A neighbour on the same core slows a thread's own seconds as well, so each reading is weighed
against a fixed piece of work right beside it: who is slow together isn't slow.
"""

import re
import time
from collections.abc import Callable
from datetime import date

from bot.inputs import dates
from storage.vocabulary import Language
from tests.inputs.dates.expecting import CONTEXT, THURSDAY

LIMIT = 0.005  # seconds for a text of up to 4,000 characters
FLOOR = 0.00025  # seconds that the piece of work takes where the limit holds as it stands
PATIENCE = 100  # readings
HOPELESS = 10  # times the limit; a few such readings are enough to know
STRIKES = 3


def seconds(work: Callable[[], object]) -> float:
    """Seconds of this thread's own work."""
    begun = time.thread_time()
    work()
    return time.thread_time() - begun


def piece_of_work() -> list[tuple[str, int]]:
    """What any reader does, without reading: cut a text, look its pieces up, keep them."""
    known = {"uge": 1, "marts": 2}
    pieces = re.finditer(r"[^\W\d_]+|[0-9]+|\S", "uge 12, marts - a1 " * 110)
    return [(piece.group(), known.get(piece.group(), piece.start())) for piece in pieces]


def once(text: str, language: Language, reference: date = THURSDAY) -> float:
    return seconds(lambda: dates.read(text, reference, language, CONTEXT))


def fastest(text: str, language: Language, tries: int) -> float:
    return min(once(text, language) for _ in range(tries))


def works_within_limit(work: Callable[[], object]) -> bool:
    strikes = 0
    for _ in range(PATIENCE):
        before, taken, after = seconds(piece_of_work), seconds(work), seconds(piece_of_work)
        limit = LIMIT * max(1, min(before, after) / FLOOR)
        if taken < limit:
            return True
        strikes += taken > HOPELESS * limit
        if strikes == STRIKES:
            return False
    return False


def within_limit(text: str, language: Language, reference: date = THURSDAY) -> bool:
    return works_within_limit(lambda: dates.read(text, reference, language, CONTEXT))
