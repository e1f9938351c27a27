"""Matters that were put off, and the meetings on which each has stood."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, or_, select

from storage.tables import ActionItem, AgendaItem, Deferral, Meeting
from storage.vocabulary import (
    ItemId,
    ItemOrigin,
    ItemState,
    MeetingId,
    MeetingState,
    SeriesId,
)

_MATTERS = (ItemOrigin.NEW, ItemOrigin.DEFERRED)


@dataclass(frozen=True)
class Left:
    """An item that its meeting left to a later one."""

    item: AgendaItem
    meeting: Meeting
    deferral: Deferral | None
    action: ActionItem | None  # whose answer it waits for


@dataclass(frozen=True)
class Round:
    """A matter on one meeting's agenda."""

    item: AgendaItem
    meeting: Meeting


def left_for(session: Session, meeting: Meeting) -> list[Left]:
    """What earlier meetings of the same kind left that no other agenda has taken up, oldest first.

    Also what stands on this meeting's agenda already. Whether an item really comes back is for
    the rules to say.
    """
    earlier = and_(
        col(Meeting.series_id) == meeting.series_id,
        col(Meeting.scope) == meeting.scope,
        col(Meeting.number) < meeting.number,
    )
    return _left(session, earlier, but=meeting.id)


def waiting(session: Session, series_id: SeriesId, scope: int) -> list[Left]:
    """The same for all meetings of a kind: what stands on no later agenda."""
    of_kind = and_(col(Meeting.series_id) == series_id, col(Meeting.scope) == scope)
    return _left(session, of_kind, but=None)


def _left(session: Session, where: ColumnElement[bool], *, but: MeetingId | None) -> list[Left]:
    copy = aliased(AgendaItem)
    elsewhere = [] if but is None else [col(copy.meeting_id) != but]
    taken_up = exists().where(
        col(copy.carried_from_id) == col(AgendaItem.id), col(copy.moot).is_(False), *elsewhere
    )
    unsettled = or_(
        col(AgendaItem.state).in_((ItemState.DEFERRED, ItemState.CARRIED, ItemState.PROPOSED)),
        and_(
            col(AgendaItem.state) == ItemState.ACCEPTED,
            col(Meeting.state) == MeetingState.CANCELLED,
        ),
    )
    rows = session.exec(
        select(AgendaItem, Meeting, Deferral, ActionItem)
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .join(Deferral, col(Deferral.item_id) == col(AgendaItem.id), isouter=True)
        .join(ActionItem, col(ActionItem.id) == col(Deferral.action_id), isouter=True)
        .where(where, unsettled, col(AgendaItem.origin).in_(_MATTERS), ~taken_up)
        .order_by(col(Meeting.number), col(AgendaItem.position), col(AgendaItem.id))
    ).all()
    return [Left(*row) for row in rows]


def of(session: Session, item_id: ItemId) -> Deferral | None:
    return session.get(Deferral, item_id)


def conditions(session: Session, item_ids: Collection[ItemId]) -> Mapping[ItemId, Deferral]:
    """Why items were put off and when they come back, by item."""
    rows = session.exec(select(Deferral).where(col(Deferral.item_id).in_(item_ids))).all()
    return {each.item_id: each for each in rows}


def rounds(session: Session, first_ids: Collection[ItemId]) -> Mapping[ItemId, list[Round]]:
    """Every agenda on which matters have stood, by the matter's first item, oldest first."""
    rows = session.exec(
        select(AgendaItem, Meeting)
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .where(
            or_(col(AgendaItem.id).in_(first_ids), col(AgendaItem.first_id).in_(first_ids)),
            col(AgendaItem.moot).is_(False),
        )
        .order_by(col(Meeting.number), col(AgendaItem.id))
    ).all()
    found: dict[ItemId, list[Round]] = {}
    for item, meeting in rows:
        found.setdefault(item.first_id or item.id, []).append(Round(item, meeting))
    return found
