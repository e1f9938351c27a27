"""Entries written, changed and removed inside one transaction; the cards that show them."""

from bot import access
from bot.access import Member
from bot.cycle.steps import deadlines
from bot.cycle.steps.actions import follow_up, raise_action
from bot.errors import WrongMoment
from bot.inputs import promises
from bot.rules import minutes as rules
from bot.rules.actions import ActionDraft
from bot.rules.minutes import PROMISES, EntryDraft
from bot.texts import msg
from bot.work import Work
from storage.queries import actions, agenda, minutes
from storage.tables import ActionItem, AgendaItem, Meeting, MinuteEntry
from storage.vocabulary import (
    ActionState,
    CardKind,
    FollowUpKind,
    Language,
    PlanningDate,
)


def write(
    work: Work,
    member: Member,
    meeting: Meeting,
    item: AgendaItem,
    draft: EntryDraft,
    language: Language,
) -> MinuteEntry:
    """A new entry under an item; an action or question is raised with it."""
    rules.may_write(meeting.state)
    rules.checked(draft)
    kind = PROMISES.get(draft.kind)
    action: ActionItem | None = None
    if kind is not None and draft.owner_id is not None:
        promise = ActionDraft(
            kind,
            draft.text,
            draft.owner_id,
            asked_by=draft.asked_by,
            due=deadlines.read(work, draft.due, meeting, language),
            item_id=item.id,
        )
        action = raise_action(work, meeting, promise, by_id=member.participant_id)
    entry = MinuteEntry(
        meeting_id=meeting.id,
        item_id=item.id,
        position=minutes.last_position(work.session, meeting.id) + 1,
        kind=draft.kind,
        text=draft.text.strip(),
        author_id=member.participant_id,
        action_id=action.id if action else None,
        source=draft.source,
        written_at=work.now,
    )
    changed(work, "minutes.write", entry, meeting)
    return entry


def rewrite(
    work: Work,
    member: Member,
    meeting: Meeting,
    entry: MinuteEntry,
    item: AgendaItem,
    draft: EntryDraft,
    language: Language,
) -> None:
    """Changes an entry, and with it the promise that it made."""
    rules.may_write(meeting.state)
    rules.checked(draft)
    if entry.poll_id is not None:
        raise WrongMoment(msg("minutes.poll_stays"))
    if (entry.kind in PROMISES or draft.kind in PROMISES) and entry.kind is not draft.kind:
        raise WrongMoment(msg("minutes.kind_stays"), field="kind")
    entry.kind, entry.text, entry.item_id = draft.kind, draft.text.strip(), item.id
    raised = actions.visible(work.session, entry.action_id, None) if entry.action_id else None
    if raised is not None:
        _repromise(work, member, raised.action, meeting, draft, language)
        raised.action.item_id = item.id
    changed(work, "minutes.rewrite", entry, meeting)


def _repromise(
    work: Work,
    member: Member,
    action: ActionItem,
    meeting: Meeting,
    draft: EntryDraft,
    language: Language,
) -> None:
    due = _due(work, action.due, draft.due, meeting, language)
    action.text, action.asked_by = draft.text.strip(), draft.asked_by.strip()
    if draft.owner_id is not None and draft.owner_id != action.owner_id:
        action.owner_id, action.person_id = draft.owner_id, None
        follow_up(work, action, FollowUpKind.HANDED_OVER, by_id=member.participant_id)
    if due != action.due:
        action.due, action.due_day = due, due.last_day if due else None
        follow_up(work, action, FollowUpKind.RAISED, by_id=member.participant_id, due=due)
    work.session.add(action)


def _due(
    work: Work, held: PlanningDate | None, typed: str, meeting: Meeting, language: Language
) -> PlanningDate | None:
    """The typed date; one that was left as it stood stays, even if it has passed."""
    if held is not None and typed == promises.in_words(held, language):
        return held
    return deadlines.read(work, typed, meeting, language)


def set_removed(work: Work, member: Member, meeting: Meeting, entry: MinuteEntry) -> None:
    """Takes an entry out of the minutes or back in; its promise goes and comes with it."""
    rules.may_write(meeting.state)
    entry.removed = not entry.removed
    raised = actions.visible(work.session, entry.action_id, None) if entry.action_id else None
    if raised is not None:
        gone = entry.removed
        raised.action.state = ActionState.DROPPED if gone else ActionState.OPEN
        kind = FollowUpKind.DROPPED if gone else FollowUpKind.REOPENED
        follow_up(work, raised.action, kind, by_id=member.participant_id)
    if entry.removed:
        changed(work, "minutes.remove", entry, meeting)
    else:
        changed(work, "minutes.restore", entry, meeting)


def current(work: Work, meeting: Meeting) -> AgendaItem:
    """The item that is spoken of; without one there is nothing to write under."""
    for each in agenda.of_meeting(work.session, meeting.id):
        if each.id == meeting.current_item_id:
            return each
    raise WrongMoment(msg("minutes.no_current_item"))


def changed(work: Work, verb: str, entry: MinuteEntry, meeting: Meeting) -> None:
    """Audit entry and cards of an entry that changed."""
    work.session.add(entry)
    work.session.flush()
    work.note(
        verb,
        f"entry:{entry.id}",
        series=meeting.series_id,
        meeting=meeting.id,
        after={"kind": entry.kind.value, "item": entry.item_id, "version": entry.version},
    )
    show_panels(work, meeting)


def show_panels(work: Work, meeting: Meeting) -> None:
    """Brings every organiser's panel up to date, and posts it where it is missing."""
    for organizer in access.organizers(work, meeting):
        work.project(
            CardKind.PANEL,
            meeting.id,
            organizer.user,
            series=meeting.series_id,
            meeting=meeting.id,
        )
