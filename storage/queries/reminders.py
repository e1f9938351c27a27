"""Digests: what a person was reminded of on a day."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from storage.tables import Digest, DigestLine, Participant
from storage.vocabulary import ActionId


def get(session: Session, digest_id: int) -> tuple[Digest, Participant] | None:
    return session.exec(
        select(Digest, Participant)
        .join(Participant, col(Participant.id) == col(Digest.participant_id))
        .where(col(Digest.id) == digest_id)
    ).one_or_none()


def of_person(session: Session, team: str, user: str, day: date) -> Digest | None:
    """The one digest of a person on a day, whichever series it began with."""
    return session.exec(
        select(Digest)
        .join(Participant, col(Participant.id) == col(Digest.participant_id))
        .where(col(Participant.team) == team, col(Participant.user) == user, col(Digest.day) == day)
    ).first()


def lines(session: Session, digest_id: int) -> Sequence[ActionId]:
    found = session.exec(
        select(DigestLine.action_id)
        .where(col(DigestLine.digest_id) == digest_id)
        .order_by(col(DigestLine.action_id))
    ).all()
    return [ActionId(each) for each in found]


def naming(session: Session, action_id: ActionId) -> Sequence[tuple[Digest, Participant]]:
    """Every digest that holds an action, with whom it went to."""
    return session.exec(
        select(Digest, Participant)
        .join(DigestLine, col(DigestLine.digest_id) == col(Digest.id))
        .join(Participant, col(Participant.id) == col(Digest.participant_id))
        .where(col(DigestLine.action_id) == action_id)
        .order_by(col(Digest.id))
    ).all()
