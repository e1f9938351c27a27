"""Agenda items."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, and_, update
from sqlmodel import Session, col, func, select

from storage.queries.barrier import may_see
from storage.tables import AgendaChange, AgendaItem, ItemSupport, ItemVersion, Meeting
from storage.vocabulary import AgendaChangeKind, ItemId, ItemState, MeetingId, OrganisationId

ON_PAPER = (ItemState.ACCEPTED, ItemState.TREATED, ItemState.DEFERRED)


_SECOND = 2  # the version that an item has once it was changed


def visible(
    session: Session, item_id: ItemId, organisation: OrganisationId | None
) -> tuple[AgendaItem, Meeting] | None:
    """An item with its meeting, unless unknown or behind the barrier."""
    return session.exec(
        select(AgendaItem, Meeting)
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .where(col(AgendaItem.id) == item_id, may_see(organisation))
    ).one_or_none()


def of_meeting(
    session: Session, meeting_id: MeetingId, states: Sequence[ItemState] = ON_PAPER
) -> Sequence[AgendaItem]:
    """A meeting's items in stored order (parents and children mixed)."""
    return session.exec(
        select(AgendaItem)
        .where(col(AgendaItem.meeting_id) == meeting_id, col(AgendaItem.state).in_(states))
        .order_by(col(AgendaItem.position), col(AgendaItem.id))
    ).all()


def changes(
    session: Session, meeting: Meeting, supplement: int | None
) -> Sequence[tuple[AgendaChange, AgendaItem]]:
    """What a supplement tells of the agenda that is out, item by item, oldest first.

    For None what none has told yet; what changed before an agenda was taken back isn't news.
    """
    return session.exec(
        select(AgendaChange, AgendaItem)
        .join(AgendaItem, col(AgendaItem.id) == col(AgendaChange.item_id))
        .where(_told(meeting, supplement))
        .order_by(col(AgendaItem.id), col(AgendaChange.id))
    ).all()


def tell_changes(session: Session, meeting: Meeting, supplement: int) -> None:
    """Marks what none has told yet as told by this supplement; 0: nothing was left to tell."""
    session.execute(update(AgendaChange).where(_told(meeting, None)).values(supplement=supplement))


def latest_supplement(session: Session, meeting: Meeting) -> int:
    """The number of the latest supplement to the agenda that is out; 0 if it has none."""
    return (
        session.exec(
            select(func.max(AgendaChange.supplement)).where(
                col(AgendaChange.meeting_id) == meeting.id,
                col(AgendaChange.at) >= meeting.agenda_sent_at,
            )
        ).one()
        or 0
    )


def brought(session: Session, meeting: Meeting) -> Mapping[ItemId, tuple[AgendaChangeKind, int]]:
    """Lines that supplements to the agenda that is out told of as new or changed; the latest."""
    told = (AgendaChangeKind.CHANGED, AgendaChangeKind.ADDED)
    rows = session.exec(
        select(AgendaChange.item_id, AgendaChange.kind, AgendaChange.supplement)
        .where(
            col(AgendaChange.meeting_id) == meeting.id,
            col(AgendaChange.supplement) > 0,
            col(AgendaChange.at) >= meeting.agenda_sent_at,
            col(AgendaChange.kind).in_(told),
        )
        .order_by(col(AgendaChange.supplement), col(AgendaChange.id))
    ).all()
    found: dict[ItemId, tuple[AgendaChangeKind, int]] = {}
    for item_id, kind, number in rows:
        held = found.get(ItemId(item_id))
        if number is not None and (held is None or number > held[1]):  # what is new stays so
            found[ItemId(item_id)] = (AgendaChangeKind(kind), number)
    return found


def _told(meeting: Meeting, supplement: int | None) -> ColumnElement[bool]:
    return and_(
        col(AgendaChange.meeting_id) == meeting.id,
        col(AgendaChange.supplement).is_not_distinct_from(supplement),
        col(AgendaChange.at) >= meeting.agenda_sent_at,
    )


def fix_number(session: Session, item: AgendaItem, number: str | None) -> None:
    """Gives an item the number that it keeps, or takes that away; its version stays."""
    session.execute(
        update(AgendaItem)
        .where(col(AgendaItem.id) == item.id)
        .values(fixed_number=number)
        .execution_options(synchronize_session="evaluate")
    )


def supporters(session: Session, meeting_id: MeetingId) -> Mapping[ItemId, list[OrganisationId]]:
    """Who supports which item of a meeting."""
    rows = session.exec(
        select(ItemSupport.item_id, ItemSupport.organisation_id)
        .join(AgendaItem, col(AgendaItem.id) == col(ItemSupport.item_id))
        .where(col(AgendaItem.meeting_id) == meeting_id)
        .order_by(col(ItemSupport.given_at), col(ItemSupport.organisation_id))
    ).all()
    found: dict[ItemId, list[OrganisationId]] = {}
    for item_id, organisation_id in rows:
        found.setdefault(ItemId(item_id), []).append(OrganisationId(organisation_id))
    return found


def take_support_back(session: Session, item_id: ItemId, organisation_id: OrganisationId) -> bool:
    """Whether there was any."""
    held = session.get(ItemSupport, (item_id, organisation_id))
    if held is None:
        return False
    session.delete(held)
    return True


def place(session: Session, item: AgendaItem, parent_id: ItemId | None, position: int) -> None:
    """Moves an item on its agenda.

    Its version stays: it guards what people wrote, and somebody who is just writing an item
    isn't to be refused because another one came before it.
    """
    if (item.parent_id, item.position) == (parent_id, position):
        return
    session.execute(
        update(AgendaItem)
        .where(col(AgendaItem.id) == item.id)
        .values(parent_id=parent_id, position=position)
        .execution_options(synchronize_session="evaluate")
    )


def share_support(session: Session, from_id: ItemId, to_id: ItemId) -> None:
    """Who supports one item supports the other too."""
    held = session.exec(select(ItemSupport).where(col(ItemSupport.item_id) == from_id)).all()
    for each in held:
        if session.get(ItemSupport, (to_id, each.organisation_id)) is None:
            session.add(
                ItemSupport(
                    item_id=to_id,
                    organisation_id=each.organisation_id,
                    given_by=each.given_by,
                    given_at=each.given_at,
                )
            )


def versions(session: Session, item_id: ItemId) -> Sequence[ItemVersion]:
    """An item's wordings, the first first."""
    return session.exec(
        select(ItemVersion)
        .where(col(ItemVersion.item_id) == item_id)
        .order_by(col(ItemVersion.number))
    ).all()


def edited(session: Session, meeting_id: MeetingId) -> set[ItemId]:
    """Items of a meeting that have been worded anew."""
    rows = session.exec(
        select(ItemVersion.item_id)
        .join(AgendaItem, col(AgendaItem.id) == col(ItemVersion.item_id))
        .where(col(AgendaItem.meeting_id) == meeting_id, col(ItemVersion.number) == _SECOND)
    ).all()
    return {ItemId(each) for each in rows}
