"""A new item on an agenda, whoever puts it there."""

from bot.cycle.steps.placing import put_in_place
from bot.cycle.steps.telling import tell_organizers
from bot.cycle.steps.versions import keep
from bot.rules import items as rules
from bot.rules.items import ItemDraft
from bot.work import Work
from storage.queries import people, series
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import CardKind, ItemId, ItemOrigin, MeetingState, ParticipantId, Role


def propose(
    work: Work,
    meeting: Meeting,
    draft: ItemDraft,
    *,
    proposed_by: ParticipantId | None,
    parent_id: ItemId | None = None,
) -> AgendaItem:
    """Puts an item on the agenda, or, once that is sent, on the organiser's waiting list.

    In a series where the organiser takes every proposal first, it always waits.
    """
    moderated = waits(work, meeting, proposed_by)
    item = AgendaItem(
        meeting_id=meeting.id,
        parent_id=parent_id,
        position=0,
        title=draft.title.strip(),
        background=draft.background.strip(),
        purpose=draft.purpose,
        presenter=draft.presenter.strip(),
        minutes=draft.minutes,
        state=rules.state_of_new(meeting.state, waits=moderated),
        origin=ItemOrigin.NEW,
        proposed_by=proposed_by,
        source=draft.source,
        late=meeting.state is MeetingState.AGENDA_SENT,
        created_at=work.now,
    )
    put_in_place(work, item)
    keep(work, item, proposed_by, work.now)
    changed(work, "proposals.add", item, meeting)
    if moderated:
        tell_organizers(work, item, meeting)
    return item


def waits(work: Work, meeting: Meeting, proposed_by: ParticipantId | None) -> bool:
    """Whether an organiser has to take somebody's proposal first; not their own."""
    held = series.get(work.session, meeting.series_id)
    if held is None or not held.moderated:
        return False
    proposer = people.participant(work.session, proposed_by) if proposed_by else None
    return proposer is None or proposer.role is not Role.ORGANIZER


def changed(work: Work, verb: str, item: AgendaItem, meeting: Meeting) -> None:
    """Audit entry and card of an item that changed."""
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
