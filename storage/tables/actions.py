"""Promises and questions, followed up until the owner answers."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Integer, UniqueConstraint
from sqlmodel import Field

from storage.columns import PlanningDateText, UtcTime, word
from storage.tables.base import Table, Versioned
from storage.vocabulary import (
    ActionId,
    ActionKind,
    ActionState,
    FollowUpKind,
    ItemId,
    MeetingId,
    OrganisationId,
    ParticipantId,
    PlanningDate,
    SeriesId,
)


class ActionItem(Versioned, table=True):
    __tablename__ = "action_items"
    __table_args__ = (
        UniqueConstraint("meeting_id", "sequence"),
        CheckConstraint("sequence >= 1", name="sequence"),
    )

    id: ActionId = Field(default=None, sa_type=Integer, primary_key=True)
    series_id: SeriesId = Field(sa_type=Integer, foreign_key="series.id", index=True)
    meeting_id: MeetingId = Field(sa_type=Integer, foreign_key="meetings.id", index=True)
    item_id: ItemId | None = Field(default=None, sa_type=Integer, foreign_key="agenda_items.id")
    sequence: int  # A-19-03 is the third of meeting 19
    kind: ActionKind = word(ActionKind, "kind")
    text: str
    owner_id: OrganisationId = Field(sa_type=Integer, foreign_key="organisations.id", index=True)
    person_id: ParticipantId | None = Field(
        default=None, sa_type=Integer, foreign_key="participants.id"
    )
    asked_by: str = Field(default="", max_length=120)  # a municipality, say
    due: PlanningDate | None = Field(default=None, sa_type=PlanningDateText)
    due_day: date | None = None  # last day of `due`; None: at the next meeting
    state: ActionState = word(ActionState, "state", default=ActionState.OPEN)
    raised_at: datetime = Field(sa_type=UtcTime)


class FollowUp(Table, table=True):
    """One line of an action's history; never changed."""

    __tablename__ = "follow_ups"

    id: int = Field(default=None, primary_key=True)
    action_id: ActionId = Field(sa_type=Integer, foreign_key="action_items.id", index=True)
    kind: FollowUpKind = word(FollowUpKind, "kind")
    text: str = ""
    by_id: ParticipantId | None = Field(
        default=None, sa_type=Integer, foreign_key="participants.id"
    )
    meeting_id: MeetingId | None = Field(default=None, sa_type=Integer, foreign_key="meetings.id")
    due: PlanningDate | None = Field(default=None, sa_type=PlanningDateText)
    at: datetime = Field(sa_type=UtcTime)


class Digest(Table, table=True):
    """The one reminder that a person gets on a day."""

    __tablename__ = "digests"
    __table_args__ = (UniqueConstraint("participant_id", "day"),)

    id: int = Field(default=None, primary_key=True)
    participant_id: ParticipantId = Field(
        sa_type=Integer, foreign_key="participants.id", index=True
    )
    day: date


class DigestLine(Table, table=True):
    __tablename__ = "digest_lines"

    digest_id: int = Field(foreign_key="digests.id", primary_key=True)
    action_id: ActionId = Field(sa_type=Integer, foreign_key="action_items.id", primary_key=True)
