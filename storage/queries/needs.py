"""Organisations without which items can't be treated."""

from collections.abc import Collection, Sequence

from sqlmodel import Session, and_, col, delete, select

from storage.tables import AgendaItem, ItemParty, MeetingParty, Organisation
from storage.vocabulary import ItemId, MeetingId, OrganisationId


def of_meeting(
    session: Session, meeting_id: MeetingId
) -> Sequence[tuple[ItemId, Organisation, MeetingParty | None]]:
    """Who has to come for which item, with their place at the meeting if they have one."""
    invited = and_(
        col(MeetingParty.meeting_id) == meeting_id,
        col(MeetingParty.organisation_id) == col(Organisation.id),
    )
    rows = session.exec(
        select(ItemParty.item_id, Organisation, MeetingParty)
        .join(AgendaItem, col(AgendaItem.id) == col(ItemParty.item_id))
        .join(Organisation, col(Organisation.id) == col(ItemParty.organisation_id))
        .join(MeetingParty, invited, isouter=True)
        .where(col(AgendaItem.meeting_id) == meeting_id)
        .order_by(col(Organisation.id))
    ).all()
    return [(ItemId(item_id), organisation, party) for item_id, organisation, party in rows]


def of_item(session: Session, item_id: ItemId) -> Sequence[ItemParty]:
    return session.exec(select(ItemParty).where(col(ItemParty.item_id) == item_id)).all()


def require(
    session: Session,
    item_id: ItemId,
    organisations: Collection[OrganisationId],
    *,
    brought_by: ItemId | None = None,
) -> None:
    """Adds organisations to those without which an item can't be treated."""
    held = {each.organisation_id for each in of_item(session, item_id)}
    for each in sorted(set(organisations) - held):
        row = ItemParty(item_id=item_id, organisation_id=each, brought_by_id=brought_by)
        session.add(row)
    session.flush()


def release(session: Session, item_id: ItemId, organisations: Collection[OrganisationId]) -> None:
    """Without these an item can be treated."""
    session.execute(
        delete(ItemParty).where(
            col(ItemParty.item_id) == item_id,
            col(ItemParty.organisation_id).in_(organisations),
        )
    )


def take_along(session: Session, item_id: ItemId, from_id: ItemId) -> None:
    """An item no longer needs those whom a merged item brought."""
    session.execute(
        delete(ItemParty).where(
            col(ItemParty.item_id) == from_id, col(ItemParty.brought_by_id) == item_id
        )
    )


def merged_into(session: Session, item_id: ItemId) -> Sequence[AgendaItem]:
    return session.exec(
        select(AgendaItem)
        .where(col(AgendaItem.merged_into_id) == item_id)
        .order_by(col(AgendaItem.id))
    ).all()
