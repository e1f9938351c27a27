"""From the running meeting to the approved minutes: what may follow what."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.errors import Unclear, WrongMoment
from bot.rules.working_days import add_working_days
from bot.texts import msg
from storage.vocabulary import (
    ActionKind,
    EntryKind,
    ItemId,
    ItemState,
    MeetingState,
    OrganisationId,
    StandingKind,
)

LONGEST_TEXT = 3_000  # characters: one text field of Slack
LONGEST_ASKED_BY = 120  # characters: the column's
LONGEST_REASON = 500  # characters: the column's
COMMENTS_END = time(16)  # local, on the last day of the comment period

PROMISES = {EntryKind.ACTION: ActionKind.TASK, EntryKind.QUESTION: ActionKind.QUESTION}
"""Kinds of entries that somebody owes an answer to."""

PLAIN = (EntryKind.NOTE, EntryKind.INFORMATION, EntryKind.DECISION, EntryKind.ANSWER)
"""Kinds that an entry may be changed between; a promise stays one, for it is followed up."""


@dataclass(frozen=True)
class EntryDraft:
    """An entry as somebody wrote it. Owner, asker and date are of actions and questions.

    `due` is the date as it was typed; without one it is due at the next meeting.
    """

    kind: EntryKind
    text: str
    owner_id: OrganisationId | None = None
    asked_by: str = ""
    due: str = ""
    source: str = ""  # permalink of a Slack message


def checked(draft: EntryDraft) -> EntryDraft:
    """The draft, or a refusal that names the field."""
    if not draft.text.strip():
        raise Unclear(msg("minutes.text_missing"), field="text")
    if len(draft.text) > LONGEST_TEXT:
        raise Unclear(
            msg("minutes.text_too_long", length=len(draft.text), most=LONGEST_TEXT), field="text"
        )
    if draft.kind in PROMISES and draft.owner_id is None:
        raise Unclear(msg("minutes.owner_missing"), field="owner")
    if len(draft.asked_by) > LONGEST_ASKED_BY:
        raise Unclear(msg("minutes.asked_by_too_long", most=LONGEST_ASKED_BY), field="asked_by")
    return draft


def checked_reason(reason: str, field: str = "reason") -> str:
    """A reason that isn't empty and fits."""
    if not reason.strip():
        raise Unclear(msg("minutes.reason_missing"), field=field)
    if len(reason.strip()) > LONGEST_REASON:
        raise Unclear(msg("minutes.reason_too_long", most=LONGEST_REASON), field=field)
    return reason.strip()


# ── The meeting ──────────────────────────────────────────────────────────────


def after_starting(state: MeetingState) -> MeetingState:
    if state in (MeetingState.PLANNED, MeetingState.COLLECTING):
        raise WrongMoment(msg("minutes.agenda_not_sent"))
    if state is not MeetingState.AGENDA_SENT:
        raise WrongMoment(msg("minutes.not_startable", state=state))
    return MeetingState.IN_SESSION


def after_unstarting(state: MeetingState) -> MeetingState:
    """Takes the start back."""
    if state is not MeetingState.IN_SESSION:
        raise WrongMoment(msg("minutes.not_running", state=state))
    return MeetingState.AGENDA_SENT


def after_ending(state: MeetingState) -> MeetingState:
    if state is not MeetingState.IN_SESSION:
        raise WrongMoment(msg("minutes.not_running", state=state))
    return MeetingState.DRAFTING


def after_resuming(state: MeetingState) -> MeetingState:
    """Takes the end back."""
    if state is not MeetingState.DRAFTING:
        raise WrongMoment(msg("minutes.not_resumable", state=state))
    return MeetingState.IN_SESSION


def after_publishing(state: MeetingState) -> MeetingState:
    """A draft goes out; in review that is a new one, with a new period for comments."""
    if state not in (MeetingState.DRAFTING, MeetingState.IN_REVIEW):
        raise WrongMoment(msg("minutes.not_publishable", state=state))
    return MeetingState.IN_REVIEW


def after_recalling(state: MeetingState) -> MeetingState:
    """Takes a draft back from review."""
    if state is not MeetingState.IN_REVIEW:
        raise WrongMoment(msg("minutes.not_in_review", state=state))
    return MeetingState.DRAFTING


