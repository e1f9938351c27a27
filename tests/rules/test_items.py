"""When an item comes late, and where it goes."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import WrongMoment
from bot.rules.items import comes_late, state_of_new
from storage.vocabulary import ItemState, MeetingState

UNTIL = datetime(2022, 3, 3, 11, tzinfo=UTC)
LATER = UNTIL + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("meeting", "until", "now", "late"),
    [
        (MeetingState.COLLECTING, UNTIL, UNTIL, False),
        (MeetingState.COLLECTING, UNTIL, LATER, True),
        (MeetingState.PLANNED, UNTIL, LATER, True),
        (MeetingState.COLLECTING, None, LATER, False),  # planned too late to have a deadline
        (MeetingState.AGENDA_SENT, UNTIL, UNTIL - timedelta(days=1), True),
    ],
)
def test_an_item_is_late_past_the_deadline_or_once_the_agenda_is_sent(meeting, until, now, late):
    assert comes_late(meeting, until, now) is late


@pytest.mark.parametrize("meeting", MeetingState)
def test_what_is_held_back_or_comes_to_a_sent_agenda_waits(meeting):
    if meeting in (MeetingState.PLANNED, MeetingState.COLLECTING):
        assert state_of_new(meeting) is ItemState.ACCEPTED
        assert state_of_new(meeting, waits=True) is ItemState.PROPOSED
    elif meeting is MeetingState.AGENDA_SENT:
        assert state_of_new(meeting) is ItemState.PROPOSED
    else:
        with pytest.raises(WrongMoment):
            state_of_new(meeting, waits=True)
