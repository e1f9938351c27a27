"""Actions and their history. Lists go through the barrier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, or_, select

from storage.queries.barrier import may_see
from storage.tables import ActionItem, AgendaItem, FollowUp, Meeting, Organisation, Participant
from storage.vocabulary import (
    ActionId,
    ActionState,
    FollowUpKind,
    MeetingId,
    OrganisationId,
    SeriesId,
)


@dataclass(frozen=True)
class Raised:
    """An action with where it was raised and who owes it."""

    action: ActionItem
    meeting: Meeting
    owner: Organisation
    item: AgendaItem | None


def visible(
    session: Session, action_id: ActionId, organisation: OrganisationId | None
) -> Raised | None:
    """An action, unless unknown or behind the barrier of its meeting."""
    found = session.exec(
        select(ActionItem, Meeting, Organisation, AgendaItem)
        .join(Meeting, col(Meeting.id) == col(ActionItem.meeting_id))
        .join(Organisation, col(Organisation.id) == col(ActionItem.owner_id))
        .join(AgendaItem, col(AgendaItem.id) == col(ActionItem.item_id), isouter=True)
        .where(col(ActionItem.id) == action_id, may_see(organisation))
    ).one_or_none()
    return Raised(*found) if found else None


def of_series(
    session: Session,
    series_id: SeriesId,
    organisation: OrganisationId | None,
    *,
    states: Sequence[ActionState],
    owner: OrganisationId | None = None,
) -> list[Raised]:
    """Actions that people of an organisation may see, by day due; those of one owner only."""
    query = (
        select(ActionItem, Meeting, Organisation, AgendaItem)
        .join(Meeting, col(Meeting.id) == col(ActionItem.meeting_id))
        .join(Organisation, col(Organisation.id) == col(ActionItem.owner_id))
        .join(AgendaItem, col(AgendaItem.id) == col(ActionItem.item_id), isouter=True)
        .where(
            col(ActionItem.series_id) == series_id,
            col(ActionItem.state).in_(states),
            may_see(organisation),
        )
        .order_by(col(Meeting.starts_at), col(Meeting.id), col(ActionItem.sequence))
    )
    if owner is not None:
        query = query.where(col(ActionItem.owner_id) == owner)
    return [Raised(*found) for found in session.exec(query).all()]


def for_meeting(session: Session, meeting: Meeting, states: Sequence[ActionState]) -> list[Raised]:
    """What a meeting follows up: its own kind's actions, and its vendor's from joint meetings."""
    concerns = or_(
        col(Meeting.scope) == meeting.scope,
        (col(Meeting.scope) == 0) & (col(ActionItem.owner_id) == meeting.vendor_id),
    )
    query = (
        select(ActionItem, Meeting, Organisation, AgendaItem)
        .join(Meeting, col(Meeting.id) == col(ActionItem.meeting_id))
        .join(Organisation, col(Organisation.id) == col(ActionItem.owner_id))
        .join(AgendaItem, col(AgendaItem.id) == col(ActionItem.item_id), isouter=True)
        .where(
            col(ActionItem.series_id) == meeting.series_id,
            col(ActionItem.state).in_(states),
            col(Meeting.starts_at) <= meeting.starts_at,
            concerns,
        )
        .order_by(col(Meeting.starts_at), col(Meeting.id), col(ActionItem.sequence))
    )
    return [Raised(*found) for found in session.exec(query).all()]


def history(
    session: Session, action_ids: Sequence[ActionId]
) -> Mapping[ActionId, list[tuple[FollowUp, Participant | None]]]:
    """Everything that happened to some actions, oldest first, with who did it."""
    found: dict[ActionId, list[tuple[FollowUp, Participant | None]]] = {}
    rows = session.exec(
        select(FollowUp, Participant)
        .join(Participant, col(Participant.id) == col(FollowUp.by_id), isouter=True)
        .where(col(FollowUp.action_id).in_(action_ids))
        .order_by(col(FollowUp.id))
    ).all()
    for follow_up, person in rows:
        found.setdefault(follow_up.action_id, []).append((follow_up, person))
    return found


def taken_up(session: Session, action_id: ActionId, meeting_id: MeetingId) -> bool:
    """Whether a meeting is known to have taken an action up."""
    return (
        session.exec(
            select(FollowUp.id).where(
                col(FollowUp.action_id) == action_id,
                col(FollowUp.meeting_id) == meeting_id,
                col(FollowUp.kind) == FollowUpKind.TAKEN_UP,
            )
        ).first()
        is not None
    )
