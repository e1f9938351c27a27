"""An item's place on its agenda."""

from bot.rules.numbering import Line, in_order, place_for_new
from bot.work import Work
from storage.queries import agenda
from storage.tables import AgendaItem
from storage.vocabulary import ItemState


def put_in_place(work: Work, item: AgendaItem) -> None:
    """Gives an item its place among its siblings and numbers their positions anew."""
    work.session.add(item)
    work.session.flush()
    others = {
        each.id: each
        for each in agenda.of_meeting(work.session, item.meeting_id, list(ItemState))
        if each.parent_id == item.parent_id and each.id != item.id
    }
    ordered = in_order(
        Line(each.id, None, each.position, each.standing) for each in others.values()
    )
    rows = [others[line.id] for line in ordered]
    rows.insert(place_for_new(ordered), item)
    for position, row in enumerate(rows, start=1):
        if row.position != position:
            row.position = position
            work.session.add(row)
    work.session.flush()
