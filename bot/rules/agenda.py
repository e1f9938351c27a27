"""How an organiser may change an agenda and its items, and the wording of why."""

from collections.abc import Iterable

from bot.errors import Unclear, WrongMoment
from bot.texts import Message, msg
from storage.vocabulary import DeferReason, ItemState, MeetingState

LONGEST_REASON = 300  # characters typed; the stored sentence has room for 500
_GROWING = (MeetingState.PLANNED, MeetingState.COLLECTING)
_BEFORE_THE_END = (*_GROWING, MeetingState.AGENDA_SENT, MeetingState.IN_SESSION)


def after_freezing(state: MeetingState, items: int) -> MeetingState:
    """Sends the agenda; an empty one can't be sent."""
    if state is not MeetingState.COLLECTING:
        raise WrongMoment(msg("agenda.not_collecting", state=state))
    if items == 0:
        raise WrongMoment(msg("agenda.empty"))
    return MeetingState.AGENDA_SENT


def after_taking_back(state: MeetingState) -> MeetingState:
    """Opens a sent agenda for items again."""
    if state is not MeetingState.AGENDA_SENT:
        raise WrongMoment(msg("agenda.not_sent", state=state))
    return MeetingState.COLLECTING


def may_order(state: MeetingState) -> None:
    """Numbers are fixed once people have the paper."""
    if state not in _GROWING:
        raise WrongMoment(msg("agenda.numbers_fixed"))


def grows(state: MeetingState) -> bool:
    """Whether lines come and go on the agenda by themselves."""
    return state in _GROWING


def after_deferring(state: ItemState, meeting: MeetingState) -> ItemState:
    if meeting not in _BEFORE_THE_END:
        raise WrongMoment(msg("agenda.over"))
    if state is not ItemState.ACCEPTED:
        raise WrongMoment(msg("agenda.not_deferrable", state=state))
    return ItemState.DEFERRED


def after_recalling(state: ItemState, meeting: MeetingState) -> ItemState:
    """Takes a deferral back."""
    if meeting not in _BEFORE_THE_END:
        raise WrongMoment(msg("agenda.over"))
    if state is not ItemState.DEFERRED:
        raise WrongMoment(msg("agenda.not_deferred", state=state))
    return ItemState.ACCEPTED


def after_accepting(state: ItemState, meeting: MeetingState) -> ItemState:
    """Takes an item from the waiting list onto the agenda."""
    _waits(state, meeting)
    return ItemState.ACCEPTED


def after_carrying(state: ItemState, meeting: MeetingState) -> ItemState:
    """Puts an item on the next meeting's agenda instead: from the waiting list, or from the
    agenda until that is sent.
    """
    if state is ItemState.ACCEPTED and meeting in _GROWING:
        return ItemState.CARRIED
    _waits(state, meeting)
    return ItemState.CARRIED


def after_declining(state: ItemState, meeting: MeetingState) -> ItemState:
    """From the waiting list, or from the agenda until the meeting begins."""
    if stands_on_paper(state, meeting) or (state is ItemState.ACCEPTED and meeting in _GROWING):
        return ItemState.DECLINED
    _waits(state, meeting)
    return ItemState.DECLINED


def stands_on_paper(state: ItemState, meeting: MeetingState) -> bool:
    """Whether people have an item on an agenda that was sent to them."""
    return state is ItemState.ACCEPTED and meeting is MeetingState.AGENDA_SENT


def may_take_off(sub_items: int) -> None:
    """Sub-items keep their printed numbers, so they can't be left without the item above."""
    if sub_items:
        raise WrongMoment(msg("taking_off.has_sub_items", count=sub_items), field="reason")


def may_ask_to_take_off(state: ItemState, meeting: MeetingState) -> None:
    """The proposer of an item on a sent agenda can't take it back; they can ask for it."""
    if not stands_on_paper(state, meeting):
        raise WrongMoment(msg("taking_off.not_on_paper"), field="reason")


def after_merging(state: ItemState, meeting: MeetingState) -> ItemState:
    """An item of the waiting list or of an open agenda may go on in another one."""
    if not (state is ItemState.ACCEPTED and meeting in _GROWING):
        _waits(state, meeting)
    return ItemState.MERGED


def may_take_up(state: ItemState, *, same: bool, standing: bool) -> None:
    """The item that another one is to go on in."""
    if same or standing or state not in (ItemState.ACCEPTED, ItemState.PROPOSED):
        raise WrongMoment(msg("agenda.cant_take_up"), field="target")


def after_returning(state: ItemState, meeting: MeetingState) -> ItemState:
    """Sends a waiting item back to its proposer."""
    _waits(state, meeting)
    return ItemState.RETURNED


def after_reconsidering(
    state: ItemState, meeting: MeetingState, *, waits: bool = False, printed: bool = False
) -> ItemState:
    """Takes a carrying, declining, returning or merging back.

    The item comes to the waiting list; where proposals go straight on, onto an open agenda.
    One taken off the sent agenda on which it was `printed` comes back to its number there.
    """
    if meeting not in _BEFORE_THE_END:
        raise WrongMoment(msg("agenda.over"))
    set_aside = (ItemState.CARRIED, ItemState.DECLINED, ItemState.RETURNED, ItemState.MERGED)
    if state not in set_aside:
        raise WrongMoment(msg("agenda.not_set_aside", state=state))
    if printed and state is ItemState.DECLINED and meeting not in _GROWING:
        return ItemState.ACCEPTED
    if waits or state is ItemState.RETURNED or meeting not in _GROWING:
        return ItemState.PROPOSED
    return ItemState.ACCEPTED


def _waits(state: ItemState, meeting: MeetingState) -> None:
    if meeting not in _BEFORE_THE_END:
        raise WrongMoment(msg("agenda.over"))
    if state is not ItemState.PROPOSED:
        raise WrongMoment(msg("agenda.not_waiting", state=state))


def why_deferred(kind: DeferReason, party: str, typed: str) -> Message:
    """`da SDS ikke deltager`: printed after "udsat,"; raises Unclear that names the field."""
    text = reason(typed, needed=kind is DeferReason.OTHER)
    if kind is DeferReason.OTHER:
        return msg("agenda.why.other", text=text)
    if kind is DeferReason.PARTY_ABSENT and not party:
        raise Unclear(msg("agenda.party_missing"), field="party")
    named = ".party" if party and kind is not DeferReason.NO_TIME else ""
    clause = msg(f"agenda.why.{kind.value}{named}", party=party)
    return msg("agenda.why.and_more", clause=clause, text=text) if text else clause


def reason(typed: str, *, needed: bool = True) -> str:
    text = " ".join(typed.split())
    if needed and not text:
        raise Unclear(msg("agenda.reason_missing"), field="reason")
    if len(text) > LONGEST_REASON:
        raise Unclear(msg("agenda.reason_too_long", most=LONGEST_REASON), field="reason")
    return text


def minutes_in_all(items: Iterable[tuple[str, int | None, ItemState]]) -> int:
    """Minutes of the items (number, minutes, state) that are to be treated.

    The time of an item holds its sub-items'; where it has none, theirs count.
    """
    held = [each for each in items if each[2] is not ItemState.DEFERRED]
    timed = {number for number, minutes, _ in held if minutes}
    return sum(
        minutes or 0
        for number, minutes, _ in held
        if number.partition(".")[0] not in timed - {number}
    )
