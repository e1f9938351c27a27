"""A proposer says that a new item is the same as something else, and may take that back."""

from bot import access
from bot.access import Member, Right
from bot.cycle.steps import alike, carry_over, merging
from bot.cycle.steps.proposing import changed, waits
from bot.cycle.steps.reading import head, line_of
from bot.cycle.steps.telling import tell_proposer
from bot.errors import NotAllowed, NotFound
from bot.ports import Asker
from bot.results.agenda import ItemMatched
from bot.results.similar import Alike, AlikeKind
from bot.rules import agenda as agenda_rules
from bot.rules import items as rules
from bot.texts import msg
from bot.work import House, Work
from storage.queries import carry_over as gathered
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import ActionId, ItemId, ItemOrigin, ItemState


def match(
    house: House, item_id: ItemId, kind: AlikeKind, other_id: int, *, by: Asker
) -> ItemMatched:
    """The proposal goes on in another item, takes an action up, or is the deferred one again."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.PROPOSE)
        _own(member, item)
        rules.may_match(item.state, meeting.state, matched=_matched(work, item))
        found = _candidate(work, item, meeting, member, kind, other_id)
        match kind:
            case AlikeKind.ITEM:
                _merge(work, item, meeting, member, ItemId(other_id))
            case AlikeKind.ACTION:
                gathered.gather(work.session, item.id, [ActionId(other_id)])
            case AlikeKind.DEFERRED:
                _resume(work, item, ItemId(other_id))
        work.session.add(item)
        changed(work, "similar.match", item, meeting)
        carry_over.refresh(work, meeting)
        return ItemMatched(line_of(work, item, meeting), head(work, meeting), found)


def part(house: House, item_id: ItemId, *, by: Asker) -> ItemMatched:
    """Takes a match back: the proposal stands for itself again."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.PROPOSE)
        _own(member, item)
        rules.may_part(meeting.state, matched=_matched(work, item))
        if item.state is ItemState.MERGED:
            held_back = waits(work, meeting, item.proposed_by, late=item.late)
            after = agenda_rules.after_reconsidering(item.state, meeting.state, waits=held_back)
            merging.apart(work, item, meeting, member, after)
        gathered.gather(work.session, item.id, [])
        if item.carried_from_id is not None:
            item.carried_from_id, item.first_id, item.origin = None, None, ItemOrigin.NEW
        work.session.add(item)
        changed(work, "similar.part", item, meeting)
        carry_over.refresh(work, meeting)
        return ItemMatched(line_of(work, item, meeting), head(work, meeting), None)


def _candidate(
    work: Work, item: AgendaItem, meeting: Meeting, member: Member, kind: AlikeKind, other_id: int
) -> Alike:
    for each in alike.candidates(work, item, meeting, member):
        if (each.kind, each.id) == (kind, other_id):
            return each
    raise NotFound(msg("common.not_found"))


def _merge(
    work: Work, item: AgendaItem, meeting: Meeting, member: Member, target_id: ItemId
) -> None:
    """What still waits for the organiser, or comes to a sent agenda, adds nothing to the other."""
    _, target, _ = access.item(work, target_id)
    brings = item.state is ItemState.ACCEPTED
    after = agenda_rules.after_merging(item.state, meeting.state)
    merging.into(work, item, target, meeting, member, after, brings=brings)
    changed(work, "proposals.edit", target, meeting)
    tell_proposer(work, target, meeting, "similar.told_same", proposer=member.name)


def _resume(work: Work, item: AgendaItem, earlier_id: ItemId) -> None:
    """The deferred matter has come back with this item."""
    _, earlier, _ = access.item(work, earlier_id)
    item.carried_from_id, item.first_id = earlier.id, earlier.first_id or earlier.id
    item.origin = ItemOrigin.DEFERRED


def _matched(work: Work, item: AgendaItem) -> bool:
    taken_up = gathered.of_item(work.session, item.id)
    again = item.carried_from_id is not None
    return item.state is ItemState.MERGED or bool(taken_up) or again


def _own(member: Member, item: AgendaItem) -> None:
    """Somebody's own new item; what Referent put on the agenda is nobody's."""
    if item.proposed_by is None or item.proposed_by != member.participant_id:
        raise NotAllowed(msg("proposals.not_yours"))
