"""The corpus: every wording, in a text by itself and in a sentence, is read as expected."""

import pytest

from bot.inputs import dates
from storage.vocabulary import Language
from tests.inputs.dates import (
    danish_days,
    danish_periods,
    english_corpus,
    no_dates,
    typed,
)
from tests.inputs.dates.expecting import CONTEXT, THURSDAY, Expected

DANISH, ENGLISH = Language.DANISH, Language.ENGLISH

Group = list[tuple[Expected, tuple[str, ...]]]
ListGroup = list[tuple[tuple[Expected, ...], tuple[str, ...]]]


def spread(language: Language, *groups: Group) -> list[tuple[Language, str, Expected]]:
    return [
        (language, text, expected)
        for group in groups
        for expected, texts in group
        for text in texts
    ]


ONE = [
    *spread(
        DANISH, danish_days.DAYS, danish_days.LIMITS, danish_days.TIMES, danish_periods.PERIODS
    ),
    *spread(ENGLISH, english_corpus.DATES),
    *spread(DANISH, typed.DANISH),
    *spread(ENGLISH, typed.ENGLISH),
]
LISTS: list[tuple[Language, ListGroup]] = [
    (DANISH, danish_periods.SEVERAL),
    (ENGLISH, english_corpus.SEVERAL),
    (DANISH, typed.DANISH_SEVERAL),
]
MANY = [
    (language, text, expected)
    for language, groups in LISTS
    for expected, texts in groups
    for text in texts
]
NONE = [
    *((DANISH, text) for text in no_dates.DANISH),
    *((ENGLISH, text) for text in no_dates.ENGLISH),
]
REFUSED = [
    *((DANISH, text) for text in no_dates.DANISH_REFUSED),
    *((ENGLISH, text) for text in no_dates.ENGLISH_REFUSED),
]


def described(part: dates.Reading | dates.Unclear) -> Expected:
    if isinstance(part, dates.Reading):
        best, others = part.date, part.others
    else:
        assert part.readings, part.doubt
        best, *rest = part.readings
        others = tuple(rest)
    return Expected(
        best.start,
        best.end,
        best.precision.value,
        best.role.value,
        tuple((other.start, other.end) for other in others),
        tuple(sorted(part.flags)),
    )


@pytest.mark.parametrize(("language", "text", "expected"), ONE)
def test_a_date_is_read(language, text, expected):
    outcome = dates.read(text, THURSDAY, language, CONTEXT)
    assert isinstance(outcome, dates.Reading | dates.Unclear)
    assert described(outcome) == expected
    start, end = outcome.span
    heard = outcome.date.text if isinstance(outcome, dates.Reading) else outcome.text
    assert text[start:end] == heard


@pytest.mark.parametrize(("language", "text", "expected"), MANY)
def test_several_dates_are_several(language, text, expected):
    outcome = dates.read(text, THURSDAY, language, CONTEXT)
    assert isinstance(outcome, dates.Several)
    assert tuple(described(part) for part in outcome.parts) == expected


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_no_date_stays_none(language, text):
    assert isinstance(dates.read(text, THURSDAY, language, CONTEXT), dates.NotADate)


@pytest.mark.parametrize(("language", "text"), REFUSED)
def test_what_doesnt_exist_is_refused_without_a_guess(language, text):
    outcome = dates.read(text, THURSDAY, language)
    assert isinstance(outcome, dates.Unclear)
    assert outcome.readings == ()


SENTENCES = {
    DANISH: ("SDS vender tilbage {} med svar", "Udrulning: {}.", "Planen er {}, siger Systematic"),
    ENGLISH: ("SDS will return {} with answers", "Rollout: {}.", "The plan is {}, says Systematic"),
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [row for row in ONE if row[1][0].isdigit() and row[1][-1].isalnum() and len(row[1]) > 7],
)
def test_full_dates_are_found_in_sentences(language, text, expected):
    for sentence in SENTENCES[language]:
        outcome = dates.read(sentence.format(text), THURSDAY, language, CONTEXT)
        assert isinstance(outcome, dates.Reading | dates.Unclear), sentence
        assert described(outcome) == expected


def test_the_corpus_is_as_large_as_it_says():
    for language, least in ((DANISH, 400), (ENGLISH, 120)):
        dated = {text for tongue, text, _ in (*ONE, *MANY) if tongue is language}
        undated = {text for tongue, text in (*NONE, *REFUSED) if tongue is language}
        assert len(dated | undated) >= least
        assert len(undated) * 4 >= len(dated | undated)
