"""Files and pages that belong to agenda items."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, col, delete, select

from storage.tables import AgendaItem, ItemLink
from storage.vocabulary import ItemId, MeetingId


def of_meeting(session: Session, meeting_id: MeetingId) -> Mapping[ItemId, list[ItemLink]]:
    """By item, in their order."""
    rows = session.exec(
        select(ItemLink)
        .join(AgendaItem, col(AgendaItem.id) == col(ItemLink.item_id))
        .where(col(AgendaItem.meeting_id) == meeting_id)
        .order_by(col(ItemLink.position), col(ItemLink.id))
    ).all()
    found: dict[ItemId, list[ItemLink]] = {}
    for row in rows:
        found.setdefault(row.item_id, []).append(row)
    return found


def of_item(session: Session, item_id: ItemId) -> Sequence[ItemLink]:
    return session.exec(
        select(ItemLink)
        .where(col(ItemLink.item_id) == item_id)
        .order_by(col(ItemLink.position), col(ItemLink.id))
    ).all()


def put(session: Session, item: AgendaItem, wanted: Mapping[str, str]) -> None:
    """Gives an item exactly these links (address → title), in their order.

    The item counts as changed with them: who has an older version before them is refused.
    """
    held = {each.url: each for each in of_item(session, item.id)}
    if [(url, each.title) for url, each in held.items()] == list(wanted.items()):
        return
    for url, each in held.items():
        if url not in wanted:
            session.delete(each)
    for position, (url, title) in enumerate(wanted.items(), start=1):
        row = held.get(url) or ItemLink(item_id=item.id, url=url, position=position)
        row.title, row.position = title, position
        session.add(row)
    flag_modified(item, "title")
    session.flush()


def share(session: Session, from_id: ItemId, to_id: ItemId, *, merged: bool = False) -> None:
    """What one item has goes to the other too; `merged`: to be taken back from it once."""
    held = of_item(session, to_id)
    known, last = {each.url for each in held}, len(held)
    for each in of_item(session, from_id):
        if each.url not in known:
            last += 1
            session.add(
                ItemLink(
                    item_id=to_id,
                    position=last,
                    title=each.title,
                    url=each.url,
                    brought_by_id=from_id if merged else None,
                )
            )
    session.flush()


def take_back(session: Session, from_id: ItemId, brought_by: ItemId) -> None:
    """An item loses what another one brought along."""
    session.execute(
        delete(ItemLink).where(
            col(ItemLink.item_id) == from_id, col(ItemLink.brought_by_id) == brought_by
        )
    )
