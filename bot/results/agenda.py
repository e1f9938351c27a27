"""What is shown of an agenda and its items."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from bot.results.actions import ActionLine
from bot.results.attendance import PartyLine
from bot.results.meetings import MeetingHead
from bot.results.similar import Alike
from storage.vocabulary import (
    AgendaChangeKind,
    AttendanceState,
    ItemId,
    ItemOrigin,
    ItemState,
    OrganisationId,
    ParticipantId,
    Purpose,
    ReturnWhen,
    StandingKind,
)


@dataclass(frozen=True)
class PageLink:
    """A file or page that belongs to an item."""

    url: str
    title: str = ""  # a file's name, or what the page is called

    @property
    def name(self) -> str:
        """What stands for it: its title, or else where it leads to."""
        return self.title or self.url.partition("://")[2].removeprefix("www.").rstrip("/")


@dataclass(frozen=True)
class Comeback:
    """What brings a deferred item back; only what `when` needs is given."""

    when: ReturnWhen
    party: str = ""
    day: date | None = None
    reference: str = ""  # A-19-03


@dataclass(frozen=True)
class Brought:
    """The supplement that first told of a line, or last told that it was worded anew."""

    kind: AgendaChangeKind  # added or changed
    by: int  # number of the supplement


@dataclass(frozen=True)
class ItemLine:
    """One line of an agenda."""

    id: ItemId
    number: str  # as printed, "1.1"; empty off the paper
    title: str
    background: str
    purpose: Purpose
    presenter: str
    minutes: int | None
    state: ItemState
    reason: str
    origin: ItemOrigin
    standing: StandingKind | None
    parent_id: ItemId | None
    proposer_id: ParticipantId | None
    proposer: str  # "Name, Organisation"; empty for lines by Referent
    late: bool
    source: str
    version: int
    carried_from: int | None = None  # number of the meeting that it comes from
    carried_reason: str = ""  # why it was deferred there
    gathers: tuple[str, ...] = ()  # references of the questions or actions that it takes up
    supporters: tuple[OrganisationId, ...] = ()
    edited: bool = False  # written anew since it was proposed
    links: tuple[PageLink, ...] = ()
    brought: Brought | None = None
    comeback: Comeback | None = None  # of a deferred item; None: the next meeting
    raised_at: int | None = None  # number of the meeting that first had it; None: this one
    times: int = 1  # on how many agendas it has stood, this one among them
    put_off: int = 0  # how often it was deferred so far
    needs: tuple[PartyLine, ...] = ()  # without whom it can't be treated

    @property
    def has_history(self) -> bool:
        """It was worded anew, or stood on an earlier agenda."""
        return self.edited or self.times > 1


@dataclass(frozen=True)
class Agenda:
    """A meeting's agenda in printed order, and what waits for the organiser."""

    meeting: MeetingHead
    items: tuple[ItemLine, ...]
    waiting: tuple[ItemLine, ...]
    parties: tuple[PartyLine, ...]
    minutes: int  # of all items together, without what is deferred
    papers: int  # documents made so far
    supplement: int = 0  # number of the latest to the agenda that is out

    @property
    def length(self) -> int:
        """Minutes from start to end."""
        return int((self.meeting.ends_at - self.meeting.starts_at).total_seconds() // 60)

    @property
    def apologies(self) -> tuple[PartyLine, ...]:
        return tuple(each for each in self.parties if each.state is AttendanceState.APOLOGIES)


@dataclass(frozen=True)
class OwnAgenda:
    """An agenda as one person sees it."""

    agenda: Agenda
    own: tuple[ItemLine, ...]  # what they proposed, whatever became of it
    organizes: bool


@dataclass(frozen=True)
class ItemPanel:
    """One item before the organiser, with its neighbours on the same level."""

    item: ItemLine
    meeting: MeetingHead
    before: str  # "2 Title"; empty where it is the first
    after: str
    mine: bool  # proposed by the organiser who looks, or by nobody


@dataclass(frozen=True)
class DeferralForm:
    """What the dialog for a deferral needs."""

    item: ItemLine
    meeting: MeetingHead
    parties: tuple[PartyLine, ...]
    actions: tuple[ActionLine, ...]  # whose answer it might await


class Ruled(StrEnum):
    """What an organiser decided about an item."""

    DEFERRED = "deferred"
    RECALLED = "recalled"  # the deferral taken back
    ACCEPTED = "accepted"
    CARRIED = "carried"
    DECLINED = "declined"
    TAKEN_OFF = "taken_off"  # of an agenda that was sent
    RETURNED = "returned"  # to its proposer, with a note
    MERGED = "merged"  # goes on in another item
    RECONSIDERED = "reconsidered"  # what was decided is taken back


@dataclass(frozen=True)
class ItemRuled:
    what: Ruled
    item: ItemLine
    meeting: MeetingHead


class Sending(StrEnum):
    """What became of an agenda."""

    FROZEN = "frozen"
    HELD_BACK = "held_back"  # not sent: items need organisations that may not come
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True)
class AgendaSent:
    what: Sending
    agenda: Agenda


Choices: TypeAlias = tuple[MeetingHead, ...]
"""Meetings that one may put an item on; the likeliest first."""


class Saved(StrEnum):
    """What became of an item that somebody sent."""

    ADDED = "added"
    LATE = "late"  # on the waiting list: the agenda is sent
    OVERDUE = "overdue"  # the same: the deadline has passed
    WAITING = "waiting"  # on the waiting list: the organiser takes every proposal first
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    ASKED_OFF = "asked_off"  # the organiser was asked to take it off the sent agenda


@dataclass(frozen=True)
class ItemSaved:
    what: Saved
    item: ItemLine
    meeting: MeetingHead
    alike: Alike | None = None  # what a new item may be the same as


@dataclass(frozen=True)
class ItemMatched:
    """A proposal that its proposer says is the same as something else; None: no longer so."""

    item: ItemLine
    meeting: MeetingHead
    alike: Alike | None


@dataclass(frozen=True)
class ItemTold:
    """An item beside a sentence about it, before its proposer or an organiser."""

    item: ItemLine
    meeting: MeetingHead
    mine: bool


@dataclass(frozen=True)
class SupportList:
    """Items that can be supported, before somebody of one organisation."""

    meeting: MeetingHead
    items: tuple[ItemLine, ...]
    organisation_id: OrganisationId | None


@dataclass(frozen=True)
class Sorted:
    """An agenda put in order of support, and the order before (first level, sortable items)."""

    agenda: Agenda
    before: tuple[ItemId, ...]  # empty: nothing moved, or it was just put back


@dataclass(frozen=True)
class MergeForm:
    """An item before the organiser, and those that it can go on in."""

    item: ItemLine
    meeting: MeetingHead
    targets: tuple[ItemLine, ...]
