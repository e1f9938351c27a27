"""When an item that was put off comes back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.errors import Unclear, WrongMoment
from bot.results.agenda import Comeback
from bot.texts import Message, msg
from storage.vocabulary import (
    ActionId,
    ActionState,
    DeferReason,
    MeetingState,
    OrganisationId,
    ReturnWhen,
)

FLAGGED = 3
"""A matter that was put off so often is shown to the organiser as such."""


@dataclass(frozen=True)
class DeferralDraft:
    """Why an item is put off, and when it comes back, as it was typed."""

    kind: DeferReason
    party_id: OrganisationId | None = None
    typed: str = ""
    returns: ReturnWhen | None = ReturnWhen.NEXT_MEETING  # None: what fits the rest
    day: str = ""  # on or after which it comes back
    action_id: ActionId | None = None  # whose answer it waits for


@dataclass(frozen=True)
class Condition:
    """What has to happen for an item to come back."""

    returns: ReturnWhen = ReturnWhen.NEXT_MEETING
    not_before: date | None = None
    action: ActionState | None = None


def fitted(
    draft: DeferralDraft, owed: Mapping[OrganisationId, Sequence[ActionId]]
) -> DeferralDraft:
    """The draft with the return that its fields name, or else the one that fits its reason.

    Also what an absent party's item waits for is the next meeting: there it stands by itself,
    and should the party stay away again, the organiser is asked to put it off again.
    `owed`: the open actions of each organisation; of several nobody knows which is meant.
    """
    if draft.returns is not None:
        return draft
    theirs = owed.get(draft.party_id, ()) if draft.party_id is not None else ()
    if draft.day.strip():
        return replace(draft, returns=ReturnWhen.ON_DATE)
    if draft.action_id is not None:
        return replace(draft, returns=ReturnWhen.ACTION_ANSWERED)
    if draft.kind is DeferReason.AWAITS_ANSWER and len(theirs) == 1:
        return replace(draft, returns=ReturnWhen.ACTION_ANSWERED, action_id=theirs[0])
    return replace(draft, returns=ReturnWhen.NEXT_MEETING)


def checked(draft: DeferralDraft) -> DeferralDraft:
    """The draft, or a refusal that names the field in which something is missing."""
    match draft.returns:
        case ReturnWhen.PARTY_ATTENDS if draft.party_id is None:
            raise Unclear(msg("deferrals.party_missing"), field="party")
        case ReturnWhen.ON_DATE if not draft.day.strip():
            raise Unclear(msg("deferrals.day_missing"), field="day")
        case ReturnWhen.ACTION_ANSWERED if draft.action_id is None:
            raise Unclear(msg("deferrals.action_missing"), field="action")
        case _:
            return draft


def returns(condition: Condition, *, meeting: date, party_comes: bool) -> bool:
    """Whether an item comes back at a meeting on that (local) day."""
    match condition.returns:
        case ReturnWhen.NEXT_MEETING:
            return True
        case ReturnWhen.PARTY_ATTENDS:
            return party_comes
        case ReturnWhen.ON_DATE:
            return condition.not_before is None or meeting >= condition.not_before
        case ReturnWhen.ACTION_ANSWERED:
            return condition.action not in (ActionState.OPEN, ActionState.BLOCKED)


def comes(comeback: Comeback | None) -> Message:
    """`kommer igen, når SDS deltager`."""
    when = comeback.when if comeback else ReturnWhen.NEXT_MEETING
    facts = {"party": "", "reference": ""}
    if comeback:
        facts = {"party": comeback.party or "–", "reference": comeback.reference or "–"}
    if comeback and comeback.day and when is ReturnWhen.ON_DATE:
        return msg("deferrals.comes.on_date", day=comeback.day)
    return msg(f"deferrals.comes.{when.value}", **facts)


def nth(times: int) -> Message:
    """`tredje gang`: how often a matter has stood on an agenda."""
    return msg(f"deferrals.nth.{times}") if times in _NAMED else msg("deferrals.nth", times=times)


_NAMED = range(2, 11)


def is_open(meeting: MeetingState) -> bool:
    """Whether a matter can be taken up at a meeting before its time."""
    return meeting in (MeetingState.PLANNED, MeetingState.COLLECTING)


def may_fetch(meeting: MeetingState | None) -> None:
    """A matter that waits is taken up at a meeting whose agenda is still open."""
    if meeting is None or not is_open(meeting):
        raise WrongMoment(msg("deferrals.no_open_agenda"))
