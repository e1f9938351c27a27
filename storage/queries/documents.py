"""Documents as they were sent."""

from collections.abc import Sequence

from sqlalchemy.orm import defer
from sqlmodel import Session, col, func, select

from storage.tables import Document, Meeting, Organisation, Series
from storage.vocabulary import DocumentId, DocumentKind, MeetingId


def get(session: Session, document_id: DocumentId) -> Document | None:
    return session.get(Document, document_id)


def last_version(session: Session, meeting_id: MeetingId, kind: DocumentKind) -> int:
    """The newest version of a kind of paper; 0 before the first."""
    return (
        session.exec(
            select(func.max(Document.version)).where(
                col(Document.meeting_id) == meeting_id, col(Document.kind) == kind
            )
        ).one()
        or 0
    )


def count(session: Session, meeting_id: MeetingId) -> int:
    return session.exec(
        select(func.count()).select_from(Document).where(col(Document.meeting_id) == meeting_id)
    ).one()


def of_meeting(session: Session, meeting_id: MeetingId) -> Sequence[Document]:
    """All papers of a meeting, oldest first; their bytes are read only where they are used."""
    return session.exec(
        select(Document)
        .where(col(Document.meeting_id) == meeting_id)
        .order_by(col(Document.id))
        .options(defer(col(Document.content)))  # type: ignore[arg-type]
    ).all()


def archive(
    session: Session,
) -> Sequence[tuple[Document, Meeting, Series, Organisation | None]]:
    """Every paper with its meeting, series and, for a separate meeting, the vendor."""
    return session.exec(
        select(Document, Meeting, Series, Organisation)
        .join(Meeting, col(Meeting.id) == col(Document.meeting_id))
        .join(Series, col(Series.id) == col(Meeting.series_id))
        .join(Organisation, col(Organisation.id) == col(Meeting.vendor_id), isouter=True)
        .order_by(col(Document.id))
    ).all()
