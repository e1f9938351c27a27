"""Status of each vendor's plans for each solution, meeting by meeting."""

from datetime import date, datetime

from sqlalchemy import Integer, UniqueConstraint
from sqlmodel import Field

from storage.columns import PlanningDateText, UtcTime, word
from storage.tables.base import Table, Versioned
from storage.vocabulary import (
    CertificationState,
    MeetingId,
    OrganisationId,
    ParticipantId,
    PlanningDate,
    ReportId,
    RoundId,
    SeriesId,
    TopicId,
)


class StatusTopic(Table, table=True):
    """A national solution that vendors report on."""

    __tablename__ = "status_topics"
    __table_args__ = (UniqueConstraint("series_id", "name"),)

    id: TopicId = Field(default=None, sa_type=Integer, primary_key=True)
    series_id: SeriesId = Field(sa_type=Integer, foreign_key="series.id", index=True)
    position: int
    name: str = Field(max_length=75)


class StatusRound(Versioned, table=True):
    """One vendor asked about one solution before one meeting."""

    __tablename__ = "status_rounds"
    __table_args__ = (UniqueConstraint("meeting_id", "topic_id", "organisation_id"),)

    id: RoundId = Field(default=None, sa_type=Integer, primary_key=True)
    meeting_id: MeetingId = Field(sa_type=Integer, foreign_key="meetings.id", index=True)
    topic_id: TopicId = Field(sa_type=Integer, foreign_key="status_topics.id")
    organisation_id: OrganisationId = Field(sa_type=Integer, foreign_key="organisations.id")
    asked_at: datetime = Field(sa_type=UtcTime)
    reminded: int = 0


class StatusReport(Table, table=True):
    """What was said; a later answer is a new row, so nothing said earlier is lost."""

    __tablename__ = "status_reports"

    id: ReportId = Field(default=None, sa_type=Integer, primary_key=True)
    topic_id: TopicId = Field(sa_type=Integer, foreign_key="status_topics.id", index=True)
    organisation_id: OrganisationId = Field(
        sa_type=Integer, foreign_key="organisations.id", index=True
    )
    meeting_id: MeetingId | None = Field(
        default=None, sa_type=Integer, foreign_key="meetings.id", index=True
    )  # None: known before the first meeting that we keep
    certification: CertificationState = word(CertificationState, "certification")
    rollout: str  # in the vendor's words
    planned: PlanningDate | None = Field(default=None, sa_type=PlanningDateText)
    planned_day: date | None = None  # last day of `planned`
    needs: str = ""  # from others
    confirms_id: ReportId | None = Field(
        default=None, sa_type=Integer, foreign_key="status_reports.id"
    )  # "unchanged": the report that it repeats
    confirmed: bool = True  # False: known to the organiser, not said by the vendor
    by_id: ParticipantId = Field(sa_type=Integer, foreign_key="participants.id")
    reported_at: datetime = Field(sa_type=UtcTime)
