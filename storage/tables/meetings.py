"""Meetings, who may see them and who came."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Integer, String, UniqueConstraint
from sqlmodel import Field

from storage.columns import UtcTime, word
from storage.tables.base import Table, Versioned
from storage.vocabulary import (
    AbsenceId,
    AttendanceState,
    ChannelId,
    ItemId,
    MeetingFormat,
    MeetingId,
    MeetingState,
    OrganisationId,
    ParticipantId,
    SeriesId,
)


class Meeting(Versioned, table=True):
    """One meeting. Joint meetings count in the series; separate ones per vendor, so that
    no gap in the joint numbers tells a vendor of a meeting that it mayn't know of.
    """

    __tablename__ = "meetings"
    __table_args__ = (
        UniqueConstraint("series_id", "scope", "number"),
        UniqueConstraint("uid"),
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint(
            "(format = 'joint' AND vendor_id IS NULL AND scope = 0)"
            " OR (format = 'separate' AND vendor_id IS NOT NULL AND scope = vendor_id)",
            name="scope",
        ),
    )

    id: MeetingId = Field(default=None, sa_type=Integer, primary_key=True)
    series_id: SeriesId = Field(sa_type=Integer, foreign_key="series.id", index=True)
    scope: int = 0  # 0 for joint, else the vendor: what a number is unique in
    number: int
    title: str = Field(max_length=150)
    starts_at: datetime = Field(sa_type=UtcTime)
    ends_at: datetime = Field(sa_type=UtcTime)
    timed_at: datetime | None = Field(default=None, sa_type=UtcTime)  # when its time was set
    place: str = Field(default="", max_length=300)  # room or link
    format: MeetingFormat = word(MeetingFormat, "format")
    vendor_id: OrganisationId | None = Field(
        default=None, sa_type=Integer, foreign_key="organisations.id"
    )
    channel: ChannelId | None = Field(default=None, sa_type=String)  # None until the group is open
    state: MeetingState = word(MeetingState, "state", default=MeetingState.PLANNED)
    cancelled_from: MeetingState | None = word(
        MeetingState, "cancelled_from", default=None, nullable=True
    )  # the state to which an organiser takes a cancellation back
    cancel_reason: str = Field(default="", max_length=300)
    previous_id: MeetingId | None = Field(default=None, sa_type=Integer, foreign_key="meetings.id")
    uid: str  # RFC 5545 UID of the invitation
    sequence: int = 0  # RFC 5545 SEQUENCE
    agenda_sent_at: datetime | None = Field(default=None, sa_type=UtcTime)
    comments_until: datetime | None = Field(default=None, sa_type=UtcTime)
    approved_at: datetime | None = Field(default=None, sa_type=UtcTime)
    next_action: int = 1  # of the actions raised here; counts without gaps
    supplements: int = 0  # numbered supplements to the agenda sent so far
    current_item_id: ItemId | None = Field(default=None, sa_type=Integer)  # spoken of while it runs


class MeetingParty(Table, table=True):
    """An organisation that may see a meeting: the information barrier's only source."""

    __tablename__ = "meeting_parties"

    meeting_id: MeetingId = Field(sa_type=Integer, foreign_key="meetings.id", primary_key=True)
    organisation_id: OrganisationId = Field(
        sa_type=Integer, foreign_key="organisations.id", primary_key=True
    )
    said: AttendanceState = word(AttendanceState, "said", default=AttendanceState.INVITED)
    # for all of it at once; what its people say weighs more
    state: AttendanceState = word(AttendanceState, "state", default=AttendanceState.INVITED)
    reason: str = Field(default="", max_length=300)  # of the apologies


class Absence(Table, table=True):
    """An organisation that items need stayed away from a meeting: what the organisers were told."""

    __tablename__ = "absences"
    __table_args__ = (UniqueConstraint("meeting_id", "organisation_id"),)

    id: AbsenceId = Field(default=None, sa_type=Integer, primary_key=True)
    meeting_id: MeetingId = Field(sa_type=Integer, foreign_key="meetings.id")
    organisation_id: OrganisationId = Field(sa_type=Integer, foreign_key="organisations.id")
    noticed_at: datetime = Field(sa_type=UtcTime)


class Attendee(Table, table=True):
    """What one person answered, and whether they were there."""

    __tablename__ = "attendees"

    meeting_id: MeetingId = Field(sa_type=Integer, foreign_key="meetings.id", primary_key=True)
    participant_id: ParticipantId = Field(
        sa_type=Integer, foreign_key="participants.id", primary_key=True
    )
    state: AttendanceState = word(AttendanceState, "state", default=AttendanceState.PRESENT)
    answered: AttendanceState = word(
        AttendanceState, "answered", default=AttendanceState.INVITED
    )  # by themselves, whatever was noted since
    substitute_id: ParticipantId | None = Field(
        default=None, sa_type=Integer, foreign_key="participants.id"
    )  # who comes in their place
    reason: str = Field(default="", max_length=300)  # of the apologies
    left_at: datetime | None = Field(default=None, sa_type=UtcTime)
