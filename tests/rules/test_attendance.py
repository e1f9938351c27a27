"""What an organisation may answer, and what presence makes of it."""

import pytest

from bot.errors import WrongMoment
from bot.rules import attendance as rules
from storage.vocabulary import AttendanceState, MeetingState


@pytest.mark.parametrize("answered", AttendanceState)
def test_presence_decides(answered):
    assert rules.settled(answered, somebody_there=True) is AttendanceState.PRESENT
    gone = rules.settled(answered, somebody_there=False)
    assert gone is not AttendanceState.PRESENT
    if answered is not AttendanceState.PRESENT:
        assert gone is answered


@pytest.mark.parametrize("state", MeetingState)
def test_who_may_still_answer_and_correct(state):
    over = {
        MeetingState.DRAFTING,
        MeetingState.IN_REVIEW,
        MeetingState.APPROVED,
        MeetingState.CANCELLED,
    }
    if state in over:
        with pytest.raises(WrongMoment):
            rules.may_answer(state)
    else:
        rules.may_answer(state)
        rules.may_correct(state)
    for closed in (MeetingState.APPROVED, MeetingState.CANCELLED):
        with pytest.raises(WrongMoment):
            rules.may_correct(closed)
