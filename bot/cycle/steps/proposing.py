"""A new item on an agenda, whoever puts it there."""

from bot.cycle.steps import links, needing, needs
from bot.cycle.steps.placing import put_in_place
from bot.cycle.steps.telling import tell_organizers
from bot.cycle.steps.timing import items_until
from bot.cycle.steps.versions import keep
from bot.rules import items as rules
from bot.rules.items import ItemDraft
from bot.work import Work
from storage.queries import people, series
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import CardKind, ItemId, ItemOrigin, ParticipantId, Role


def propose(
    work: Work,
    meeting: Meeting,
    draft: ItemDraft,
    *,
    proposed_by: ParticipantId | None,
    parent_id: ItemId | None = None,
) -> AgendaItem:
    """Puts an item on the agenda, or, if it comes late, on the organiser's waiting list.

    In a series where the organiser takes every proposal first, it always waits.
    """
    until = items_until(meeting, series.of_meeting(work.session, meeting))
    late = rules.comes_late(meeting.state, until, work.now)
    held_back = waits(work, meeting, proposed_by, late=late)
    item = AgendaItem(
        meeting_id=meeting.id,
        parent_id=parent_id,
        position=0,
        title=draft.title.strip(),
        background=draft.background.strip(),
        purpose=draft.purpose,
        presenter=draft.presenter.strip(),
        minutes=draft.minutes,
        state=rules.state_of_new(meeting.state, waits=held_back),
        origin=ItemOrigin.NEW,
        proposed_by=proposed_by,
        source=draft.source,
        late=late,
        created_at=work.now,
    )
    put_in_place(work, item)
    links.put(work, item, draft.links)
    keep(work, item, proposed_by, work.now)
    needs.require(work, item, meeting, draft.needs)
    changed(work, "proposals.add", item, meeting)
    if held_back:
        tell_organizers(work, item, meeting)
    return item


def waits(
    work: Work, meeting: Meeting, proposed_by: ParticipantId | None, *, late: bool = False
) -> bool:
    """Whether an organiser has to take somebody's proposal first; not their own."""
    if not (late or series.of_meeting(work.session, meeting).moderated):
        return False
    proposer = people.participant(work.session, proposed_by) if proposed_by else None
    return proposer is None or proposer.role is not Role.ORGANIZER


def changed(work: Work, verb: str, item: AgendaItem, meeting: Meeting) -> None:
    """Audit entry and cards of an item that changed."""
    work.session.flush()
    work.note(
        verb,
        f"item:{item.id}",
        series=meeting.series_id,
        meeting=meeting.id,
        after={"state": item.state.value, "version": item.version},
    )
    if meeting.channel:
        work.project(
            CardKind.AGENDA,
            meeting.id,
            meeting.channel,
            series=meeting.series_id,
            meeting=meeting.id,
        )
    needing.notice(work, meeting)
