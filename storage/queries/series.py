"""Series, their organisations and standing items."""

from collections.abc import Iterable, Sequence

from sqlmodel import Session, col, select

from storage.tables import (
    Meeting,
    Organisation,
    Participant,
    Series,
    SeriesOrganisation,
    StandingItem,
    StatusReport,
    StatusRound,
    StatusTopic,
)
from storage.vocabulary import ChannelId, Person, SeriesId, Tenant, TopicId


def get(session: Session, series_id: SeriesId) -> Series | None:
    return session.get(Series, series_id)


def of_meeting(session: Session, meeting: Meeting) -> Series:
    return session.exec(select(Series).where(col(Series.id) == meeting.series_id)).one()


def lock(session: Session, series: Series) -> None:
    """Holds a series until the transaction ends, as it stands now: others wait.

    SQLite ignores FOR UPDATE; there a writer is alone anyway.
    """
    session.flush()
    session.refresh(series, with_for_update=True)


def in_channel(session: Session, tenant: Tenant, channel: ChannelId) -> Series | None:
    """The series whose own channel it is."""
    return session.exec(
        select(Series).where(col(Series.tenant) == tenant, col(Series.channel) == channel)
    ).one_or_none()


def meeting_in_channel(session: Session, tenant: Tenant, channel: ChannelId) -> Meeting | None:
    """The newest separate meeting that is held in a group or private channel."""
    return session.exec(
        select(Meeting)
        .join(Series, col(Series.id) == col(Meeting.series_id))
        .where(
            col(Series.tenant) == tenant,
            col(Meeting.channel) == channel,
            col(Meeting.vendor_id).is_not(None),
        )
        .order_by(col(Meeting.starts_at).desc(), col(Meeting.id).desc())
        .limit(1)
    ).one_or_none()


def of_person(session: Session, tenant: Tenant, person: Person) -> Sequence[Series]:
    """Series in which the person takes part, by name."""
    return session.exec(
        select(Series)
        .join(Participant, col(Participant.series_id) == col(Series.id))
        .where(
            col(Series.tenant) == tenant,
            col(Participant.team) == person.team,
            col(Participant.user) == person.user,
            col(Participant.active).is_(True),
        )
        .order_by(col(Series.name))
    ).all()


def standing_items(session: Session, series_id: SeriesId) -> Sequence[StandingItem]:
    return session.exec(
        select(StandingItem)
        .where(col(StandingItem.series_id) == series_id)
        .order_by(col(StandingItem.position))
    ).all()


def organisations(session: Session, series_id: SeriesId) -> Sequence[Organisation]:
    return session.exec(
        select(Organisation)
        .join(SeriesOrganisation, col(SeriesOrganisation.organisation_id) == col(Organisation.id))
        .where(col(SeriesOrganisation.series_id) == series_id)
        .order_by(col(Organisation.id))
    ).all()


def topics(session: Session, series_id: SeriesId) -> Sequence[StatusTopic]:
    """The solutions that vendors report on."""
    return session.exec(
        select(StatusTopic)
        .where(col(StatusTopic.series_id) == series_id)
        .order_by(col(StatusTopic.position), col(StatusTopic.id))
    ).all()


def has_answers(session: Session, topic_id: TopicId) -> bool:
    """Whether a solution was asked about or reported on: then it stays."""
    asked = select(StatusRound.id).where(col(StatusRound.topic_id) == topic_id).limit(1)
    told = select(StatusReport.id).where(col(StatusReport.topic_id) == topic_id).limit(1)
    return session.exec(asked).first() is not None or session.exec(told).first() is not None


def remove(session: Session, rows: Iterable[StandingItem | StatusTopic]) -> None:
    """Takes settings away that nothing refers to."""
    for row in rows:
        session.delete(row)
    session.flush()
