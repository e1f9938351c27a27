"""The organiser lets one item go on in another, and nothing of it is lost."""

from bot import access
from bot.access import Right
from bot.cycle.steps import merging as steps
from bot.cycle.steps.proposing import changed, waits
from bot.cycle.steps.reading import agenda_of, head, line_of
from bot.cycle.steps.telling import tell_proposer
from bot.errors import NotFound
from bot.ports import Asker
from bot.results.agenda import ItemRuled, MergeForm, Ruled
from bot.rules import agenda as rules
from bot.texts import msg
from bot.work import House
from storage.vocabulary import ItemId


def offered(house: House, item_id: ItemId, *, by: Asker) -> MergeForm:
    """An item and the others of its meeting that it can go on in."""
    with house.look(by) as work:
        _, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        rules.after_merging(item.state, meeting.state)
        shown = agenda_of(work, meeting)
        targets = tuple(
            each
            for each in (*shown.items, *shown.waiting)
            if each.id != item.id and each.standing is None
        )
        if not targets:
            raise NotFound(msg("agenda.nothing_to_merge"))
        return MergeForm(line_of(work, item, meeting), head(work, meeting), targets)


def merge(house: House, item_id: ItemId, target_id: ItemId, *, by: Asker) -> ItemRuled:
    """Background, links, proposer and supporters go along; `take_apart` undoes it."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        _, target, its_meeting = access.item(work, target_id, Right.ORGANIZE)
        after = rules.after_merging(item.state, meeting.state)
        rules.may_take_up(
            target.state,
            same=target.id == item.id or its_meeting.id != meeting.id,
            standing=target.standing is not None,
        )
        steps.into(work, item, target, meeting, member, after)
        changed(work, "agenda.merge", item, meeting)
        changed(work, "proposals.edit", target, meeting)
        tell_proposer(work, item, meeting, "agenda.told_merged", other=target.title)
        return ItemRuled(Ruled.MERGED, line_of(work, item, meeting), head(work, meeting))


def take_apart(house: House, item_id: ItemId, *, by: Asker) -> ItemRuled:
    """Undoes a merging: the other item loses what it was given, unless that was rewritten."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        held_back = waits(work, meeting, item.proposed_by, late=item.late)
        after = rules.after_reconsidering(item.state, meeting.state, waits=held_back)
        steps.apart(work, item, meeting, member, after)
        changed(work, "agenda.reconsider", item, meeting)
        tell_proposer(work, item, meeting, "agenda.told_reconsidered")
        return ItemRuled(Ruled.RECONSIDERED, line_of(work, item, meeting), head(work, meeting))
