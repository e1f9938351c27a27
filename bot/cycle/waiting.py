"""The organiser's waiting list: what came after the agenda was sent, and what doesn't fit."""

from dataclasses import replace

from bot import access
from bot.access import Right
from bot.cycle.steps import carry_over
from bot.cycle.steps.placing import fix_numbers, let_up, put_in_place
from bot.cycle.steps.proposing import changed, waits
from bot.cycle.steps.reading import agenda_of, head, line_of
from bot.cycle.steps.supplements import tell_change
from bot.cycle.steps.telling import tell_proposer
from bot.ports import Asker
from bot.results.agenda import Agenda, ItemRuled, Ruled
from bot.rules import agenda as rules
from bot.work import House, Work
from storage.queries import agenda
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import AgendaChangeKind, ItemId, ItemState, MeetingId


def listed(house: House, meeting_id: MeetingId, *, by: Asker) -> Agenda:
    """The agenda with what waits, for the organiser."""
    with house.look(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        return agenda_of(work, meeting)


def accept(house: House, item_id: ItemId, *, by: Asker) -> ItemRuled:
    """Takes a waiting item onto the agenda; on a sent one no number changes for it."""
    with house.work(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        item.state = rules.after_accepting(item.state, meeting.state)
        _settle(work, item, meeting)
        changed(work, "agenda.accept", item, meeting)
        tell_change(work, item, meeting, AgendaChangeKind.ADDED)
        line = line_of(work, item, meeting)
        tell_proposer(work, item, meeting, "agenda.told_accepted", number=line.number)
        return ItemRuled(Ruled.ACCEPTED, line, head(work, meeting))


def carry(house: House, item_id: ItemId, *, by: Asker) -> ItemRuled:
    """Puts an item with its sub-items on the next meeting's agenda, once that is planned."""
    with house.work(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        after = rules.after_carrying(item.state, meeting.state)
        for each in [item, *_below(work, item, item.state)]:
            each.state = after
            work.session.add(each)
            changed(work, "agenda.carry", each, meeting)
        tell_proposer(work, item, meeting, "agenda.told_carried")
        carry_over.refresh_coming(work, meeting.series_id)
        return ItemRuled(Ruled.CARRIED, line_of(work, item, meeting), head(work, meeting))


def decline(house: House, item_id: ItemId, typed: str, *, by: Asker) -> ItemRuled:
    """Turns an item down; its proposer is told why."""
    with house.work(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        after = rules.after_declining(item.state, meeting.state)
        item.reason = rules.reason(typed)
        if rules.stands_on_paper(item.state, meeting.state):
            return _take_off(work, item, meeting, after)
        let_up(work, item)
        item.state = after
        work.session.add(item)
        changed(work, "agenda.decline", item, meeting)
        tell_proposer(work, item, meeting, "agenda.told_declined", reason=item.reason)
        return ItemRuled(Ruled.DECLINED, line_of(work, item, meeting), head(work, meeting))


def _take_off(work: Work, item: AgendaItem, meeting: Meeting, after: ItemState) -> ItemRuled:
    """A supplement tells that it is withdrawn, and its number stays unused."""
    on_paper = agenda.of_meeting(work.session, meeting.id)
    rules.may_take_off(sum(each.parent_id == item.id for each in on_paper))
    item.state = after
    work.session.add(item)
    changed(work, "agenda.take_off", item, meeting)
    tell_change(work, item, meeting, AgendaChangeKind.WITHDRAWN)
    tell_proposer(work, item, meeting, "taking_off.told", reason=item.reason)
    line = replace(line_of(work, item, meeting), number=item.fixed_number or "")
    return ItemRuled(Ruled.TAKEN_OFF, line, head(work, meeting))


def give_back(house: House, item_id: ItemId, typed: str, *, by: Asker) -> ItemRuled:
    """Sends a waiting item back to its proposer, with a note on what it lacks."""
    with house.work(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        item.state = rules.after_returning(item.state, meeting.state)
        item.reason = rules.reason(typed)
        work.session.add(item)
        changed(work, "agenda.return", item, meeting)
        tell_proposer(work, item, meeting, "agenda.told_returned", reason=item.reason)
        return ItemRuled(Ruled.RETURNED, line_of(work, item, meeting), head(work, meeting))


def reconsider(house: House, item_id: ItemId, *, by: Asker) -> ItemRuled:
    """Takes a carrying, declining or returning back."""
    with house.work(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        held_back = waits(work, meeting, item.proposed_by, late=item.late)
        before = item.state
        printed = item.fixed_number is not None
        after = rules.after_reconsidering(
            item.state, meeting.state, waits=held_back, printed=printed
        )
        below = _below(work, item, before) if before is ItemState.CARRIED else []
        for each in [item, *below]:
            each.state, each.reason = after, ""
            work.session.add(each)
            changed(work, "agenda.reconsider", each, meeting)
        if printed:
            tell_change(work, item, meeting, AgendaChangeKind.RECALLED)
        tell_proposer(work, item, meeting, "agenda.told_reconsidered")
        carry_over.refresh_coming(work, meeting.series_id)
        return ItemRuled(Ruled.RECONSIDERED, line_of(work, item, meeting), head(work, meeting))


def _below(work: Work, item: AgendaItem, state: ItemState) -> list[AgendaItem]:
    held = agenda.of_meeting(work.session, item.meeting_id, [state])
    return [each for each in held if each.parent_id == item.id]


def _settle(work: Work, item: AgendaItem, meeting: Meeting) -> None:
    """Where a new item goes; on a sent agenda with a number that changes none of the others."""
    if item.carried_from_id is None or not rules.grows(meeting.state):
        put_in_place(work, item)
    else:
        carry_over.put(work, item)
    if not rules.grows(meeting.state):
        fix_numbers(work, meeting)
