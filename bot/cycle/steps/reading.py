"""Rows → results that several features show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.cycle.steps import attendance, deferring, needs
from bot.cycle.steps.actions import reference
from bot.cycle.steps.links import read
from bot.cycle.steps.timing import items_until
from bot.results.agenda import Agenda, Brought, Comeback, ItemLine
from bot.results.attendance import PartyLine
from bot.results.meetings import MeetingHead
from bot.rules.agenda import minutes_in_all
from bot.rules.numbering import Line, numbered
from bot.work import Work
from storage.queries import agenda, carry_over, deferrals, documents, links, people, series
from storage.queries.actions import Raised
from storage.queries.deferrals import Round
from storage.tables import AgendaItem, ItemLink, Meeting
from storage.vocabulary import (
    AgendaChangeKind,
    ItemId,
    ItemOrigin,
    ItemState,
    OrganisationId,
    ParticipantId,
)


@dataclass(frozen=True)
class _Around:
    """What a line tells beside its own row."""

    names: Mapping[ParticipantId, str]
    originals: Mapping[ItemId, tuple[AgendaItem, Meeting]]
    gathered: Mapping[ItemId, list[Raised]]
    references: Mapping[ItemId, tuple[str, ...]]
    supporters: Mapping[ItemId, list[OrganisationId]]
    edited: set[ItemId]
    links: Mapping[ItemId, list[ItemLink]]
    brought: Mapping[ItemId, tuple[AgendaChangeKind, int]]
    comebacks: Mapping[ItemId, Comeback]
    rounds: Mapping[ItemId, list[Round]]
    needs: Mapping[ItemId, tuple[PartyLine, ...]]


def head(work: Work, meeting: Meeting) -> MeetingHead:
    """A meeting's head."""
    held = series.get(work.session, meeting.series_id)
    vendor = people.organisation(work.session, meeting.vendor_id) if meeting.vendor_id else None
    if held is None:
        message = f"meeting {meeting.id} without series"
        raise LookupError(message)
    return MeetingHead(
        id=meeting.id,
        series_id=held.id,
        series=held.name,
        number=meeting.number,
        title=meeting.title,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=meeting.place,
        format=meeting.format,
        vendor=vendor.short_name if vendor else "",
        state=meeting.state,
        channel=meeting.channel,
        language=held.language,
        zone=held.zone,
        version=meeting.version,
        items_until=items_until(meeting, held),
    )


def agenda_of(work: Work, meeting: Meeting) -> Agenda:
    """A meeting's agenda in printed order."""
    items = agenda.of_meeting(work.session, meeting.id, [*agenda.ON_PAPER, ItemState.PROPOSED])
    around = _around(work, meeting, items)
    on_paper = [each for each in items if each.state is not ItemState.PROPOSED]
    held = {each.id: each for each in on_paper}
    lines = tuple(
        _item_line(held[each.id], each.number, around) for each in numbered(map(_line, on_paper))
    )
    return Agenda(
        meeting=head(work, meeting),
        items=lines,
        waiting=tuple(
            _item_line(each, "", around) for each in items if each.state is ItemState.PROPOSED
        ),
        parties=attendance.of(work, meeting).parties,
        minutes=minutes_in_all((each.number, each.minutes, each.state) for each in lines),
        papers=documents.count(work.session, meeting.id),
        supplement=agenda.latest_supplement(work.session, meeting) if meeting.supplements else 0,
    )


def own_lines(
    work: Work, meeting: Meeting, participant: ParticipantId | None
) -> tuple[ItemLine, ...]:
    """What one person proposed for a meeting, whatever became of it; printed order first."""
    if participant is None:
        return ()
    everything = agenda.of_meeting(work.session, meeting.id, list(ItemState))
    numbers = _numbers(everything)
    own = [each for each in everything if each.proposed_by == participant and not each.moot]
    around = _around(work, meeting, own)
    placed = [each.id for each in numbered(map(_line, everything))]
    own.sort(key=lambda each: (each.id not in numbers, placed.index(each.id)))
    return tuple(_item_line(each, numbers.get(each.id, ""), around) for each in own)


