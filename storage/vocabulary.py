"""The words that every room shares: ids, states and small values.

Plain Python, so that rules can be tested without a database. A state's English word is
what the database holds; what people see comes from the catalogues.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

SeriesId = NewType("SeriesId", int)
OrganisationId = NewType("OrganisationId", int)
ParticipantId = NewType("ParticipantId", int)
JoinRequestId = NewType("JoinRequestId", int)
MeetingId = NewType("MeetingId", int)
ItemId = NewType("ItemId", int)
EntryId = NewType("EntryId", int)
CommentId = NewType("CommentId", int)
ActionId = NewType("ActionId", int)
PollId = NewType("PollId", int)
OptionId = NewType("OptionId", int)
TopicId = NewType("TopicId", int)
RoundId = NewType("RoundId", int)
ReportId = NewType("ReportId", int)
DocumentId = NewType("DocumentId", int)
JobId = NewType("JobId", int)
MandateId = NewType("MandateId", int)
RemarkId = NewType("RemarkId", int)
AbsenceId = NewType("AbsenceId", int)
InquiryId = NewType("InquiryId", int)

ChannelId = NewType("ChannelId", str)
"""A Slack conversation: C… channel, G… group, D… direct message."""

Tenant = NewType("Tenant", str)
"""The Slack workspace in which the app is installed (T…)."""


@dataclass(frozen=True)
class Person:
    """A Slack user; a user id is unique only inside its own workspace."""

    team: str
    user: str


class Language(StrEnum):
    DANISH = "da"
    ENGLISH = "en"


class OrganisationKind(StrEnum):
    COORDINATOR = "coordinator"
    AUTHORITY = "authority"
    VENDOR = "vendor"
    REGION = "region"
    MUNICIPALITY = "municipality"
    ASSOCIATION = "association"
    OTHER = "other"


class Role(StrEnum):
    ORGANIZER = "organizer"
    PARTICIPANT = "participant"
    OBSERVER = "observer"


class JoinState(StrEnum):
    """An unknown person's request to take part in a series."""

    ASKED = "asked"  # we asked who they work for
    WAITING = "waiting"  # they answered; an organiser decides
    APPROVED = "approved"
    DECLINED = "declined"


class MeetingFormat(StrEnum):
    JOINT = "joint"
    SEPARATE = "separate"  # one vendor, behind the information barrier


class MeetingState(StrEnum):
    PLANNED = "planned"
    COLLECTING = "collecting"
    AGENDA_SENT = "agenda_sent"
    IN_SESSION = "in_session"
    DRAFTING = "drafting"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    CANCELLED = "cancelled"


class AttendanceState(StrEnum):
    INVITED = "invited"
    ACCEPTED = "accepted"
    APOLOGIES = "apologies"
    PRESENT = "present"
    LEFT_EARLY = "left_early"  # was there, but not to the end


class Purpose(StrEnum):
    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    STATUS = "status"


class StandingKind(StrEnum):
    """Items that every agenda of a series has."""

    ORIENTATION = "orientation"  # mutual orientation
    STATUS = "status"  # implementation plans
    NEXT_MEETING = "next_meeting"
    ANY_OTHER_BUSINESS = "any_other_business"  # always last
    OTHER = "other"


class ItemState(StrEnum):
    PROPOSED = "proposed"  # on a waiting list (late, or the organiser hasn't taken it)
    RETURNED = "returned"  # back with its proposer, with the organiser's note
    MERGED = "merged"  # stands on in another item
    ACCEPTED = "accepted"
    TREATED = "treated"
    DEFERRED = "deferred"
    CARRIED = "carried"  # came too late for this agenda: put on the next one
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"


class DeferReason(StrEnum):
    """Why an item isn't treated at its meeting."""

    PARTY_ABSENT = "party_absent"
    AWAITS_ANSWER = "awaits_answer"
    AWAITS_TEST = "awaits_test"
    NO_TIME = "no_time"
    OTHER = "other"


class ReturnWhen(StrEnum):
    """When a deferred item comes back."""

    NEXT_MEETING = "next_meeting"
    PARTY_ATTENDS = "party_attends"  # once the organisation has accepted an invitation
    ON_DATE = "on_date"  # at the first meeting on or after a day
    ACTION_ANSWERED = "action_answered"


class AgendaChangeKind(StrEnum):
    """What happened to a line after the agenda was sent."""

    ADDED = "added"
    CHANGED = "changed"  # its text, time or presenter
    DEFERRED = "deferred"
    RECALLED = "recalled"  # the deferral taken back
    WITHDRAWN = "withdrawn"


class RemarkAbout(StrEnum):
    """What somebody without a mandate spoke about."""

    POLL = "poll"
    STATUS = "status"
    ACTION = "action"


class InquiryState(StrEnum):
    """A question that a vendor asked in private."""

    ASKED = "asked"
    PUBLISHED = "published"  # question and answer given to all, without the asker
    ANSWERED = "answered"  # to the asker alone
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class ItemOrigin(StrEnum):
    """Why a line stands on an agenda."""

    NEW = "new"
    STANDING = "standing"
    DEFERRED = "deferred"  # carried over from an earlier meeting
    OPEN_QUESTION = "open_question"
    OVERDUE_ACTIONS = "overdue_actions"


class EntryKind(StrEnum):
    NOTE = "note"
    INFORMATION = "information"
    DECISION = "decision"
    ACTION = "action"
    QUESTION = "question"
    ANSWER = "answer"


class CommentState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"  # the minutes were changed
    DISMISSED = "dismissed"  # read, no change, with a reply


