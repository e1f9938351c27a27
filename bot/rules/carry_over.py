"""What an earlier meeting leaves to the next agenda, and in which order it stands there.

Deferred items first, then open questions, overdue actions (a line per owner), the standing
items, and what is new; the next meeting and any other business close the agenda.
"""

from datetime import date

from storage.vocabulary import (
    ActionKind,
    ActionState,
    ItemOrigin,
    ItemState,
    MeetingState,
    StandingKind,
)

_OVER = (
    MeetingState.IN_SESSION,
    MeetingState.DRAFTING,
    MeetingState.IN_REVIEW,
    MeetingState.APPROVED,
)


def comes_back(state: ItemState, origin: ItemOrigin, held_at: MeetingState) -> bool:
    """Whether an item that an earlier meeting left stands on a later agenda.

    Deferred and carried ones do, what still waited when the meeting began, and everything of a
    meeting that was cancelled. Standing items, questions and overdue actions come back by
    themselves, not as copies.
    """
    if origin not in (ItemOrigin.NEW, ItemOrigin.DEFERRED):
        return False
    waited = state is ItemState.PROPOSED and held_at in _OVER
    cancelled = held_at is MeetingState.CANCELLED
    unsettled = cancelled and state in (ItemState.ACCEPTED, ItemState.PROPOSED)
    return waited or unsettled or state in (ItemState.DEFERRED, ItemState.CARRIED)


def origin_of_copy(state: ItemState, origin: ItemOrigin) -> ItemOrigin:
    """A matter that was ever deferred says where it comes from; one that only came too late
    is new.
    """
    return ItemOrigin.DEFERRED if state is ItemState.DEFERRED else origin


def is_open_question(kind: ActionKind, state: ActionState) -> bool:
    return kind is ActionKind.QUESTION and state is ActionState.OPEN


def is_overdue(
    state: ActionState, own: date | None, due: date | None, today: date, meeting: date
) -> bool:
    """Whether an action is to be asked for: its own day has passed, or it was promised for
    this meeting (no day of its own; `due` is then the day of the next meeting).
    """
    if state not in (ActionState.OPEN, ActionState.BLOCKED) or due is None:
        return False
    return due <= meeting if own is None else due < today


def rank(origin: ItemOrigin, standing: StandingKind | None) -> int:
    """The group in which a line stands on a new agenda."""
    match standing:
        case StandingKind.ANY_OTHER_BUSINESS:
            return 6
        case StandingKind.NEXT_MEETING:
            return 5
        case _:
            return _RANKS[origin]


_RANKS = {
    ItemOrigin.DEFERRED: 0,
    ItemOrigin.OPEN_QUESTION: 1,
    ItemOrigin.OVERDUE_ACTIONS: 2,
    ItemOrigin.STANDING: 3,
    ItemOrigin.NEW: 4,
}
