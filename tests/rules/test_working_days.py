"""Working days, holidays and calendar arithmetic."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.working_days import (
    add_months,
    add_working_days,
    easter,
    holidays,
    is_working_day,
    next_working_day,
    shift,
    weeks_in,
)
from storage.vocabulary import Duration, Language
from tests.inputs.dates.expecting import easter as easter_by_epacts

DAYS = st.dates(date(1990, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2022, 3, 10), True),
        (date(2022, 3, 12), False),  # Saturday
        (date(2022, 4, 14), False),  # Maundy Thursday
        (date(2022, 4, 18), False),  # Easter Monday
        (date(2022, 4, 19), True),
        (date(2023, 5, 5), False),  # the last store bededag
        (date(2024, 4, 26), True),  # would have been the next
        (date(2022, 12, 23), True),
        (date(2022, 12, 26), False),
        (date(2150, 4, 13), False),  # Easter Monday, beyond the holidays package
        (date(2150, 4, 14), True),
    ],
)
def test_working_days(day, working):
    assert is_working_day(day) is working


@pytest.mark.parametrize(
    ("day", "count", "found"),
    [
        (date(2022, 3, 10), 1, date(2022, 3, 11)),
        (date(2022, 3, 10), 3, date(2022, 3, 15)),
        (date(2022, 4, 13), 1, date(2022, 4, 19)),  # over Easter
        (date(2022, 4, 19), -1, date(2022, 4, 13)),
        (date(2022, 3, 12), 1, date(2022, 3, 14)),
        (date(2022, 3, 12), -1, date(2022, 3, 11)),
        (date(2022, 3, 12), 0, date(2022, 3, 12)),
        (date(2022, 12, 30), 1, date(2023, 1, 2)),
    ],
)
def test_counting_working_days(day, count, found):
    assert add_working_days(day, count) == found


def test_the_next_working_day_is_never_the_day_itself():
    assert next_working_day(date(2022, 3, 10)) == date(2022, 3, 11)


@given(DAYS, st.integers(1, 30))
def test_counting_back_undoes_counting_forward(day, count):
    start = next_working_day(day)
    assert add_working_days(add_working_days(start, count), -count) == start


@given(DAYS, st.integers(1, 30))
def test_as_many_working_days_lie_between_as_were_counted(day, count):
    end = add_working_days(day, count)
    between = (day + timedelta(days=i) for i in range(1, (end - day).days + 1))
    assert sum(is_working_day(each) for each in between) == count


@given(st.integers(1900, 2199))
def test_easter_agrees_with_the_table_of_epacts(year):
    assert easter(year) == easter_by_epacts(year)


def test_years_beyond_the_package_go_on_as_its_last_ones():
    assert list(holidays(2101).values()) == list(holidays(2100).values())
    assert counted_from_easter(2101) == counted_from_easter(2100)


def counted_from_easter(year: int) -> list[int]:
    return [(day - easter(year)).days for day in sorted(holidays(year)) if 2 < day.month < 7]


def test_holidays_have_names_in_both_languages():
    assert holidays(2022)[date(2022, 4, 14)] == "Skærtorsdag"
    assert holidays(2022, Language.ENGLISH)[date(2022, 4, 14)] == "Maundy Thursday"


def test_store_bededag_is_a_holiday_until_2023():
    assert "Store bededag" in holidays(2023).values()
    assert "Store bededag" not in holidays(2024).values()


@pytest.mark.parametrize(("year", "weeks"), [(2020, 53), (2021, 52), (2022, 52), (2026, 53)])
def test_years_have_52_or_53_weeks(year, weeks):
    assert weeks_in(year) == weeks


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2022, 1, 31), 1, date(2022, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2022, 3, 10), -3, date(2021, 12, 10)),
        (date(2022, 3, 10), 10, date(2023, 1, 10)),
    ],
)
def test_months_end_where_they_end(day, months, found):
    assert add_months(day, months) == found


def test_a_duration_moves_a_day_both_ways():
    notice = Duration(months=1)
    assert shift(date(2022, 3, 21), notice, -1) == date(2022, 2, 21)
    assert shift(date(2022, 3, 21), Duration(weeks=1, days=1)) == date(2022, 3, 29)
    assert shift(date(2022, 3, 21), Duration(hours=30)) == date(2022, 3, 21)
