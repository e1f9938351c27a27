"""Reading dates, against dateparser on the same expressions in one run.

Right answers and time per call over the corpus of `tests/inputs/dates`. dateparser is measured
twice: bare, as `dateparser.parse(text)` is called, and told the language, with which it turns
most of what it doesn't know away after one look in a dictionary. So the second is compared on
the expressions that it answers at all. Both are told day before month and the reference
date; a moment of dateparser's is right when its day is the first day meant, which is kinder
than it need be. Run: make bench
"""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

import dateparser
import pytest

from bot.inputs import dates
from storage.vocabulary import Language
from tests.inputs.dates.expecting import CONTEXT, THURSDAY, Expected
from tests.inputs.dates.test_corpus import MANY, NONE, ONE, REFUSED

GOAL = 20  # times as fast, at the median
ROUNDS = 5

Answer = tuple[date | None, date | None] | None
Reader = Callable[[str], Answer]


class Row(NamedTuple):
    text: str
    expected: Answer


class Result(NamedTuple):
    answers: Sequence[Answer]
    micros: Sequence[float]

    def told(self, name: str, rows: Sequence[Row]) -> str:
        pairs = list(zip(self.answers, rows, strict=True))
        right = sum(same(answer, row.expected) for answer, row in pairs)
        false = sum(answer is not None and row.expected is None for answer, row in pairs)
        return (
            f"  {name:<26} {right:>4} right ({100 * right / len(rows):5.1f} %), "
            f"{false:>2} false dates, median {statistics.median(self.micros):>6.0f} µs a call"
        )


@pytest.mark.parametrize("language", Language)
def test_ours_against_dateparser(language: Language) -> None:
    dated = [Row(text, first(expected)) for text, expected in of(language)]
    undated = [Row(text, None) for tongue, text in (*NONE, *REFUSED) if tongue is language]
    rows = dated + undated
    ours = measured(grammar(language), rows, calls=10)
    bare = measured(dateparser_reader([]), rows, calls=1)
    told = measured(dateparser_reader([language.value]), rows, calls=3)
    print(f"\n{language.name.lower()}: {len(dated)} dates, {len(undated)} that are none")
    print(ours.told("grammar", rows))
    print(bare.told("dateparser, bare", rows))
    print(told.told("dateparser, language told", rows))
    everywhere = ratio(bare, ours, range(len(dated)))
    answered = [i for i in range(len(dated)) if told.answers[i] is not None]
    where_it_answers = ratio(told, ours, answered)
    print(f"  the grammar against bare dateparser: {everywhere:.0f} times as fast on the dates;")
    print(
        f"  against dateparser with the language told: {where_it_answers:.0f} times on the "
        f"{len(answered)} dates that it answers, {ratio(told, ours, range(len(dated))):.0f} on all"
    )
    assert all(same(answer, row.expected) for answer, row in zip(ours.answers, rows, strict=True))
    assert everywhere > GOAL


def ratio(slow: Result, fast: Result, places: Iterable[int]) -> float:
    places = list(places)
    return statistics.median(slow.micros[i] for i in places) / statistics.median(
        fast.micros[i] for i in places
    )


def of(language: Language) -> list[tuple[str, Expected]]:
    one = [(text, expected) for tongue, text, expected in ONE if tongue is language]
    many = [(text, expected[0]) for tongue, text, expected in MANY if tongue is language]
    return one + many


def first(expected: Expected) -> Answer:
    return expected.start, expected.end


def grammar(language: Language) -> Reader:
    def reading(text: str) -> Answer:
        outcome = dates.read(text, THURSDAY, language, CONTEXT)
        if isinstance(outcome, dates.Several):
            outcome = outcome.parts[0]
        match outcome:
            case dates.Reading(best) | dates.Unclear(readings=(best, *_)):
                return best.start, best.end
            case _:
                return None

    return reading


def dateparser_reader(languages: list[str]) -> Reader:
    """Dateparser knows moments, and no intervals."""
    settings: dict[str, object] = {
        "DATE_ORDER": "DMY",
        "RELATIVE_BASE": datetime.combine(THURSDAY, datetime.min.time()),
    }

    def reading(text: str) -> Answer:
        found = dateparser.parse(text, languages=languages or None, settings=settings)
        return None if found is None else (found, None)

    return reading


def measured(read: Reader, rows: Sequence[Row], calls: int) -> Result:
    """What is answered, and the fastest of a few rounds: the machine's other work isn't ours."""
    answers = [read(row.text) for row in rows]
    rounds = [[timed(read, row.text, calls) for row in rows] for _ in range(ROUNDS)]
    return Result(answers, [min(times) for times in zip(*rounds, strict=True)])


def same(answer: Answer, expected: Answer) -> bool:
    if answer is None or expected is None:
        return answer is expected
    if answer[1] is None and isinstance(answer[0], datetime):
        return str(answer[0])[:10] == str(expected[0])[:10]
    return answer == expected


def timed(read: Reader, text: str, calls: int) -> float:
    begun = time.perf_counter()
    for _ in range(calls):
        read(text)
    return (time.perf_counter() - begun) / calls * 1e6
