"""Actions: every step is known, closed ones stay closed until reopened."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.errors import Unclear, WrongMoment
from bot.inputs import promises
from bot.rules import actions as rules
from bot.rules.actions import Held, Named
from storage.vocabulary import (
    ActionState,
    DateRole,
    Language,
    MeetingId,
    OrganisationId,
    PlanningDate,
    Precision,
)

STEPS = (
    rules.after_done,
    rules.after_answer,
    rules.after_moving,
    rules.after_refusing,
    rules.after_handing_over,
    rules.after_blocking,
    rules.after_dropping,
    rules.after_reopening,
)


class Followed(RuleBasedStateMachine):
    """Owners and organisers press everything."""

    def __init__(self) -> None:
        super().__init__()
        self.state = ActionState.OPEN
        self.before = self.state
        self.step = None

    @rule(step=st.sampled_from(STEPS))
    def press(self, step):
        try:
            after = step(self.state, "A-19-01")
        except WrongMoment:
            return
        self.before, self.state, self.step = self.state, after, step

    @invariant()
    def what_is_closed_is_only_reopened(self):
        closed = (ActionState.DONE, ActionState.DROPPED)
        if self.before in closed and self.step is not None:
            assert self.step is rules.after_reopening
            assert self.state is ActionState.OPEN
        if self.step in (rules.after_moving, rules.after_refusing):
            assert self.state is self.before


TestFollowed = Followed.TestCase


@pytest.mark.parametrize("state", [state for state in ActionState if state is not ActionState.OPEN])
def test_everything_can_be_taken_back(state: ActionState):
    assert rules.after_reopening(state, "A-19-01") is ActionState.OPEN


# ── Due days ─────────────────────────────────────────────────────────────────

DAYS = st.dates(date(2022, 1, 1), date(2023, 12, 31))
MEETINGS = st.lists(
    st.builds(Held, st.integers(1, 9).map(MeetingId), st.sampled_from([0, 4]), DAYS),
    unique_by=lambda each: each.id,
)


@given(DAYS, MEETINGS)
def test_an_own_day_counts_whatever_is_planned(own: date, meetings: list[Held]):
    assert rules.due_day(own, MeetingId(1), meetings) == own


@given(MEETINGS)
def test_without_a_day_it_is_the_next_meeting_of_the_same_kind(meetings: list[Held]):
    due = rules.due_day(None, MeetingId(1), meetings)
    origin = next((each for each in meetings if each.id == 1), None)
    if origin is None:
        assert due is None
        return
    later = [m for m in meetings if m.scope == origin.scope and m.day > origin.day]
    assert (due is None) == (not later)
    for each in later:
        assert due is not None
        assert origin.day < due <= each.day


def test_meeting_19s_action_is_due_at_meeting_20_not_at_kmds():
    meetings = [
        Held(MeetingId(19), 0, date(2022, 3, 10)),
        Held(MeetingId(5), 4, date(2022, 4, 1)),
        Held(MeetingId(20), 0, date(2022, 4, 25)),
    ]
    assert rules.due_day(None, MeetingId(19), meetings) == date(2022, 4, 25)


# ── What is said ─────────────────────────────────────────────────────────────

KNOWN = [
    Named(OrganisationId(1), ("SDS", "Sundhedsdatastyrelsen", "")),
    Named(OrganisationId(2), ("Systematic", "Systematic", "Cura")),
]


@pytest.mark.parametrize(
    ("said", "owner"), [("SDS", 1), ("sds", 1), ("Sundhedsdatastyrelsen ", 1), ("cura", 2)]
)
def test_owners_are_known_by_all_their_names(said: str, owner: int):
    assert rules.owner_named(said, KNOWN) == owner


@given(st.text(max_size=40))
def test_an_unknown_owner_is_never_guessed(said: str):
    known = {"sds", "sundhedsdatastyrelsen", "systematic", "cura"}
    if " ".join(said.casefold().split()).strip(" .:") in known:
        return
    with pytest.raises(Unclear):
        rules.owner_named(said, KNOWN)


@given(st.text(alphabet=st.characters(exclude_characters=":\n", codec="utf-8"), max_size=40))
def test_text_without_a_colon_names_nobody(said: str):
    found = promises.addressed(said)
    assert (found.owner, found.text) == ("", said.strip())


@pytest.mark.parametrize(
    ("said", "owner", "text", "certain"),
    [
        ("til SDS: se på det", "SDS", "se på det", True),
        ("to KL: who sees the log?", "KL", "who sees the log?", True),
        ("SDS: se på det: alt", "SDS", "se på det: alt", False),
        ("til SDS se på det", "", "til SDS se på det", False),
    ],
)
def test_who_is_asked_for_what(said: str, owner: str, text: str, certain: bool):  # noqa: FBT001
    assert promises.addressed(said) == promises.Addressed(owner, text, certain)


@pytest.mark.parametrize(
    ("text", "rest", "due"),
    [
        ("vende tilbage senest 1. april", "vende tilbage", "senest 1. april"),
        ("vende tilbage senest 1. april.", "vende tilbage", "senest 1. april"),
        ("mødes 1. april om planen", "mødes 1. april om planen", ""),
        ("senest 1. april svare KL", "senest 1. april svare KL", "senest 1. april"),
        ("se på reglen", "se på reglen", ""),
    ],
)
def test_the_deadline_is_taken_from_the_end(text: str, rest: str, due: str):
    said = promises.without_date(
        text, date(2022, 3, 10), Language.DANISH, promises.dates.NO_CONTEXT
    )
    assert said == (rest, due)


@pytest.mark.parametrize("text", ["", "  ", "næste møde", "Inden næste  møde.", "next meeting"])
def test_the_next_meeting_needs_no_date(text: str):
    assert promises.is_next_meeting(text)


def test_a_due_day_is_written_without_weekday_and_role():
    day = date(2022, 4, 1)
    due = PlanningDate(day, day, Precision.DAY, DateRole.DEADLINE, "senest 1. april")
    assert promises.in_words(due, Language.DANISH) == "1. april 2022"


def test_a_date_without_end_or_behind_us_is_refused():
    today = date(2022, 3, 10)
    with pytest.raises(Unclear):
        rules.checked_day(None, today, "fra uge 9")
    with pytest.raises(Unclear):
        rules.checked_day(date(2022, 3, 9), today, "9. marts")
    assert rules.checked_day(today, today, "i dag") == today
