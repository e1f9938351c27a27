"""What was said at a meeting, and remarks on the draft."""

from datetime import datetime

from sqlalchemy import Integer
from sqlmodel import Field

from storage.columns import UtcTime, word
from storage.tables.base import Versioned
from storage.vocabulary import (
    ActionId,
    CommentId,
    CommentState,
    EntryId,
    EntryKind,
    ItemId,
    MeetingId,
    ParticipantId,
    PollId,
)


class MinuteEntry(Versioned, table=True):
    __tablename__ = "minute_entries"

    id: EntryId = Field(default=None, sa_type=Integer, primary_key=True)
    meeting_id: MeetingId = Field(sa_type=Integer, foreign_key="meetings.id", index=True)
    item_id: ItemId = Field(sa_type=Integer, foreign_key="agenda_items.id", index=True)
    position: int
    kind: EntryKind = word(EntryKind, "kind")
    text: str
    author_id: ParticipantId | None = Field(
        default=None, sa_type=Integer, foreign_key="participants.id"
    )  # None: written by Referent, as a poll's outcome
    action_id: ActionId | None = Field(default=None, sa_type=Integer, foreign_key="action_items.id")
    poll_id: PollId | None = Field(default=None, sa_type=Integer, foreign_key="polls.id")
    source: str = ""  # permalink of the Slack message
    removed: bool = False
    written_at: datetime = Field(sa_type=UtcTime)


class Comment(Versioned, table=True):
    """A participant's remark on a draft of the minutes."""

    __tablename__ = "comments"

    id: CommentId = Field(default=None, sa_type=Integer, primary_key=True)
    meeting_id: MeetingId = Field(sa_type=Integer, foreign_key="meetings.id", index=True)
    draft_version: int
    author_id: ParticipantId = Field(sa_type=Integer, foreign_key="participants.id")
    text: str
    state: CommentState = word(CommentState, "state", default=CommentState.OPEN)
    reply: str = ""
    source: str = ""
    made_at: datetime = Field(sa_type=UtcTime)
