"""Rows → results that several features show."""

from collections.abc import Iterable, Mapping

from bot.results.agenda import Agenda, ItemLine
from bot.results.meetings import MeetingHead
from bot.rules.numbering import Line, numbered
from bot.work import Work
from storage.queries import agenda, people, series
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import ItemId, ItemState, ParticipantId


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
    )


def agenda_of(work: Work, meeting: Meeting) -> Agenda:
    """A meeting's agenda in printed order."""
    on_paper = agenda.of_meeting(work.session, meeting.id)
    waiting = agenda.of_meeting(work.session, meeting.id, [ItemState.PROPOSED])
    names = _names(work, meeting)
    return Agenda(
        meeting=head(work, meeting),
        items=tuple(in_printed_order(on_paper, names)),
        waiting=tuple(item_line(each, "", names) for each in waiting),
    )


def line_of(work: Work, item: AgendaItem, meeting: Meeting) -> ItemLine:
    """One item with its printed number."""
    on_paper = agenda.of_meeting(work.session, meeting.id)
    numbers = {each.id: each.number for each in numbered(map(_line, on_paper))}
    return item_line(item, numbers.get(item.id, ""), _names(work, meeting))


def in_printed_order(
    items: Iterable[AgendaItem], names: Mapping[ParticipantId, str]
) -> list[ItemLine]:
    held: dict[ItemId, AgendaItem] = {each.id: each for each in items}
    return [
        item_line(held[each.id], each.number, names) for each in numbered(map(_line, held.values()))
    ]


def item_line(item: AgendaItem, number: str, names: Mapping[ParticipantId, str]) -> ItemLine:
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
        proposer=names.get(item.proposed_by, "") if item.proposed_by else "",
        late=item.late,
        source=item.source,
        version=item.version,
    )


def _line(item: AgendaItem) -> Line:
    return Line(item.id, item.parent_id, item.position, item.standing)


def _names(work: Work, meeting: Meeting) -> dict[ParticipantId, str]:
    return {
        person.id: f"{person.name}, {organisation.short_name}"
        for person, organisation in people.participants(work.session, meeting.series_id)
    }
