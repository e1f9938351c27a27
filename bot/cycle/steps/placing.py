"""An item's place on its agenda."""

from collections.abc import Callable, Sequence

from bot.rules.numbering import Line, in_order, place_for_new
from bot.work import Work
from storage.queries import agenda
from storage.tables import AgendaItem
from storage.vocabulary import ItemId, ItemState

PlaceAmong = Callable[[Sequence[Line]], int]
"""Index at which an item enters its ordered siblings."""


def put_in_place(work: Work, item: AgendaItem, place: PlaceAmong = place_for_new) -> None:
    """Gives an item its place among its siblings and numbers their positions anew."""
    work.session.add(item)
    work.session.flush()
    rows = _siblings(work, item)
    rows.insert(place([_line(each) for each in rows]), item)
    _number(work, rows)


def put_last(work: Work, item: AgendaItem) -> None:
    """Behind everything that has a number already, so that no number changes."""
    put_in_place(work, item, len)


def let_up(work: Work, item: AgendaItem) -> None:
    """Before an item leaves the agenda: its sub-items move up into its place."""
    everything = agenda.of_meeting(work.session, item.meeting_id, list(ItemState))
    children = sorted(
        (each for each in everything if each.parent_id == item.id),
        key=lambda each: each.position,
    )
    if not children:
        return
    siblings = [*_siblings(work, item), item]
    rows = _ordered(siblings)
    index = rows.index(item)
    for child in children:
        child.parent_id = item.parent_id
    _number(work, [*rows[:index], *children, *rows[index:]])


def _siblings(work: Work, item: AgendaItem) -> list[AgendaItem]:
    return _ordered(
        [
            each
            for each in agenda.of_meeting(work.session, item.meeting_id, list(ItemState))
            if each.parent_id == item.parent_id and each.id != item.id
        ]
    )


def _ordered(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    held: dict[ItemId, AgendaItem] = {each.id: each for each in items}
    return [held[line.id] for line in in_order(_line(each) for each in items)]


def _number(work: Work, rows: Sequence[AgendaItem]) -> None:
    for position, row in enumerate(rows, start=1):
        if row.position != position:
            row.position = position
        work.session.add(row)
    work.session.flush()


def _line(item: AgendaItem) -> Line:
    return Line(item.id, None, item.position, item.standing)
