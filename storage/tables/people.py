"""Organisations, the people who speak for them, and requests to take part."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Integer, String, UniqueConstraint
from sqlmodel import Field

from storage.columns import UtcTime, word
from storage.tables.base import Table, Versioned
from storage.vocabulary import (
    JoinRequestId,
    JoinState,
    Language,
    MandateId,
    MeetingId,
    OrganisationId,
    OrganisationKind,
    ParticipantId,
    RemarkAbout,
    RemarkId,
    Role,
    SeriesId,
    Tenant,
)


class Organisation(Table, table=True):
    __tablename__ = "organisations"
    __table_args__ = (
        UniqueConstraint("tenant", "name"),
        UniqueConstraint("tenant", "short_name"),
    )

    id: OrganisationId = Field(default=None, sa_type=Integer, primary_key=True)
    tenant: Tenant = Field(sa_type=String)
    name: str = Field(max_length=120)
    short_name: str = Field(max_length=40)  # what lists and action owners show
    kind: OrganisationKind = word(OrganisationKind, "kind")
    product: str = Field(default="", max_length=60)  # a vendor's care-record system
    email_domain: str = Field(default="", max_length=120)


class SeriesOrganisation(Table, table=True):
    """An organisation takes part in a series, with or without people in Slack."""

    __tablename__ = "series_organisations"

    series_id: SeriesId = Field(sa_type=Integer, foreign_key="series.id", primary_key=True)
    organisation_id: OrganisationId = Field(
        sa_type=Integer, foreign_key="organisations.id", primary_key=True
    )


class Participant(Versioned, table=True):
    __tablename__ = "participants"
    __table_args__ = (UniqueConstraint("series_id", "team", "user"),)

    id: ParticipantId = Field(default=None, sa_type=Integer, primary_key=True)
    series_id: SeriesId = Field(sa_type=Integer, foreign_key="series.id", index=True)
    organisation_id: OrganisationId = Field(sa_type=Integer, foreign_key="organisations.id")
    team: str
    user: str = Field(index=True)
    name: str = Field(max_length=120)
    role: Role = word(Role, "role", default=Role.PARTICIPANT)
    is_contact: bool = False
    language: Language = word(Language, "language", default=Language.DANISH)
    active: bool = True


class JoinRequest(Versioned, table=True):
    """Somebody unknown acted in a series' channel; what they typed is kept."""

    __tablename__ = "join_requests"
    __table_args__ = (UniqueConstraint("series_id", "team", "user"),)

    id: JoinRequestId = Field(default=None, sa_type=Integer, primary_key=True)
    series_id: SeriesId = Field(sa_type=Integer, foreign_key="series.id", index=True)
    team: str
    user: str
    name: str = Field(max_length=120)
    organisation_id: OrganisationId | None = Field(
        default=None, sa_type=Integer, foreign_key="organisations.id"
    )
    organisation_text: str = Field(default="", max_length=120)  # one that we don't know yet
    pending_title: str = Field(default="", max_length=150)  # the proposal typed meanwhile
    pending_background: str = ""
    state: JoinState = word(JoinState, "state", default=JoinState.ASKED)
    asked_at: datetime = Field(sa_type=UtcTime)


class Mandate(Versioned, table=True):
    """Somebody speaks and votes for an organisation, for a time or at one meeting.

    Days are local to the series and inclusive. A mandate for one meeting is a substitute's.
    """

    __tablename__ = "mandates"
    __table_args__ = (
        CheckConstraint("until_day IS NULL OR until_day >= from_day", name="days"),
        CheckConstraint("instead_of_id IS NULL OR meeting_id IS NOT NULL", name="substitute"),
    )

    id: MandateId = Field(default=None, sa_type=Integer, primary_key=True)
    series_id: SeriesId = Field(sa_type=Integer, foreign_key="series.id", index=True)
    organisation_id: OrganisationId = Field(
        sa_type=Integer, foreign_key="organisations.id", index=True
    )
    participant_id: ParticipantId = Field(
        sa_type=Integer, foreign_key="participants.id", index=True
    )
    from_day: date
    until_day: date | None = None
    meeting_id: MeetingId | None = Field(
        default=None, sa_type=Integer, foreign_key="meetings.id", index=True
    )
    instead_of_id: ParticipantId | None = Field(
        default=None, sa_type=Integer, foreign_key="participants.id"
    )
    reason: str = Field(default="", max_length=300)
    given_by: ParticipantId | None = Field(
        default=None, sa_type=Integer, foreign_key="participants.id"
    )
    given_at: datetime = Field(sa_type=UtcTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcTime)  # taken back before its time


class Remark(Table, table=True):
    """What somebody without a mandate said where only an organisation's voice counts."""

    __tablename__ = "remarks"

    id: RemarkId = Field(default=None, sa_type=Integer, primary_key=True)
    meeting_id: MeetingId = Field(sa_type=Integer, foreign_key="meetings.id", index=True)
    participant_id: ParticipantId = Field(sa_type=Integer, foreign_key="participants.id")
    organisation_id: OrganisationId = Field(sa_type=Integer, foreign_key="organisations.id")
    about: RemarkAbout = word(RemarkAbout, "about")
    subject_id: int  # the poll, round or action
    text: str
    made_at: datetime = Field(sa_type=UtcTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcTime)
