"""The desk: jobs for later, living messages, requests already served, and who did what."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, Integer, String, UniqueConstraint, text
from sqlmodel import Field

from storage.columns import UtcTime, word
from storage.tables.base import Table
from storage.vocabulary import (
    CardKind,
    ChannelId,
    JobId,
    JobKind,
    JobState,
    MeetingId,
    SeriesId,
    Tenant,
)

_STANDING_BY = text("state = 'waiting'")


class Job(Table, table=True):
    """Something to be done later, written in the transaction of the change itself."""

    __tablename__ = "jobs"
    __table_args__ = (
        # Many changes before the next delivery are one update.
        Index(
            "uq_jobs_key_waiting",
            "key",
            unique=True,
            sqlite_where=_STANDING_BY,
            postgresql_where=_STANDING_BY,
        ),
        Index("ix_jobs_state_due_at", "state", "due_at"),
        Index("ix_jobs_lane_state", "lane", "state"),
        CheckConstraint("attempts >= 0", name="attempts"),
    )

    id: JobId = Field(default=None, sa_type=Integer, primary_key=True)
    kind: JobKind = word(JobKind, "kind")
    key: str  # of two waiting jobs with one key, the second adds nothing
    lane: str | None = None  # deliveries of one lane keep their order; chores have none
    tenant: Tenant = Field(sa_type=String)
    series_id: SeriesId | None = Field(default=None, sa_type=Integer, foreign_key="series.id")
    meeting_id: MeetingId | None = Field(
        default=None, sa_type=Integer, foreign_key="meetings.id"
    )  # whose barrier the job stands behind
    payload: dict[str, Any] = Field(sa_type=JSON)
    due_at: datetime = Field(sa_type=UtcTime)
    state: JobState = word(JobState, "state", default=JobState.WAITING)
    attempts: int = 0
    leased_until: datetime | None = Field(default=None, sa_type=UtcTime)
    leased_by: str = ""
    error: str = ""  # of the last attempt: Slack's code or a fault's id
    made_at: datetime = Field(sa_type=UtcTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcTime)


class Card(Table, table=True):
    """Where a living message stands and what it showed last."""

    __tablename__ = "cards"
    __table_args__ = (UniqueConstraint("kind", "subject", "audience"),)

    id: int = Field(default=None, primary_key=True)
    kind: CardKind = word(CardKind, "kind")
    subject: int  # id of what it shows
    audience: str  # the channel, or the user of a direct message
    channel: ChannelId = Field(sa_type=String)  # where Slack put it
    ts: str  # Slack's id of the message inside its channel
    fingerprint: str
    projected_at: datetime = Field(sa_type=UtcTime)


class Receipt(Table, table=True):
    """A request from Slack that had its effect; the same one again has none."""

    __tablename__ = "receipts"

    key: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcTime, index=True)


class AuditEntry(Table, table=True):
    """Who changed what and when, without the texts themselves; append-only."""

    __tablename__ = "audit_entries"

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcTime)
    team: str  # empty: Referent itself, by the clock
    user: str
    series_id: SeriesId | None = Field(
        default=None, sa_type=Integer, foreign_key="series.id", index=True
    )
    meeting_id: MeetingId | None = Field(default=None, sa_type=Integer, foreign_key="meetings.id")
    verb: str  # "agenda.freeze"
    subject: str  # "meeting:3"
    before: dict[str, Any] = Field(sa_type=JSON)
    after: dict[str, Any] = Field(sa_type=JSON)
