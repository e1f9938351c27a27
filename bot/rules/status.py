"""Status of a vendor's plan for a solution: what stands, what is new, what is to be updated."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.errors import NotAllowed, Unclear, WrongMoment
from bot.texts import msg
from storage.vocabulary import (
    CertificationState,
    MeetingId,
    MeetingState,
    PlanningDate,
    ReportId,
)

LONGEST_ROLLOUT = 1_000  # characters
LONGEST_NEEDS = 1_000  # characters
REMINDERS = (5, 2)  # working days before the meeting


@dataclass(frozen=True)
class StatusDraft:
    """A status as somebody typed it; `planned` is free text, read as a planning date."""

    certification: CertificationState
    rollout: str
    planned: str = ""
    needs: str = ""


@dataclass(frozen=True)
class Report:
    """One thing said. `meeting_id` None: known before the first meeting.

    `confirmed` is False for what the organiser knew and the vendor hasn't said itself.
    """

    id: ReportId
    meeting_id: MeetingId | None
    meeting_starts: datetime | None
    reported_at: datetime
    certification: CertificationState
    rollout: str
    planned: PlanningDate | None
    needs: str
    confirmed: bool = True

    def repeats(self, other: "Report") -> bool:
        """Whether both say the same, whoever said it, when, and in which words of a date."""
        return (
            self.certification is other.certification
            and self.rollout == other.rollout
            and self.needs == other.needs
            and _interval(self.planned) == _interval(other.planned)
        )


@dataclass(frozen=True)
class Moment:
    """The meeting that a status is read out at.

    `previous_end` is when the meeting before it ended, `sealed_at` when its own minutes were
    approved: what is said later doesn't change what stood in them. `day` is its local date.
    """

    meeting_id: MeetingId
    starts_at: datetime
    day: date
    previous_end: datetime | None = None
    sealed_at: datetime | None = None


@dataclass(frozen=True)
class Standing:
    """What stands of one vendor's plan at one meeting.

    `new`: not said before the last meeting ended. `stale`: to be updated, since the vendor
    hasn't confirmed it for this meeting, or its date is past.
    """

    latest: Report | None
    earlier: Report | None  # what stood at the meeting before
    new: bool
    stale: bool
    answered: bool


def checked(draft: StatusDraft) -> StatusDraft:
    """The draft, or a refusal that names the field."""
    if not draft.rollout.strip():
        raise Unclear(msg("status.rollout_missing"), field="rollout")
    if len(draft.rollout) > LONGEST_ROLLOUT:
        raise Unclear(msg("status.rollout_too_long", most=LONGEST_ROLLOUT), field="rollout")
    if len(draft.needs) > LONGEST_NEEDS:
        raise Unclear(msg("status.needs_too_long", most=LONGEST_NEEDS), field="needs")
    return draft


def standing(reports: Sequence[Report], at: Moment) -> Standing:
    """What stands at a meeting, from everything that was ever said."""
    known = sorted(
        (each for each in reports if _is_known(each, at)),
        key=lambda each: (each.reported_at, each.id),
    )
    earlier = [each for each in known if _is_earlier(each, at)]
    latest = known[-1] if known else None
    before = earlier[-1] if earlier else None
    answered = any(each.meeting_id == at.meeting_id and each.confirmed for each in known)
    return Standing(
        latest=latest,
        earlier=before,
        new=latest is not None and not (before and latest.repeats(before)),
        stale=not answered or _is_past(latest, at.day),
        answered=answered,
    )


def _is_known(report: Report, at: Moment) -> bool:
    if report.meeting_starts is not None:
        return report.meeting_starts <= at.starts_at
    return at.sealed_at is None or report.reported_at <= at.sealed_at


def _is_earlier(report: Report, at: Moment) -> bool:
    if report.meeting_id is not None:
        return report.meeting_id != at.meeting_id
    return at.previous_end is None or report.reported_at <= at.previous_end


def _interval(planned: PlanningDate | None) -> PlanningDate | None:
    return replace(planned, text="") if planned else None


def _is_past(report: Report | None, day: date) -> bool:
    """Whether the date of a plan lies behind."""
    last = report.planned.last_day if report and report.planned else None
    return last is not None and last < day


_AHEAD = (MeetingState.PLANNED, MeetingState.COLLECTING, MeetingState.AGENDA_SENT)


def may_be_asked(state: MeetingState) -> bool:
    """Vendors are asked until the meeting begins."""
    return state in _AHEAD


def may_ask(state: MeetingState) -> None:
    if not may_be_asked(state):
        raise WrongMoment(msg("status.too_late_to_ask"))


def is_open(state: MeetingState) -> bool:
    """Answers are given and corrected until the meeting is over."""
    return state in (*_AHEAD, MeetingState.IN_SESSION)


def may_answer(state: MeetingState) -> None:
    if not is_open(state):
        raise WrongMoment(msg("status.meeting_over"))


def may_speak_for(*, has_voice: bool) -> None:
    """Only who speaks for a vendor answers for it."""
    if not has_voice:
        raise NotAllowed(msg("status.only_contacts"))
