"""What stands of a plan at a meeting: new, unchanged, or to be updated."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import NotAllowed, Unclear, WrongMoment
from bot.rules import status
from bot.rules.status import Moment, Report, StatusDraft
from storage.vocabulary import (
    CertificationState,
    MeetingId,
    MeetingState,
    PlanningDate,
    Precision,
    ReportId,
)

MEETING_18 = datetime(2022, 1, 27, 13, 0, tzinfo=UTC)
MEETING_19 = datetime(2022, 3, 10, 13, 0, tzinfo=UTC)
MEETING_20 = datetime(2022, 4, 25, 12, 0, tzinfo=UTC)
STARTS = {18: MEETING_18, 19: MEETING_19, 20: MEETING_20}
AT_19 = Moment(
    MeetingId(19), MEETING_19, MEETING_19.date(), previous_end=MEETING_18 + timedelta(hours=2)
)
WEEK_12 = PlanningDate(date(2022, 3, 21), date(2022, 3, 27), Precision.WEEK, text="uge 12")
FEBRUARY = PlanningDate(date(2022, 2, 1), date(2022, 2, 1), Precision.DAY, text="1. februar")


def said(
    number: int,
    meeting: int | None,
    at: datetime,
    rollout: str = "Udrulning fra uge 9",
    planned: PlanningDate | None = None,
    *,
    confirmed: bool = True,
) -> Report:
    return Report(
        id=ReportId(number),
        meeting_id=MeetingId(meeting) if meeting else None,
        meeting_starts=STARTS[meeting] if meeting else None,
        reported_at=at,
        certification=CertificationState.CERTIFIED,
        rollout=rollout,
        planned=planned,
        needs="",
        confirmed=confirmed,
    )


BEFORE_18 = MEETING_18 - timedelta(days=5)
BEFORE_19 = MEETING_19 - timedelta(days=5)


def test_nothing_known_is_to_be_updated():
    at = status.standing([], AT_19)
    assert (at.latest, at.new, at.stale, at.answered) == (None, False, True, False)


def test_what_nobody_confirmed_this_round_is_to_be_updated():
    at = status.standing([said(1, 18, BEFORE_18)], AT_19)
    assert at.latest is not None
    assert (at.new, at.stale) == (False, True)


def test_unchanged_is_neither_new_nor_stale():
    at = status.standing([said(1, 18, BEFORE_18), said(2, 19, BEFORE_19)], AT_19)
    assert (at.new, at.stale, at.answered) == (False, False, True)


def test_an_update_is_new():
    later = said(2, 19, BEFORE_19, "Udrulning fra uge 12", WEEK_12)
    at = status.standing([said(1, 18, BEFORE_18), later], AT_19)
    assert at.latest == later
    assert (at.new, at.stale) == (True, False)


def test_a_correction_back_to_the_old_answer_is_unchanged_again():
    reports = [
        said(1, 18, BEFORE_18),
        said(2, 19, BEFORE_19, "fejl"),
        said(3, 19, BEFORE_19 + timedelta(hours=1)),
    ]
    at = status.standing(reports, AT_19)
    assert (at.new, at.stale) == (False, False)


def test_the_same_date_in_other_words_isnt_new():
    earlier = said(1, 18, BEFORE_18, planned=WEEK_12)
    again = said(2, 19, BEFORE_19, planned=replace(WEEK_12, text="21.–27. marts 2022"))
    assert not status.standing([earlier, again], AT_19).new


def test_a_forecast_that_is_past_is_to_be_updated_even_when_confirmed():
    at = status.standing([said(1, 19, BEFORE_19, planned=FEBRUARY)], AT_19)
    assert (at.answered, at.stale) == (True, True)


def test_what_the_organiser_knew_is_shown_but_still_to_be_updated():
    known = said(2, None, BEFORE_19, "1. release til kundetest", confirmed=False)
    at = status.standing([said(1, 18, BEFORE_18), known], AT_19)
    assert at.latest == known
    assert (at.new, at.stale, at.answered) == (True, True, False)


def test_what_was_known_before_the_first_meeting_is_the_baseline():
    first = replace(AT_19, previous_end=None)
    known = said(1, None, BEFORE_19, confirmed=False)
    at = status.standing([known, said(2, 19, BEFORE_19 + timedelta(days=1))], first)
    assert (at.earlier, at.new, at.stale) == (known, False, False)


def test_minutes_dont_change_by_what_is_said_for_the_next_meeting():
    sealed = replace(AT_19, sealed_at=MEETING_19 + timedelta(days=10))
    reports = [said(1, 19, BEFORE_19)]
    later = [
        said(2, 20, MEETING_19 + timedelta(days=30), "nyt"),
        said(3, None, MEETING_19 + timedelta(days=11), "nyt"),
    ]
    assert status.standing(reports, sealed) == status.standing(reports + later, sealed)


@st.composite
def histories(draw):
    count = draw(st.integers(0, 8))
    reports = []
    for number in range(1, count + 1):
        meeting = draw(st.sampled_from([None, 18, 19, 20]))
        at = MEETING_18 + timedelta(hours=draw(st.integers(-500, 3000)))
        text = draw(st.sampled_from(["a", "b"]))
        confirmed = meeting is not None and draw(st.booleans())
        reports.append(said(number, meeting, at, text, confirmed=confirmed))
    return reports


@given(histories(), st.randoms())
def test_the_order_in_which_rows_are_read_doesnt_matter(reports, chance):
    shuffled = list(reports)
    chance.shuffle(shuffled)
    assert status.standing(reports, AT_19) == status.standing(shuffled, AT_19)


@given(histories())
def test_what_is_new_differs_and_what_is_answered_was_said_for_the_meeting(reports):
    at = status.standing(reports, AT_19)
    if at.new:
        assert at.latest is not None
        assert at.earlier is None or not at.latest.repeats(at.earlier)
    if at.answered:
        assert any(each.meeting_id == 19 and each.confirmed for each in reports)
    if not at.stale:
        assert at.answered
    if at.latest is not None:
        assert at.latest.meeting_id != 20


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (StatusDraft(CertificationState.APPLIED, "  "), "rollout"),
        (StatusDraft(CertificationState.APPLIED, "x" * 1_001), "rollout"),
        (StatusDraft(CertificationState.APPLIED, "x", needs="y" * 1_001), "needs"),
    ],
)
def test_what_a_status_mustnt_be(draft, field):
    with pytest.raises(Unclear) as refused:
        status.checked(draft)
    assert refused.value.field == field


@given(st.sampled_from(MeetingState))
def test_answers_are_corrected_until_the_meeting_is_over(state):
    ahead = {MeetingState.PLANNED, MeetingState.COLLECTING, MeetingState.AGENDA_SENT}
    assert status.may_be_asked(state) == (state in ahead)
    if state in ahead | {MeetingState.IN_SESSION}:
        status.may_answer(state)
    else:
        with pytest.raises(WrongMoment):
            status.may_answer(state)


def test_only_contacts_speak_for_a_vendor():
    status.may_speak_for(has_voice=True)
    with pytest.raises(NotAllowed):
        status.may_speak_for(has_voice=False)
