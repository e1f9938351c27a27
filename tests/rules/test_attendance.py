"""What an organisation may answer, and what presence makes of it."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.errors import Unclear, WrongMoment
from bot.rules import attendance as rules
from storage.vocabulary import AttendanceState, MeetingState

INVITED, ACCEPTED, APOLOGIES, PRESENT, LEFT = AttendanceState
ZONE = "Europe/Copenhagen"


@pytest.mark.parametrize(
    ("said", "people", "made"),
    [
        (INVITED, [], INVITED),
        (PRESENT, [], PRESENT),  # an organisation without people in Slack
        (APOLOGIES, [INVITED, INVITED], APOLOGIES),
        (INVITED, [APOLOGIES, INVITED], INVITED),
        (INVITED, [APOLOGIES, APOLOGIES], APOLOGIES),
        (ACCEPTED, [APOLOGIES, APOLOGIES], APOLOGIES),
        (APOLOGIES, [APOLOGIES, ACCEPTED], ACCEPTED),
        (APOLOGIES, [LEFT, ACCEPTED], LEFT),
        (APOLOGIES, [LEFT, PRESENT], PRESENT),
    ],
)
def test_people_make_their_organisations_state(said, people, made):
    assert rules.organisation(said, people) is made


def test_an_answer_doesnt_undo_what_the_organiser_noted():
    assert rules.after_answering(PRESENT, APOLOGIES) is PRESENT
    assert rules.after_answering(APOLOGIES, ACCEPTED) is ACCEPTED


@pytest.mark.parametrize(
    ("clock", "moment"),
    [
        ((23, 30), datetime(2022, 3, 26, 22, 30, tzinfo=UTC)),
        ((0, 30), datetime(2022, 3, 26, 23, 30, tzinfo=UTC)),  # past midnight
        ((3, 0), datetime(2022, 3, 27, 1, 0, tzinfo=UTC)),  # and past the change to summer time
    ],
)
def test_the_hour_at_which_somebody_left_belongs_to_the_meeting(clock, moment):
    starts = datetime(2022, 3, 26, 22, 0, tzinfo=UTC)
    assert rules.left_at(time(*clock), starts, starts + timedelta(hours=3), ZONE) == moment


def test_an_hour_before_the_meeting_is_refused():
    starts = datetime(2022, 3, 10, 13, 0, tzinfo=UTC)
    with pytest.raises(Unclear):
        rules.left_at(time(13, 59), starts, starts + timedelta(hours=1), ZONE)


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
