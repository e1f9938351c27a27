"""Panel, minutes, remarks and actions stay inside Slack's limits, whatever people wrote."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.demo.blockkit import check_message_blocks, check_view
from bot.results.actions import (
    ActionAnswered,
    ActionForm,
    ActionLine,
    ActionPage,
    Answered,
    DigestShown,
    History,
    HistoryLine,
    Owner,
)
from bot.results.agenda import ItemLine
from bot.results.meetings import MeetingHead
from bot.results.minutes import (
    CommentLine,
    CommentSaved,
    Ending,
    EntryForm,
    EntryLine,
    EntryMark,
    EntrySaved,
    Minutes,
    TreatedLine,
)
from bot.slack import limits
from bot.slack.ids.meta import LONGEST
from bot.slack.replies import Reply
from bot.slack.views import action_forms
from bot.slack.views import actions as action_views
from bot.slack.views import comments as comment_views
from bot.slack.views import entries as entry_views
from bot.slack.views import minutes as views
from bot.slack.views import session as session_views
from bot.slack.views.lengths import shown
from bot.texts.catalogues import escaped
from storage.vocabulary import (
    ActionId,
    ActionKind,
    ActionState,
    ChannelId,
    CommentId,
    CommentState,
    EntryId,
    EntryKind,
    FollowUpKind,
    ItemId,
    ItemOrigin,
    ItemState,
    Language,
    MeetingFormat,
    MeetingId,
    MeetingState,
    OrganisationId,
    PlanningDate,
    Precision,
    Purpose,
    SeriesId,
)
from tests.support.town import words

T = words()
SOME = settings(max_examples=40, deadline=None)
STARTS = datetime(2022, 3, 10, 13, 0, tzinfo=UTC)
SIGNS = ("x", "&", "<", "æ", "🙂", "ord ", "*_~`")
WEEK = PlanningDate(date(2022, 4, 4), date(2022, 4, 10), Precision.WEEK, text="uge 14")


@dataclass(frozen=True)
class Shape:
    """A meeting in few words, so that hypothesis can show it."""

    items: int
    entries: int
    comments: int
    actions: int
    sign: str
    length: int
    kind: EntryKind
    state: MeetingState
    item: ItemState
    action: ActionState
    organizes: bool

    def text(self, most: int) -> str:
        return (self.sign * self.length)[: min(most, self.length)].strip() or "x"

    def head(self) -> MeetingHead:
        return MeetingHead(
            id=MeetingId(1), series_id=SeriesId(1), series=self.text(150), number=19,
            title=self.text(150), starts_at=STARTS, ends_at=STARTS + timedelta(minutes=75),
            place=self.text(300), format=MeetingFormat.JOINT, vendor="", state=self.state,
            channel=ChannelId("C1"), language=Language.DANISH, zone="Europe/Copenhagen", version=1,
        )  # fmt: skip

    def line(self, at: int) -> ItemLine:
        return ItemLine(
            id=ItemId(at + 1), number=f"{at + 1}", title=self.text(150),
            background=self.text(3_000), purpose=Purpose.DECISION, presenter=self.text(120),
            minutes=10, state=self.item, reason=self.text(500), origin=ItemOrigin.NEW,
            standing=None, parent_id=None, proposer_id=None, proposer="", late=False, source="",
            version=1,
        )  # fmt: skip

    def entry(self, at: int) -> EntryLine:
        promise = self.kind in (EntryKind.ACTION, EntryKind.QUESTION)
        return EntryLine(
            id=EntryId(at + 1), item_id=ItemId(1), kind=self.kind, text=self.text(3_000),
            author="Mette Holm, MedCom", action_id=ActionId(1) if promise else None,
            reference="A-19-01" if promise else "", owner_id=OrganisationId(1) if promise else None,
            owner=self.text(40) if promise else "", asked_by=self.text(120) if promise else "",
            due=WEEK if promise else None, source="", of_poll=False, version=1,
        )  # fmt: skip

    def comment(self, at: int) -> CommentLine:
        return CommentLine(
            id=CommentId(at + 1), author=self.text(120), organisation=self.text(40),
            text=self.text(3_000), state=CommentState.OPEN, reply="", made_at=STARTS, version=1,
        )  # fmt: skip

    def minutes(self) -> Minutes:
        items = [TreatedLine(self.line(at), ()) for at in range(self.items)]
        if items:
            entries = tuple(self.entry(at) for at in range(self.entries))
            items[0] = TreatedLine(items[0].item, entries)
        return Minutes(
            meeting=self.head(), items=tuple(items), current_id=ItemId(1) if items else None,
            comments=tuple(self.comment(at) for at in range(self.comments)),
            comments_until=STARTS, drafts=1, finals=0, organizes=self.organizes,
            may_comment=True,
        )  # fmt: skip

    def act(self, at: int) -> ActionLine:
        return ActionLine(
            id=ActionId(at + 1), reference=f"A-19-{at:02d}", kind=ActionKind.TASK,
            text=self.text(3_000), owner_id=OrganisationId(1 + at % 2), owner=self.text(40),
            person="", asked_by=self.text(120), due=WEEK, due_day=date(2022, 4, 10), overdue=True,
            state=self.action, meeting=self.text(150), raised_on=date(2022, 3, 10), age=40,
            moved=3, answer=self.text(3_000), answered_by=self.text(120), refused=True,
            reason=self.text(500), may_answer=True, organizes=self.organizes, version=1,
        )  # fmt: skip

    def acts(self) -> tuple[ActionLine, ...]:
        return tuple(self.act(at) for at in range(self.actions))


SHAPES = st.builds(
    Shape,
    items=st.sampled_from([0, 1, 2, 60, 130]),
    entries=st.sampled_from([0, 1, 9, 120]),
    comments=st.sampled_from([0, 1, 9]),
    actions=st.integers(0, 10),
    sign=st.sampled_from(SIGNS),
    length=st.sampled_from([1, 40, 150, 3_000]),
    kind=st.sampled_from(EntryKind),
    state=st.sampled_from(MeetingState),
    item=st.sampled_from([ItemState.ACCEPTED, ItemState.TREATED, ItemState.DEFERRED]),
    action=st.sampled_from(ActionState),
    organizes=st.booleans(),
)


HEAVY = Shape(
    items=60,
    entries=9,
    comments=0,
    actions=0,
    sign="&",
    length=3_000,
    kind=EntryKind.ACTION,
    state=MeetingState.IN_SESSION,
    item=ItemState.ACCEPTED,
    action=ActionState.OPEN,
    organizes=False,
)


def fits(reply: Reply) -> list[dict[str, Any]]:
    """What is sent, once Slack would take it: and nothing had to be left out to get there."""
    payload = limits.message(reply)
    assert payload["text"]
    check_message_blocks(payload["blocks"])
    assert len(payload["blocks"]) == len(reply.blocks), "nothing falls off unseen"
    return list(payload["blocks"])


def buttons(blocks: Sequence[dict[str, Any]]) -> set[str]:
    return {
        element["action_id"]
        for block in blocks
        for element in [*block.get("elements", ()), block.get("accessory") or {}]
        if "action_id" in element
    }


@SOME
@given(SHAPES)
@example(HEAVY)
def test_the_panel_keeps_all_its_buttons(shape: Shape):
    blocks = fits(session_views.panel(shape.minutes(), T))
    if shape.state is MeetingState.IN_SESSION:
        assert "minutes.end" in buttons(blocks)
        if shape.items:
            assert {"minutes.add_note", "minutes.add_action"} <= buttons(blocks)
    if shape.state is MeetingState.IN_REVIEW:
        assert "minutes.approve" in buttons(blocks)
        assert ("comments.accept" in buttons(blocks)) == bool(shape.comments)


@SOME
@given(SHAPES)
def test_card_reading_copy_and_steps_fit(shape: Shape):
    held = shape.minutes()
    fits(views.card(held, T))
    fits(views.overview(held, T, shape.text(3_000)))
    fits(views.organizing(held, T))
    fits(views.stepped("ended", held, T))


@SOME
@given(SHAPES)
def test_entries_and_remarks_are_confirmed(shape: Shape):
    for mark in EntryMark:
        fits(entry_views.saved(EntrySaved(mark, shape.entry(0), shape.line(0), shape.head()), T))
    fits(comment_views.saved(CommentSaved(shape.comment(0), shape.head()), T))


@SOME
@given(SHAPES)
def test_the_minutes_dialogs_fit(shape: Shape):
    held = shape.minutes()
    owners = tuple(Owner(OrganisationId(at), shape.text(40)) for at in range(1, 90))
    form = EntryForm(held, owners, shape.entry(0), shape.comment(0))
    if not held.items:
        return
    source = "https://medcom.slack.com/archives/C1/p1"
    dialogs = [
        entry_views.add_form(form, T, text=shape.text(3_000), source=source, channel="C1"),
        entry_views.add_form(form, T, kind=shape.kind, item_id=ItemId(1), channel="C1"),
        entry_views.edit_form(form, shape.entry(0), T, channel="C1"),
        entry_views.choose_form(held, T, channel="C1"),
        entry_views.change_form(form, T, channel="C1"),
        comment_views.add_form(held.meeting, T, channel="C1"),
        comment_views.choose_form(held, shape.comment(0), T, channel="C1"),
        comment_views.dismiss_form(CommentSaved(shape.comment(0), shape.head()), T, channel="C1"),
        session_views.end_form(
            Ending(held, tuple(each.item for each in held.items), (ItemId(1),)), T, channel="C1"
        ),
    ]
    for dialog in dialogs:
        fitted = limits.view(dialog)
        check_view(fitted, "modal")
        assert len(fitted["private_metadata"]) < LONGEST


@SOME
@given(SHAPES)
def test_lists_digests_and_histories_of_actions_fit(shape: Shape):
    acts = shape.acts()
    page = ActionPage(SeriesId(1), shape.text(150), True, shape.text(40), acts, 0, 30)
    assert "actions.page" in buttons(fits(action_views.page(page, T)))
    own = frozenset({OrganisationId(1)})
    fits(action_views.digest(DigestShown(date(2022, 4, 1), acts * 4, own), T))
    happened = HistoryLine(STARTS, FollowUpKind.MOVED, shape.text(160), shape.text(3_000), WEEK)
    fits(action_views.history(History(shape.act(0), (happened,) * 60, "Europe/Copenhagen"), T))
    for what in Answered:
        fits(action_views.answered(ActionAnswered(what, shape.act(0)), T))
    assert len(action_views.home_section(page, T)) <= 12


@SOME
@given(SHAPES)
def test_the_actions_dialogs_fit(shape: Shape):
    line = shape.act(0)
    owners = tuple(Owner(OrganisationId(at), shape.text(40)) for at in range(1, 90))
    form = ActionForm(MeetingId(1), shape.text(150), owners)
    for dialog in (
        action_forms.answer_form(line, T, channel="C1"),
        action_forms.move_form(line, T, channel="C1"),
        action_forms.block_form(line, T, channel="C1"),
        action_forms.drop_form(line, T, channel="C1"),
        action_forms.hand_over_form(line, form, T, channel="C1"),
        action_forms.new_form(form, T, channel="C1"),
    ):
        check_view(limits.view(dialog), "modal")


@given(st.text(max_size=80), st.integers(10, 60))
def test_a_text_is_cut_by_what_it_takes_on_the_wire(text: str, most: int):
    short = shown(text, most)
    assert len(escaped(short)) <= most
    if len(escaped(text)) <= most:
        assert short == text