def line_of(work: Work, item: AgendaItem, meeting: Meeting) -> ItemLine:
    """One item with its printed number."""
    numbers = _numbers(agenda.of_meeting(work.session, meeting.id))
    return _item_line(item, numbers.get(item.id, ""), _around(work, meeting, [item]))


def _numbers(items: Iterable[AgendaItem]) -> dict[ItemId, str]:
    on_paper = [each for each in items if each.state in agenda.ON_PAPER]
    return {each.id: each.number for each in numbered(map(_line, on_paper))}


def _around(work: Work, meeting: Meeting, items: Sequence[AgendaItem]) -> _Around:
    carried = [each.carried_from_id for each in items if each.carried_from_id is not None]
    gathered = carry_over.gathered(work.session, meeting.id)
    return _Around(
        names={
            person.id: f"{person.name}, {organisation.short_name}"
            for person, organisation in people.participants(work.session, meeting.series_id)
        },
        originals=carry_over.originals(work.session, carried) if carried else {},
        gathered=gathered,
        references={
            item_id: tuple(reference(work, each) for each in raised)
            for item_id, raised in gathered.items()
        },
        supporters=agenda.supporters(work.session, meeting.id),
        edited=agenda.edited(work.session, meeting.id),
        links=links.of_meeting(work.session, meeting.id),
        brought=agenda.brought(work.session, meeting) if meeting.supplements else {},
        comebacks=deferring.comebacks(work, items),
        rounds=_rounds(work, items),
        needs=needs.of(work, meeting),
    )


def _rounds(work: Work, items: Sequence[AgendaItem]) -> Mapping[ItemId, list[Round]]:
    matters = {each.first_id for each in items if each.first_id is not None}
    return deferrals.rounds(work.session, matters) if matters else {}


def rounds_before(work: Work, item: AgendaItem) -> list[Round]:
    """The earlier meetings at which a matter stood on the agenda, oldest first."""
    if item.first_id is None:
        return []
    known = deferrals.rounds(work.session, [item.first_id]).get(item.first_id, [])
    return [each for each in known if each.item.id < item.id and each.item.state in agenda.ON_PAPER]


def _rounds_until(item: AgendaItem, around: _Around) -> list[Round]:
    """Where a matter has stood, up to and including this item."""
    known = around.rounds.get(item.first_id or ItemId(0), [])
    return [
        each
        for each in known
        if each.item.id == item.id
        or (each.item.id < item.id and each.item.state in agenda.ON_PAPER)
    ]


def _item_line(item: AgendaItem, number: str, around: _Around) -> ItemLine:
    original, held_at = around.originals.get(item.carried_from_id or ItemId(0), (None, None))
    raised = around.gathered.get(item.id, [])
    rounds = _rounds_until(item, around)
    states = [each.item.state for each in rounds] or [item.state]
    if item.origin is ItemOrigin.OPEN_QUESTION and raised:
        held_at = raised[0].meeting
    return ItemLine(
        id=item.id,
        number=number,
        title=item.title,
        background=item.background,
        purpose=item.purpose,
        presenter=item.presenter,
        minutes=item.minutes,
        state=item.state,
        reason=item.reason,
        origin=item.origin,
        standing=item.standing,
        parent_id=item.parent_id,
        proposer_id=item.proposed_by,
        proposer=around.names.get(item.proposed_by, "") if item.proposed_by else "",
        late=item.late,
        source=item.source,
        version=item.version,
        carried_from=held_at.number if held_at else None,
        carried_reason=original.reason if original else "",
        gathers=around.references.get(item.id, ()),
        supporters=tuple(around.supporters.get(item.id, ())),
        edited=item.id in around.edited,
        links=read(around.links.get(item.id, ())),
        brought=Brought(*around.brought[item.id]) if item.id in around.brought else None,
        comeback=around.comebacks.get(item.id),
        raised_at=rounds[0].meeting.number if item.first_id is not None and rounds else None,
        times=len(states),
        put_off=states.count(ItemState.DEFERRED),
        needs=around.needs.get(item.id, ()),
    )


def _line(item: AgendaItem) -> Line:
    return Line(item.id, item.parent_id, item.position, item.standing, item.fixed_number)
