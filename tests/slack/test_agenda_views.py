"""The agenda's messages and dialogs stay inside Slack's limits, whatever people typed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.demo.blockkit import check_message_blocks, check_view
from bot.results.agenda import (
    Agenda,
    AgendaSent,
    Brought,
    DeferralForm,
    ItemLine,
    ItemMatched,
    ItemPanel,
    ItemRuled,
    ItemSaved,
    OwnAgenda,
    PageLink,
    Ruled,
    Saved,
    Sending,
)
from bot.results.attendance import PartyLine
from bot.results.documents import PaperLine, Papers
from bot.results.meetings import MeetingHead
from bot.results.similar import Alike, AlikeKind
from bot.rules.links import MOST
from bot.slack import limits
from bot.slack.ids.meta import unpacked
from bot.slack.replies import Reply
from bot.slack.views import agenda as views
from bot.slack.views import documents as paper_views
from bot.slack.views import links, organizing, proposals, similar
from bot.slack.views import ordering as forms
from bot.slack.views.proposals import Filled
from storage.vocabulary import (
    AgendaChangeKind,
    AttendanceState,
    ChannelId,
    DocumentId,
    DocumentKind,
    ItemId,
    ItemOrigin,
    ItemState,
    Language,
    MeetingFormat,
    MeetingId,
    MeetingState,
    OrganisationId,
    ParticipantId,
    Purpose,
    SeriesId,
)
from tests.support.town import words

T = words()
SOME = settings(max_examples=40, deadline=None)
STARTS = datetime(2022, 3, 10, 13, 0, tzinfo=UTC)
TYPED = ("x", "&", "<", "æ", "🙂", "ord ", "*_~`")
"""What people type: long words, what Slack escapes, and what counts double in UTF-16."""


@dataclass(frozen=True)
class Shape:
    """An agenda in few words, so that hypothesis can show it."""

    items: int
    subs: int  # every so many starts a new main item
    sign: str
    title: int
    presenter: int
    reason: int
    references: int
    away: int
    state: MeetingState
    item: ItemState
    origin: ItemOrigin

    def text(self, most: int) -> str:
        return (self.sign * most)[:most].strip() or "x"

    def head(self) -> MeetingHead:
        return MeetingHead(
            id=MeetingId(1), series_id=SeriesId(1), series=self.text(150), number=19,
            title=self.text(self.title), starts_at=STARTS, ends_at=STARTS + timedelta(minutes=75),
            place=self.text(300), format=MeetingFormat.JOINT, vendor="", state=self.state,
            channel=ChannelId("C1"), language=Language.DANISH, zone="Europe/Copenhagen", version=1,
        )  # fmt: skip

    def line(self, at: int) -> ItemLine:
        top, under = divmod(at, self.subs)
        return ItemLine(
            id=ItemId(at + 1), number=f"{top + 1}.{under}" if under else f"{top + 1}",
            title=self.text(self.title), background=self.text(3_000), purpose=Purpose.DECISION,
            presenter=self.text(self.presenter) if self.presenter else "", minutes=10,
            state=self.item, reason=self.text(self.reason) if self.reason else "",
            origin=self.origin, standing=None, parent_id=None, proposer_id=ParticipantId(1),
            proposer=self.text(160), late=False, source="", version=1, carried_from=18,
            carried_reason=self.text(self.reason) if self.reason else "",
            gathers=tuple(f"A-19-{each:02d}" for each in range(self.references)),
            needs=self.parties(self.references, AttendanceState.INVITED),
            links=tuple(
                PageLink("https://medcom.dk/" + "&" * (900 if each == 1 else 100), self.text(150))
                for each in range(min(self.references, MOST))
            ),
            brought=Brought(AgendaChangeKind.CHANGED, 12) if self.references else None,
        )  # fmt: skip

    def parties(self, count: int, state: AttendanceState) -> tuple[PartyLine, ...]:
        return tuple(
            PartyLine(OrganisationId(each), self.text(40), state, self.text(300))
            for each in range(count)
        )

    def agenda(self) -> Agenda:
        items = tuple(map(self.line, range(self.items)))
        return Agenda(
            meeting=self.head(), items=items, waiting=items[:40],
            parties=self.parties(self.away, AttendanceState.APOLOGIES),
            minutes=10 * self.items, papers=self.items,
        )  # fmt: skip


def shapes(least: int, most: int) -> st.SearchStrategy[Shape]:
    return st.builds(
        Shape,
        items=st.integers(least, most), subs=st.integers(1, 6), sign=st.sampled_from(TYPED),
        title=st.sampled_from([1, 40, 150]), presenter=st.sampled_from([0, 20, 120]),
        reason=st.sampled_from([0, 30, 500]), references=st.sampled_from([0, 1, 60]),
        away=st.sampled_from([0, 1, 90]), state=st.sampled_from(MeetingState),
        item=st.sampled_from(ItemState), origin=st.sampled_from(ItemOrigin),
    )  # fmt: skip


def stands(reply: Reply) -> str:
    """The message as Slack would take it; nothing of it had to be cut for that."""
    blocks = [block.to_dict() for block in reply.blocks]
    fitted = limits.message(reply)["blocks"]
    check_message_blocks(fitted)
    assert len(blocks) <= limits.MESSAGE_BLOCKS
    assert len(fitted) == len(blocks)
    return "\n".join(
        block["text"]["text"] for block in fitted if block["type"] == "section" and "text" in block
    )


WIDEST = Shape(
    items=60, subs=1, sign="&", title=150, presenter=120, reason=500, references=60, away=90,
    state=MeetingState.COLLECTING, item=ItemState.DEFERRED, origin=ItemOrigin.OPEN_QUESTION,
)  # fmt: skip


@SOME
@given(shapes(60, 60))
@example(WIDEST)
def test_the_card_shows_each_of_sixty_items(shape):
    agenda = shape.agenda()
    for t in (T, words(Language.ENGLISH)):
        said = stands(views.card(agenda, t))
        for item in agenda.items:
            assert f"*{item.number}.*" in said


@SOME
@given(shapes(0, 250))
def test_beyond_that_it_says_how_many_are_missing(shape):
    agenda = shape.agenda()
    said = stands(views.card(agenda, T))
    shown = sum(f"*{item.number}.* " in said for item in agenda.items)
    assert shown == len(agenda.items) or "mere; det hele står i dagsordenen" in said


@SOME
@given(shapes(0, 60))
def test_the_private_agenda_stands_with_every_item_ones_own(shape):
    agenda = shape.agenda()
    own = OwnAgenda(agenda, agenda.items, organizes=True)
    stands(views.private(own, T))
    stands(views.mine(own, T))


@SOME
@given(shapes(0, 120))
def test_the_organisers_messages_stand(shape):
    agenda = shape.agenda()
    stands(organizing.desk(agenda, T))
    stands(organizing.waiting(agenda, T))
    stands(organizing.ready(agenda, T))
    stands(organizing.sent(AgendaSent(Sending.HELD_BACK, agenda), T))
    for item in agenda.items[:3]:
        before = f"{item.number} {item.title}"
        stands(organizing.panel(ItemPanel(item, agenda.meeting, before, before, mine=False), T))
        for what in Ruled:
            stands(organizing.ruled(ItemRuled(what, item, agenda.meeting), T))


@SOME
@given(shapes(0, 60))
@example(WIDEST)
def test_links_and_what_is_alike_stand(shape):
    agenda = shape.agenda()
    stands(links.listed(agenda, T))
    for item, kind in product(agenda.items[:1], AlikeKind):
        alike = Alike(kind, 10**9, shape.text(150), shape.text(3_000))
        for what in Saved:
            if what is not Saved.ASKED_OFF:
                stands(proposals.saved(ItemSaved(what, item, agenda.meeting, alike), T))
        stands(similar.matched(ItemMatched(item, agenda.meeting, alike), T))


@SOME
@given(shapes(0, 150))
def test_the_dialogs_stand(shape):
    agenda = shape.agenda()
    channel = "C0123456789"
    dialogs = [
        forms.arrange_form(agenda, T, channel=channel),
        proposals.add_form(agenda, T, Filled("x" * 150, "&" * 3_000, "u" * 300), channel=channel),
        proposals.choose_form((agenda.meeting,) * 120, T, Filled("", "", ""), channel=channel),
    ]
    for item in agenda.items[:2]:
        held = DeferralForm(item, agenda.meeting, agenda.parties, ())
        dialogs += [
            forms.defer_form(held, T, channel=channel),
            forms.decline_form(item, T, channel=channel),
            proposals.edit_form(agenda, item, T, channel=channel),
        ]
    for dialog in dialogs:
        check_view(limits.view(dialog), "modal")


@SOME
@given(shapes(0, 150))
def test_the_order_dialog_remembers_the_numbers_that_it_shows(shape):
    agenda = shape.agenda()
    dialog = forms.arrange_form(agenda, T, channel="C1")
    shown = forms.shown_in(str(unpacked(dialog.private_metadata or "")["shown"]))
    fields = [
        block.block_id for block in dialog.blocks if (block.block_id or "").startswith("place")
    ]
    assert fields == [f"place_{item}" for item in shown]
    numbers = {item.id: item.number for item in agenda.items}
    assert shown == {item: numbers[item] for item in shown}
    if len(agenda.items) <= 60:
        assert len(shown) == len(agenda.items)


@pytest.mark.parametrize("count", [0, 1, 60])
def test_the_list_of_papers_stands(count):
    head = Shape(
        0, 1, "x", 150, 0, 0, 0, 0, MeetingState.APPROVED, ItemState.TREATED, ItemOrigin.NEW
    ).head()
    papers = tuple(
        PaperLine(DocumentId(each), DocumentKind.AGENDA, each, "n" * 200, STARTS)
        for each in range(1, count + 1)
    )
    stands(paper_views.listed(Papers(head, papers), T))
