"""Matters that wait for a later meeting: listed, taken up before their time, or let go."""

from bot import access
from bot.access import Right
from bot.cycle.steps import carry_over
from bot.cycle.steps.proposing import changed
from bot.cycle.steps.reading import head, line_of
from bot.cycle.steps.telling import tell_proposer
from bot.errors import WrongMoment
from bot.ports import Asker
from bot.results.put_off import PutOffLine, PutOffList, PutOffSettled, Settled
from bot.rules import carry_over as carry_rules
from bot.rules import deferrals as rules
from bot.rules.agenda import reason
from bot.texts import msg
from bot.work import House, Work
from storage.queries import deferrals, meetings
from storage.queries.deferrals import Left
from storage.tables import AgendaItem, Deferral, Meeting
from storage.vocabulary import DeferReason, ItemId, ItemState, MeetingId


def listed(house: House, meeting_id: MeetingId, *, by: Asker) -> PutOffList:
    """What waits among the meetings of the same kind, with what it waits for."""
    with house.look(by) as work:
        member, meeting = access.meeting(work, meeting_id)
        return PutOffList(
            meeting=head(work, meeting),
            lines=tuple(_line(work, each) for each in _waiting(work, meeting)),
            organizes=member.organizes,
        )


def fetch(house: House, item_id: ItemId, *, by: Asker) -> PutOffSettled:
    """Takes a matter up at the coming meeting, whatever it waits for; `send_back` undoes it."""
    with house.work(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        coming = _coming(work, meeting)
        rules.may_fetch(coming.state if coming else None)
        left = _left(work, item, meeting)
        if coming is None or (left.deferral and left.deferral.dropped_at):
            raise WrongMoment(msg("deferrals.not_waiting"))
        copy = carry_over.fetch(work, left, coming)
        return PutOffSettled(Settled.FETCHED, line_of(work, copy, coming), head(work, coming))


def send_back(house: House, item_id: ItemId, *, by: Asker) -> PutOffSettled:
    """Takes a line that was fetched off the agenda; the matter waits as before."""
    with house.work(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        if item.carried_from_id is None or item.moot or item.state is not ItemState.ACCEPTED:
            raise WrongMoment(msg("deferrals.not_waiting"))
        rules.may_fetch(meeting.state)
        carry_over.send_back(work, item, meeting)
        carry_over.refresh_coming(work, meeting.series_id)
        if not item.moot:
            raise WrongMoment(msg("deferrals.comes_by_itself"))
        return PutOffSettled(Settled.SENT_BACK, line_of(work, item, meeting), head(work, meeting))


def drop(house: House, item_id: ItemId, typed: str, *, by: Asker) -> PutOffSettled:
    """Lets a matter go; its proposer is told why, and `pick_up` undoes it."""
    with house.work(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        left = _left(work, item, meeting)
        why = reason(typed)
        if left.deferral and left.deferral.dropped_at:
            raise WrongMoment(msg("deferrals.not_waiting"))
        for each in [left, *_below(work, left)]:
            held = each.deferral or Deferral(
                item_id=each.item.id, reason=DeferReason.OTHER, deferred_at=work.now
            )
            held.dropped_at, held.dropped_reason = work.now, why
            work.session.add(held)
            changed(work, "agenda.drop", each.item, each.meeting)
        tell_proposer(work, item, meeting, "deferrals.told_dropped", reason=why)
        line = line_of(work, item, meeting)
        return PutOffSettled(Settled.DROPPED, line, head(work, meeting), why)


def pick_up(house: House, item_id: ItemId, *, by: Asker) -> PutOffSettled:
    """Takes a dropping back: the matter waits again, or comes back at once."""
    with house.work(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        left = _left(work, item, meeting)
        if left.deferral is None or left.deferral.dropped_at is None:
            raise WrongMoment(msg("deferrals.not_dropped"))
        for each in [left, *_below(work, left)]:
            if each.deferral is not None:
                each.deferral.dropped_at, each.deferral.dropped_reason = None, ""
                work.session.add(each.deferral)
            changed(work, "agenda.pick_up", each.item, each.meeting)
        tell_proposer(work, item, meeting, "deferrals.told_picked_up")
        carry_over.refresh_coming(work, meeting.series_id)
        line = line_of(work, item, meeting)
        return PutOffSettled(Settled.PICKED_UP, line, head(work, meeting))


def read(house: House, item_id: ItemId, *, by: Asker) -> PutOffLine:
    """One matter that waits, for the dialog in which it is let go."""
    with house.look(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        return _line(work, _left(work, item, meeting))


def _waiting(work: Work, meeting: Meeting) -> list[Left]:
    return [
        each
        for each in deferrals.waiting(work.session, meeting.series_id, meeting.scope)
        if carry_rules.comes_back(each.item.state, each.item.origin, each.meeting.state)
    ]


def _left(work: Work, item: AgendaItem, meeting: Meeting) -> Left:
    for each in _waiting(work, meeting):
        if each.item.id == item.id:
            return each
    raise WrongMoment(msg("deferrals.not_waiting"))


def _below(work: Work, left: Left) -> list[Left]:
    """Sub-items that wait with their item."""
    return [each for each in _waiting(work, left.meeting) if each.item.parent_id == left.item.id]


def _coming(work: Work, meeting: Meeting) -> Meeting | None:
    """The first later meeting of the same kind whose agenda is still open."""
    for each in meetings.taking_items(work.session, meeting.series_id, None):
        later = each.scope == meeting.scope and each.number > meeting.number
        if later and rules.is_open(each.state):
            return each
    return None


def _line(work: Work, left: Left) -> PutOffLine:
    held, coming = left.deferral, _coming(work, left.meeting)
    return PutOffLine(
        item=line_of(work, left.item, left.meeting),
        meeting=left.meeting.number,
        coming=coming.number if coming else None,
        dropped=held is not None and held.dropped_at is not None,
        dropped_reason=held.dropped_reason if held else "",
    )
