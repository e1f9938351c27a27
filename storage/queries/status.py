"""Status rounds and reports."""

from collections.abc import Sequence

from sqlmodel import Session, col, or_, select

from storage.queries.barrier import may_see
from storage.tables import (
    Meeting,
    Organisation,
    Participant,
    StatusReport,
    StatusRound,
    StatusTopic,
)
from storage.vocabulary import (
    MeetingId,
    MeetingState,
    OrganisationId,
    RoundId,
    SeriesId,
    TopicId,
)

BEFORE_ITS_END = (
    MeetingState.PLANNED,
    MeetingState.COLLECTING,
    MeetingState.AGENDA_SENT,
    MeetingState.IN_SESSION,
)
"""While a meeting is in one of these states, answers can be given and corrected."""


def topic(session: Session, topic_id: TopicId) -> StatusTopic | None:
    return session.get(StatusTopic, topic_id)


def visible(
    session: Session, round_id: RoundId, organisation: OrganisationId | None
) -> tuple[StatusRound, Meeting] | None:
    """A round with its meeting, unless unknown or behind the barrier."""
    return session.exec(
        select(StatusRound, Meeting)
        .join(Meeting, col(Meeting.id) == col(StatusRound.meeting_id))
        .where(col(StatusRound.id) == round_id, may_see(organisation))
    ).one_or_none()


def lock(session: Session, asked: StatusRound) -> None:
    """Holds a round until the transaction ends: answers of two contacts come one by one."""
    session.exec(select(StatusRound).where(col(StatusRound.id) == asked.id).with_for_update()).one()


def rounds(session: Session, meeting_id: MeetingId) -> Sequence[StatusRound]:
    """Everything asked before a meeting, by organisation and solution."""
    return session.exec(
        select(StatusRound)
        .join(StatusTopic, col(StatusTopic.id) == col(StatusRound.topic_id))
        .where(col(StatusRound.meeting_id) == meeting_id)
        .order_by(col(StatusRound.organisation_id), col(StatusTopic.position), col(StatusTopic.id))
    ).all()


def running(
    session: Session, series_id: SeriesId, organisation: OrganisationId | None
) -> Sequence[tuple[StatusRound, Meeting]]:
    """Rounds of meetings that an organisation may see and that aren't over, soonest first."""
    return session.exec(
        select(StatusRound, Meeting)
        .join(Meeting, col(Meeting.id) == col(StatusRound.meeting_id))
        .where(
            col(Meeting.series_id) == series_id,
            col(Meeting.state).in_(BEFORE_ITS_END),
            may_see(organisation),
        )
        .order_by(col(Meeting.starts_at), col(StatusRound.id))
    ).all()


def reports(
    session: Session,
    topic_id: TopicId,
    organisation: OrganisationId,
    scopes: Sequence[int],
) -> Sequence[tuple[StatusReport, Participant, Organisation, Meeting | None]]:
    """What was said of one vendor's plan for one solution, oldest first: who said it, and
    for which meeting (None: known before the first one).

    Only meetings of the given scopes (0 joint, else a vendor): what a vendor says in its
    separate meetings isn't read out in joint ones.
    """
    return session.exec(
        select(StatusReport, Participant, Organisation, Meeting)
        .join(Participant, col(Participant.id) == col(StatusReport.by_id))
        .join(Organisation, col(Organisation.id) == col(Participant.organisation_id))
        .join(Meeting, col(Meeting.id) == col(StatusReport.meeting_id), isouter=True)
        .where(
            col(StatusReport.topic_id) == topic_id,
            col(StatusReport.organisation_id) == organisation,
            or_(col(StatusReport.meeting_id).is_(None), col(Meeting.scope).in_(scopes)),
        )
        .order_by(col(StatusReport.reported_at), col(StatusReport.id))
    ).all()
