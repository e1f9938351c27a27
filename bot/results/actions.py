"""What is shown of promises, questions and their history."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from storage.vocabulary import (
    ActionId,
    ActionKind,
    ActionState,
    FollowUpKind,
    MeetingId,
    OrganisationId,
    PlanningDate,
    SeriesId,
)


@dataclass(frozen=True)
class ActionLine:
    """One action as its reader may see and answer it."""

    id: ActionId
    reference: str  # A-19-03
    kind: ActionKind
    text: str
    owner_id: OrganisationId
    owner: str
    person: str  # of the owner; empty: the organisation as a whole
    asked_by: str
    due: PlanningDate | None  # as it was said; None: the next meeting
    due_day: date | None  # the day that counts; None while the next meeting isn't planned
    overdue: bool
    state: ActionState
    meeting: str  # title of the one where it was raised
    raised_on: date
    age: int  # days
    moved: int  # how often its date was moved
    answer: str  # the latest
    answered_by: str
    refused: bool  # "not ours": the organiser is to hand it over
    reason: str  # why it is blocked or was dropped
    may_answer: bool
    organizes: bool
    version: int


@dataclass(frozen=True)
class ActionPage:
    """Some lines of a list, from `start` on."""

    series_id: SeriesId
    series: str
    everybody: bool  # all organisations' actions, not only the reader's
    organisation: str  # the reader's
    lines: tuple[ActionLine, ...]
    start: int
    total: int

    @property
    def more(self) -> int:
        """Lines after these."""
        return self.total - self.start - len(self.lines)


class Answered(StrEnum):
    """What became of a click on an action."""

    DONE = "done"
    ANSWERED = "answered"
    MOVED = "moved"
    REFUSED = "refused"
    BLOCKED = "blocked"
    DROPPED = "dropped"
    REOPENED = "reopened"
    HANDED_OVER = "handed_over"
    RAISED = "raised"


@dataclass(frozen=True)
class ActionAnswered:
    what: Answered
    action: ActionLine


@dataclass(frozen=True)
class HistoryLine:
    at: datetime
    kind: FollowUpKind
    by: str  # "Name, Organisation"; empty: Referent
    text: str
    due: PlanningDate | None


@dataclass(frozen=True)
class History:
    action: ActionLine
    lines: tuple[HistoryLine, ...]
    zone: str


@dataclass(frozen=True)
class Owner:
    """An organisation that an action may be given to."""

    id: OrganisationId
    name: str


@dataclass(frozen=True)
class ActionForm:
    """What the dialog for an action needs: whom it may be given to."""

    meeting_id: MeetingId  # that it is raised at
    meeting: str
    owners: tuple[Owner, ...]


@dataclass(frozen=True)
class DigestShown:
    """One person's reminder of one day, as it stands now."""

    day: date
    lines: tuple[ActionLine, ...]
    own: frozenset[OrganisationId]  # lines of others came to an organiser in their place
