"""How dates are written, in both languages."""

from datetime import date, datetime

import pytest

from bot.inputs import dates
from storage.vocabulary import DateRole, Duration, Language, PlanningDate, Precision
from tests.inputs.dates.expecting import THURSDAY

DANISH, ENGLISH = Language.DANISH, Language.ENGLISH
P = Precision


def plain(start: date, end: date, precision: Precision) -> PlanningDate:
    return PlanningDate(start, end, precision)


def clocks(start: str, end: str) -> PlanningDate:
    return plain(datetime.fromisoformat(start), datetime.fromisoformat(end), P.MINUTE)


MEETING = clocks("2022-03-10T14:00", "2022-03-10T15:15")
LATE = clocks("2022-03-10T22:00", "2022-03-11T00:00")
NIGHT = clocks("2022-03-10T22:00", "2022-03-11T01:00")
DAY = plain(THURSDAY, THURSDAY, P.DAY)
WEEK = plain(date(2022, 3, 21), date(2022, 3, 27), P.WEEK)
PART = plain(date(2023, 1, 21), date(2023, 1, 31), P.PART_OF_MONTH)

WRITTEN = [
    (
        MEETING,
        "torsdag den 10. marts 2022 kl. 14.00–15.15",
        "10.3.2022 kl. 14.00–15.15",
        "Thursday 10 March 2022, 14:00–15:15",
        "10 Mar 2022, 14:00–15:15",
    ),
    (
        LATE,
        "torsdag den 10. marts 2022 kl. 22.00–24.00",
        "10.3.2022 kl. 22.00–24.00",
        "Thursday 10 March 2022, 22:00–24:00",
        "10 Mar 2022, 22:00–24:00",
    ),
    (
        NIGHT,
        "torsdag den 10. marts 2022 kl. 22.00 – fredag den 11. marts 2022 kl. 01.00",
        "10.3.2022 kl. 22.00 – 11.3.2022 kl. 01.00",
        "Thursday 10 March 2022, 22:00 – Friday 11 March 2022, 01:00",
        "10 Mar 2022, 22:00 – 11 Mar 2022, 01:00",
    ),
    (DAY, "torsdag den 10. marts 2022", "10.3.2022", "Thursday 10 March 2022", "10 Mar 2022"),
    (
        plain(date(2022, 3, 10), date(2022, 3, 12), P.DAY),
        "10.–12. marts 2022",
        "10.–12.3.2022",
        "10–12 March 2022",
        "10–12 Mar 2022",
    ),
    (
        plain(date(2022, 12, 28), date(2023, 1, 3), P.DAY),
        "28. december 2022 – 3. januar 2023",
        "28.12.2022 – 3.1.2023",
        "28 December 2022 – 3 January 2023",
        "28 Dec 2022 – 3 Jan 2023",
    ),
    (
        WEEK,
        "uge 12 (21.–27. marts 2022)",
        "uge 12/2022",
        "week 12 (21–27 March 2022)",
        "week 12/2022",
    ),
    (
        plain(date(2022, 2, 28), date(2022, 3, 27), P.WEEK),
        "uge 9–12 (28. februar – 27. marts 2022)",
        "uge 9–12, 2022",
        "weeks 9–12 (28 February – 27 March 2022)",
        "weeks 9–12, 2022",
    ),
    (
        PART,
        "ultimo januar 2023",
        "ultimo januar 2023",
        "late January 2023",
        "late January 2023",
    ),
    (
        plain(date(2022, 4, 1), date(2022, 4, 20), P.PART_OF_MONTH),
        "primo–medio april 2022",
        "primo–medio april 2022",
        "early to mid-April 2022",
        "early to mid-April 2022",
    ),
    (
        plain(date(2022, 3, 1), date(2022, 5, 31), P.MONTH),
        "marts–maj 2022",
        "marts–maj 2022",
        "March–May 2022",
        "March–May 2022",
    ),
    (
        plain(date(2022, 10, 1), date(2022, 12, 31), P.QUARTER),
        "4. kvartal 2022",
        "Q4 2022",
        "Q4 2022",
        "Q4 2022",
    ),
    (
        plain(date(2023, 1, 1), date(2023, 6, 30), P.HALF),
        "1. halvår 2023",
        "1. halvår 2023",
        "the first half of 2023",
        "H1 2023",
    ),
    (
        plain(date(2022, 12, 1), date(2023, 2, 28), P.SEASON),
        "vinteren 2022/23",
        "vinteren 2022/23",
        "winter 2022/23",
        "winter 2022/23",
    ),
    (plain(date(2022, 1, 1), date(2022, 12, 31), P.YEAR), "2022", "2022", "2022", "2022"),
    (
        PlanningDate(date(2022, 2, 28), None, P.OPEN, DateRole.FROM),
        "fra mandag den 28. februar 2022",
        "fra 28.2.2022",
        "from Monday 28 February 2022",
        "from 28 Feb 2022",
    ),
    (
        PlanningDate(date(2022, 4, 1), date(2022, 4, 1), P.DAY, DateRole.DEADLINE),
        "senest fredag den 1. april 2022",
        "senest 1.4.2022",
        "by Friday 1 April 2022",
        "by 1 Apr 2022",
    ),
    (
        PlanningDate(date(2022, 3, 27), date(2022, 3, 27), P.WEEK, DateRole.DEADLINE),
        "senest uge 12 (21.–27. marts 2022)",
        "senest uge 12/2022",
        "by week 12 (21–27 March 2022)",
        "by week 12/2022",
    ),
    (
        PlanningDate(date(2022, 3, 31), date(2022, 3, 31), P.MONTH, DateRole.UNTIL),
        "til og med marts 2022",
        "til og med marts 2022",
        "up to and including March 2022",
        "up to and including March 2022",
    ),
]


@pytest.mark.parametrize(("said", "danish", "short", "english", "brief"), WRITTEN)
def test_dates_are_written_as_meeting_papers_write_them(said, danish, short, english, brief):
    assert dates.say(said, DANISH) == danish
    assert dates.say(said, DANISH, short=True) == short
    assert dates.say(said, ENGLISH) == english
    assert dates.say(said, ENGLISH, short=True) == brief


@pytest.mark.parametrize(
    ("duration", "danish", "english", "iso"),
    [
        (Duration(months=1), "1 måned", "1 month", "P1M"),
        (Duration(days=14), "14 dage", "14 days", "P14D"),
        (Duration(years=1, months=6), "1 år og 6 måneder", "1 year and 6 months", "P1Y6M"),
        (
            Duration(hours=1, minutes=5),
            "1 time og 5 minutter",
            "1 hour and 5 minutes",
            "PT1H5M",
        ),
        (Duration(), "0 dage", "0 days", "P0D"),
    ],
)
def test_durations_have_words_and_an_iso_form(duration, danish, english, iso):
    assert dates.say_duration(duration, DANISH) == danish
    assert dates.say_duration(duration, ENGLISH) == english
    assert duration.iso == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1 måneds varsel", "P1M"),
        ("en måneds varsel før ibrugtagning", "P1M"),
        ("3 mdr.", "P3M"),
        ("14 dages frist", "P14D"),
        ("75 min.", "PT75M"),
        ("et halvt år", "P6M"),
        ("1 år og 6 måneder", "P1Y6M"),
    ],
)
def test_a_duration_alone_is_a_value_and_no_date(text, iso):
    outcome = dates.read(text, THURSDAY, DANISH)
    assert isinstance(outcome, dates.NotADate)
    assert outcome.duration is not None
    assert outcome.duration.iso == iso
