"""Simulated time and the ids that hang on it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.clock import SimulatedClock
from bot.demo.workspace import Workspace

START = datetime(2022, 2, 21, 9, tzinfo=UTC)


def test_a_frozen_clock_moves_only_by_hand():
    clock = SimulatedClock.frozen(START)
    assert clock.now() == clock.now() == START
    assert clock.move(days=1, hours=2) == START + timedelta(days=1, hours=2)
    assert clock.move_to(datetime(2022, 3, 10, tzinfo=UTC)).day == 10


def test_a_flowing_clock_adds_real_time_to_its_jumps():
    elapsed = [100.0]
    clock = SimulatedClock(START, elapsed=lambda: elapsed[0])
    elapsed[0] += 30
    assert clock.now() == START + timedelta(seconds=30)
    clock.move(days=7)
    elapsed[0] += 5
    assert clock.now() == START + timedelta(days=7, seconds=35)


def test_time_is_told_in_utc_and_never_goes_back():
    east = datetime(2022, 2, 21, 10, tzinfo=timezone(timedelta(hours=1)))
    clock = SimulatedClock.frozen(east)
    assert clock.now() == START
    assert clock.now().tzinfo is UTC
    with pytest.raises(ValueError, match="doesn't go back"):
        clock.move(days=-1)
    with pytest.raises(ValueError, match="doesn't go back"):
        clock.move_to(START - timedelta(seconds=1))
    naive = START.replace(tzinfo=None)
    with pytest.raises(ValueError, match="aware"):
        clock.move_to(naive)
    with pytest.raises(ValueError, match="aware"):
        SimulatedClock.frozen(naive)
    assert clock.now() == START


def test_listeners_hear_of_jumps_until_they_leave():
    clock = SimulatedClock.frozen(START)
    heard: list[datetime] = []
    leave = clock.subscribe(heard.append)
    clock.move(hours=1)
    leave()
    leave()
    clock.move(hours=1)
    assert heard == [START + timedelta(hours=1)]


@given(st.lists(st.floats(0, 3), max_size=30))
def test_timestamps_grow_whatever_the_clock_does(jumps):
    clock = SimulatedClock.frozen(START)
    ws = Workspace(clock=clock)
    stamps = [ws.next_ts()]
    for jump in jumps:
        clock.move(seconds=jump)
        stamps.append(ws.next_ts())
    assert stamps == sorted(set(stamps), key=float)
    assert all(len(stamp.partition(".")[2]) == 6 for stamp in stamps)
    ws.close()
