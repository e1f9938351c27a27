"""An item's earlier wordings, for those who may see the item."""

from bot import access
from bot.cycle.steps.reading import head, rounds_before
from bot.cycle.steps.versions import wording
from bot.errors import NotFound
from bot.ports import Asker
from bot.results.history import ItemHistory, RoundLine, VersionLine
from bot.rules.versions import changes
from bot.texts import msg
from bot.work import House
from storage.queries import agenda, people
from storage.vocabulary import ItemId


def of(house: House, item_id: ItemId, *, by: Asker) -> ItemHistory:
    """What changed, by whom and when; of an item off the agenda for its proposer and organisers."""
    with house.look(by) as work:
        member, item, meeting = access.item(work, item_id)
        own = item.proposed_by is not None and item.proposed_by == member.participant_id
        if item.state not in agenda.ON_PAPER and not (own or member.organizes):
            raise NotFound(msg("common.not_found"))
        names = {
            person.id: f"{person.name}, {organisation.short_name}"
            for person, organisation in people.participants(work.session, meeting.series_id)
        }
        rows = agenda.versions(work.session, item.id)
        wordings = [wording(each) for each in rows]
        lines = [
            VersionLine(
                number=row.number,
                who=names.get(row.written_by, "") if row.written_by else "",
                at=row.written_at,
                wording=now,
                changes=changes(wordings[at - 1], now) if at else (),
            )
            for at, (row, now) in enumerate(zip(rows, wordings, strict=True))
        ]
        return ItemHistory(
            item.title,
            head(work, meeting).zone,
            tuple(reversed(lines)),
            tuple(
                RoundLine(each.meeting.number, each.item.state, each.item.reason)
                for each in reversed(rounds_before(work, item))
            ),
        )
