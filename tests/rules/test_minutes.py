"""From the running meeting to approval: no arrow but those of the cycle."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.errors import Refusal, Unclear, WrongMoment
from bot.rules import minutes as rules
from bot.rules.minutes import EntryDraft, Reached
from bot.rules.working_days import is_working_day
from storage.vocabulary import (
    EntryKind,
    ItemId,
    ItemState,
    MeetingState,
    OrganisationId,
    StandingKind,
)

STATES = st.sampled_from(MeetingState)
ARROWS = {
    (MeetingState.AGENDA_SENT, MeetingState.IN_SESSION),
    (MeetingState.IN_SESSION, MeetingState.AGENDA_SENT),
    (MeetingState.IN_SESSION, MeetingState.DRAFTING),
    (MeetingState.DRAFTING, MeetingState.IN_SESSION),
    (MeetingState.DRAFTING, MeetingState.IN_REVIEW),
    (MeetingState.IN_REVIEW, MeetingState.IN_REVIEW),
    (MeetingState.IN_REVIEW, MeetingState.DRAFTING),
    (MeetingState.IN_REVIEW, MeetingState.APPROVED),
}


class Cycle(RuleBasedStateMachine):
    """Somebody presses every button at every moment."""

    def __init__(self) -> None:
        super().__init__()
        self.state = MeetingState.AGENDA_SENT
        self.comments = 0
        self.seen = [self.state]

    @rule(
        step=st.sampled_from(
            [
                rules.after_starting,
                rules.after_unstarting,
                rules.after_ending,
                rules.after_resuming,
                rules.after_publishing,
                rules.after_recalling,
            ]
        )
    )
    def press(self, step):
        try:
            self.state = step(self.state)
        except WrongMoment:
            return
        self.seen.append(self.state)

    @rule()
    def approve(self):
        try:
            self.state = rules.after_approving(self.state, self.comments)
        except WrongMoment:
            return
        assert self.comments == 0
        self.seen.append(self.state)

    @rule()
    def comment(self):
        try:
            rules.may_comment(self.state)
        except WrongMoment:
            assert self.state is not MeetingState.IN_REVIEW
            return
        self.comments += 1

    @rule()
    def answer(self):
        self.comments = max(0, self.comments - 1)

    @invariant()
    def only_known_arrows(self):
        assert set(zip(self.seen, self.seen[1:], strict=False)) <= ARROWS


TestCycle = Cycle.TestCase


@given(STATES, st.integers(0, 3))
def test_nothing_leaves_the_approved_state(state: MeetingState, comments: int):
    steps = (
        rules.after_starting,
        rules.after_unstarting,
        rules.after_ending,
        rules.after_resuming,
        rules.after_publishing,
        rules.after_recalling,
    )
    for step in steps:
        with pytest.raises(WrongMoment):
            step(MeetingState.APPROVED)
    with pytest.raises(WrongMoment):
        rules.after_approving(MeetingState.APPROVED, comments)
    if state is not MeetingState.APPROVED:
        with pytest.raises(WrongMoment):
            rules.may_correct(state)


@given(st.integers(0, 20 * 365 * 24), st.integers(1, 20))
def test_the_comment_period_ends_on_a_working_afternoon(hours: int, days: int):
    now = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    until = rules.comments_until(now, days, "Europe/Copenhagen")
    assert is_working_day(until.date())
    assert until - now >= timedelta(days=days - 1)
    assert 13 < until.hour < 16, "16.00 in Copenhagen"


def test_the_comment_period_of_meeting_19():
    now = datetime(2022, 3, 10, 15, tzinfo=UTC)
    until = rules.comments_until(now, 5, "Europe/Copenhagen")
    assert until == datetime(2022, 3, 17, 15, tzinfo=UTC)


ITEMS = st.lists(
    st.builds(
        Reached,
        id=st.integers(1, 40).map(ItemId),
        parent_id=st.none() | st.integers(1, 40).map(ItemId),
        state=st.sampled_from([ItemState.ACCEPTED, ItemState.TREATED, ItemState.DEFERRED]),
        standing=st.none() | st.sampled_from(StandingKind),
        entries=st.integers(0, 2),
    ),
    unique_by=lambda item: item.id,
)


@given(ITEMS)
def test_nothing_stays_undecided_and_what_was_spoken_of_isnt_proposed(items: list[Reached]):
    proposed = rules.probably_not_reached(items)
    for item in items:
        end = rules.state_at_end(item, proposed)
        assert end is not ItemState.ACCEPTED
        if item.entries or item.standing:
            assert item.id not in proposed
        if item.state is not ItemState.ACCEPTED:
            assert end is item.state


def test_an_item_whose_sub_item_was_treated_isnt_proposed():
    parent, child = ItemId(1), ItemId(2)
    items = [
        Reached(parent, None, ItemState.ACCEPTED, None, 0),
        Reached(child, parent, ItemState.TREATED, None, 0),
    ]
    assert rules.probably_not_reached(items) == ()


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (EntryDraft(EntryKind.NOTE, " \n"), "text"),
        (EntryDraft(EntryKind.NOTE, "x" * 3_001), "text"),
        (EntryDraft(EntryKind.ACTION, "gør noget"), "owner"),
        (EntryDraft(EntryKind.QUESTION, "?", OrganisationId(1), "x" * 121), "asked_by"),
    ],
)
def test_what_an_entry_lacks_is_said_beneath_its_field(draft: EntryDraft, field: str):
    with pytest.raises(Unclear) as refused:
        rules.checked(draft)
    assert refused.value.field == field


@given(st.text(max_size=600))
def test_a_reason_is_kept_or_refused(reason: str):
    try:
        kept = rules.checked_reason(reason)
    except Refusal:
        assert not reason.strip() or len(reason.strip()) > rules.LONGEST_REASON
    else:
        assert kept == reason.strip()


@given(STATES, st.sampled_from(ItemState))
def test_items_are_decided_about_only_from_start_to_review(state: MeetingState, item: ItemState):
    during = (MeetingState.IN_SESSION, MeetingState.DRAFTING, MeetingState.IN_REVIEW)
    on_paper = (ItemState.ACCEPTED, ItemState.TREATED, ItemState.DEFERRED)
    try:
        assert rules.after_deferring(item, state) is ItemState.DEFERRED
    except WrongMoment:
        assert state not in during or item not in on_paper
    else:
        assert state in during
        assert item in on_paper
