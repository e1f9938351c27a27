"""What papers are made of: frozen facts that the cycle fills in and the templates print.

A template names the same fields: `{{ meeting.title }}`, `{% for item in items %}`. Before
printing, states become words, times and days are written in the language, and text is
made safe (see `printing`). Properties here are fields of the template too.

`Prose` may hold several lines and paragraphs; a plain `str` is printed on one line. What
is `Unprinted` is offered to templates only through the properties that word it. Planning
dates (`due`, `planned`) arrive already worded.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.documents.fields import Prose, Unprinted
from bot.documents.questions import Answered, Question
from bot.rules.deferrals import nth
from bot.rules.reasons import wording
from bot.texts import Message, msg
from storage.vocabulary import (
    ActionState,
    AgendaChangeKind,
    CertificationState,
    EntryKind,
    ItemOrigin,
    ItemState,
    MeetingFormat,
    PollOutcome,
    Purpose,
)


@dataclass(frozen=True)
class Span:
    """Aware times; printed as `torsdag den 10. marts 2022 kl. 14.00–15.15`."""

    starts: datetime
    ends: datetime


@dataclass(frozen=True)
class Party:
    """One organisation's people; none named when only the organisation is known."""

    organisation: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Absence(Party):
    """Apologies, and why."""

    reason: str = ""


