"""Actions inside one transaction: raised, followed up, and read for lists and papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.access import Member, Right
from bot.results.actions import ActionLine
from bot.rules import actions as rules
from bot.rules.actions import ActionDraft, Held
from bot.rules.numbering import action_reference
from bot.work import Work
from storage.queries import actions, meetings, people, reminders, series
from storage.queries.actions import Raised
from storage.tables import ActionItem, FollowUp, Meeting, Organisation, Participant
from storage.vocabulary import (
    ActionId,
    ActionState,
    CardKind,
    FollowUpKind,
    ParticipantId,
    PlanningDate,
    SeriesId,
)


def raise_action(
    work: Work, meeting: Meeting, draft: ActionDraft, *, by_id: ParticipantId | None = None
) -> ActionItem:
    """A new action with the meeting's next number.

    The meeting is held until the transaction ends, so that the numbers have no gaps.
    """
    work.session.flush()
    work.session.refresh(meeting, with_for_update=True)
    action = ActionItem(
        series_id=meeting.series_id,
        meeting_id=meeting.id,
        item_id=draft.item_id,
        sequence=meeting.next_action,
        kind=draft.kind,
        text=draft.text.strip(),
        owner_id=draft.owner_id,
        asked_by=draft.asked_by.strip(),
        due=draft.due,
        due_day=draft.due.last_day if draft.due else None,
        raised_at=work.now,
    )
    meeting.next_action += 1
    work.session.add_all([meeting, action])
    work.session.flush()
    follow_up(work, action, FollowUpKind.RAISED, by_id=by_id, due=draft.due)
    return action


def follow_up(
    work: Work,
    action: ActionItem,
    kind: FollowUpKind,
    *,
    text: str = "",
    by_id: ParticipantId | None = None,
    due: PlanningDate | None = None,
    meeting: Meeting | None = None,
) -> None:
    """One line of history, with its audit entry; digests that show the action follow."""
    work.session.add(action)
    work.session.flush()
    work.session.add(
        FollowUp(
            action_id=action.id,
            kind=kind,
            text=text,
            by_id=by_id,
            meeting_id=(meeting.id if meeting else None) or action.meeting_id,
            due=due,
            at=work.now,
        )
    )
    work.note(
        f"actions.{kind.value}",
        f"action:{action.id}",
        series=action.series_id,
        meeting=action.meeting_id,
        after={"state": action.state.value, "version": action.version},
    )
    for digest, person in reminders.naming(work.session, action.id):
        work.project(CardKind.DIGEST, digest.id, person.user, series=action.series_id)


def taken_up(work: Work, action: ActionItem, meeting: Meeting) -> None:
    """A meeting has the action on its agenda; saying it twice is once."""
    if not actions.taken_up(work.session, action.id, meeting.id):
        follow_up(work, action, FollowUpKind.TAKEN_UP, meeting=meeting)


def reference(work: Work, raised: Raised) -> str:
    """A-19-03."""
    meeting = raised.meeting
    vendor = people.organisation(work.session, meeting.vendor_id) if meeting.vendor_id else None
    return action_reference(
        meeting.number,
        raised.action.sequence,
        meeting.format,
        vendor.short_name if vendor else "",
    )


def line(work: Work, raised: Raised, member: Member) -> ActionLine:
    return lines(work, [raised], member)[0]


def lines(work: Work, raised: Sequence[Raised], member: Member) -> tuple[ActionLine, ...]:
    """Actions of one series as a member may see and answer them."""
    if not raised:
        return ()
    series_id = raised[0].action.series_id
    around = _Around(
        held=calendar(work, series_id),
        today=local_day(work, series_id),
        names={
            person.id: f"{person.name}, {organisation.short_name}"
            for person, organisation in people.participants(work.session, series_id)
        },
    )
    known = histories(work, raised)
    return tuple(
        _line(work, each, member, known.get(each.action.id, ()), around) for each in raised
    )


@dataclass(frozen=True)
class _Around:
    """What all lines of one series share."""

    held: Sequence[Held]
    today: date
    names: Mapping[ParticipantId, str]


def calendar(work: Work, series_id: SeriesId) -> list[Held]:
    """The series' meetings as due dates need them."""
    zone = zone_of(work, series_id)
    return [
        Held(meeting, scope, starts_at.astimezone(zone).date())
        for meeting, scope, starts_at in meetings.times(work.session, series_id)
    ]


def zone_of(work: Work, series_id: SeriesId) -> ZoneInfo:
    held = series.get(work.session, series_id)
    return ZoneInfo(held.zone if held else "UTC")


def local_day(work: Work, series_id: SeriesId) -> date:
    """Today where the series is at home."""
    return work.now.astimezone(zone_of(work, series_id)).date()


def histories(
    work: Work, raised: Sequence[Raised]
) -> Mapping[ActionId, list[tuple[FollowUp, Participant | None]]]:
    return actions.history(work.session, [each.action.id for each in raised])


def may_answer(member: Member, action: ActionItem) -> bool:
    """The owner's people speak for it, and the organiser in anybody's place."""
    if member.organizes:
        return True
    return member.organisation_id == action.owner_id and member.may(Right.PROPOSE)


def last_text(
    history: Sequence[tuple[FollowUp, Participant | None]], *kinds: FollowUpKind
) -> tuple[str, ParticipantId | None]:
    """The newest text of some kinds of follow-up, and who wrote it."""
    for each, _ in reversed(history):
        if each.kind in kinds and each.text:
            return each.text, each.by_id
    return "", None


def _line(
    work: Work,
    raised: Raised,
    member: Member,
    history: Sequence[tuple[FollowUp, Participant | None]],
    around: _Around,
) -> ActionLine:
    action = raised.action
    due_day = rules.due_day(action.due_day, action.meeting_id, around.held)
    raised_on = action.raised_at.astimezone(zone_of(work, action.series_id)).date()
    answer, answered_by = last_text(history, FollowUpKind.ANSWERED)
    reason, _ = last_text(history, FollowUpKind.BLOCKED, FollowUpKind.DROPPED)
    return ActionLine(
        id=action.id,
        reference=reference(work, raised),
        kind=action.kind,
        text=action.text,
        owner_id=raised.owner.id,
        owner=raised.owner.short_name,
        person=around.names.get(action.person_id, "") if action.person_id else "",
        asked_by=action.asked_by,
        due=action.due,
        due_day=due_day,
        overdue=due_day is not None and due_day < around.today and action.state in rules.UNFINISHED,
        state=action.state,
        meeting=raised.meeting.title,
        raised_on=raised_on,
        age=(around.today - raised_on).days,
        moved=sum(each.kind is FollowUpKind.MOVED for each, _ in history),
        answer=answer,
        answered_by=around.names.get(answered_by, "") if answered_by else "",
        refused=_refused(history),
        reason=reason if action.state in (ActionState.BLOCKED, ActionState.DROPPED) else "",
        may_answer=may_answer(member, action),
        organizes=member.organizes,
        version=action.version,
    )


def _refused(history: Sequence[tuple[FollowUp, Participant | None]]) -> bool:
    """Whether the owner said that it isn't theirs, and nothing was done about it since."""
    settled = (FollowUpKind.REFUSED, FollowUpKind.HANDED_OVER, FollowUpKind.REOPENED)
    last = [each.kind for each, _ in history if each.kind in settled]
    return bool(last) and last[-1] is FollowUpKind.REFUSED


def organisation_names(organisation: Organisation) -> tuple[str, ...]:
    """Everything that people call an organisation, the short name first."""
    return (organisation.short_name, organisation.name, organisation.product)
