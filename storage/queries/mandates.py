"""Who speaks for which organisation."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, and_, col, select

from storage.tables import Mandate, Participant
from storage.vocabulary import (
    MandateId,
    OrganisationId,
    ParticipantId,
    Role,
    SeriesId,
)


def standing(
    session: Session, series_id: SeriesId, organisation: OrganisationId | None = None
) -> Sequence[tuple[Mandate, Participant]]:
    """Mandates not taken back, also past ones, of people who still belong to the organisation.

    For None those of all organisations of the series.
    """
    theirs = [] if organisation is None else [col(Mandate.organisation_id) == organisation]
    holds = and_(
        col(Participant.id) == col(Mandate.participant_id),
        col(Participant.organisation_id) == col(Mandate.organisation_id),
        col(Participant.active).is_(True),
        col(Participant.role) != Role.OBSERVER,
    )
    return session.exec(
        select(Mandate, Participant)
        .join(Participant, holds)
        .where(col(Mandate.series_id) == series_id, col(Mandate.ended_at).is_(None), *theirs)
        .order_by(col(Mandate.from_day), col(Mandate.id))
    ).all()


def get(session: Session, mandate_id: MandateId) -> Mandate | None:
    return session.get(Mandate, mandate_id)


def lay_down(session: Session, participant_id: ParticipantId, now: datetime) -> None:
    """Somebody speaks for nobody any longer."""
    for each in session.exec(
        select(Mandate).where(
            col(Mandate.participant_id) == participant_id, col(Mandate.ended_at).is_(None)
        )
    ).all():
        each.ended_at = now
        session.add(each)
