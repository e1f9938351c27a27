"""The running meeting: started, led from item to item, ended."""

from collections.abc import Collection

from bot import access
from bot.access import Member, Right
from bot.cycle.steps import actions as action_steps
from bot.cycle.steps import deferring, status_cards
from bot.cycle.steps import meetings as meeting_steps
from bot.cycle.steps import minute_book as book
from bot.cycle.steps.carry_over import refresh_coming
from bot.cycle.steps.lapsing import lapse
from bot.cycle.steps.writing import show_panels
from bot.errors import NotFound
from bot.ports import By
from bot.results.minutes import Ending, Minutes
from bot.rules import minutes as rules
from bot.rules.minutes import Reached
from bot.rules.numbering import Line, numbered
from bot.texts import msg
from bot.work import House, Work
from storage.queries import agenda, carry_over, minutes
from storage.tables import AgendaItem, Deferral, Meeting
from storage.vocabulary import (
    ChannelId,
    DeferReason,
    ItemId,
    ItemState,
    MeetingId,
    MeetingState,
)


def panel(house: House, meeting_id: MeetingId, user: str, *, by: By) -> Minutes | None:
    """What an organiser's panel shows; None for somebody who is none (any more)."""
    with house.look(by) as work:
        try:
            member, meeting = access.meeting(work, meeting_id)
        except NotFound:
            return None
        if user not in {each.user for each in access.organizers(work, meeting)}:
            return None
        return book.read(work, meeting, member)


def offer_panel(house: House, meeting_id: MeetingId, *, by: By) -> None:
    """The hour has come: every organiser gets the panel with the button that starts."""
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id)
        if meeting.state in (MeetingState.COLLECTING, MeetingState.AGENDA_SENT):
            show_panels(work, meeting)


def find(
    house: House,
    channel: ChannelId,
    *,
    direct: bool,
    first: MeetingState = MeetingState.IN_SESSION,
    by: By,
) -> Minutes:
    """The minutes that a channel is about; one in the state `first` goes before others."""
    with house.look(by) as work:
        member, meeting = book.meeting_here(work, channel, direct=direct, first=first)
        return book.read(work, meeting, member)


