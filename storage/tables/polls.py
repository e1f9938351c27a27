"""Polls: one voice per organisation."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Integer, UniqueConstraint
from sqlmodel import Field

from storage.columns import UtcTime, word
from storage.tables.base import Table, Versioned
from storage.vocabulary import (
    FormatChoice,
    ItemId,
    MeetingId,
    OptionId,
    OrganisationId,
    ParticipantId,
    PollId,
    PollKind,
    PollOutcome,
    PollState,
)


class Poll(Versioned, table=True):
    __tablename__ = "polls"
    __table_args__ = (CheckConstraint("quorum >= 1", name="quorum"),)

    id: PollId = Field(default=None, sa_type=Integer, primary_key=True)
    meeting_id: MeetingId = Field(sa_type=Integer, foreign_key="meetings.id", index=True)
    item_id: ItemId | None = Field(default=None, sa_type=Integer, foreign_key="agenda_items.id")
    kind: PollKind = word(PollKind, "kind")
    question: str = Field(max_length=300)
    secret: bool = True  # results hidden until closed
    quorum: int
    state: PollState = word(PollState, "state", default=PollState.OPEN)
    opened_by: ParticipantId = Field(sa_type=Integer, foreign_key="participants.id")
    opened_at: datetime = Field(sa_type=UtcTime)
    closes_at: datetime = Field(sa_type=UtcTime)
    extended: bool = False  # once, when the quorum was missed
    outcome: PollOutcome | None = word(PollOutcome, "outcome", default=None, nullable=True)
    winner_id: OptionId | None = Field(default=None, sa_type=Integer)
    reason: str = Field(default="", max_length=500)  # of the organiser's choice in a tie
    consequence_at: datetime | None = Field(default=None, sa_type=UtcTime)


class PollOption(Table, table=True):
    __tablename__ = "poll_options"
    __table_args__ = (
        UniqueConstraint("poll_id", "position"),
        UniqueConstraint("poll_id", "id"),
    )

    id: OptionId = Field(default=None, sa_type=Integer, primary_key=True)
    poll_id: PollId = Field(sa_type=Integer, foreign_key="polls.id", index=True)
    position: int
    text: str = Field(default="", max_length=75)  # empty for a format poll: its words are ours
    choice: FormatChoice | None = word(FormatChoice, "choice", default=None, nullable=True)


class PollElector(Table, table=True):
    """Who may vote: a snapshot taken when the poll was opened."""

    __tablename__ = "poll_electors"

    poll_id: PollId = Field(sa_type=Integer, foreign_key="polls.id", primary_key=True)
    organisation_id: OrganisationId = Field(
        sa_type=Integer, foreign_key="organisations.id", primary_key=True
    )


class Ballot(Versioned, table=True):
    """The one ballot of an organisation: only electors, only options of the same poll."""

    __tablename__ = "ballots"
    __table_args__ = (
        ForeignKeyConstraint(
            ["poll_id", "organisation_id"],
            ["poll_electors.poll_id", "poll_electors.organisation_id"],
        ),
        ForeignKeyConstraint(["poll_id", "option_id"], ["poll_options.poll_id", "poll_options.id"]),
    )

    poll_id: PollId = Field(sa_type=Integer, primary_key=True)
    organisation_id: OrganisationId = Field(sa_type=Integer, primary_key=True)
    option_id: OptionId = Field(sa_type=Integer)
    cast_by: ParticipantId = Field(sa_type=Integer, foreign_key="participants.id")
    cast_at: datetime = Field(sa_type=UtcTime)


class BallotChange(Table, table=True):
    """Every ballot as it was cast, also those changed later."""

    __tablename__ = "ballot_changes"

    id: int = Field(default=None, primary_key=True)
    poll_id: PollId = Field(sa_type=Integer, foreign_key="polls.id", index=True)
    organisation_id: OrganisationId = Field(sa_type=Integer, foreign_key="organisations.id")
    option_id: OptionId = Field(sa_type=Integer, foreign_key="poll_options.id")
    cast_by: ParticipantId = Field(sa_type=Integer, foreign_key="participants.id")
    cast_at: datetime = Field(sa_type=UtcTime)
