"""Private questions stay inside Slack's limits however much is asked and answered."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo.blockkit import check_message_blocks, check_view
from bot.results.inquiries import AnswerForm, Inquiries, InquiryLine, Published
from bot.results.series import SeriesHead
from bot.rules.inquiries import LONGEST
from bot.slack import limits
from bot.slack.replies import Reply
from bot.slack.views import inquiries as views
from storage.vocabulary import (
    ChannelId,
    InquiryId,
    InquiryState,
    Language,
    OrganisationId,
    SeriesId,
)
from tests.support.town import words

DANISH = words()
AT = datetime(2022, 3, 10, 13, 0, tzinfo=UTC)
texts = st.one_of(
    st.text(min_size=1, max_size=40), st.just("Ø" * LONGEST), st.just("<!channel> & " * 150)
)
names = st.one_of(st.text(min_size=1, max_size=40), st.just("&" * 100))
SERIES = SeriesHead(
    id=SeriesId(1), name="Ø" * 200, subject="", channel=ChannelId("C1"),
    language=Language.DANISH, zone="Europe/Copenhagen", joint_title="Nr. #",
    separate_title="Nr. #", next_number=20, start_time="14.00", duration_minutes=75,
    open_days=20, prompt_days=10, freeze_days=5, comment_days=5, moderated=False, version=1,
)  # fmt: skip


@st.composite
def lines(draw: st.DrawFn) -> InquiryLine:
    state = draw(st.sampled_from(InquiryState))
    text = draw(texts)
    given = Published(1, text, text, draw(names), AT) if state is InquiryState.PUBLISHED else None
    return InquiryLine(InquiryId(1), SERIES, text, draw(names), state, text[:300], text, given, 1)


def fits(shown: Reply) -> None:
    check_message_blocks(limits.message(shown)["blocks"])


@settings(max_examples=40, deadline=None)
@given(lines(), names, st.integers(1, 130))
def test_cards_and_dialogs_of_one_question(line, name, count):
    fits(views.card(line, DANISH))
    fits(views.saved(line, DANISH))
    if line.published:
        fits(views.answer_card(line.published, DANISH))
    held = AnswerForm(line, tuple((OrganisationId(number), name) for number in range(count)))
    for form in (views.answer_form, views.asker_form, views.decline_form):
        check_view(limits.view(form(held, DANISH, channel="C1")), "modal")
    check_view(limits.view(views.ask_form(SERIES, DANISH, channel="C1")), "modal")


@settings(max_examples=20, deadline=None)
@given(texts, names, st.integers(0, 20), st.integers(0, 3), st.sampled_from(InquiryState))
def test_the_list(text, name, published, own, state):
    given = Published(1, text, text, name, AT)
    line = InquiryLine(InquiryId(1), SERIES, text, name, state, "", text, None, 1)
    fits(views.listed(Inquiries(SERIES, (given,) * published, (line,) * own, True), DANISH))


@pytest.mark.parametrize("state", [each for each in InquiryState if each is not InquiryState.ASKED])
def test_what_is_settled_has_no_buttons(state):
    line = InquiryLine(InquiryId(1), SERIES, "?", "Lars", state, "", "Ja.", None, 1)
    assert not [block for block in views.card(line, DANISH).blocks if block.type == "actions"]