def after_approving(state: MeetingState, open_comments: int) -> MeetingState:
    """The one step that can't be taken back; a correction is a new version."""
    if state is MeetingState.APPROVED:
        raise WrongMoment(msg("minutes.already_approved"))
    if state is not MeetingState.IN_REVIEW:
        raise WrongMoment(msg("minutes.not_in_review", state=state))
    if open_comments:
        raise WrongMoment(msg("minutes.comments_open", count=open_comments))
    return MeetingState.APPROVED


def may_correct(state: MeetingState) -> None:
    """A corrected version follows an approved one only."""
    if state is not MeetingState.APPROVED:
        raise WrongMoment(msg("minutes.not_approved"))


def may_write(state: MeetingState) -> None:
    """Entries are written from the start on; after approval they await a corrected version."""
    if state in (MeetingState.PLANNED, MeetingState.COLLECTING, MeetingState.AGENDA_SENT):
        raise WrongMoment(msg("minutes.not_started"))
    if state is MeetingState.CANCELLED:
        raise WrongMoment(msg("minutes.cancelled"))


def may_comment(state: MeetingState) -> None:
    match state:
        case MeetingState.IN_REVIEW:
            return
        case MeetingState.APPROVED:
            raise WrongMoment(msg("comments.approved_already"))
        case _:
            raise WrongMoment(msg("comments.no_draft"))


def comments_until(now: datetime, working_days: int, zone: str) -> datetime:
    """End of a comment period that begins now: an afternoon, that many working days later."""
    local = ZoneInfo(zone)
    day: date = add_working_days(now.astimezone(local).date(), working_days)
    return datetime.combine(day, COMMENTS_END, local).astimezone(now.tzinfo)


# ── Its items ────────────────────────────────────────────────────────────────

WRITTEN = (MeetingState.IN_SESSION, MeetingState.DRAFTING, MeetingState.IN_REVIEW)
"""While what is decided about items may still change."""

_MOVABLE = (ItemState.ACCEPTED, ItemState.TREATED, ItemState.DEFERRED)


def after_treating(item: ItemState, meeting: MeetingState) -> ItemState:
    return _moved(item, meeting, ItemState.TREATED)


def after_deferring(item: ItemState, meeting: MeetingState) -> ItemState:
    return _moved(item, meeting, ItemState.DEFERRED)


def after_taking_up(item: ItemState, meeting: MeetingState) -> ItemState:
    """Takes "treated" or "deferred" back."""
    return _moved(item, meeting, ItemState.ACCEPTED)


def _moved(item: ItemState, meeting: MeetingState, wanted: ItemState) -> ItemState:
    if meeting not in WRITTEN:
        raise WrongMoment(msg("minutes.items_rest", state=meeting))
    if item not in _MOVABLE:
        raise WrongMoment(msg("minutes.item_gone", state=item))
    return wanted


@dataclass(frozen=True)
class Reached:
    """What the end of a meeting needs of an item."""

    id: ItemId
    parent_id: ItemId | None
    state: ItemState
    standing: StandingKind | None
    entries: int


def probably_not_reached(items: Sequence[Reached]) -> tuple[ItemId, ...]:
    """What the end dialog proposes to defer.

    Not what has entries (or sub-items with some), nor standing items, which come back anyway.
    """
    spoken = {item.id for item in items if item.entries}
    spoken |= {
        item.parent_id
        for item in items
        if item.parent_id and (item.entries or item.state is ItemState.TREATED)
    }
    return tuple(
        item.id
        for item in items
        if item.state is ItemState.ACCEPTED and item.standing is None and item.id not in spoken
    )


def state_before(item: ItemState) -> ItemState:
    """When the start is taken back, nothing has been treated yet."""
    return ItemState.ACCEPTED if item is ItemState.TREATED else item


def state_at_end(item: Reached, deferred: Collection[ItemId]) -> ItemState:
    """Nothing stays undecided: an item is deferred if chosen, else treated."""
    if item.state is not ItemState.ACCEPTED:
        return item.state
    return ItemState.DEFERRED if item.id in deferred else ItemState.TREATED
