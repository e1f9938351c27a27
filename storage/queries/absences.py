"""Organisations that stay away from a meeting, and the items that wait for them."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, or_, select

from storage.tables import Absence, AgendaItem, Deferral
from storage.vocabulary import AbsenceId, DeferReason, ItemId, MeetingId, OrganisationId


def get(session: Session, absence_id: AbsenceId) -> Absence | None:
    return session.get(Absence, absence_id)


def of_meeting(session: Session, meeting_id: MeetingId) -> Sequence[Absence]:
    """Those that the organisers were told of, in that order."""
    return session.exec(
        select(Absence).where(col(Absence.meeting_id) == meeting_id).order_by(col(Absence.id))
    ).all()


def waited_for(
    session: Session, items: Sequence[AgendaItem]
) -> Mapping[ItemId, set[OrganisationId]]:
    """For whom the matters of these items were put off at earlier meetings."""
    firsts = {each.first_id for each in items if each.first_id is not None}
    if not firsts:
        return {}
    matter = or_(col(AgendaItem.id).in_(firsts), col(AgendaItem.first_id).in_(firsts))
    rows = session.exec(
        select(AgendaItem, Deferral)
        .join(Deferral, col(Deferral.item_id) == col(AgendaItem.id))
        .where(
            matter,
            col(Deferral.reason) == DeferReason.PARTY_ABSENT,
            col(Deferral.party_id).is_not(None),
        )
    ).all()
    found: dict[ItemId, set[OrganisationId]] = {}
    for earlier, deferral in rows:
        for each in items:
            if each.first_id == (earlier.first_id or earlier.id) and deferral.party_id:
                found.setdefault(each.id, set()).add(deferral.party_id)
    return found
