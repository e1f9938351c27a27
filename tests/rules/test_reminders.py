"""When owners are reminded."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.rules import reminders as rules
from bot.rules.working_days import is_working_day

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
SPANS = st.integers(0, 200).map(lambda days: timedelta(days=days))


def first(counted_from: date, due: date, count: int = 12) -> list[date]:
    return list(islice(rules.moments(counted_from, due), count))


def test_the_days_of_a_promise_from_meeting_19():
    assert first(date(2022, 3, 10), date(2022, 4, 1), 6) == [
        date(2022, 3, 21),
        date(2022, 3, 29),
        date(2022, 4, 1),
        date(2022, 4, 8),
        date(2022, 4, 19),  # Good Friday is the 15th, Easter Monday the 18th
        date(2022, 4, 22),
    ]


def test_a_due_day_on_a_sunday_is_reminded_of_on_friday():
    assert date(2022, 4, 1) in first(date(2022, 3, 10), date(2022, 4, 3), 3)


def test_a_short_notice_has_no_half_time():
    assert first(date(2022, 3, 29), date(2022, 4, 1), 2) == [date(2022, 4, 1), date(2022, 4, 8)]


@given(DAYS, SPANS)
def test_reminders_are_working_days_in_order_after_the_promise(counted: date, span: timedelta):
    days = first(counted, counted + span)
    assert all(map(is_working_day, days))
    assert days == sorted(set(days))
    assert days[0] > counted


@given(DAYS, SPANS)
def test_an_overdue_promise_is_reminded_of_every_week(counted: date, span: timedelta):
    due = counted + span
    late = [day for day in first(counted, due, 20) if day > due]
    gaps = {(after - before).days for before, after in pairwise(late)}
    assert gaps <= set(range(1, 14))
    for weeks in range(1, 4):
        week = due + timedelta(weeks=weeks)
        assert any(week <= day <= week + timedelta(days=6) for day in late)


@given(DAYS, SPANS, st.integers(0, 400), st.lists(st.integers(1, 40), min_size=1, max_size=15))
def test_nothing_is_lost_however_rarely_somebody_asks(
    counted: date, span: timedelta, start: int, pauses: list[int]
):
    """Every day of reminding falls into exactly one of the rounds in which it was asked."""
    due, since = counted + span, counted + timedelta(days=start)
    began, reminded = since, 0
    for pause in pauses:
        today = since + timedelta(days=pause)
        days = [d for d in first(counted, due, 120) if since < d <= today]
        assert rules.is_due(counted, due, since=since, today=today) == bool(days)
        reminded += bool(days)
        since = today
    everything = [d for d in first(counted, due, 120) if began < d <= since]
    assert reminded <= len(everything)
    assert (reminded == 0) == (not everything)


@given(st.integers(0, 10 * 365 * 24 * 60))
def test_the_next_round_is_at_nine_within_a_day(minutes: int):
    now = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    following = rules.next_round(now, "Europe/Copenhagen")
    assert timedelta() < following - now <= timedelta(hours=25)
    assert following.hour in (7, 8), "9.00 in Copenhagen"
