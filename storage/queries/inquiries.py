"""Questions that are asked in private."""

from collections.abc import Sequence

from sqlmodel import Session, col, func, or_, select

from storage.tables import Inquiry, Meeting, Organisation
from storage.vocabulary import (
    InquiryId,
    InquiryState,
    MeetingId,
    MeetingState,
    ParticipantId,
    SeriesId,
)


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


def of_meeting(
    session: Session, meeting_id: MeetingId
) -> Sequence[tuple[Inquiry, Organisation | None]]:
    """Those given to all that a meeting's minutes print, in order, with who answered."""
    return session.exec(
        select(Inquiry, Organisation)
        .join(Organisation, col(Organisation.id) == col(Inquiry.answered_by_id), isouter=True)
        .where(
            col(Inquiry.meeting_id) == meeting_id,
            col(Inquiry.state) == InquiryState.PUBLISHED,
        )
        .order_by(col(Inquiry.number))
    ).all()


def without_paper(session: Session, series_id: SeriesId) -> Sequence[Inquiry]:
    """Those given to all that no meeting prints, or one that was cancelled."""
    return session.exec(
        select(Inquiry)
        .join(Meeting, col(Meeting.id) == col(Inquiry.meeting_id), isouter=True)
        .where(
            col(Inquiry.series_id) == series_id,
            col(Inquiry.state) == InquiryState.PUBLISHED,
            or_(
                col(Inquiry.meeting_id).is_(None),
                col(Meeting.state) == MeetingState.CANCELLED,
            ),
        )
        .order_by(col(Inquiry.number))
    ).all()


def own_of(
    session: Session, series_id: SeriesId, asker: ParticipantId, most: int
) -> Sequence[Inquiry]:
    """What somebody asked and waits, or was answered to them alone; newest first."""
    return session.exec(
        select(Inquiry)
        .where(
            col(Inquiry.series_id) == series_id,
            col(Inquiry.asked_by) == asker,
            col(Inquiry.state).in_((InquiryState.ASKED, InquiryState.ANSWERED)),
        )
        .order_by(col(Inquiry.id).desc())
        .limit(most)
    ).all()


def last_number(session: Session, series_id: SeriesId) -> int:
    """The highest number of a published answer; 0 if none."""
    highest = select(func.max(Inquiry.number)).where(col(Inquiry.series_id) == series_id)
    return session.exec(highest).one() or 0