class ActionKind(StrEnum):
    TASK = "task"
    QUESTION = "question"


class ActionState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    DONE = "done"
    BLOCKED = "blocked"
    DROPPED = "dropped"


class FollowUpKind(StrEnum):
    """One line of an action's history."""

    RAISED = "raised"
    REMINDED = "reminded"
    ANSWERED = "answered"
    DONE = "done"
    MOVED = "moved"  # a new date, with its reason
    REFUSED = "refused"  # "not ours"
    BLOCKED = "blocked"
    DROPPED = "dropped"
    REOPENED = "reopened"
    HANDED_OVER = "handed_over"
    TAKEN_UP = "taken_up"  # stood on a meeting's agenda


class PollKind(StrEnum):
    FORMAT = "format"  # joint or separate meetings; its outcome has a consequence
    CHOICE = "choice"


class PollState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"  # opened by mistake: counts for nothing


class PollOutcome(StrEnum):
    DECIDED = "decided"
    TIE = "tie"  # the organiser decides with a reason
    NO_QUORUM = "no_quorum"


class FormatChoice(StrEnum):
    """The options of a format poll, in the order in which they are shown."""

    JOINT = "joint"
    SEPARATE = "separate"
    MIXED = "mixed"  # joint, plus separate when needed
    NO_OPINION = "no_opinion"


class CertificationState(StrEnum):
    NOT_APPLIED = "not_applied"
    APPLIED = "applied"
    TESTING = "testing"
    CERTIFIED = "certified"


class DocumentKind(StrEnum):
    AGENDA = "agenda"
    SUPPLEMENT = "supplement"  # what changed after the agenda was sent; counts per meeting
    MINUTES_DRAFT = "minutes_draft"
    MINUTES_FINAL = "minutes_final"
    INVITATION = "invitation"


class CardKind(StrEnum):
    """Living messages; the subject of each is named beside it."""

    AGENDA = "agenda"  # meeting
    PANEL = "panel"  # meeting, to the organisers while it runs
    MINUTES = "minutes"  # meeting
    POLL = "poll"  # poll
    STATUS_PROMPT = "status_prompt"  # round, to each contact
    JOIN_REQUEST = "join_request"  # request, to the organisers
    DIGEST = "digest"  # digest, to one person
    INVITATION = "invitation"  # meeting, to one person who may answer it
    INQUIRY = "inquiry"  # inquiry, to the organisers
    PUBLISHED_ANSWER = "published_answer"  # inquiry, to the series' channel
    ABSENCE = "absence"  # absence, to the organisers


class JobKind(StrEnum):
    """What is to be done later. Deliveries go to Slack, in order per lane; chores are ours."""

    CARD = "card"  # project a living message
    TELL = "tell"  # a sentence to one person or one channel
    FILE = "file"  # upload a document
    GROUP = "group"  # open the group conversation of a separate meeting
    RENDER = "render"  # make a document
    SUPPLEMENT = "supplement"  # gather what changed in a sent agenda, once people are done
    INVITE = "invite"  # ask people whether they come
    OPEN_FOR_ITEMS = "open_for_items"
    ASK_STATUS = "ask_status"
    REMIND_STATUS = "remind_status"
    FREEZE = "freeze"
    START_PANEL = "start_panel"
    END_COMMENTS = "end_comments"
    CLOSE_POLL = "close_poll"
    FOLLOW_UP = "follow_up"  # daily: digests to the owners of actions

    @property
    def is_delivery(self) -> bool:
        return self in {JobKind.CARD, JobKind.TELL, JobKind.FILE, JobKind.GROUP}


class JobState(StrEnum):
    WAITING = "waiting"
    LEASED = "leased"
    DONE = "done"
    DEAD = "dead"  # gave up; an organiser sees it and may retry
    CANCELLED = "cancelled"


class Precision(StrEnum):
    """How exactly a planning date was said."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    PART_OF_MONTH = "part-of-month"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    OPEN = "open"  # "from week 9 on": no end


class DateRole(StrEnum):
    PLAIN = "plain"
    FROM = "from"
    UNTIL = "until"
    DEADLINE = "deadline"  # the last permissible day


@dataclass(frozen=True)
class CardRef:
    """One living message: what it shows, and to whom (a channel, or a user in a DM)."""

    kind: CardKind
    subject: int
    audience: str


@dataclass(frozen=True)
class Duration:
    """A length of calendar time, as in a notice rule ("1 måneds varsel"); ISO 8601 writes it."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0

    @property
    def iso(self) -> str:
        """`P1M`, `P14D`, `P1Y6M`, `PT75M`; nothing at all is `P0D` (ISO 8601-1, 5.5.2)."""
        dated = _designated(Y=self.years, M=self.months, W=self.weeks, D=self.days)
        timed = _designated(H=self.hours, M=self.minutes)
        return f"P{dated}{'T' if timed else ''}{timed}" if dated or timed else "P0D"


def _designated(**counts: int) -> str:
    return "".join(f"{count}{letter}" for letter, count in counts.items() if count)


@dataclass(frozen=True)
class PlanningDate:
    """A date as people plan: kept as they said it and as an inclusive interval.

    `start` and `end` are local dates; at minute precision they are naive local datetimes.
    `end` is None only for an open end. A deadline has start = end = its last day.
    """

    start: date | datetime
    end: date | datetime | None
    precision: Precision
    role: DateRole = DateRole.PLAIN
    text: str = ""

    @property
    def last_day(self) -> date | None:
        """The day by which it is compared, sorted and reminded; None when open."""
        return self.end.date() if isinstance(self.end, datetime) else self.end
