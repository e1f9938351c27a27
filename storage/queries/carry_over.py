"""What lines of an agenda were carried over for."""

from collections.abc import Collection, Mapping, Sequence

from sqlmodel import Session, col, delete, select

from storage.queries.actions import Raised
from storage.tables import ActionItem, AgendaItem, GatheredAction, Meeting, Organisation
from storage.vocabulary import ActionId, ItemId, MeetingId


def gathered(session: Session, meeting_id: MeetingId) -> Mapping[ItemId, list[Raised]]:
    """Questions and actions by the line of a meeting's agenda that takes them up."""
    rows = session.exec(
        select(AgendaItem, ActionItem, Meeting, Organisation)
        .join(GatheredAction, col(GatheredAction.item_id) == col(AgendaItem.id))
        .join(ActionItem, col(ActionItem.id) == col(GatheredAction.action_id))
        .join(Meeting, col(Meeting.id) == col(ActionItem.meeting_id))
        .join(Organisation, col(Organisation.id) == col(ActionItem.owner_id))
        .where(col(AgendaItem.meeting_id) == meeting_id)
        .order_by(col(Meeting.starts_at), col(Meeting.id), col(ActionItem.sequence))
    ).all()
    found: dict[ItemId, list[Raised]] = {}
    for item, action, raised_at, owner in rows:
        found.setdefault(item.id, []).append(Raised(action, raised_at, owner, None))
    return found


def gather(session: Session, item_id: ItemId, actions: Collection[ActionId]) -> bool:
    """Has a line take up exactly these actions; whether that is a change."""
    held = session.exec(
        select(GatheredAction.action_id).where(col(GatheredAction.item_id) == item_id)
    ).all()
    if set(held) == set(actions):
        return False
    for action_id in set(actions) - set(held):
        session.add(GatheredAction(item_id=item_id, action_id=action_id))
    session.execute(
        delete(GatheredAction).where(
            col(GatheredAction.item_id) == item_id,
            col(GatheredAction.action_id).not_in(actions),
        )
    )
    return True


def of_item(session: Session, item_id: ItemId) -> Sequence[ActionId]:
    """The actions that a line takes up."""
    rows = session.exec(
        select(GatheredAction.action_id).where(col(GatheredAction.item_id) == item_id)
    ).all()
    return [ActionId(each) for each in rows]


def originals(
    session: Session, item_ids: Sequence[ItemId]
) -> Mapping[ItemId, tuple[AgendaItem, Meeting]]:
    """Items with their meetings, by id: what carried-over lines come from."""
    rows = session.exec(
        select(AgendaItem, Meeting)
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .where(col(AgendaItem.id).in_(item_ids))
    ).all()
    return {item.id: (item, meeting) for item, meeting in rows}
