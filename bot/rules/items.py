"""What an agenda item must be, and how its state may change."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.errors import Unclear, WrongMoment
from bot.results.agenda import PageLink
from bot.rules import links
from bot.rules.meetings import BEFORE_SESSION
from bot.texts import msg
from storage.vocabulary import (
    ItemId,
    ItemState,
    MeetingState,
    OrganisationId,
    Purpose,
    StandingKind,
)

LONGEST_TITLE = 150  # characters: a header of Slack and a line of the paper
LONGEST_BACKGROUND = 3_000  # characters: one text field of Slack
MOST_MINUTES = 600


@dataclass(frozen=True)
class ItemDraft:
    """An item as somebody typed it."""

    title: str
    background: str = ""
    purpose: Purpose = Purpose.DISCUSSION
    presenter: str = ""
    minutes: int | None = None
    parent_id: ItemId | None = None
    source: str = ""  # permalink of a Slack message
    links: tuple[PageLink, ...] = ()
    needs: frozenset[OrganisationId] | None = None  # who has to come; None: as it was


def checked(draft: ItemDraft) -> ItemDraft:
    """The draft, or a refusal that names the field."""
    if not draft.title.strip():
        raise Unclear(msg("proposals.title_missing"), field="title")
    if len(draft.title) > LONGEST_TITLE:
        raise Unclear(
            msg("proposals.title_too_long", length=len(draft.title), most=LONGEST_TITLE),
            field="title",
        )
    if len(draft.background) > LONGEST_BACKGROUND:
        raise Unclear(
            msg("proposals.background_too_long", most=LONGEST_BACKGROUND), field="background"
        )
    if draft.minutes is not None and not 1 <= draft.minutes <= MOST_MINUTES:
        raise Unclear(msg("proposals.minutes_wrong", most=MOST_MINUTES), field="minutes")
    return replace(draft, links=links.checked(draft.links))


def titled(text: str) -> tuple[str, str]:
    """A longer text as an item: its first line as title, and all of it as background.

    The background is empty where the title says everything already.
    """
    whole = text.strip()
    first = next((line.strip() for line in whole.splitlines() if line.strip()), "")
    if len(first) <= LONGEST_TITLE:
        title = first
    else:
        kept = first[: LONGEST_TITLE - 1]
        title = (kept.rpartition(" ")[0] or kept) + "…"
    return title, "" if whole == title else whole[:LONGEST_BACKGROUND]


def comes_late(meeting: MeetingState, until: datetime | None, now: datetime) -> bool:
    """Whether a new item misses its agenda: that is sent, or `until`, its deadline, has passed."""
    return meeting is MeetingState.AGENDA_SENT or (until is not None and now > until)


def state_of_new(meeting: MeetingState, *, waits: bool = False) -> ItemState:
    """Where a new item goes: onto the agenda, or, once that is sent, to the waiting list.

    `waits`: the organiser takes it first, as it is late, or as every proposal of the series.
    """
    match meeting:
        case MeetingState.PLANNED | MeetingState.COLLECTING:
            return ItemState.PROPOSED if waits else ItemState.ACCEPTED
        case MeetingState.AGENDA_SENT:
            return ItemState.PROPOSED
        case _:
            raise WrongMoment(msg("proposals.agenda_closed"))


def after_withdrawing(state: ItemState, meeting: MeetingState) -> ItemState:
    """A proposer takes an item back until the agenda is sent; one off it at any time."""
    if state not in (ItemState.ACCEPTED, ItemState.PROPOSED, ItemState.RETURNED):
        raise WrongMoment(msg("proposals.not_open", state=state))
    if state is ItemState.ACCEPTED and meeting not in (
        MeetingState.PLANNED,
        MeetingState.COLLECTING,
    ):
        raise WrongMoment(msg("proposals.frozen"))
    return ItemState.WITHDRAWN


def may_support(state: ItemState, standing: StandingKind | None, meeting: MeetingState) -> None:
    """Items are supported while the agenda can still be ordered by it."""
    if meeting not in (MeetingState.PLANNED, MeetingState.COLLECTING):
        raise WrongMoment(msg("proposals.support_over"))
    if state is not ItemState.ACCEPTED or standing is not None:
        raise WrongMoment(msg("proposals.not_supportable"))


def may_match(state: ItemState, meeting: MeetingState, *, matched: bool) -> None:
    """A proposal is said to be the same as something else once, while its agenda lies ahead."""
    if meeting not in BEFORE_SESSION:
        raise WrongMoment(msg("proposals.agenda_closed"))
    if matched or state not in (ItemState.ACCEPTED, ItemState.PROPOSED):
        raise WrongMoment(msg("similar.not_open"))
    if state is ItemState.ACCEPTED and meeting is MeetingState.AGENDA_SENT:
        raise WrongMoment(msg("proposals.frozen"))


def may_part(meeting: MeetingState, *, matched: bool) -> None:
    if meeting not in BEFORE_SESSION:
        raise WrongMoment(msg("proposals.agenda_closed"))
    if not matched:
        raise WrongMoment(msg("similar.not_matched"))


def after_restoring(state: ItemState, meeting: MeetingState, *, waits: bool = False) -> ItemState:
    """Takes a withdrawal back: where a new item would go now."""
    if state is not ItemState.WITHDRAWN:
        raise WrongMoment(msg("proposals.not_withdrawn"))
    return state_of_new(meeting, waits=waits)


def after_lapsing(state: ItemState) -> ItemState:
    """What was sent back and never sent again leaves with its meeting's end."""
    if state is not ItemState.RETURNED:
        raise WrongMoment(msg("proposals.not_open", state=state))
    return ItemState.WITHDRAWN


def may_propose_again(state: ItemState, meeting: MeetingState) -> None:
    """What left a past meeting's agenda may be proposed for one ahead."""
    if state is not ItemState.WITHDRAWN or meeting in BEFORE_SESSION:
        raise WrongMoment(msg("taking_off.not_again"))


def after_editing(state: ItemState, meeting: MeetingState) -> ItemState:
    """An item that came back is sent again by editing it; others stay where they are."""
    if state is not ItemState.RETURNED:
        return state
    return state_of_new(meeting, waits=True)
