"""An organisation's mandates stay inside Slack's limits, whatever people typed."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.cycle.steps.remarks import MOST_LISTED
from bot.demo.blockkit import check_message_blocks, check_view
from bot.results.mandates import (
    Given,
    MandateForm,
    MandateLine,
    MandateList,
    MandateSaved,
    RemarkKept,
    RemarkLine,
)
from bot.slack import limits
from bot.slack.replies import Reply
from bot.slack.views import mandates as views
from storage.vocabulary import (
    MandateId,
    MeetingId,
    OrganisationId,
    ParticipantId,
    RemarkId,
    SeriesId,
)
from tests.support.town import words

T = words()
SOME = settings(max_examples=25, deadline=None)
TYPED = ("x", "&", "<", "🙂", "ord ", "*_~`")
DAY = date(2022, 3, 10)


def text(sign: str, most: int) -> str:
    return (sign * most)[:most].strip() or "x"


def line(sign: str, at: int) -> MandateLine:
    return MandateLine(
        MandateId(at + 1), text(sign, 120), DAY, DAY, text(sign, 150) if at % 2 else "",
        text(sign, 120), text(sign, 300), may_end=True,
    )  # fmt: skip


def listed(sign: str, count: int, remarks: int) -> MandateList:
    return MandateList(
        SeriesId(1), text(sign, 150), OrganisationId(2), text(sign, 40),
        tuple(text(sign, 120) for _ in range(count)), by_contacts=False,
        lines=tuple(line(sign, at) for at in range(count)), may_give=True, may_substitute=True,
        remarks=tuple(
            RemarkLine(
                RemarkId(at), text(sign, 120), text(sign, 200), text(sign, 3_000),
                text(sign, 150), mine=True,
            )
            for at in range(remarks)
        ),
    )  # fmt: skip


def stands(reply: Reply) -> None:
    fitted = limits.message(reply)["blocks"]
    check_message_blocks(fitted)
    assert len(fitted) == len(reply.blocks)


@SOME
@given(st.sampled_from(TYPED), st.integers(0, 120), st.integers(0, MOST_LISTED))
@example("&", 120, MOST_LISTED)
def test_the_list_stands_as_a_message_and_as_a_dialog(sign: str, count: int, remarks: int):
    held = listed(sign, count, remarks)
    stands(views.message(held, T))
    check_view(limits.view(views.overview(held, T, channel="C1")), "modal")


@SOME
@given(st.sampled_from(TYPED), st.integers(1, 150))
def test_the_dialogs_stand(sign: str, count: int):
    people = tuple((ParticipantId(at), text(sign, 120)) for at in range(count))
    meetings = tuple((MeetingId(at), text(sign, 150)) for at in range(count))
    held = MandateForm(listed(sign, count, 0), people, people, meetings)
    for dialog in (
        views.give_form(held, T, channel="C1"),
        views.substitute_form(held, T, channel="C1"),
        views.end_form(held.listed, saved(sign, 0, Given.ENDED), T, channel="C1"),
    ):
        check_view(limits.view(dialog), "modal")


def saved(sign: str, at: int, what: Given) -> MandateSaved:
    return MandateSaved(
        what, line(sign, at), SeriesId(1), OrganisationId(2), text(sign, 40), until_before=DAY
    )


@pytest.mark.parametrize("what", Given)
@pytest.mark.parametrize("sign", TYPED)
def test_what_became_of_it_stands(sign: str, what: Given):
    for at in (0, 1):
        stands(views.saved(saved(sign, at, what), T))
    for withdrawn in (False, True):
        names = tuple(text(sign, 120) for _ in range(40))
        kept = RemarkKept(RemarkId(1), text(sign, 40), names, text(sign, 3_000), withdrawn)
        stands(views.remark(kept, T))
