"""Remarks on drafts."""

from collections.abc import Sequence

from sqlmodel import Session, col, func, select

from storage.queries.barrier import may_see
from storage.tables import Comment, Meeting, Organisation, Participant
from storage.vocabulary import CommentId, CommentState, MeetingId, OrganisationId


def visible(
    session: Session, comment_id: CommentId, organisation: OrganisationId | None
) -> tuple[Comment, Meeting] | None:
    """A comment with its meeting, unless unknown or behind the barrier."""
    return session.exec(
        select(Comment, Meeting)
        .join(Meeting, col(Meeting.id) == col(Comment.meeting_id))
        .where(col(Comment.id) == comment_id, may_see(organisation))
    ).one_or_none()


def of_meeting(
    session: Session, meeting_id: MeetingId
) -> Sequence[tuple[Comment, Participant, Organisation]]:
    """Oldest first, with who wrote them."""
    return session.exec(
        select(Comment, Participant, Organisation)
        .join(Participant, col(Participant.id) == col(Comment.author_id))
        .join(Organisation, col(Organisation.id) == col(Participant.organisation_id))
        .where(col(Comment.meeting_id) == meeting_id)
        .order_by(col(Comment.id))
    ).all()


def still_open(session: Session, meeting_id: MeetingId) -> int:
    return session.exec(
        select(func.count())
        .select_from(Comment)
        .where(col(Comment.meeting_id) == meeting_id, col(Comment.state) == CommentState.OPEN)
    ).one()
