"""What holds for every text, every value and every reference date."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.inputs import dates
from bot.inputs.dates.tokens import LOOK_AHEAD
from storage.vocabulary import Language, PlanningDate
from tests.inputs.dates.expecting import CONTEXT, THURSDAY
from tests.inputs.dates.strategies import (
    ANYTHING,
    DATELIKE,
    LANGUAGES,
    REFERENCES,
    planning_dates,
)
from tests.inputs.dates.test_corpus import MANY, ONE
from tests.inputs.dates.timing import fastest, within_limit, works_within_limit


def value(found: PlanningDate) -> tuple[object, ...]:
    return found.start, found.end, found.precision, found.role


@given(planning_dates(), LANGUAGES, st.booleans(), REFERENCES)
@settings(max_examples=600, deadline=None)
def test_what_is_said_is_read_back(said, language, short, reference):
    text = dates.say(said, language, short=short)
    heard = dates.read(text, reference, language)
    assert isinstance(heard, dates.Reading), text
    assert value(heard.date) == value(said), text
    assert heard.date.text == text


@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("language", Language)
def test_every_reading_of_the_corpus_can_be_said(language, short):
    lost = [
        (text, dates.say(found, language, short=short))
        for tongue, text, _ in [*ONE, *MANY]
        if tongue is language
        for found in readings(dates.read(text, THURSDAY, language, CONTEXT))
        if not read_back(found, language, short=short)
    ]
    assert not lost


def read_back(found: PlanningDate, language: Language, *, short: bool) -> bool:
    again = dates.read(dates.say(found, language, short=short), THURSDAY, language)
    return isinstance(again, dates.Reading) and value(again.date) == value(found)


def readings(outcome: dates.Outcome) -> list[PlanningDate]:
    match outcome:
        case dates.Reading():
            return [outcome.date, *outcome.others]
        case dates.Unclear():
            return list(outcome.readings)
        case dates.Several():
            return [found for part in outcome.parts for found in readings(part)]
        case dates.NotADate():
            return []


NO_YEAR = [
    (language, text)
    for language, text, _ in ONE
    if not any(year in text for year in ("19", "20", "21", "22"))
]


@given(st.sampled_from(NO_YEAR), REFERENCES, st.integers(0, 800))
@settings(max_examples=500, deadline=None)
@example((Language.DANISH, "uge 53"), date(2020, 12, 28), 60)
@example((Language.DANISH, "29. februar"), date(1899 + 1, 1, 1), 800)
def test_a_later_reference_never_gives_an_earlier_date(row, reference, later):
    language, text = row
    first = readings(dates.read(text, reference, language))
    second = readings(dates.read(text, reference + timedelta(days=later), language))
    if first and second:
        day = str(first[0].start)[:10], str(second[0].start)[:10]
        assert day[0] <= day[1]


@given(ANYTHING, LANGUAGES, REFERENCES)
@settings(max_examples=600, deadline=None)
@example("uge " * 1000, Language.DANISH, THURSDAY)
@example("1., " * 1000, Language.DANISH, THURSDAY)
@example("primo " * 600, Language.DANISH, THURSDAY)
@example("om 999999 år", Language.DANISH, THURSDAY)
@example("366 år før 1. marts", Language.DANISH, date(1900, 1, 1))
@example("\u0130\u0131 10. marts \u017f", Language.DANISH, THURSDAY)
@example("١٠. marts ٢٠٢٢ ²", Language.DANISH, THURSDAY)
@example("1" * 5000, Language.ENGLISH, THURSDAY)
def test_no_text_raises_and_spans_fit(text, language, reference):
    outcome = dates.read(text, reference, language, CONTEXT)
    for part in outcome.parts if isinstance(outcome, dates.Several) else [outcome]:
        if isinstance(part, dates.Reading):
            assert text[part.span.start : part.span.end] == part.date.text
            assert part.date.end is None or part.date.start <= part.date.end
        elif isinstance(part, dates.Unclear):
            assert text[part.span.start : part.span.end] == part.text


HOSTILE = [
    "i ", "1/1 ", "1.a.", "-1", "1., ", "12, ", "uge 1, ", "uge 1-", "1. dag i ", "fra ",
    "om 1 dag ", "1 dag før ", "den ", "kl. 1 ", "2022 år ", "hver ", "nr. 1 ", "x 1. marts ",
    "marts-", "(1. marts)", "1.1.-", "sidste dag i ", "mandag efter ", "torsdag ", "primo-",
    "14.00-", "«»", "\u0130", "1 ", "'", "a'", "fem i ", "senest x ", "1 minut i ",
    "mandag den 1. - den ", "mail fra 1/1 ", "a.docx/", "by mid april ",
    "Friday kl. 1 ", "jul ", "jan oct ", "tir ", "tors-", "ni ", "før ",
]  # fmt: skip
PROSE = "Vi mødes den 10. marts kl. 14 på Teams og taler om EOJ. "


@pytest.mark.parametrize("piece", HOSTILE)
def test_four_thousand_characters_take_under_five_milliseconds(piece):
    text = (piece * 4000)[:4000]
    assert within_limit(text, Language.DANISH)
    assert within_limit(text, Language.ENGLISH)


@given(st.text(max_size=4000) | DATELIKE.map(lambda text: (text * 4000)[:4000]), LANGUAGES)
@settings(max_examples=120, deadline=None)
def test_any_unicode_of_four_thousand_characters_takes_under_five_milliseconds(text, language):
    assert within_limit(text, language)


def test_a_reader_that_compares_every_two_characters_is_found_out():
    text = PROSE * 40
    assert not works_within_limit(lambda: [one == other for one in text for other in text])


@pytest.mark.parametrize("piece", [PROSE, *HOSTILE[2:8]])
def test_time_is_linear_in_length(piece):
    """Eight times the text takes about eight times as long, not sixty-four."""
    short, long = ((piece * 20_000)[: 2_500 * factor] for factor in (1, 8))
    ratio = min(
        fastest(long, Language.DANISH, 5) / fastest(short, Language.DANISH, 5) for _ in range(3)
    )
    assert ratio < 24


def test_threads_may_read_at_once():
    work = [(text, language) for language, text, _ in ONE] + [
        ("10. März 2022", Language.DANISH), ("10 mars 2022", Language.ENGLISH)
    ] * 20  # fmt: skip
    alone = [dates.read(text, THURSDAY, language, CONTEXT) for text, language in work]
    start = threading.Barrier(8)

    def reading(_: int) -> list[dates.Outcome]:
        start.wait()
        return [dates.read(text, THURSDAY, language, CONTEXT) for text, language in work]

    with ThreadPoolExecutor(8) as pool:
        for together in pool.map(reading, range(8)):
            assert together == alone


def test_rules_may_look_ahead_over_the_end():
    """Every text may end anywhere in an expression: `END` is repeated for the rules."""
    for language, text, _ in ONE:
        for cut in range(len(text)):
            dates.read(text[:cut], THURSDAY, language, CONTEXT)
    assert LOOK_AHEAD >= 4
