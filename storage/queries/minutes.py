"""Entries of minutes."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, func, select

from storage.queries.barrier import may_see
from storage.tables import ActionItem, Meeting, MinuteEntry
from storage.vocabulary import EntryId, ItemId, MeetingId, OrganisationId


def visible(
    session: Session, entry_id: EntryId, organisation: OrganisationId | None
) -> tuple[MinuteEntry, Meeting] | None:
    """An entry with its meeting, unless unknown or behind the barrier."""
    return session.exec(
        select(MinuteEntry, Meeting)
        .join(Meeting, col(Meeting.id) == col(MinuteEntry.meeting_id))
        .where(col(MinuteEntry.id) == entry_id, may_see(organisation))
    ).one_or_none()


def of_meeting(
    session: Session, meeting_id: MeetingId
) -> Sequence[tuple[MinuteEntry, ActionItem | None]]:
    """What stands in the minutes now, in order, with the promises that were made."""
    return session.exec(
        select(MinuteEntry, ActionItem)
        .join(ActionItem, col(ActionItem.id) == col(MinuteEntry.action_id), isouter=True)
        .where(col(MinuteEntry.meeting_id) == meeting_id, col(MinuteEntry.removed).is_(False))
        .order_by(col(MinuteEntry.position), col(MinuteEntry.id))
    ).all()


def last_position(session: Session, meeting_id: MeetingId) -> int:
    """Of all entries, removed ones too: an undone removal comes back to its place."""
    return (
        session.exec(
            select(func.max(MinuteEntry.position)).where(col(MinuteEntry.meeting_id) == meeting_id)
        ).one()
        or 0
    )


def counts(session: Session, meeting_id: MeetingId) -> Mapping[ItemId, int]:
    """How many entries stand under each item."""
    found = session.exec(
        select(MinuteEntry.item_id, func.count())
        .where(col(MinuteEntry.meeting_id) == meeting_id, col(MinuteEntry.removed).is_(False))
        .group_by(col(MinuteEntry.item_id))
    ).all()
    return {ItemId(item): count for item, count in found}
