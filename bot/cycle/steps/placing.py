"""An item's place on its agenda."""

from collections.abc import Callable, Sequence

from bot.rules.numbering import Line, in_order, numbered, place_for_new
from bot.work import Work
from storage.queries import agenda
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import ItemId, ItemState

PlaceAmong = Callable[[Sequence[Line]], int]
"""Index at which an item enters its ordered siblings."""


def put_in_place(work: Work, item: AgendaItem, place: PlaceAmong = place_for_new) -> None:
    """Gives an item its place among its siblings and numbers their positions anew."""
    work.session.add(item)
    work.session.flush()
    rows = [each for each in siblings(work, item) if each.id != item.id]
    rows.insert(place([_line(each) for each in rows]), item)
    in_row(work, rows, item.parent_id)


def fix_numbers(work: Work, meeting: Meeting) -> None:
    """Gives each line on paper that has none yet the number that it keeps.

    A number is given once: also those of lines that have left the paper are taken.
    """
    work.session.flush()
    rows = {
        each.id: each
        for each in agenda.of_meeting(work.session, meeting.id, list(ItemState))
        if each.fixed_number or each.state in agenda.ON_PAPER
    }
    lines = [
        Line(row.id, row.parent_id, row.position, row.standing, row.fixed_number)
        for row in rows.values()
    ]
    for line in numbered(lines):
        if rows[line.id].fixed_number is None:
            agenda.fix_number(work.session, rows[line.id], line.number)


def free_numbers(work: Work, meeting: Meeting) -> None:
    """An agenda taken back is numbered by its order again."""
    for row in agenda.of_meeting(work.session, meeting.id, list(ItemState)):
        agenda.fix_number(work.session, row, None)


def siblings(
    work: Work, item: AgendaItem, states: Sequence[ItemState] = tuple(ItemState)
) -> list[AgendaItem]:
    """The items beside an item and itself, as they are printed."""
    return _ordered(
        [
            each
            for each in agenda.of_meeting(work.session, item.meeting_id, states)
            if each.parent_id == item.parent_id
        ]
    )


def in_row(work: Work, rows: Sequence[AgendaItem], parent_id: ItemId | None) -> None:
    """Makes items the children of one parent, in this order."""
    for position, row in enumerate(rows, start=1):
        agenda.place(work.session, row, parent_id, position)


def let_up(work: Work, item: AgendaItem) -> None:
    """Before an item leaves the agenda: its sub-items move up into its place."""
    everything = agenda.of_meeting(work.session, item.meeting_id, list(ItemState))
    children = _ordered([each for each in everything if each.parent_id == item.id])
    if not children:
        return
    rows = siblings(work, item)
    index = rows.index(item)
    in_row(work, [*rows[:index], *children, *rows[index:]], item.parent_id)


def _ordered(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    held: dict[ItemId, AgendaItem] = {each.id: each for each in items}
    return [held[line.id] for line in in_order(_line(each) for each in items)]


def _line(item: AgendaItem) -> Line:
    return Line(item.id, None, item.position, item.standing)
