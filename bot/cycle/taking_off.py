"""An item that people have on paper leaves the agenda only by the organiser: its proposer asks."""

from bot import access
from bot.access import Right
from bot.cycle.steps.links import of
from bot.cycle.steps.proposing import changed
from bot.cycle.steps.reading import head, line_of
from bot.cycle.steps.telling import tell_organizers_of_wish
from bot.errors import NotAllowed
from bot.ports import Asker
from bot.results.agenda import ItemSaved, Saved
from bot.rules import agenda as rules
from bot.rules import items
from bot.rules.items import ItemDraft
from bot.texts import msg
from bot.work import House, Work
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import ItemId


def form(house: House, item_id: ItemId, *, by: Asker) -> ItemSaved:
    """The item before its proposer, who is about to ask."""
    with house.look(by) as work:
        item, meeting = _own(work, item_id)
        rules.may_ask_to_take_off(item.state, meeting.state)
        return ItemSaved(Saved.ASKED_OFF, line_of(work, item, meeting), head(work, meeting))


def ask(house: House, item_id: ItemId, typed: str, *, by: Asker) -> ItemSaved:
    """Asks the organisers to take an item off; nothing changes until one does."""
    with house.work(by) as work:
        item, meeting = _own(work, item_id)
        rules.may_ask_to_take_off(item.state, meeting.state)
        reason = rules.reason(typed)
        changed(work, "agenda.ask_off", item, meeting)
        tell_organizers_of_wish(work, item, meeting, reason)
        return ItemSaved(Saved.ASKED_OFF, line_of(work, item, meeting), head(work, meeting))


def again(house: House, item_id: ItemId, *, by: Asker) -> ItemDraft:
    """What left a past meeting's agenda, to be proposed for one ahead."""
    with house.look(by) as work:
        item, meeting = _own(work, item_id)
        items.may_propose_again(item.state, meeting.state)
        return ItemDraft(
            title=item.title, background=item.background, source=item.source, links=of(work, item)
        )


def _own(work: Work, item_id: ItemId) -> tuple[AgendaItem, Meeting]:
    member, item, meeting = access.item(work, item_id, Right.PROPOSE)
    if item.proposed_by is None or item.proposed_by != member.participant_id:
        raise NotAllowed(msg("proposals.not_yours"))
    return item, meeting
