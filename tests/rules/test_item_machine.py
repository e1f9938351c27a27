"""An agenda item through everything that people press, beside a meeting that moves on.

The table says which step leads where and when; the rules have to agree with it in every state,
refuse with a sentence that can be read, and take every step that can be undone back.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.errors import Refusal, WrongMoment
from bot.rules import agenda, items, meetings, minutes
from bot.rules.minutes import Reached
from storage.vocabulary import ItemId, ItemState, Language, MeetingState
from tests.support.town import words

READ = {language: words(language) for language in Language}

PROPOSED, RETURNED, MERGED = ItemState.PROPOSED, ItemState.RETURNED, ItemState.MERGED
ACCEPTED, TREATED, DEFERRED = ItemState.ACCEPTED, ItemState.TREATED, ItemState.DEFERRED
CARRIED, WITHDRAWN, DECLINED = ItemState.CARRIED, ItemState.WITHDRAWN, ItemState.DECLINED

PLANNED, COLLECTING = MeetingState.PLANNED, MeetingState.COLLECTING
AGENDA_SENT, IN_SESSION = MeetingState.AGENDA_SENT, MeetingState.IN_SESSION
DRAFTING, IN_REVIEW, APPROVED = (
    MeetingState.DRAFTING, MeetingState.IN_REVIEW, MeetingState.APPROVED
)  # fmt: skip
CANCELLED = MeetingState.CANCELLED

EVER = frozenset(MeetingState)
OPEN = frozenset({PLANNED, COLLECTING})
AHEAD = OPEN | {AGENDA_SENT}
UNTIL_THE_END = AHEAD | {IN_SESSION}
WRITTEN = frozenset({IN_SESSION, DRAFTING, IN_REVIEW})
SENT = frozenset({AGENDA_SENT, IN_SESSION})
ON_PAPER = frozenset({ACCEPTED, TREATED, DEFERRED})


@dataclass(frozen=True)
class Item:
    """An item and what the rules are told of it."""

    state: ItemState
    waits: bool = False  # the organiser takes it first: it is late, or every proposal of a series
    printed: bool = False  # it has a number on an agenda that was sent


Step = Callable[[Item, MeetingState], ItemState]


class Arrow(NamedTuple):
    before: ItemState
    moments: frozenset[MeetingState]
    after: frozenset[ItemState]


def arrow(before: ItemState, moments: frozenset[MeetingState], *after: ItemState) -> Arrow:
    return Arrow(before, moments, frozenset(after))


STEPS: dict[str, Step] = {
    "withdraw": lambda item, now: items.after_withdrawing(item.state, now),
    "restore": lambda item, now: items.after_restoring(item.state, now, waits=item.waits),
    "send again": lambda item, now: items.after_editing(item.state, now),
    "accept": lambda item, now: agenda.after_accepting(item.state, now),
    "carry": lambda item, now: agenda.after_carrying(item.state, now),
    "decline": lambda item, now: agenda.after_declining(item.state, now),
    "merge": lambda item, now: agenda.after_merging(item.state, now),
    "give back": lambda item, now: agenda.after_returning(item.state, now),
    "reconsider": lambda item, now: agenda.after_reconsidering(
        item.state, now, waits=item.waits, printed=item.printed
    ),
    "defer": lambda item, now: agenda.after_deferring(item.state, now),
    "recall": lambda item, now: agenda.after_recalling(item.state, now),
    "treat": lambda item, now: minutes.after_treating(item.state, now),
    "not reach": lambda item, now: minutes.after_deferring(item.state, now),
    "take up": lambda item, now: minutes.after_taking_up(item.state, now),
}

ARROWS: dict[str, list[Arrow]] = {
    "withdraw": [
        arrow(PROPOSED, EVER, WITHDRAWN),
        arrow(RETURNED, EVER, WITHDRAWN),
        arrow(ACCEPTED, OPEN, WITHDRAWN),
    ],
    "restore": [
        arrow(WITHDRAWN, OPEN, ACCEPTED, PROPOSED),
        arrow(WITHDRAWN, frozenset({AGENDA_SENT}), PROPOSED),
    ],
    "send again": [
        arrow(RETURNED, AHEAD, PROPOSED),
        *(arrow(state, EVER, state) for state in ItemState if state is not RETURNED),
    ],
    "accept": [arrow(PROPOSED, UNTIL_THE_END, ACCEPTED)],
    "carry": [arrow(PROPOSED, UNTIL_THE_END, CARRIED), arrow(ACCEPTED, OPEN, CARRIED)],
    "decline": [arrow(PROPOSED, UNTIL_THE_END, DECLINED), arrow(ACCEPTED, AHEAD, DECLINED)],
    "merge": [arrow(PROPOSED, UNTIL_THE_END, MERGED), arrow(ACCEPTED, OPEN, MERGED)],
    "give back": [arrow(PROPOSED, UNTIL_THE_END, RETURNED)],
    "reconsider": [
        *(arrow(each, OPEN, ACCEPTED, PROPOSED) for each in (CARRIED, DECLINED, MERGED)),
        *(arrow(each, SENT, PROPOSED) for each in (CARRIED, MERGED)),
        arrow(DECLINED, SENT, PROPOSED, ACCEPTED),
        arrow(RETURNED, UNTIL_THE_END, PROPOSED),
    ],
    "defer": [arrow(ACCEPTED, UNTIL_THE_END, DEFERRED)],
    "recall": [arrow(DEFERRED, UNTIL_THE_END, ACCEPTED)],
    "treat": [arrow(each, WRITTEN, TREATED) for each in (ACCEPTED, TREATED, DEFERRED)],
    "not reach": [arrow(each, WRITTEN, DEFERRED) for each in (ACCEPTED, TREATED, DEFERRED)],
    "take up": [arrow(each, WRITTEN, ACCEPTED) for each in (ACCEPTED, TREATED, DEFERRED)],
}  # fmt: skip

WAYS_BACK = {
    "withdraw": "restore",
    "decline": "reconsider",
    "carry": "reconsider",
    "merge": "reconsider",
    "give back": "reconsider",
    "defer": "recall",
    "treat": "take up",
    "not reach": "take up",
}

MEETING: dict[str, tuple[Callable[[MeetingState], MeetingState], dict[MeetingState, MeetingState]]]
MEETING = {
    "open": (meetings.after_opening, {PLANNED: COLLECTING}),
    "close": (meetings.after_closing, {COLLECTING: PLANNED}),
    "freeze": (lambda now: agenda.after_freezing(now, 1), {COLLECTING: AGENDA_SENT}),
    "take back": (agenda.after_taking_back, {AGENDA_SENT: COLLECTING}),
    "start": (minutes.after_starting, {AGENDA_SENT: IN_SESSION}),
    "unstart": (minutes.after_unstarting, {IN_SESSION: AGENDA_SENT}),
    "end": (minutes.after_ending, {IN_SESSION: DRAFTING}),
    "resume": (minutes.after_resuming, {DRAFTING: IN_SESSION}),
    "publish": (minutes.after_publishing, {DRAFTING: IN_REVIEW, IN_REVIEW: IN_REVIEW}),
    "recall draft": (minutes.after_recalling, {IN_REVIEW: DRAFTING}),
    "approve": (lambda now: minutes.after_approving(now, 0), {IN_REVIEW: APPROVED}),
    "cancel": (meetings.after_cancelling, dict.fromkeys(AHEAD, CANCELLED)),
}


def allowed(verb: str, item: Item, now: MeetingState) -> frozenset[ItemState]:
    """Where the table lets a step lead; empty where it is refused."""
    return frozenset().union(
        *(each.after for each in ARROWS[verb] if each.before is item.state and now in each.moments)
    )


def taken(verb: str, item: Item, now: MeetingState) -> ItemState | None:
    """Where the rules let it lead; None after a refusal that can be read in both languages."""
    try:
        return STEPS[verb](item, now)
    except WrongMoment as refused:
        readable(refused)
        return None


def readable(refused: Refusal) -> None:
    for language in Language:
        said = READ[language](refused.message)
        assert said.endswith((".", "?")), said
        assert refused.message.id not in said


def stands(item: Item, now: MeetingState) -> Item:
    """With a number, if it is on an agenda that people have."""
    printed = item.printed or item.state in ON_PAPER
    return replace(item, printed=printed) if now in {AGENDA_SENT, IN_SESSION} else item


class Pressed(RuleBasedStateMachine):
    """Proposers and organisers press everything, in any order, while the meeting moves."""

    def __init__(self) -> None:
        super().__init__()
        self.now = PLANNED
        self.cancelled_from = PLANNED
        self.item = Item(items.state_of_new(self.now))

    @initialize(now=st.sampled_from([PLANNED, COLLECTING, AGENDA_SENT, IN_SESSION]))
    def it_is_some_day(self, now: MeetingState) -> None:
        self.now = now
        self.item = stands(self.item, now)

    @rule(data=st.data())
    def press_what_is_offered(self, data: st.DataObject) -> None:
        offered = [verb for verb in STEPS if allowed(verb, self.item, self.now)]
        self.press_anything(data.draw(st.sampled_from(offered)))

    @rule(data=st.data())
    def the_meeting_goes_on(self, data: st.DataObject) -> None:
        ahead = [verb for verb, (_, spelled) in MEETING.items() if self.now in spelled]
        if ahead:
            self.the_meeting_moves(data.draw(st.sampled_from(ahead)))

    @rule(verb=st.sampled_from(sorted(STEPS)))
    def press_anything(self, verb: str) -> None:
        wanted, before = allowed(verb, self.item, self.now), self.item
        after = taken(verb, before, self.now)
        if after is None:
            assert not wanted, f"{verb} is refused to {before} while {self.now}"
            return
        assert after in wanted, f"{verb} leads from {before} to {after} while {self.now}"
        self.item = stands(replace(before, state=after), self.now)
        self._comes_back(verb, before)

    def _comes_back(self, verb: str, before: Item) -> None:
        """What can be undone leads to where it came from, or to the organiser's waiting list."""
        undo = WAYS_BACK.get(verb)
        if undo is None or (undo == "restore" and self.now not in AHEAD):
            return
        back = taken(undo, self.item, self.now)
        if before.state is TREATED or (undo == "take up" and before.state is DEFERRED):
            assert back is ACCEPTED  # to be decided again
        elif before.state is RETURNED:
            assert back is items.state_of_new(self.now, waits=before.waits)  # it is sent again
        elif self.now in OPEN and undo in {"restore", "reconsider"} and verb != "give back":
            assert back is (PROPOSED if before.waits else ACCEPTED)
        else:
            assert back is before.state

    @rule(verb=st.sampled_from(sorted(MEETING)))
    def the_meeting_moves(self, verb: str) -> None:
        step, spelled = MEETING[verb]
        try:
            after = step(self.now)
        except WrongMoment as refused:
            readable(refused)
            assert self.now not in spelled, f"{verb} is refused while {self.now}"
            return
        assert after is spelled.get(self.now), f"{verb} leads from {self.now} to {after}"
        if verb == "cancel":
            self.cancelled_from = self.now
        self.now = after
        if verb == "take back":
            self.item = replace(self.item, printed=False)
        if verb == "end":
            self._ends()
        if verb == "unstart":
            self.item = replace(self.item, state=minutes.state_before(self.item.state))
        self.item = stands(self.item, self.now)

    def _ends(self) -> None:
        """Nothing stays undecided, and what was sent back leaves."""
        if self.item.state is RETURNED:
            self.item = replace(self.item, state=items.after_lapsing(RETURNED))
        reached = Reached(ItemId(1), None, self.item.state, None, 0)
        self.item = replace(self.item, state=minutes.state_at_end(reached, ()))

    @precondition(lambda self: self.now is CANCELLED)
    @rule()
    def the_cancellation_is_taken_back(self) -> None:
        self.now = meetings.after_reinstating(self.now, self.cancelled_from)

    @rule(waits=st.booleans())
    def the_organiser_changes_the_settings(self, *, waits: bool) -> None:
        self.item = replace(self.item, waits=waits)

    @precondition(lambda self: self.item.state not in ON_PAPER)
    @rule()
    def somebody_proposes_another(self) -> None:
        try:
            state = items.state_of_new(self.now, waits=self.item.waits)
        except WrongMoment as refused:
            readable(refused)
            assert self.now not in AHEAD
        else:
            assert self.now in AHEAD
            self.item = stands(Item(state, self.item.waits), self.now)

    @invariant()
    def what_is_over_is_decided(self) -> None:
        if self.now in {DRAFTING, IN_REVIEW, APPROVED}:
            assert self.item.state is not RETURNED

    @invariant()
    def nothing_is_treated_before_the_meeting(self) -> None:
        if self.now in AHEAD | {CANCELLED}:
            assert self.item.state is not TREATED

    @invariant()
    def a_number_is_of_a_sent_agenda(self) -> None:
        if self.now in OPEN:
            assert not self.item.printed


Pressed.TestCase.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
TestPressed = Pressed.TestCase


@pytest.mark.parametrize("verb", STEPS)
def test_every_step_agrees_with_the_table_in_every_state(verb: str):
    for state, now, waits, printed in product(
        ItemState, MeetingState, (False, True), (False, True)
    ):
        item = Item(state, waits, printed)
        after = taken(verb, item, now)
        wanted = allowed(verb, item, now)
        assert (after in wanted) if wanted else (after is None), (verb, item, now, after)


def test_every_state_is_reached_and_none_is_a_trap_before_the_meeting():
    """From a new item, by the table's arrows; and from each state one can go on."""
    reached, todo = set[ItemState](), {ACCEPTED, PROPOSED}
    while todo:
        state = todo.pop()
        reached.add(state)
        ways = {
            after
            for verb, now in product(STEPS, UNTIL_THE_END)
            for after in allowed(verb, Item(state), now)
        }
        assert ways - {state}, f"nothing leads out of {state}"
        todo |= ways - reached
    assert reached == set(ItemState)
