"""Agenda items."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Integer
from sqlmodel import Field

from storage.columns import UtcTime, word
from storage.tables.base import Table, Versioned
from storage.vocabulary import (
    ActionId,
    ItemId,
    ItemOrigin,
    ItemState,
    MeetingId,
    OrganisationId,
    ParticipantId,
    Purpose,
    StandingKind,
)


class AgendaItem(Versioned, table=True):
    """A line of an agenda; its printed number (1, 1.1) follows from order and parent."""

    __tablename__ = "agenda_items"
    __table_args__ = (
        CheckConstraint("parent_id IS NULL OR parent_id <> id", name="parent"),
        CheckConstraint("minutes IS NULL OR minutes BETWEEN 1 AND 600", name="minutes"),
    )

    id: ItemId = Field(default=None, sa_type=Integer, primary_key=True)
    meeting_id: MeetingId = Field(sa_type=Integer, foreign_key="meetings.id", index=True)
    parent_id: ItemId | None = Field(default=None, sa_type=Integer, foreign_key="agenda_items.id")
    position: int  # among its siblings; only the order counts
    title: str = Field(max_length=150)
    background: str = ""
    purpose: Purpose = word(Purpose, "purpose")
    presenter: str = Field(default="", max_length=120)  # a person, an organisation or "alle"
    minutes: int | None = None
    state: ItemState = word(ItemState, "state", default=ItemState.ACCEPTED)
    reason: str = Field(default="", max_length=500)  # why deferred or declined
    origin: ItemOrigin = word(ItemOrigin, "origin", default=ItemOrigin.NEW)
    standing: StandingKind | None = word(StandingKind, "standing", default=None, nullable=True)
    carried_from_id: ItemId | None = Field(
        default=None, sa_type=Integer, foreign_key="agenda_items.id"
    )
    about_organisation_id: OrganisationId | None = Field(
        default=None, sa_type=Integer, foreign_key="organisations.id"
    )  # whose questions or overdue actions the line gathers
    proposed_by: ParticipantId | None = Field(
        default=None, sa_type=Integer, foreign_key="participants.id"
    )
    source: str = ""  # permalink of the Slack message that it came from
    late: bool = False  # came after the agenda was sent
    moot: bool = False  # withdrawn by Referent: what it was carried over for is settled
    created_at: datetime = Field(sa_type=UtcTime)


class GatheredAction(Table, table=True):
    """A question or overdue action that a carried-over line takes up."""

    __tablename__ = "gathered_actions"

    item_id: ItemId = Field(sa_type=Integer, foreign_key="agenda_items.id", primary_key=True)
    action_id: ActionId = Field(sa_type=Integer, foreign_key="action_items.id", primary_key=True)
