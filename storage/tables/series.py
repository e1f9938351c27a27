"""A series of meetings and the items that stand on each of its agendas."""

from sqlalchemy import CheckConstraint, Integer, String, UniqueConstraint
from sqlmodel import Field

from storage.columns import word
from storage.tables.base import Table, Versioned
from storage.vocabulary import ChannelId, Language, Purpose, SeriesId, StandingKind, Tenant


class Series(Versioned, table=True):
    __tablename__ = "series"
    __table_args__ = (
        UniqueConstraint("tenant", "channel"),
        CheckConstraint("next_number >= 1", name="next_number"),
        CheckConstraint("duration_minutes BETWEEN 5 AND 1440", name="duration"),
    )

    id: SeriesId = Field(default=None, sa_type=Integer, primary_key=True)
    tenant: Tenant = Field(sa_type=String)
    channel: ChannelId = Field(sa_type=String)
    name: str = Field(max_length=150)
    subject: str = Field(default="", max_length=300)
    language: Language = word(Language, "language", default=Language.DANISH)
    zone: str = "Europe/Copenhagen"  # IANA name
    start_time: str = "14.00"  # local, as proposed for a new meeting
    duration_minutes: int = 75
    joint_title: str = Field(max_length=120)  # of each joint meeting; "#" is its number
    separate_title: str = Field(max_length=120)  # the vendor's name is put after it
    next_number: int = 1  # of the next joint meeting; counts without gaps
    open_days: int = 20  # working days before the meeting
    freeze_days: int = 5  # working days before the meeting, at 12.00 local
    prompt_days: int = 10  # working days before the meeting
    comment_days: int = 5  # working days from publishing the draft
    moderated: bool = False  # proposals wait for an organiser instead of going straight on


class StandingItem(Table, table=True):
    __tablename__ = "standing_items"
    __table_args__ = (UniqueConstraint("series_id", "position"),)

    id: int = Field(default=None, primary_key=True)
    series_id: SeriesId = Field(sa_type=Integer, foreign_key="series.id", index=True)
    position: int
    kind: StandingKind = word(StandingKind, "kind")
    title: str = Field(max_length=150)
    purpose: Purpose = word(Purpose, "purpose")
    minutes: int | None = None
