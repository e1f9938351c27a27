"""The organiser puts an agenda in order."""

from collections.abc import Collection, Mapping, Sequence

from bot import access
from bot.access import Member, Right
from bot.cycle.steps.meetings import show
from bot.cycle.steps.placing import in_row, put_in_place, siblings
from bot.cycle.steps.reading import agenda_of, head, line_of
from bot.errors import WrongMoment
from bot.ports import Asker
from bot.results.agenda import Agenda, ItemPanel
from bot.rules import agenda as agenda_rules
from bot.rules import ordering as rules
from bot.rules.numbering import Line, numbered
from bot.rules.ordering import Wish
from bot.texts import msg
from bot.work import House, Work
from storage.queries import agenda
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import ItemId, ItemState, MeetingId


def read(house: House, meeting_id: MeetingId, *, by: Asker) -> Agenda:
    """The agenda in its order, for the dialog in which that is changed."""
    with house.look(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        agenda_rules.may_order(meeting.state)
        return agenda_of(work, meeting)


def panel(house: House, item_id: ItemId, *, by: Asker) -> ItemPanel:
    """One item with its neighbours, as the organiser works on it."""
    with house.look(by) as work:
        member, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        return _panel(work, item, meeting, member)


def move(house: House, item_id: ItemId, steps: int, *, by: Asker) -> ItemPanel:
    """Moves an item up (negative) or down among those of its level, as far as they go."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.ORGANIZE)
        agenda_rules.may_order(meeting.state)
        _hold(work, meeting)
        rows = siblings(work, item, agenda.ON_PAPER)
        if item not in rows:
            raise WrongMoment(msg("agenda.not_on_paper", title=item.title))
        index = rows.index(item)
        rows.insert(max(0, index + steps), rows.pop(index))
        in_row(work, rows, item.parent_id)
        _ordered(work, meeting)
        return _panel(work, item, meeting, member)


def arrange(
    house: House,
    meeting_id: MeetingId,
    shown: Mapping[ItemId, str],
    typed: Mapping[ItemId, str],
    *,
    by: Asker,
) -> Agenda:
    """Puts the whole agenda in the order that was typed.

    `shown` are the numbers that the organiser had before them; items that came since stay
    where new ones go.
    """
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        agenda_rules.may_order(meeting.state)
        _hold(work, meeting)
        rows = {
            each.id: each for each in agenda.of_meeting(work.session, meeting.id, list(ItemState))
        }
        known = {item_id: number for item_id, number in shown.items() if item_id in rows}
        _unless_reordered(rows, known)
        wishes = [
            Wish(item_id, number, typed.get(item_id) or number, rows[item_id].standing)
            for item_id, number in known.items()
        ]
        _put(work, rows, rules.arranged(wishes))
        _ordered(work, meeting)
        return agenda_of(work, meeting)


def _put(work: Work, rows: Mapping[ItemId, AgendaItem], places: Sequence[rules.Place]) -> None:
    above = {place.id: place.parent_id for place in places}
    for place in places:
        agenda.place(work.session, rows[place.id], place.parent_id, place.position)
    newcomers = [
        row for row in rows.values() if row.id not in above and row.state in agenda.ON_PAPER
    ]
    for newcomer in newcomers:
        parent = newcomer.parent_id
        agenda.place(work.session, newcomer, above.get(parent) or parent if parent else None, 0)
        put_in_place(work, newcomer)


def _unless_reordered(rows: Mapping[ItemId, AgendaItem], shown: Mapping[ItemId, str]) -> None:
    """Refuses when somebody else has changed the order of what was shown.

    Numbers may have moved on for a new item's sake; only who follows whom, and under which
    item, counts.
    """
    on_paper = [row for row in rows.values() if row.state in agenda.ON_PAPER]
    now = {
        each.id: each.number
        for each in numbered(
            Line(row.id, row.parent_id, row.position, row.standing) for row in on_paper
        )
    }
    still = {item_id for item_id in shown if item_id in now}
    if _shape(shown, still) != _shape(now, still):
        raise WrongMoment(msg("ordering.changed_meanwhile"))


def _shape(
    numbers: Mapping[ItemId, str], still: Collection[ItemId]
) -> list[tuple[ItemId, ItemId | None]]:
    """Those still there in printed order, each with the item above it."""
    held = {number: item_id for item_id, number in numbers.items()}
    placed = sorted(held, key=lambda number: [int(part) for part in number.split(".")])
    return [
        (held[number], held.get(number.partition(".")[0]) if "." in number else None)
        for number in placed
        if held[number] in still
    ]


def _panel(work: Work, item: AgendaItem, meeting: Meeting, member: Member) -> ItemPanel:
    lines = agenda_of(work, meeting).items
    beside = [each for each in lines if each.id in {row.id for row in siblings(work, item)}]
    index = next((at for at, each in enumerate(beside) if each.id == item.id), None)
    named = [f"{each.number} {each.title}" for each in beside]
    return ItemPanel(
        item=line_of(work, item, meeting),
        meeting=head(work, meeting),
        before=named[index - 1] if index else "",
        after=named[index + 1] if index is not None and index + 1 < len(named) else "",
        mine=item.proposed_by in (None, member.participant_id),
    )


def _hold(work: Work, meeting: Meeting) -> None:
    """Of two who order at once, one waits and then sees what the other did."""
    work.session.flush()
    work.session.refresh(meeting, with_for_update=True)


def _ordered(work: Work, meeting: Meeting) -> None:
    work.session.flush()
    work.note(
        "agenda.order",
        f"meeting:{meeting.id}",
        series=meeting.series_id,
        meeting=meeting.id,
        after={"order": [each.id for each in agenda.of_meeting(work.session, meeting.id)]},
    )
    show(work, meeting)
