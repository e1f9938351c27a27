"""Questions that a vendor asks in private and an organiser answers to all."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Integer, UniqueConstraint
from sqlmodel import Field

from storage.columns import UtcTime, word
from storage.tables.base import Versioned
from storage.vocabulary import (
    InquiryId,
    InquiryState,
    MeetingId,
    OrganisationId,
    ParticipantId,
    SeriesId,
)


class Inquiry(Versioned, table=True):
    """A private question. Only its asker and the organisers know who asked.

    `question` and `answer` are what everybody reads: the organiser's neutral wording.
    """

    __tablename__ = "inquiries"
    __table_args__ = (
        UniqueConstraint("series_id", "number"),
        CheckConstraint(
            "state <> 'published' OR (published_at IS NOT NULL AND number IS NOT NULL)",
            name="published",
        ),
    )

    id: InquiryId = Field(default=None, sa_type=Integer, primary_key=True)
    series_id: SeriesId = Field(sa_type=Integer, foreign_key="series.id", index=True)
    asked_by: ParticipantId = Field(sa_type=Integer, foreign_key="participants.id")
    organisation_id: OrganisationId = Field(sa_type=Integer, foreign_key="organisations.id")
    asked: str  # in the asker's own words
    asked_at: datetime = Field(sa_type=UtcTime)
    state: InquiryState = word(InquiryState, "state", default=InquiryState.ASKED)
    reason: str = Field(default="", max_length=300)  # why declined
    number: int | None = None  # of the published answer in its series, in order of publishing
    question: str = ""
    answer: str = ""
    answered_by_id: OrganisationId | None = Field(
        default=None, sa_type=Integer, foreign_key="organisations.id"
    )
    meeting_id: MeetingId | None = Field(
        default=None, sa_type=Integer, foreign_key="meetings.id"
    )  # the meeting in whose minutes it is printed
    published_at: datetime | None = Field(default=None, sa_type=UtcTime)
