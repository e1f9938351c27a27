"""Agenda items."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Integer, UniqueConstraint
from sqlmodel import Field

from storage.columns import UtcTime, word
from storage.tables.base import Table, Versioned
from storage.vocabulary import (
    ActionId,
    AgendaChangeKind,
    DeferReason,
    ItemId,
    ItemOrigin,
    ItemState,
    MeetingId,
    OrganisationId,
    ParticipantId,
    Purpose,
    ReturnWhen,
    StandingKind,
)


class AgendaItem(Versioned, table=True):
    """A line of an agenda.

    Its printed number (1, 1.1) follows from order and parent until the agenda is sent; from
    then on it is `fixed_number`.
    """

    __tablename__ = "agenda_items"
    __table_args__ = (
        CheckConstraint("parent_id IS NULL OR parent_id <> id", name="parent"),
        CheckConstraint("minutes IS NULL OR minutes BETWEEN 1 AND 600", name="minutes"),
        CheckConstraint("merged_into_id IS NULL OR merged_into_id <> id", name="merged"),
        UniqueConstraint("meeting_id", "fixed_number"),
    )

    id: ItemId = Field(default=None, sa_type=Integer, primary_key=True)
    meeting_id: MeetingId = Field(sa_type=Integer, foreign_key="meetings.id", index=True)
    parent_id: ItemId | None = Field(default=None, sa_type=Integer, foreign_key="agenda_items.id")
    position: int  # among its siblings; only the order counts
    fixed_number: str | None = Field(default=None, max_length=10)  # as the sent agenda prints it
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
    first_id: ItemId | None = Field(
        default=None, sa_type=Integer, foreign_key="agenda_items.id", index=True
    )  # the item at the meeting where the matter was first raised; None: this one is it
    merged_into_id: ItemId | None = Field(
        default=None, sa_type=Integer, foreign_key="agenda_items.id"
    )
    about_organisation_id: OrganisationId | None = Field(
        default=None, sa_type=Integer, foreign_key="organisations.id"
    )  # whose questions or overdue actions the line gathers
    proposed_by: ParticipantId | None = Field(
        default=None, sa_type=Integer, foreign_key="participants.id"
    )
    source: str = ""  # permalink of the Slack message that it came from
    late: bool = False  # came after the deadline
    moot: bool = False  # withdrawn by Referent: what it was carried over for is settled
    created_at: datetime = Field(sa_type=UtcTime)


class GatheredAction(Table, table=True):
    """A question or overdue action that a carried-over line takes up."""

    __tablename__ = "gathered_actions"

    item_id: ItemId = Field(sa_type=Integer, foreign_key="agenda_items.id", primary_key=True)
    action_id: ActionId = Field(sa_type=Integer, foreign_key="action_items.id", primary_key=True)


class ItemVersion(Table, table=True):
    """An item as it was written at one time; the newest is the item itself."""

    __tablename__ = "item_versions"
    __table_args__ = (UniqueConstraint("item_id", "number"),)

    id: int = Field(default=None, primary_key=True)
    item_id: ItemId = Field(sa_type=Integer, foreign_key="agenda_items.id", index=True)
    number: int  # from 1
    title: str = Field(max_length=150)
    background: str = ""
    purpose: Purpose = word(Purpose, "purpose")
    presenter: str = Field(default="", max_length=120)
    minutes: int | None = None
    links: str = ""  # one a line, as they are typed
    written_by: ParticipantId | None = Field(
        default=None, sa_type=Integer, foreign_key="participants.id"
    )
    written_at: datetime = Field(sa_type=UtcTime)


class ItemSupport(Table, table=True):
    """An organisation wants an item treated; one voice each."""

    __tablename__ = "item_supports"

    item_id: ItemId = Field(sa_type=Integer, foreign_key="agenda_items.id", primary_key=True)
    organisation_id: OrganisationId = Field(
        sa_type=Integer, foreign_key="organisations.id", primary_key=True
    )
    given_by: ParticipantId | None = Field(
        default=None, sa_type=Integer, foreign_key="participants.id"
    )
    given_at: datetime = Field(sa_type=UtcTime)


class ItemLink(Table, table=True):
    """A file or page that belongs to an item."""

    __tablename__ = "item_links"
    __table_args__ = (UniqueConstraint("item_id", "url"),)

    id: int = Field(default=None, primary_key=True)
    item_id: ItemId = Field(sa_type=Integer, foreign_key="agenda_items.id", index=True)
    position: int
    title: str = Field(default="", max_length=150)  # a file's name, or what the page is called
    url: str = Field(max_length=1000)
    brought_by_id: ItemId | None = Field(
        default=None, sa_type=Integer, foreign_key="agenda_items.id"
    )  # the item that was merged into this one and brought it along


class ItemParty(Table, table=True):
    """An organisation without which an item can't be treated."""

    __tablename__ = "item_parties"

    item_id: ItemId = Field(sa_type=Integer, foreign_key="agenda_items.id", primary_key=True)
    organisation_id: OrganisationId = Field(
        sa_type=Integer, foreign_key="organisations.id", primary_key=True
    )
    brought_by_id: ItemId | None = Field(
        default=None, sa_type=Integer, foreign_key="agenda_items.id"
    )  # the item merged into this one that needs it


class Deferral(Table, table=True):
    """Why an item was put off, and what has to happen for it to come back."""

    __tablename__ = "deferrals"
    __table_args__ = (
        CheckConstraint("returns <> 'party_attends' OR party_id IS NOT NULL", name="party"),
        CheckConstraint("returns <> 'on_date' OR not_before IS NOT NULL", name="not_before"),
        CheckConstraint("returns <> 'action_answered' OR action_id IS NOT NULL", name="action"),
    )

    item_id: ItemId = Field(sa_type=Integer, foreign_key="agenda_items.id", primary_key=True)
    reason: DeferReason = word(DeferReason, "reason")
    returns: ReturnWhen = word(ReturnWhen, "returns", default=ReturnWhen.NEXT_MEETING)
    party_id: OrganisationId | None = Field(
        default=None, sa_type=Integer, foreign_key="organisations.id"
    )
    not_before: date | None = None  # local to the series
    action_id: ActionId | None = Field(default=None, sa_type=Integer, foreign_key="action_items.id")
    deferred_at: datetime = Field(sa_type=UtcTime)
    dropped_at: datetime | None = Field(default=None, sa_type=UtcTime)  # it comes back no more
    dropped_reason: str = Field(default="", max_length=300)


class AgendaChange(Table, table=True):
    """What happened to a line after the agenda was sent; told by a numbered supplement."""

    __tablename__ = "agenda_changes"

    id: int = Field(default=None, primary_key=True)
    meeting_id: MeetingId = Field(sa_type=Integer, foreign_key="meetings.id", index=True)
    item_id: ItemId = Field(sa_type=Integer, foreign_key="agenda_items.id")
    kind: AgendaChangeKind = word(AgendaChangeKind, "kind")
    at: datetime = Field(sa_type=UtcTime)
    supplement: int | None = None  # that told it; None: not yet; 0: undone before it was told
