"""Two hundred thousand texts that nobody wrote: no exception, no slow one, no lost place."""

import random
import time
from collections.abc import Iterator

import pytest

from bot.inputs import dates
from storage.vocabulary import Language
from tests.inputs.dates import no_dates
from tests.inputs.dates.expecting import CONTEXT, THURSDAY
from tests.inputs.dates.strategies import DAY, WORDS
from tests.inputs.dates.test_corpus import ONE
from tests.inputs.dates.timing import LIMIT, within_limit

CASES = 200_000
MARKS = [*".,:;-–—/()'’?!§#%~*\"«» \u00a0\u202f\n\t", "\u0130", "ß", "日", "\U0001f600", "٣"]


def texts(dice: random.Random) -> Iterator[str]:
    """Corpus texts that are cut, joined and misspelt, and heaps of words, numbers and marks."""
    corpus = [text for _, text, _ in ONE] + list(no_dates.DANISH) + list(no_dates.ENGLISH)
    while True:
        pieces = [dice.choice(corpus) for _ in range(dice.randint(1, 3))]
        pieces += [dice.choice(WORDS) for _ in range(dice.randint(0, 4))]
        pieces += [
            str(dice.randint(0, 10 ** dice.randint(1, 8))) for _ in range(dice.randint(0, 3))
        ]
        pieces += [dice.choice(MARKS) for _ in range(dice.randint(0, 4))]
        dice.shuffle(pieces)
        text = list(dice.choice(("", " ", " ")).join(pieces))
        for _ in range(dice.randint(0, 4)):
            place = dice.randrange(len(text) + 1)
            text[place : place + dice.randint(0, 2)] = [dice.choice(MARKS)]
        yield "".join(text)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_two_hundred_thousand_texts():
    dice = random.Random(20220310)
    slow = []
    for text, _ in zip(texts(dice), range(CASES), strict=False):
        language = dice.choice(tuple(Language))
        reference = THURSDAY + dice.randint(-44_000, 64_000) * DAY  # 1901 to 2197
        begun = time.thread_time()
        outcome = dates.read(text, reference, language, CONTEXT)
        if time.thread_time() - begun > LIMIT:
            slow.append((text, reference, language))
        for part in outcome.parts if isinstance(outcome, dates.Several) else [outcome]:
            if isinstance(part, dates.Reading):
                assert text[part.span.start : part.span.end] == part.date.text
    for text, reference, language in slow:  # slow once may have been the machine
        assert within_limit(text, language, reference), text
