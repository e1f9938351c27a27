"""What is shown of polls."""

from dataclasses import dataclass
from datetime import datetime

from bot.results.meetings import MeetingHead
from storage.vocabulary import (
    FormatChoice,
    ItemId,
    MeetingFormat,
    OptionId,
    OrganisationId,
    PollId,
    PollKind,
    PollOutcome,
    PollState,
)

JOINT_FIELD = "when"


@dataclass(frozen=True)
class OptionLine:
    """One answer that can be given; `votes` is None while they are hidden."""

    id: OptionId
    text: str  # empty for a format poll, whose words are `choice`
    choice: FormatChoice | None
    votes: int | None
    chosen: bool
    leads: bool  # of a closed poll: has the most votes

    @property
    def label(self) -> str | FormatChoice:
        return self.choice or self.text


@dataclass(frozen=True)
class OwnVote:
    """What an organisation has answered, for its own people."""

    option: OptionLine
    by: str
    at: datetime


@dataclass(frozen=True)
class Reader:
    """Who a poll is shown to, where it is shown to one person."""

    organisation: str
    elects: bool  # may vote for the organisation
    organizes: bool
    vote: OwnVote | None


@dataclass(frozen=True)
class PollSheet:
    """A poll as it stands; `reader` is None where everybody reads along."""

    id: PollId
    kind: PollKind
    question: str
    meeting: MeetingHead
    secret: bool
    quorum: int
    state: PollState
    closes_at: datetime
    extended: bool
    outcome: PollOutcome | None
    reason: str
    options: tuple[OptionLine, ...]
    voted: tuple[str, ...]  # organisations
    missing: tuple[str, ...]
    applied: bool
    next_title: str  # of the joint meeting that followed; empty if none
    next_at: datetime | None
    reader: Reader | None = None

    @property
    def electors(self) -> int:
        return len(self.voted) + len(self.missing)

    @property
    def winner(self) -> OptionLine | None:
        return next((each for each in self.options if each.chosen), None)

    @property
    def choice(self) -> FormatChoice | None:
        """The form of meeting that won."""
        return self.winner.choice if self.winner else None

    @property
    def undecided(self) -> bool:
        """A tie that waits for the organiser."""
        return self.outcome is PollOutcome.TIE and self.winner is None


@dataclass(frozen=True)
class ItemChoice:
    """An agenda item that a poll can belong to."""

    id: ItemId
    number: str
    title: str


@dataclass(frozen=True)
class ElectorChoice:
    id: OrganisationId
    name: str
    is_vendor: bool


@dataclass(frozen=True)
class PollPreparation:
    """What the dialog for a new poll needs."""

    meeting: MeetingHead
    items: tuple[ItemChoice, ...]
    item: ItemId | None  # proposed
    electors: tuple[ElectorChoice, ...]
    closes_at: datetime  # unless something else is said


@dataclass(frozen=True)
class PollMenu:
    """What `/afstemning` shows: open polls, and for organisers the way to a new one."""

    meeting: MeetingHead | None
    polls: tuple[PollSheet, ...]
    organizes: bool


@dataclass(frozen=True)
class Slot:
    """A meeting to be planned; a joint one has no vendor."""

    vendor_id: OrganisationId | None
    vendor: str
    starts_at: datetime

    @property
    def field(self) -> str:
        """The form field that holds its time."""
        return f"{JOINT_FIELD}_{self.vendor_id}" if self.vendor_id else JOINT_FIELD


@dataclass(frozen=True)
class ConsequencePlan:
    """What carrying out a poll's outcome would plan.

    `standing` is a joint meeting that is planned already and stays as it is.
    """

    poll: PollSheet
    formats: frozenset[MeetingFormat]
    slots: tuple[Slot, ...]
    standing: MeetingHead | None
    place: str


@dataclass(frozen=True)
class Planned:
    """The meetings that were planned, for the organiser alone."""

    poll: PollSheet
    meetings: tuple[MeetingHead, ...]
