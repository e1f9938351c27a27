"""Meetings and their parties. Lists go through the barrier."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Integer, bindparam
from sqlmodel import Session, col, func, or_, select

from storage.queries.barrier import may_see
from storage.tables import Meeting, MeetingParty, Organisation
from storage.vocabulary import MeetingId, MeetingState, OrganisationId, SeriesId

# Built once: nearly everything that anybody does begins with this question.
_ONE = select(Meeting).where(col(Meeting.id) == bindparam("meeting", type_=Integer))
_ONE_SEEN = _ONE.where(may_see(bindparam("organisation", type_=Integer)))


def visible(
    session: Session, meeting_id: MeetingId, organisation: OrganisationId | None
) -> Meeting | None:
    """The meeting, unless it is unknown or behind the barrier (organisation None: Referent)."""
    if organisation is None:
        return session.exec(_ONE, params={"meeting": meeting_id}).one_or_none()
    seen = {"meeting": meeting_id, "organisation": organisation}
    return session.exec(_ONE_SEEN, params=seen).one_or_none()


def of_series(
    session: Session, series_id: SeriesId, organisation: OrganisationId | None
) -> Sequence[Meeting]:
    """Newest first."""
    return session.exec(
        select(Meeting)
        .where(col(Meeting.series_id) == series_id, may_see(organisation))
        .order_by(col(Meeting.starts_at).desc(), col(Meeting.id).desc())
    ).all()


def ahead(
    session: Session, series_id: SeriesId, organisation: OrganisationId | None, now: datetime
) -> Sequence[Meeting]:
    """Meetings that aren't over, soonest first.

    A cancelled one stays until its time has passed: the cancellation may be taken back.
    """
    return session.exec(
        select(Meeting)
        .where(
            col(Meeting.series_id) == series_id,
            col(Meeting.state) != MeetingState.APPROVED,
            or_(col(Meeting.state) != MeetingState.CANCELLED, col(Meeting.starts_at) > now),
            may_see(organisation),
        )
        .order_by(col(Meeting.starts_at), col(Meeting.id))
    ).all()


def times(session: Session, series_id: SeriesId) -> Sequence[tuple[MeetingId, int, datetime]]:
    """Id, scope and start of every meeting that isn't cancelled, behind no barrier: only days
    are computed from it.
    """
    rows = session.exec(
        select(Meeting.id, Meeting.scope, Meeting.starts_at).where(
            col(Meeting.series_id) == series_id, col(Meeting.state) != MeetingState.CANCELLED
        )
    ).all()
    return [(MeetingId(meeting), scope, starts_at) for meeting, scope, starts_at in rows]


def upcoming(
    session: Session, series_id: SeriesId, organisation: OrganisationId | None
) -> Meeting | None:
    """The first meeting that isn't approved or cancelled: the one people talk about."""
    over = (MeetingState.APPROVED, MeetingState.CANCELLED)
    return session.exec(
        select(Meeting)
        .where(
            col(Meeting.series_id) == series_id,
            col(Meeting.state).not_in(over),
            may_see(organisation),
        )
        .order_by(col(Meeting.starts_at), col(Meeting.id))
        .limit(1)
    ).one_or_none()


def taking_items(
    session: Session, series_id: SeriesId, organisation: OrganisationId | None
) -> Sequence[Meeting]:
    """Meetings whose agenda may still grow, soonest first."""
    growing = (MeetingState.PLANNED, MeetingState.COLLECTING, MeetingState.AGENDA_SENT)
    return session.exec(
        select(Meeting)
        .where(
            col(Meeting.series_id) == series_id,
            col(Meeting.state).in_(growing),
            may_see(organisation),
        )
        .order_by(col(Meeting.starts_at), col(Meeting.id))
    ).all()


def last_number(session: Session, series_id: SeriesId, scope: int) -> int:
    """The highest number given in a scope (0 joint, else the vendor); 0 if none."""
    return (
        session.exec(
            select(func.max(Meeting.number)).where(
                col(Meeting.series_id) == series_id, col(Meeting.scope) == scope
            )
        ).one()
        or 0
    )


def before(session: Session, meeting: Meeting) -> Meeting | None:
    """The latest earlier meeting of the same scope that took place."""
    return session.exec(
        select(Meeting)
        .where(
            col(Meeting.series_id) == meeting.series_id,
            col(Meeting.scope) == meeting.scope,
            col(Meeting.number) < meeting.number,
            col(Meeting.state) != MeetingState.CANCELLED,
        )
        .order_by(col(Meeting.number).desc())
        .limit(1)
    ).one_or_none()


def after(session: Session, meeting: Meeting) -> Meeting | None:
    """The next meeting of the same scope, whatever has become of it but cancelled."""
    return session.exec(
        select(Meeting)
        .where(
            col(Meeting.series_id) == meeting.series_id,
            col(Meeting.scope) == meeting.scope,
            col(Meeting.number) > meeting.number,
            col(Meeting.state) != MeetingState.CANCELLED,
        )
        .order_by(col(Meeting.number))
        .limit(1)
    ).one_or_none()


def growing_before(session: Session, meeting: Meeting) -> Sequence[Meeting]:
    """Earlier meetings of the same scope whose agenda isn't sent yet, soonest first."""
    return session.exec(
        select(Meeting)
        .where(
            col(Meeting.series_id) == meeting.series_id,
            col(Meeting.scope) == meeting.scope,
            col(Meeting.number) < meeting.number,
            col(Meeting.state).in_((MeetingState.PLANNED, MeetingState.COLLECTING)),
        )
        .order_by(col(Meeting.number))
    ).all()


def following(session: Session, meeting: Meeting) -> Meeting | None:
    """The next meeting of the same scope that is only planned so far."""
    return session.exec(
        select(Meeting)
        .where(
            col(Meeting.series_id) == meeting.series_id,
            col(Meeting.scope) == meeting.scope,
            col(Meeting.starts_at) > meeting.starts_at,
            col(Meeting.state) == MeetingState.PLANNED,
        )
        .order_by(col(Meeting.starts_at), col(Meeting.id))
        .limit(1)
    ).one_or_none()


def parties(session: Session, meeting_id: MeetingId) -> Sequence[tuple[MeetingParty, Organisation]]:
    """Who is invited, with what they answered."""
    return session.exec(
        select(MeetingParty, Organisation)
        .join(Organisation, col(Organisation.id) == col(MeetingParty.organisation_id))
        .where(col(MeetingParty.meeting_id) == meeting_id)
        .order_by(col(Organisation.id))
    ).all()
