"""What people without a mandate said."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from storage.queries.barrier import may_see
from storage.tables import Meeting, Participant, Remark
from storage.vocabulary import OrganisationId, RemarkId, SeriesId


def get(session: Session, remark_id: RemarkId) -> Remark | None:
    return session.get(Remark, remark_id)


def of_organisation(
    session: Session,
    series_id: SeriesId,
    organisation: OrganisationId,
    *,
    reader: OrganisationId | None,
    most: int,
) -> Sequence[tuple[Remark, Meeting, Participant]]:
    """The newest that weren't taken back, about meetings that the reader may know of."""
    return session.exec(
        select(Remark, Meeting, Participant)
        .join(Meeting, col(Meeting.id) == col(Remark.meeting_id))
        .join(Participant, col(Participant.id) == col(Remark.participant_id))
        .where(
            col(Meeting.series_id) == series_id,
            col(Remark.organisation_id) == organisation,
            col(Remark.withdrawn_at).is_(None),
            may_see(reader),
        )
        .order_by(col(Remark.id).desc())
        .limit(most)
    ).all()
