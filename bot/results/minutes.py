"""What is shown of a running meeting, its minutes and the remarks on them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.results.actions import Owner
from bot.results.agenda import ItemLine
from bot.results.meetings import MeetingHead
from storage.vocabulary import (
    ActionId,
    CommentId,
    CommentState,
    EntryId,
    EntryKind,
    ItemId,
    OrganisationId,
    PlanningDate,
)


@dataclass(frozen=True)
class EntryLine:
    """One entry; reference, owner, asker and date are of actions and questions."""

    id: EntryId
    item_id: ItemId
    kind: EntryKind
    text: str
    author: str
    action_id: ActionId | None
    reference: str
    owner_id: OrganisationId | None
    owner: str
    asked_by: str
    due: PlanningDate | None
    source: str
    of_poll: bool  # Referent wrote it: a poll's outcome isn't edited
    version: int


@dataclass(frozen=True)
class TreatedLine:
    """An item with what was said about it."""

    item: ItemLine
    entries: tuple[EntryLine, ...]


@dataclass(frozen=True)
class CommentLine:
    id: CommentId
    author: str
    organisation: str
    text: str
    state: CommentState
    reply: str
    made_at: datetime
    version: int


@dataclass(frozen=True)
class Minutes:
    """A meeting from its start to the approved minutes."""

    meeting: MeetingHead
    items: tuple[TreatedLine, ...]  # in printed order
    current_id: ItemId | None  # the item that is spoken of
    comments: tuple[CommentLine, ...]
    comments_until: datetime | None
    drafts: int  # versions sent
    finals: int
    organizes: bool
    may_comment: bool

    @property
    def current(self) -> TreatedLine | None:
        return next((each for each in self.items if each.item.id == self.current_id), None)

    @property
    def open_comments(self) -> tuple[CommentLine, ...]:
        return tuple(each for each in self.comments if each.state is CommentState.OPEN)

    def beside(self, steps: int) -> ItemLine | None:
        """The item that stands `steps` after the current one."""
        ids = [each.item.id for each in self.items]
        place = ids.index(self.current_id) + steps if self.current_id in ids else 0
        return self.items[place].item if 0 <= place < len(ids) else None


@dataclass(frozen=True)
class Ending:
    """What the dialog that ends a meeting offers: what nobody has decided about."""

    minutes: Minutes
    undecided: tuple[ItemLine, ...]
    proposed: tuple[ItemId, ...]  # to be deferred


class EntryMark(StrEnum):
    """What became of an entry."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    RESTORED = "restored"


@dataclass(frozen=True)
class EntrySaved:
    what: EntryMark
    entry: EntryLine
    item: ItemLine
    meeting: MeetingHead


@dataclass(frozen=True)
class EntryForm:
    """What an entry's dialog needs."""

    minutes: Minutes
    owners: tuple[Owner, ...]
    entry: EntryLine | None = None
    comment: CommentLine | None = None  # whose remark the change answers


@dataclass(frozen=True)
class CommentSaved:
    comment: CommentLine
    meeting: MeetingHead