@dataclass(frozen=True)
class Meeting:
    """The head of a paper. `title` is the meeting's own name: `Fællesmøde nr. 19`."""

    series: str
    number: int
    title: str
    when: Span
    made_at: datetime  # aware; becomes the document's time of making
    subject: str = ""
    place: str = ""  # a room, or a link
    case_number: str = ""  # sagsnr. in the organiser's case system
    issued_by: str = ""  # organisation; the document's author
    chair: str = ""
    minute_taker: str = ""
    attending: tuple[Party, ...] = ()  # agenda: who is invited; minutes: who was there
    apologies: tuple[Absence, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A line of the minutes; `reference`, `owner` and `due` are an action's or question's."""

    kind: EntryKind
    text: Prose
    organisation: str = ""  # who said it
    reference: str = ""  # A-19-03
    owner: str = ""
    due: str = ""

    @property
    def is_note(self) -> bool:
        """Printed without the word for its kind."""
        return self.kind is EntryKind.NOTE

    @property
    def is_decision(self) -> bool:
        return self.kind is EntryKind.DECISION


@dataclass(frozen=True)
class Address:
    """A web address; printed as a link that can be clicked, with words instead of the address."""

    url: str
    name: str


@dataclass(frozen=True)
class Item:
    """A line of the agenda, in printed order; `number` is `1`, or `1.1` for a sub-item."""

    number: str
    title: str
    purpose: Purpose
    presenter: str = ""  # without "v/"
    minutes: int | None = None
    background: Prose = ""
    standing: bool = False
    links: tuple[Address, ...] = ()  # files and pages
    state: Unprinted[ItemState] = ItemState.ACCEPTED
    reason: Unprinted[str] = ""  # why it was deferred at this meeting
    origin: Unprinted[ItemOrigin] = ItemOrigin.NEW
    carried_from: Unprinted[int | None] = None  # number of the meeting that it comes from
    carried_reason: Unprinted[str] = ""
    raised_at: Unprinted[int | None] = None  # number of the meeting that first had the matter
    times: Unprinted[int] = 1  # on how many agendas it has stood, this one among them

    @property
    def mark(self) -> Message:
        """The purpose as a letter or two, as agendas print it after the title: `B`."""
        return msg(f"documents.mark.{self.purpose.value}")

    @property
    def is_sub_item(self) -> bool:
        return "." in self.number

    @property
    def deferred(self) -> Message | None:
        """`Udsat, da SDS ikke deltager`; None when the item wasn't deferred."""
        if self.state is not ItemState.DEFERRED:
            return None
        return msg(f"documents.deferred{wording(self.reason)}", reason=self.reason.strip())

    @property
    def carried(self) -> Message | None:
        """Why it stands here again: `Udsat fra møde nr. 18, da SDS ikke deltager`."""
        if self.carried_from is None or self.origin in {ItemOrigin.NEW, ItemOrigin.STANDING}:
            return None
        told = msg(f"documents.carried.{self.origin.value}{wording(self.carried_reason)}",
                   number=self.carried_from, reason=self.carried_reason.strip())  # fmt: skip
        if self.raised_at is None or self.times <= 2:  # noqa: PLR2004 twice says itself
            return told
        return msg("documents.carried_again", carried=told, number=self.raised_at,
                   nth=nth(self.times))  # fmt: skip


@dataclass(frozen=True)
class TreatedItem(Item):
    """An item in the minutes, with what was said, in order."""

    entries: tuple[Entry, ...] = ()

    @property
    def silent(self) -> bool:
        """Treated, and nobody had anything written down."""
        return self.state is ItemState.TREATED and not self.entries


@dataclass(frozen=True)
class DeferredItem:
    """A line of the list of what comes back at the next meeting."""

    number: str
    title: str
    reason: str


@dataclass(frozen=True)
class Decision:
    """A decision and the number of the item that it was taken under."""

    number: str
    text: Prose


@dataclass(frozen=True)
class StatusRow:
    """What one vendor says of one solution.

    `new` since the last meeting's minutes; `stale` when not confirmed in this round.
    """

    vendor: str
    solution: str
    product: str = ""
    certification: CertificationState | None = None
    rollout: Prose = ""
    planned: str = ""
    needs: Prose = ""
    new: bool = False
    stale: bool = False


@dataclass(frozen=True)
class Option:
    text: str | StrEnum  # an enum where the words are ours, as in a format poll
    votes: int
    chosen: bool = False


@dataclass(frozen=True)
class Poll:
    """A closed poll; every organisation of the electorate has one vote."""

    question: str
    electorate: tuple[str, ...]
    options: tuple[Option, ...]
    outcome: Unprinted[PollOutcome]
    number: str = ""  # of its item
    reason: Unprinted[str] = ""  # of the organiser's choice in a tie
    consequence: Prose | Message = ""

    @property
    def votes(self) -> int:
        return sum(option.votes for option in self.options)

    @property
    def electors(self) -> int:
        return len(self.electorate)

    @property
    def result(self) -> Message:
        """The outcome as one sentence."""
        chosen = next((option.text for option in self.options if option.chosen), None)
        if chosen is None:
            return msg("documents.poll.open", outcome=self.outcome)
        if self.outcome is PollOutcome.TIE:
            settled = f"documents.poll.settled{wording(self.reason)}"
            return msg(settled, option=chosen, reason=self.reason.strip())
        return msg("documents.poll.decided", option=chosen)


@dataclass(frozen=True)
class ActionRow:
    reference: str  # A-19-03
    text: Prose
    owner: str
    state: ActionState
    due: str = ""  # empty: the next meeting
    overdue: bool = False
    answer: Prose = ""  # the latest


@dataclass(frozen=True)
class NextMeeting:
    title: str = ""
    when: Span | None = None
    place: str = ""
    form: MeetingFormat | None = None
    tentative: bool = False


@dataclass(frozen=True)
class Draft:
    version: int
    comments_until: datetime | None = None


@dataclass(frozen=True)
class Approval:
    """`corrections` are the remarks that changed the minutes; none: approved as sent.

    `answered`: there were remarks, and none of them changed anything.
    """

    on: date
    corrections: tuple[Prose, ...] = ()
    answered: bool = False


class Marked:
    """A paper whose items carry the marks of their purposes."""

    @property
    def marks(self) -> Message:
        """What the marks stand for, in one line."""
        return msg("documents.marks")


@dataclass(frozen=True)
class AgendaPaper(Marked):
    meeting: Meeting
    items: tuple[Item, ...] = ()
    status: tuple[StatusRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def minutes(self) -> int:
        """Allotted in all, without what is deferred; 0 when no item has a time.

        The time of an item holds its sub-items'; where it has none, theirs count.
        """
        timed = {item.number for item in self.items if item.minutes}
        return sum(
            item.minutes or 0
            for item in self.items
            if item.state is not ItemState.DEFERRED
            and not (item.is_sub_item and item.number.partition(".")[0] in timed)
        )


@dataclass(frozen=True)
class Change:
    """What became of an item after the agenda was sent."""

    number: str
    title: str
    kind: Unprinted[AgendaChangeKind]
    reason: Unprinted[str] = ""  # why it was deferred or taken off

    @property
    def told(self) -> Message:
        """`Punkt 2 er udsat, da SDS ikke deltager: Test`."""
        gone = self.kind in {AgendaChangeKind.DEFERRED, AgendaChangeKind.WITHDRAWN}
        return msg(
            f"documents.change.{self.kind.value}{wording(self.reason) if gone else ''}",
            number=self.number,
            title=self.title,
            reason=self.reason.strip(),
        )


@dataclass(frozen=True)
class SupplementPaper(Marked):
    """What changed after the agenda was sent, and the whole agenda as it stands since."""

    meeting: Meeting
    number: int  # of the supplement, from 1
    changes: tuple[Change, ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class MinutesPaper(Marked):
    """A draft or approved minutes: exactly one of the two marks is given."""

    meeting: Meeting
    items: tuple[TreatedItem, ...] = ()
    status: tuple[StatusRow, ...] = ()
    polls: tuple[Poll, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    questions: tuple[Question, ...] = ()
    answers: tuple[Answered, ...] = ()
    next_meeting: NextMeeting | None = None
    draft: Draft | None = None
    approval: Approval | None = None

    def __post_init__(self) -> None:
        if (self.draft is None) == (self.approval is None):
            message = "minutes are either a draft or approved"
            raise ValueError(message)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(
            Decision(item.number, entry.text)
            for item in self.items
            for entry in item.entries
            if entry.is_decision
        )

    @property
    def deferred(self) -> tuple[DeferredItem, ...]:
        return tuple(
            DeferredItem(item.number, item.title, item.reason)
            for item in self.items
            if item.state is ItemState.DEFERRED
        )


@dataclass(frozen=True)
class InvitationPaper:
    """A calendar invitation. The same `uid` with a higher `sequence` replaces an earlier one.

    `organizer` is a name with its organisation: `Anna Holm, MedCom`.
    """

    meeting: Meeting
    uid: str  # RFC 5545, 3.8.4.7: globally unique and never changed
    sequence: int  # RFC 5545, 3.8.7.4
    organizer: str
    cancelled: bool = False
    items: tuple[Item, ...] = ()
