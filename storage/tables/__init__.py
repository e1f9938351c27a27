"""SQLModel tables and their constraints; no method decides or sends."""

from storage.tables.actions import ActionItem, Digest, DigestLine, FollowUp
from storage.tables.agenda import (
    AgendaChange,
    AgendaItem,
    Deferral,
    GatheredAction,
    ItemLink,
    ItemParty,
    ItemSupport,
    ItemVersion,
)
from storage.tables.base import metadata
from storage.tables.desk import AuditEntry, Card, Job, Receipt
from storage.tables.documents import Document
from storage.tables.inquiries import Inquiry
from storage.tables.meetings import Absence, Attendee, Meeting, MeetingParty
from storage.tables.minutes import Comment, MinuteEntry
from storage.tables.people import (
    JoinRequest,
    Mandate,
    Organisation,
    Participant,
    Remark,
    SeriesOrganisation,
)
from storage.tables.polls import Ballot, BallotChange, Poll, PollElector, PollOption
from storage.tables.series import Series, StandingItem
from storage.tables.status import StatusReport, StatusRound, StatusTopic

__all__ = [
    "Absence",
    "ActionItem",
    "AgendaChange",
    "AgendaItem",
    "Attendee",
    "AuditEntry",
    "Ballot",
    "BallotChange",
    "Card",
    "Comment",
    "Deferral",
    "Digest",
    "DigestLine",
    "Document",
    "FollowUp",
    "GatheredAction",
    "Inquiry",
    "ItemLink",
    "ItemParty",
    "ItemSupport",
    "ItemVersion",
    "Job",
    "JoinRequest",
    "Mandate",
    "Meeting",
    "MeetingParty",
    "MinuteEntry",
    "Organisation",
    "Participant",
    "Poll",
    "PollElector",
    "PollOption",
    "Receipt",
    "Remark",
    "Series",
    "SeriesOrganisation",
    "StandingItem",
    "StatusReport",
    "StatusRound",
    "StatusTopic",
    "metadata",
]
