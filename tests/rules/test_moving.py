"""Wherever a meeting is put, its chores stand on working days before it, at local hours."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.schedule import MORNING, NOON, Offsets, chores, items_until, reminders
from bot.rules.status import REMINDERS
from bot.rules.working_days import is_working_day
from storage.vocabulary import JobKind, MeetingState

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
HOURS = {JobKind.OPEN_FOR_ITEMS: MORNING, JobKind.ASK_STATUS: MORNING, JobKind.FREEZE: NOON}

starts = st.integers(0, 11 * 365 * 24 * 4).map(
    lambda quarters: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * quarters)
)
habits = st.builds(
    Offsets,
    open_days=st.integers(1, 40),
    prompt_days=st.integers(1, 20),
    freeze_days=st.integers(1, 10),
    zone=st.just(COPENHAGEN.key),
)


@given(st.lists(starts, min_size=1, max_size=4), habits, st.integers(0, 90))
def test_after_every_move_the_chores_are_on_working_days_at_local_hours(moves, offsets, ahead):
    for start in moves:
        now = start - timedelta(days=ahead, minutes=1)
        due = chores(start, MeetingState.PLANNED, offsets, now)
        assert due[JobKind.START_PANEL] == start
        for kind, hour in HOURS.items():
            if due.get(kind, now) > now:  # what is late already is done at once
                _on_a_working_day(due[kind], hour, before=start)
        if (until := items_until(start, offsets, now)) is not None:
            assert due[JobKind.FREEZE] == max(until, now)
        for days, moment in reminders(start, REMINDERS, offsets, now).items():
            _on_a_working_day(moment, MORNING, before=start)
            assert _working_days_between(moment, start) == days


def _on_a_working_day(moment: datetime, hour: time, *, before: datetime) -> None:
    local = moment.astimezone(COPENHAGEN)
    assert local.time() == hour, "by the clock on the wall, summer and winter"
    assert is_working_day(local.date())
    assert local.date() < before.astimezone(COPENHAGEN).date()


def _working_days_between(moment: datetime, start: datetime) -> int:
    day, end = moment.astimezone(COPENHAGEN).date(), start.astimezone(COPENHAGEN).date()
    return sum(is_working_day(day + timedelta(days=each)) for each in range((end - day).days))
