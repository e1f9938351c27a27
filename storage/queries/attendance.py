"""What organisations and people answered, and who was there."""

from collections.abc import Collection, Mapping, Sequence

from sqlmodel import Session, col, select

from storage.tables import Attendee, MeetingParty, Participant
from storage.vocabulary import AttendanceState, MeetingId, OrganisationId, ParticipantId


def party(
    session: Session, meeting_id: MeetingId, organisation_id: OrganisationId
) -> MeetingParty | None:
    return session.exec(
        select(MeetingParty).where(
            col(MeetingParty.meeting_id) == meeting_id,
            col(MeetingParty.organisation_id) == organisation_id,
        )
    ).one_or_none()


def answers(
    session: Session, meeting_ids: Collection[MeetingId], organisation_id: OrganisationId
) -> Mapping[MeetingId, AttendanceState]:
    """What an organisation answered for several meetings."""
    rows = session.exec(
        select(MeetingParty).where(
            col(MeetingParty.meeting_id).in_(meeting_ids),
            col(MeetingParty.organisation_id) == organisation_id,
        )
    ).all()
    return {each.meeting_id: each.state for each in rows}


def attendee(
    session: Session, meeting_id: MeetingId, participant_id: ParticipantId
) -> Attendee | None:
    return session.get(Attendee, (meeting_id, participant_id))


def people(session: Session, meeting_id: MeetingId) -> Sequence[tuple[Attendee, Participant]]:
    """Whoever answered or was there, by organisation and name; also those who have left since."""
    return session.exec(
        select(Attendee, Participant)
        .join(Participant, col(Attendee.participant_id) == col(Participant.id))
        .where(col(Attendee.meeting_id) == meeting_id)
        .order_by(col(Participant.organisation_id), col(Participant.name))
    ).all()
