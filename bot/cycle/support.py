"""Organisations support items, and the organiser may order the agenda by it."""

from collections.abc import Sequence

from bot import access
from bot.access import Member, Right
from bot.cycle.steps.meetings import show
from bot.cycle.steps.placing import in_row
from bot.cycle.steps.proposing import changed
from bot.cycle.steps.reading import agenda_of, head
from bot.errors import NotAllowed
from bot.ports import Asker
from bot.results.agenda import Sorted, SupportList
from bot.rules import agenda as agenda_rules
from bot.rules import items as rules
from bot.rules import ordering
from bot.rules.numbering import Line, in_order
from bot.texts import msg
from bot.work import House, Work
from storage.queries import agenda
from storage.tables import AgendaItem, ItemSupport, Meeting
from storage.vocabulary import ItemId, ItemState, MeetingId


def listed(house: House, meeting_id: MeetingId, *, by: Asker) -> SupportList:
    """What the asker's organisation may support, and what it does."""
    with house.look(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.PROPOSE)
        return _listed(work, meeting, member)


def switch(house: House, item_id: ItemId, *, by: Asker) -> SupportList:
    """Supports an item for the asker's organisation, or takes that back."""
    with house.work(by) as work:
        member, item, meeting = access.item(work, item_id, Right.PROPOSE)
        if member.organisation_id is None:
            raise NotAllowed(msg("proposals.not_supportable"))
        rules.may_support(item.state, item.standing, meeting.state)
        if not agenda.take_support_back(work.session, item.id, member.organisation_id):
            work.session.add(
                ItemSupport(
                    item_id=item.id,
                    organisation_id=member.organisation_id,
                    given_by=member.participant_id,
                    given_at=work.now,
                )
            )
        changed(work, "support.switch", item, meeting)
        return _listed(work, meeting, member)


def sort(house: House, meeting_id: MeetingId, *, by: Asker) -> Sorted:
    """Puts the items in order of support, once; standing items keep their places.

    Items with equally many supporters keep their order, and sub-items follow theirs.
    """
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        voices = {
            item: len(each) for item, each in agenda.supporters(work.session, meeting.id).items()
        }
        before = [each.id for each in _top(work, meeting) if each.standing is None]
        wanted = sorted(before, key=lambda item: -voices.get(item, 0))
        _put(work, meeting, wanted)
        moved = tuple(before) if wanted != before else ()
        return Sorted(agenda_of(work, meeting), moved)


def unsort(house: House, meeting_id: MeetingId, before: Sequence[ItemId], *, by: Asker) -> Sorted:
    """Puts the items back in the order before; what came since stays where it is."""
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        _put(work, meeting, before)
        return Sorted(agenda_of(work, meeting), ())


def _put(work: Work, meeting: Meeting, wanted: Sequence[ItemId]) -> None:
    agenda_rules.may_order(meeting.state)
    work.session.refresh(meeting, with_for_update=True)  # of two who order, one waits
    rows = {each.id: each for each in _top(work, meeting)}
    placed = ordering.in_slots(list(rows), wanted)
    in_row(work, [rows[each] for each in placed], None)
    work.session.flush()
    work.note(
        "support.sort",
        f"meeting:{meeting.id}",
        series=meeting.series_id,
        meeting=meeting.id,
        after={"order": placed},
    )
    show(work, meeting)


def _top(work: Work, meeting: Meeting) -> list[AgendaItem]:
    """The first level as it is printed."""
    rows = {
        each.id: each
        for each in agenda.of_meeting(work.session, meeting.id)
        if each.parent_id is None
    }
    lines = in_order(Line(row.id, None, row.position, row.standing) for row in rows.values())
    return [rows[line.id] for line in lines]


def _listed(work: Work, meeting: Meeting, member: Member) -> SupportList:
    work.session.flush()
    shown = agenda_of(work, meeting)
    items = tuple(
        each for each in shown.items if each.standing is None and each.state is ItemState.ACCEPTED
    )
    return SupportList(head(work, meeting), items, member.organisation_id)
