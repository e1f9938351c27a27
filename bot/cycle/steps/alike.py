"""What a new item may be the same as: only what its proposer, and all of its meeting, may see."""

from collections.abc import Iterator

from bot.access import Member
from bot.cycle.steps.actions import reference
from bot.cycle.steps.reading import agenda_of
from bot.results.similar import Alike, AlikeKind
from bot.rules import agenda as rules
from bot.rules.actions import ALIVE
from bot.rules.similar import likest
from bot.work import Work
from storage.queries import actions, agenda, deferrals, series
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import ItemOrigin, ItemState


def of(work: Work, item: AgendaItem, meeting: Meeting, member: Member) -> Alike | None:
    """The one most alike, an item of the agenda before others."""
    everything = list(candidates(work, item, meeting, member))
    held = series.of_meeting(work.session, meeting)
    known = [held.subject, *(each.name for each in series.topics(work.session, held.id))]
    for kind in AlikeKind:
        titles = {each: each.title for each in everything if each.kind is kind}
        found = likest(item.title, titles, known)
        if found is not None:
            return found
    return None


def candidates(work: Work, item: AgendaItem, meeting: Meeting, member: Member) -> Iterator[Alike]:
    yield from _items(work, item, meeting, member)
    yield from _actions(work, meeting, member)
    if item.state is ItemState.ACCEPTED and rules.grows(meeting.state):
        yield from _deferred(work, meeting)


def _items(work: Work, item: AgendaItem, meeting: Meeting, member: Member) -> Iterator[Alike]:
    """Of the waiting list an organiser sees everything, and others their own."""
    shown = agenda_of(work, meeting)
    waiting = [
        each
        for each in shown.waiting
        if member.organizes or each.proposer_id == member.participant_id
    ]
    for each in (*shown.items, *waiting):
        open_still = each.state in (ItemState.ACCEPTED, ItemState.PROPOSED)
        ours = each.standing is not None or each.origin is ItemOrigin.OVERDUE_ACTIONS
        if open_still and not ours and each.id != item.id:
            gathers = f" ({', '.join(each.gathers)})" if each.gathers else ""
            label = f"{each.number}{gathers}"
            yield Alike(AlikeKind.ITEM, each.id, label, each.title)


def _actions(work: Work, meeting: Meeting, member: Member) -> Iterator[Alike]:
    """What the meeting follows up, and the proposer may see."""
    for each in actions.for_meeting(work.session, meeting, ALIVE):
        if actions.visible(work.session, each.action.id, member.organisation_id):
            label = reference(work, each)
            yield Alike(AlikeKind.ACTION, each.action.id, label, each.action.text)


def _deferred(work: Work, meeting: Meeting) -> Iterator[Alike]:
    """What earlier meetings of the same kind put off, and stands on no agenda yet."""
    here = {
        each.carried_from_id
        for each in agenda.of_meeting(work.session, meeting.id, list(ItemState))
    }
    for left in deferrals.left_for(work.session, meeting):
        dropped = left.deferral is not None and left.deferral.dropped_at is not None
        if left.item.state is ItemState.DEFERRED and not dropped and left.item.id not in here:
            yield Alike(AlikeKind.DEFERRED, left.item.id, left.meeting.title, left.item.title)
