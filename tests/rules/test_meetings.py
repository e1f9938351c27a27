"""What a meeting must be and how its state may change; when its chores fall due."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Unclear, WrongMoment
from bot.rules import meetings as rules
from bot.rules.meetings import MeetingDraft, Seat
from bot.rules.next_step import next_step
from bot.rules.schedule import Offsets, chores, items_until
from bot.rules.working_days import is_working_day
from storage.vocabulary import JobKind, MeetingState, Role

NOW = datetime(2022, 2, 14, 8, 0, tzinfo=UTC)
ZONE = "Europe/Copenhagen"
HOUR = timedelta(hours=1)
HABITS = Offsets(open_days=20, prompt_days=10, freeze_days=5, zone=ZONE)

moments = st.datetimes(datetime(2021, 1, 1), datetime(2040, 1, 1)).map(  # noqa: DTZ001
    lambda naive: naive.replace(tzinfo=UTC)
)


@pytest.mark.parametrize(
    ("start", "length", "place", "field"),
    [
        (-HOUR, HOUR, "", "when"),
        (timedelta(0), HOUR, "", "when"),
        (HOUR, timedelta(0), "", "when"),
        (HOUR, 25 * HOUR, "", "when"),
        (HOUR, HOUR, "x" * 301, "place"),
    ],
)
def test_drafts_that_cant_be_meetings(start, length, place, field):
    draft = MeetingDraft(NOW + start, NOW + start + length, place)
    with pytest.raises(Unclear) as refused:
        rules.checked(draft, NOW, ZONE)
    assert refused.value.field == field


def test_a_draft_that_can_be_one():
    draft = MeetingDraft(NOW + HOUR, NOW + 25 * HOUR, "x" * 300)
    assert rules.checked(draft, NOW, ZONE) is draft


@given(pattern=st.text(max_size=120), number=st.integers(1, 10**6), vendor=st.text(max_size=40))
def test_a_title_fits_its_column(pattern, number, vendor):
    assert len(rules.title_of(pattern, number, vendor)) <= rules.LONGEST_TITLE


@pytest.mark.parametrize("state", MeetingState)
def test_opening_and_closing_are_each_others_way_back(state):
    if state is MeetingState.PLANNED:
        assert rules.after_closing(rules.after_opening(state)) is state
    else:
        with pytest.raises(WrongMoment):
            rules.after_opening(state)


@pytest.mark.parametrize("state", MeetingState)
def test_only_what_hasnt_begun_is_cancelled_and_comes_back_as_it_was(state):
    if state in rules.BEFORE_SESSION:
        cancelled = rules.after_cancelling(state)
        assert rules.after_reinstating(cancelled, state) is state
    else:
        with pytest.raises(WrongMoment):
            rules.after_cancelling(state)
        if state is not MeetingState.CANCELLED:
            with pytest.raises(WrongMoment):
                rules.after_reinstating(state, MeetingState.PLANNED)


@pytest.mark.parametrize("state", MeetingState)
def test_there_is_always_a_next_step(state):
    assert next_step(state)


@given(start=moments, now=moments, state=st.sampled_from(MeetingState))
def test_chores_lie_ahead_and_in_order(start, now, state):
    due = chores(start, state, HABITS, now)
    assert all(moment >= now for moment in due.values())
    if state not in rules.BEFORE_SESSION:
        assert due == {}
    if JobKind.FREEZE in due:
        assert now < due[JobKind.FREEZE] < start
        assert is_working_day(due[JobKind.FREEZE].date())
        assert due.get(JobKind.ASK_STATUS, now) <= due[JobKind.FREEZE]


def test_an_agenda_goes_out_at_noon_of_the_series_whatever_the_season():
    winter = chores(datetime(2022, 3, 10, 13, tzinfo=UTC), MeetingState.COLLECTING, HABITS, NOW)
    summer = chores(datetime(2022, 6, 23, 12, tzinfo=UTC), MeetingState.COLLECTING, HABITS, NOW)
    assert winter[JobKind.FREEZE] == datetime(2022, 3, 3, 11, tzinfo=UTC)
    assert summer[JobKind.FREEZE] == datetime(2022, 6, 16, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("meeting", "days", "until"),
    [
        (datetime(2022, 3, 10, 13, tzinfo=UTC), 5, datetime(2022, 3, 3, 11, tzinfo=UTC)),
        # Easter 2022: Maundy Thursday is 14 April, Easter Monday the 18th.
        (datetime(2022, 4, 20, 12, tzinfo=UTC), 5, datetime(2022, 4, 8, 10, tzinfo=UTC)),
        (datetime(2022, 4, 19, 12, tzinfo=UTC), 1, datetime(2022, 4, 13, 10, tzinfo=UTC)),
        # Ascension Day is 26 May, Whit Monday 6 June.
        (datetime(2022, 6, 7, 8, tzinfo=UTC), 7, datetime(2022, 5, 25, 10, tzinfo=UTC)),
        (datetime(2023, 1, 3, 9, tzinfo=UTC), 4, datetime(2022, 12, 28, 11, tzinfo=UTC)),
        # 00.30 on Monday in Copenhagen is Sunday in UTC; summer time began that Sunday.
        (datetime(2022, 3, 27, 22, 30, tzinfo=UTC), 1, datetime(2022, 3, 25, 11, tzinfo=UTC)),
    ],
)
def test_items_are_in_time_until_noon_so_many_working_days_before(meeting, days, until):
    habits = replace(HABITS, freeze_days=days)
    assert items_until(meeting, habits, None) == until
    assert items_until(meeting, habits, until - timedelta(seconds=1)) == until
    assert items_until(meeting, habits, until) is None, "nobody could have kept it"


@given(start=moments, now=moments)
def test_the_clock_sends_the_agenda_at_the_items_deadline(start, now):
    freezes = chores(start, MeetingState.COLLECTING, HABITS, now).get(JobKind.FREEZE)
    assert freezes == items_until(start, HABITS, now)


def test_what_is_past_isnt_frozen_by_the_clock_but_is_opened():
    tomorrow = chores(NOW + timedelta(days=1), MeetingState.PLANNED, HABITS, NOW)
    assert JobKind.FREEZE not in tomorrow
    assert tomorrow[JobKind.OPEN_FOR_ITEMS] == NOW


seats = st.lists(
    st.builds(
        Seat,
        user=st.text("ABCDEFGH0123", min_size=4, max_size=6),
        role=st.sampled_from(Role),
        is_contact=st.booleans(),
        of_vendor=st.booleans(),
    ),
    max_size=20,
)


@given(seats)
def test_a_group_holds_eight_and_the_vendor_comes_first(listed):
    chosen = rules.group(listed)
    assert len(chosen) <= rules.GROUP
    observers = [seat.user for seat in listed if seat.role is Role.OBSERVER]
    invited = [seat for seat in listed if seat.role is not Role.OBSERVER]
    assert len(chosen) == min(len(invited), rules.GROUP)
    assert not set(chosen) & (set(observers) - {seat.user for seat in invited})
    voices = [seat.user for seat in invited if seat.of_vendor and seat.is_contact]
    assert set(voices[: rules.GROUP]) <= set(chosen) or len(voices) > rules.GROUP
