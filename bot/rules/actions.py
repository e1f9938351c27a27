"""Promises and questions: who may answer, what may follow what, and when they are due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.errors import Unclear, WrongMoment
from bot.texts import msg
from storage.vocabulary import (
    ActionKind,
    ActionState,
    ItemId,
    MeetingId,
    OrganisationId,
    PlanningDate,
)

LONGEST_ANSWER = 3_000  # characters: one text field of Slack

UNFINISHED = (ActionState.OPEN, ActionState.BLOCKED)
"""Somebody still owes something."""

ALIVE = (*UNFINISHED, ActionState.ANSWERED)
"""Not yet closed: an answer waits to be taken up at a meeting."""


@dataclass(frozen=True)
class ActionDraft:
    """A promise or question as somebody wrote it; without a date it is due at the next meeting."""

    kind: ActionKind
    text: str
    owner_id: OrganisationId
    asked_by: str = ""
    due: PlanningDate | None = None
    item_id: ItemId | None = None


def after_done(state: ActionState, reference: str) -> ActionState:
    _among(ALIVE, state, reference)
    return ActionState.DONE


def after_answer(state: ActionState, reference: str) -> ActionState:
    """A second answer is as welcome as the first: both stand in the history."""
    _among(ALIVE, state, reference)
    return ActionState.ANSWERED


def after_moving(state: ActionState, reference: str) -> ActionState:
    _among(UNFINISHED, state, reference)
    return state


def after_refusing(state: ActionState, reference: str) -> ActionState:
    """Not theirs: it stays with them until the organiser hands it over."""
    _among(UNFINISHED, state, reference)
    return state


def after_handing_over(state: ActionState, reference: str) -> ActionState:
    _among(UNFINISHED, state, reference)
    return ActionState.OPEN


def after_blocking(state: ActionState, reference: str) -> ActionState:
    _among((ActionState.OPEN,), state, reference)
    return ActionState.BLOCKED


def after_dropping(state: ActionState, reference: str) -> ActionState:
    _among(ALIVE, state, reference)
    return ActionState.DROPPED


def after_reopening(state: ActionState, reference: str) -> ActionState:
    if state is ActionState.OPEN:
        raise WrongMoment(msg("actions.open_already", reference=reference))
    return ActionState.OPEN


def _among(allowed: Sequence[ActionState], state: ActionState, reference: str) -> None:
    if state not in allowed:
        raise WrongMoment(msg("actions.not_now", reference=reference, state=state))


def checked_text(text: str, missing: str, field: str) -> str:
    """What somebody wrote, or a refusal; `missing` is the message for nothing at all."""
    if not text.strip():
        raise Unclear(msg(missing), field=field)
    if len(text) > LONGEST_ANSWER:
        raise Unclear(msg("actions.text_too_long", most=LONGEST_ANSWER), field=field)
    return text.strip()


def checked_day(day: date | None, today: date, heard: str) -> date:
    """A due date needs a last day, and it must lie ahead."""
    if day is None:
        raise Unclear(msg("actions.due_open_ended", heard=heard), field="due")
    if day < today:
        raise Unclear(msg("actions.due_past", heard=heard, day=day), field="due")
    return day


@dataclass(frozen=True)
class Held:
    """A meeting as far as due dates need it: its local day, and what its number counts in."""

    id: MeetingId
    scope: int
    day: date


def due_day(own: date | None, raised_at: MeetingId, meetings: Iterable[Held]) -> date | None:
    """The day by which an action is due.

    Without a day of its own that is the first meeting after the one where it was raised, of
    the same kind (joint, or with the same vendor); None while that isn't planned.
    """
    if own is not None:
        return own
    held = list(meetings)
    origin = next((each for each in held if each.id == raised_at), None)
    if origin is None:
        return None
    later = [each.day for each in held if each.scope == origin.scope and each.day > origin.day]
    return min(later, default=None)


@dataclass(frozen=True)
class Named:
    """An organisation by all the names that people use for it."""

    id: OrganisationId
    names: tuple[str, ...]


def owner_named(heard: str, organisations: Sequence[Named]) -> OrganisationId:
    """The organisation that somebody named; refuses with the list of those there are."""
    wanted = _plain(heard)
    for each in organisations:
        if any(_plain(name) == wanted for name in each.names if name):
            return each.id
    listed = ", ".join(each.names[0] for each in organisations)
    raise Unclear(msg("actions.owner_unknown", heard=heard, known=listed), field="owner")


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).strip(" .:")
