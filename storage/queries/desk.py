"""Receipts, audit entries and cards. Jobs have a file of their own."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from storage.tables import AuditEntry, Card, Receipt
from storage.vocabulary import CardKind, CardRef, ChannelId


def take_receipt(session: Session, key: str, at: datetime) -> bool:
    """Notes that a request has its effect now; False if it had it before.

    A second transaction with the same key waits here until the first has ended. The row that
    comes back tells: on PostgreSQL the ORM's insert doesn't know how many rows it wrote.
    """
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    written = session.execute(
        insert(Receipt)
        .values(key=key, at=at)
        .on_conflict_do_nothing(index_elements=["key"])
        .returning(col(Receipt.key))
    )
    return written.first() is not None


def note(session: Session, entry: Mapping[str, Any]) -> None:
    """Appends to the audit trail."""
    session.add(AuditEntry(**entry))


def card(session: Session, ref: CardRef) -> Card | None:
    return session.exec(
        select(Card).where(
            col(Card.kind) == ref.kind,
            col(Card.subject) == ref.subject,
            col(Card.audience) == ref.audience,
        )
    ).one_or_none()


def card_at(session: Session, channel: ChannelId, ts: str) -> Card | None:
    """The card that a message is, if it is one."""
    return session.exec(
        select(Card).where(col(Card.channel) == channel, col(Card.ts) == ts)
    ).one_or_none()


def cards_of(session: Session, kind: CardKind, subject: int) -> Sequence[Card]:
    """Every place where one thing is shown."""
    return session.exec(
        select(Card).where(col(Card.kind) == kind, col(Card.subject) == subject)
    ).all()
