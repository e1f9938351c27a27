"""What is shown of the status of vendors' plans."""

from dataclasses import dataclass
from datetime import datetime

from bot.results.meetings import MeetingHead
from storage.vocabulary import (
    CertificationState,
    MeetingId,
    OrganisationId,
    PlanningDate,
    ReportId,
    RoundId,
    SeriesId,
    TopicId,
)


@dataclass(frozen=True)
class ReportLine:
    """One thing said, and by whom."""

    id: ReportId
    certification: CertificationState
    rollout: str
    planned: PlanningDate | None
    needs: str
    by: str
    organisation: str  # of who said it: the organiser's, where it was known to them
    at: datetime
    confirmed: bool  # said by the vendor itself
    unchanged: bool  # repeats what was said before


@dataclass(frozen=True)
class StatusLine:
    """One vendor's plan for one solution as it stands at a meeting."""

    vendor_id: OrganisationId
    vendor: str
    product: str
    topic_id: TopicId
    topic: str
    latest: ReportLine | None
    earlier: ReportLine | None  # what stood at the meeting before
    new: bool
    stale: bool
    answered: bool


@dataclass(frozen=True)
class Prompt:
    """A question to one vendor about one solution."""

    id: RoundId
    meeting: MeetingHead
    line: StatusLine
    now: datetime
    open: bool  # can be answered or corrected


@dataclass(frozen=True)
class Missing:
    """A vendor that hasn't answered, and about which solutions."""

    organisation: str
    topics: tuple[str, ...]


@dataclass(frozen=True)
class StatusPage:
    """Where all plans stand; `meeting` is None before the first one is planned."""

    series_id: SeriesId
    meeting: MeetingHead | None
    zone: str
    lines: tuple[StatusLine, ...]
    asked: bool
    missing: tuple[Missing, ...]
    organizes: bool
    may_ask: bool


@dataclass(frozen=True)
class Asked:
    """Who was asked; `unreached` have no contact in Slack."""

    meeting: MeetingHead
    vendors: tuple[str, ...]
    unreached: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Due:
    """What waits for somebody: own questions, and for organisers who is missing."""

    prompts: tuple[Prompt, ...]
    missing: tuple[tuple[MeetingHead, tuple[Missing, ...]], ...]


@dataclass(frozen=True)
class Plan:
    """One vendor's plan that the organiser writes down what they know of."""

    series_id: SeriesId
    meeting_id: MeetingId | None
    separate: bool
    line: StatusLine


@dataclass(frozen=True)
class Said:
    """An answer that was taken down, or (`already`) stood there before."""

    prompt: Prompt
    already: bool = False