def start(house: House, meeting_id: MeetingId, *, by: By) -> Minutes:
    """Agenda sent → in session, at the first item; `unstart` undoes it."""
    with house.work(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        before = meeting.state
        meeting.state = rules.after_starting(meeting.state)
        if meeting.current_item_id is None:
            meeting.current_item_id = _first_item(work, meeting)
        _take_up_carried(work, meeting)
        _changed(work, "minutes.start", meeting, before)
        return book.read(work, meeting, member)


def unstart(house: House, meeting_id: MeetingId, *, by: By) -> Minutes:
    """Takes the start back; what was written stays, and what was treated is to be treated."""
    with house.work(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        before = meeting.state
        meeting.state = rules.after_unstarting(meeting.state)
        for item in agenda.of_meeting(work.session, meeting.id, [ItemState.TREATED]):
            item.state = rules.state_before(item.state)
            work.session.add(item)
        _changed(work, "minutes.unstart", meeting, before)
        return book.read(work, meeting, member)


def ending(house: House, meeting_id: MeetingId, *, by: By) -> Ending:
    """What the dialog that ends a meeting asks about."""
    with house.look(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        rules.after_ending(meeting.state)
        held = book.read(work, meeting, member)
        return Ending(
            held,
            tuple(
                each.item
                for each in held.items
                if each.item.state is ItemState.ACCEPTED and each.item.standing is None
            ),
            rules.probably_not_reached(_reached(work, meeting)),
        )


def end(
    house: House, meeting_id: MeetingId, deferred: Collection[ItemId], reason: str, *, by: By
) -> Minutes:
    """In session → drafting. What nobody decided about is deferred if chosen, else treated."""
    with house.work(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        before = meeting.state
        meeting.state = rules.after_ending(meeting.state)
        why = rules.checked_reason(reason) if deferred else ""
        states = {each.id: rules.state_at_end(each, deferred) for each in _reached(work, meeting)}
        for item in agenda.of_meeting(work.session, meeting.id):
            if item.state is not states[item.id]:
                item.state = states[item.id]
                item.reason = why if item.state is ItemState.DEFERRED else ""
                work.session.add(item)
                if item.state is ItemState.DEFERRED:
                    deferring.keep(work, item, _not_reached(work, item))
        lapse(work, meeting)
        _changed(work, "minutes.end", meeting, before)
        status_cards.refresh(work, meeting)
        refresh_coming(work, meeting.series_id)
        return book.read(work, meeting, member)


def resume(house: House, meeting_id: MeetingId, *, by: By) -> Minutes:
    """Takes the end back; items keep what was decided about them."""
    with house.work(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        before = meeting.state
        meeting.state = rules.after_resuming(meeting.state)
        _changed(work, "minutes.resume", meeting, before)
        status_cards.refresh(work, meeting)
        return book.read(work, meeting, member)


# ── Items ────────────────────────────────────────────────────────────────────


def turn_to(house: House, item_id: ItemId, *, by: By) -> Minutes:
    """Makes an item the one that is spoken of."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        rules.may_write(meeting.state)
        _on_paper(item)
        meeting.current_item_id = item.id
        work.session.add(meeting)
        work.note(
            "minutes.turn_to", f"item:{item.id}", series=meeting.series_id, meeting=meeting.id
        )
        show_panels(work, meeting)
        return book.read(work, meeting, member)


def treat(house: House, item_id: ItemId, *, by: By) -> Minutes:
    """The item is done with."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        item.state = rules.after_treating(item.state, meeting.state)
        return _decided(work, "minutes.treat", item, meeting, member)


def take_up(house: House, item_id: ItemId, *, by: By) -> Minutes:
    """Takes "treated" or "deferred" back."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        item.state = rules.after_taking_up(item.state, meeting.state)
        return _decided(work, "minutes.take_up", item, meeting, member)


def _decided(work: Work, verb: str, item: AgendaItem, meeting: Meeting, member: Member) -> Minutes:
    item.reason = ""
    deferring.forget(work, item)
    work.session.add(item)
    work.session.flush()
    work.note(
        verb,
        f"item:{item.id}",
        series=meeting.series_id,
        meeting=meeting.id,
        after={"state": item.state.value, "version": item.version},
    )
    meeting_steps.show(work, meeting)
    show_panels(work, meeting)
    if meeting.state is not MeetingState.IN_SESSION:
        refresh_coming(work, meeting.series_id)
    return book.read(work, meeting, member)


def _not_reached(work: Work, item: AgendaItem) -> Deferral:
    return Deferral(item_id=item.id, reason=DeferReason.NO_TIME, deferred_at=work.now)


def _on_paper(item: AgendaItem) -> None:
    if item.state not in agenda.ON_PAPER:
        raise NotFound(msg("minutes.item_not_here"))


def _first_item(work: Work, meeting: Meeting) -> ItemId | None:
    lines = [
        Line(each.id, each.parent_id, each.position, each.standing, each.fixed_number)
        for each in agenda.of_meeting(work.session, meeting.id)
    ]
    return next((each.id for each in numbered(lines)), None)


def _reached(work: Work, meeting: Meeting) -> list[Reached]:
    counts = minutes.counts(work.session, meeting.id)
    return [
        Reached(each.id, each.parent_id, each.state, each.standing, counts.get(each.id, 0))
        for each in agenda.of_meeting(work.session, meeting.id)
    ]


def _take_up_carried(work: Work, meeting: Meeting) -> None:
    """Open questions and overdue actions on the agenda know that this meeting took them up."""
    for gathered in carry_over.gathered(work.session, meeting.id).values():
        for raised in gathered:
            action_steps.taken_up(work, raised.action, meeting)


def _changed(work: Work, verb: str, meeting: Meeting, before: MeetingState) -> None:
    work.session.add(meeting)
    meeting_steps.changed(work, verb, meeting, before=before.value)
    meeting_steps.reschedule_chores(work, meeting)
    show_panels(work, meeting)
