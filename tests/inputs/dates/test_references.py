"""Dates without a year, written around a year's end, in a leap year and in a week 53."""

from datetime import date

import pytest

from bot.inputs import dates
from storage.vocabulary import Language
from tests.inputs.dates.expecting import (
    DAY,
    Expected,
    by,
    day,
    days,
    half,
    in_week,
    month,
    on,
    part,
    quarter,
    week,
    year,
)
from tests.inputs.dates.test_corpus import described

DECEMBER, JANUARY = date(2022, 12, 20), date(2023, 1, 3)
LEAP, LONG = date(2024, 2, 28), date(2020, 12, 28)

ROWS: list[tuple[date, Expected, tuple[str, ...]]] = [
    (DECEMBER, day(2023, 1, 12), ("12. januar", "12/1", "torsdag den 12. januar")),
    (DECEMBER, by(date(2023, 1, 6)), ("senest 6. januar", "frist 6/1", "senest fredag den 6.")),
    (DECEMBER, week(2, 2023), ("uge 2",)),
    (DECEMBER, week(51).to(week(2, 2023)), ("uge 51-2", "fra uge 51 til uge 2")),
    (DECEMBER, month(1, 2023), ("januar", "næste måned")),
    (DECEMBER, month(11), ("november", "sidste måned")),  # ended 20 days ago
    (DECEMBER, month(10, 2023), ("oktober",)),
    (DECEMBER, quarter(1, 2023), ("Q1", "næste kvartal")),
    (DECEMBER, quarter(3, 2023), ("Q3",)),
    (DECEMBER, half(1, 2023), ("1. halvår", "næste halvår")),
    (DECEMBER, on(DECEMBER - 90 * DAY), ("21. september",)),  # as old as a day may be
    (DECEMBER, day(2023, 9, 20), ("20. september",)),
    (DECEMBER, days(date(2022, 12, 31), date(2023, 1, 1)), ("årsskiftet",)),
    (DECEMBER, by(date(2023, 1, 31)), ("inden udgangen af januar",)),
    (DECEMBER, part(1, 1, 2023), ("primo januar",)),
    (DECEMBER, on(DECEMBER + 14 * DAY), ("om 14 dage", "om to uger")),
    (JANUARY, day(2022, 12, 20), ("20. december", "tirsdag den 20. december")),
    (JANUARY, by(date(2023, 12, 20)), ("senest 20. december",)),
    (JANUARY, week(51), ("uge 51",)),
    (JANUARY, week(51, 2023).deadline, ("senest uge 51",)),
    (JANUARY, week(52), ("sidste uge",)),
    (JANUARY, quarter(4), ("Q4", "sidste kvartal")),
    (JANUARY, half(2), ("2. halvår",)),
    (JANUARY, year(2022), ("sidste år",)),
    (DECEMBER, part(1, 12, 2023).deadline, ("senest primo december", "frist: primo december")),
    (LEAP, day(2024, 2, 29), ("29. februar", "i morgen", "torsdag den 29. februar")),
    (LEAP, day(2024, 3, 1), ("overmorgen",)),
    (LEAP, by(date(2024, 2, 29)), ("inden månedens udgang", "inden udgangen af februar")),
    (LEAP, day(2025, 2, 28), ("om et år",)),
    (LONG, week(53, 2020), ("uge 53", "denne uge")),
    (LONG, week(1, 2021), ("uge 1", "næste uge")),
    (LONG, in_week(53, 5, 2020), ("fredag i uge 53", "på fredag")),
]


@pytest.mark.parametrize(
    ("reference", "text", "expected"),
    [(reference, text, expected) for reference, expected, texts in ROWS for text in texts],
)
def test_a_date_is_read_from_where_it_was_written(reference, text, expected):
    outcome = dates.read(text, reference, Language.DANISH)
    assert isinstance(outcome, dates.Reading)
    assert described(outcome) == expected
