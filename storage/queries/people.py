"""Participants, organisations and requests to take part."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from storage.tables import JoinRequest, Organisation, Participant, Series
from storage.vocabulary import (
    JoinRequestId,
    JoinState,
    OrganisationId,
    ParticipantId,
    Person,
    Role,
    SeriesId,
    Tenant,
)


def member(
    session: Session, series_id: SeriesId, person: Person
) -> tuple[Participant, Organisation] | None:
    """A person's place in a series, with the organisation; None if unknown or gone."""
    return session.exec(
        select(Participant, Organisation)
        .join(Organisation, col(Organisation.id) == col(Participant.organisation_id))
        .where(
            col(Participant.series_id) == series_id,
            col(Participant.team) == person.team,
            col(Participant.user) == person.user,
            col(Participant.active).is_(True),
        )
    ).one_or_none()


def participants(
    session: Session, series_id: SeriesId
) -> Sequence[tuple[Participant, Organisation]]:
    """Everybody who takes part now, by organisation and name."""
    return session.exec(
        select(Participant, Organisation)
        .join(Organisation, col(Organisation.id) == col(Participant.organisation_id))
        .where(col(Participant.series_id) == series_id, col(Participant.active).is_(True))
        .order_by(col(Organisation.id), col(Participant.name))
    ).all()


def organizers(session: Session, series_id: SeriesId) -> Sequence[Participant]:
    return session.exec(
        select(Participant)
        .where(
            col(Participant.series_id) == series_id,
            col(Participant.role) == Role.ORGANIZER,
            col(Participant.active).is_(True),
        )
        .order_by(col(Participant.id))
    ).all()


def contacts(
    session: Session, series_id: SeriesId, organisation_id: OrganisationId
) -> Sequence[Participant]:
    """Who answers and votes for an organisation."""
    return session.exec(
        select(Participant)
        .where(
            col(Participant.series_id) == series_id,
            col(Participant.organisation_id) == organisation_id,
            col(Participant.is_contact).is_(True),
            col(Participant.active).is_(True),
        )
        .order_by(col(Participant.id))
    ).all()


def anywhere(session: Session, person: Person) -> Participant | None:
    """Some place of a person in any series: enough to know their language."""
    return session.exec(
        select(Participant)
        .where(col(Participant.team) == person.team, col(Participant.user) == person.user)
        .order_by(col(Participant.active).desc(), col(Participant.id))
        .limit(1)
    ).one_or_none()


def known(session: Session, series_id: SeriesId, person: Person) -> Participant | None:
    """A person's row in a series, also when they no longer take part."""
    return session.exec(
        select(Participant).where(
            col(Participant.series_id) == series_id,
            col(Participant.team) == person.team,
            col(Participant.user) == person.user,
        )
    ).one_or_none()


def places(session: Session, tenant: Tenant, person: Person) -> Sequence[Participant]:
    """All of a person's rows inside one tenant, one a series."""
    return session.exec(
        select(Participant)
        .join(Series, col(Series.id) == col(Participant.series_id))
        .where(
            col(Series.tenant) == tenant,
            col(Participant.team) == person.team,
            col(Participant.user) == person.user,
        )
        .order_by(col(Participant.id))
    ).all()


def by_user(session: Session, tenant: Tenant, user: str) -> Participant | None:
    """Somebody by the user id alone, as deliveries name them, inside one tenant."""
    return session.exec(
        select(Participant)
        .join(Series, col(Series.id) == col(Participant.series_id))
        .where(col(Series.tenant) == tenant, col(Participant.user) == user)
        .order_by(col(Participant.active).desc(), col(Participant.id))
        .limit(1)
    ).one_or_none()


def participant(session: Session, participant_id: ParticipantId) -> Participant | None:
    return session.get(Participant, participant_id)


def organisation(session: Session, organisation_id: OrganisationId) -> Organisation | None:
    return session.get(Organisation, organisation_id)


def organisations_of_tenant(session: Session, tenant: Tenant) -> Sequence[Organisation]:
    return session.exec(
        select(Organisation)
        .where(col(Organisation.tenant) == tenant)
        .order_by(col(Organisation.short_name))
    ).all()


def join_request(session: Session, request_id: JoinRequestId) -> JoinRequest | None:
    return session.get(JoinRequest, request_id)


def join_request_of(session: Session, series_id: SeriesId, person: Person) -> JoinRequest | None:
    return session.exec(
        select(JoinRequest).where(
            col(JoinRequest.series_id) == series_id,
            col(JoinRequest.team) == person.team,
            col(JoinRequest.user) == person.user,
        )
    ).one_or_none()


def requests_waiting(session: Session, series_id: SeriesId) -> Sequence[JoinRequest]:
    """Requests that an organiser has to answer, oldest first."""
    return session.exec(
        select(JoinRequest)
        .where(
            col(JoinRequest.series_id) == series_id,
            col(JoinRequest.state) == JoinState.WAITING,
        )
        .order_by(col(JoinRequest.id))
    ).all()
