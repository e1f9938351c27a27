"""Questions that are asked in private."""

from collections.abc import Sequence

from sqlmodel import Session, col, func, select

from storage.tables import Inquiry, Organisation
from storage.vocabulary import InquiryId, InquiryState, ParticipantId, SeriesId


def get(session: Session, inquiry_id: InquiryId) -> Inquiry | None:
    return session.get(Inquiry, inquiry_id)


def published(
    session: Session, series_id: SeriesId, most: int
) -> Sequence[tuple[Inquiry, Organisation | None]]:
    """Those given to all, newest first, with who answered."""
    return session.exec(
        select(Inquiry, Organisation)
        .join(Organisation, col(Organisation.id) == col(Inquiry.answered_by_id), isouter=True)
        .where(
            col(Inquiry.series_id) == series_id,
            col(Inquiry.state) == InquiryState.PUBLISHED,
        )
        .order_by(col(Inquiry.number).desc())
        .limit(most)
    ).all()


def open_of(session: Session, series_id: SeriesId, asker: ParticipantId) -> Sequence[Inquiry]:
    """What somebody asked and nobody has answered yet."""
    return session.exec(
        select(Inquiry)
        .where(
            col(Inquiry.series_id) == series_id,
            col(Inquiry.asked_by) == asker,
            col(Inquiry.state) == InquiryState.ASKED,
        )
        .order_by(col(Inquiry.id))
    ).all()


def last_number(session: Session, series_id: SeriesId) -> int:
    """The highest number of a published answer; 0 if none."""
    highest = select(func.max(Inquiry.number)).where(col(Inquiry.series_id) == series_id)
    return session.exec(highest).one() or 0
