"""SQLModel tables and their constraints; no method decides or sends."""

from storage.tables.actions import ActionItem, Digest, DigestLine, FollowUp
from storage.tables.agenda import AgendaItem, GatheredAction
from storage.tables.base import metadata
from storage.tables.desk import AuditEntry, Card, Job, Receipt
from storage.tables.documents import Document
from storage.tables.meetings import Attendee, Meeting, MeetingParty
from storage.tables.minutes import Comment, MinuteEntry
from storage.tables.people import JoinRequest, Organisation, Participant, SeriesOrganisation
from storage.tables.polls import Ballot, BallotChange, Poll, PollElector, PollOption
from storage.tables.series import Series, StandingItem
from storage.tables.status import StatusReport, StatusRound, StatusTopic

__all__ = [
    "ActionItem",
    "AgendaItem",
    "Attendee",
    "AuditEntry",
    "Ballot",
    "BallotChange",
    "Card",
    "Comment",
    "Digest",
    "DigestLine",
    "Document",
    "FollowUp",
    "GatheredAction",
    "Job",
    "JoinRequest",
    "Meeting",
    "MeetingParty",
    "MinuteEntry",
    "Organisation",
    "Participant",
    "Poll",
    "PollElector",
    "PollOption",
    "Receipt",
    "Series",
    "SeriesOrganisation",
    "StandingItem",
    "StatusReport",
    "StatusRound",
    "StatusTopic",
    "metadata",
]
