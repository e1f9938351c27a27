"""A meeting through everything that organisers press, in whatever order and however often.

The table says which step leads where. The rules have to agree with it in every state, refuse
with a sentence that can be read, and have a way back for every step but approval.
"""

from collections.abc import Callable, Mapping
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.errors import WrongMoment
from bot.rules import agenda, meetings, minutes
from bot.rules.next_step import next_step
from bot.rules.schedule import chores
from storage.vocabulary import Language, MeetingState
from tests.rules.test_meetings import HABITS, HOUR, NOW
from tests.support.town import words

READ = {language: words(language) for language in Language}

PLANNED, COLLECTING = MeetingState.PLANNED, MeetingState.COLLECTING
SENT, IN_SESSION = MeetingState.AGENDA_SENT, MeetingState.IN_SESSION
DRAFTING, IN_REVIEW = MeetingState.DRAFTING, MeetingState.IN_REVIEW
APPROVED, CANCELLED = MeetingState.APPROVED, MeetingState.CANCELLED

Rule = Callable[[MeetingState], MeetingState]


class Arrow(NamedTuple):
    follow: Rule
    leads: Mapping[MeetingState, MeetingState]
    back: str  # the step that takes it back; empty where there is none


ARROWS: Mapping[str, Arrow] = {
    "open": Arrow(meetings.after_opening, {PLANNED: COLLECTING}, "close"),
    "close": Arrow(meetings.after_closing, {COLLECTING: PLANNED}, "open"),
    "send": Arrow(lambda state: agenda.after_freezing(state, 1), {COLLECTING: SENT}, "take back"),
    "take back": Arrow(agenda.after_taking_back, {SENT: COLLECTING}, "send"),
    "start": Arrow(minutes.after_starting, {SENT: IN_SESSION}, "unstart"),
    "unstart": Arrow(minutes.after_unstarting, {IN_SESSION: SENT}, "start"),
    "end": Arrow(minutes.after_ending, {IN_SESSION: DRAFTING}, "resume"),
    "resume": Arrow(minutes.after_resuming, {DRAFTING: IN_SESSION}, "end"),
    "publish": Arrow(
        minutes.after_publishing, {DRAFTING: IN_REVIEW, IN_REVIEW: IN_REVIEW}, "recall"
    ),
    "recall": Arrow(minutes.after_recalling, {IN_REVIEW: DRAFTING}, "publish"),
    "approve": Arrow(lambda state: minutes.after_approving(state, 0), {IN_REVIEW: APPROVED}, ""),
    "cancel": Arrow(
        meetings.after_cancelling, dict.fromkeys(meetings.BEFORE_SESSION, CANCELLED), "reinstate"
    ),
}
STEPS = st.sampled_from(sorted(ARROWS))


@pytest.mark.parametrize(("name", "state"), list(product(sorted(ARROWS), MeetingState)))
def test_every_step_in_every_state(name: str, state: MeetingState):
    arrow = ARROWS[name]
    if state in arrow.leads:
        assert arrow.follow(state) is arrow.leads[state]
        return
    with pytest.raises(WrongMoment) as refused:
        arrow.follow(state)
    for read in READ.values():
        assert read(refused.value.message)


@pytest.mark.parametrize("name", sorted(ARROWS))
def test_every_step_but_approval_has_a_way_back(name: str):
    arrow = ARROWS[name]
    if name == "approve":
        assert not any(APPROVED in other.leads for other in ARROWS.values())
        return
    for before, after in arrow.leads.items():
        if name == "cancel":
            assert meetings.after_reinstating(after, before) is before
        elif before is not after:
            assert ARROWS[arrow.back].follow(after) is before


def test_what_stands_open_stands_in_the_way():
    with pytest.raises(WrongMoment):
        agenda.after_freezing(COLLECTING, 0)
    with pytest.raises(WrongMoment):
        minutes.after_approving(IN_REVIEW, 1)


class TheMeeting(RuleBasedStateMachine):
    """Organisers press; each press may be taken back, and a second one does no harm."""

    def __init__(self) -> None:
        super().__init__()
        self.state = PLANNED
        self.trail: list[tuple[str, MeetingState]] = []  # steps, with the state before each
        self.cancelled_from = PLANNED

    @rule(name=STEPS)
    def presses(self, name: str) -> None:
        arrow, before = ARROWS[name], self.state
        try:
            after = arrow.follow(before)
        except WrongMoment:
            assert before not in arrow.leads
            return
        assert after is arrow.leads[before]
        if name == "cancel":
            self.cancelled_from = before
        self.trail.append((name, before))
        self.state = after

    @rule(name=STEPS)
    def presses_twice(self, name: str) -> None:
        self.presses(name)
        once = self.state
        if name != "publish":  # a new draft is one that is wanted
            with pytest.raises(WrongMoment):
                ARROWS[name].follow(once)

    @rule()
    def regrets(self) -> None:
        if not self.trail or self.trail[-1][0] == "approve":
            return
        name, before = self.trail.pop()
        if before is self.state:
            return
        if name == "cancel":
            self.state = meetings.after_reinstating(self.state, self.cancelled_from)
        else:
            self.state = ARROWS[ARROWS[name].back].follow(self.state)
        assert self.state is before

    @invariant()
    def there_is_a_way_on(self) -> None:
        """Somebody who looks always finds a next step, and the clock knows what it still has."""
        assert next_step(self.state)
        open_for_chores = set(chores(NOW + HOUR, self.state, HABITS, NOW))
        assert bool(open_for_chores) == (self.state in meetings.BEFORE_SESSION)

    @invariant()
    def what_is_approved_stays(self) -> None:
        if self.state is APPROVED:
            for arrow in ARROWS.values():
                with pytest.raises(WrongMoment):
                    arrow.follow(APPROVED)
            with pytest.raises(WrongMoment):
                meetings.after_reinstating(APPROVED, self.cancelled_from)


TheMeeting.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestTheMeeting = TheMeeting.TestCase
