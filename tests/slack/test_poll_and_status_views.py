"""Polls and status stay inside Slack's limits, whatever people typed and however many."""

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.demo.blockkit.surfaces import check_message_blocks, check_view
from bot.results.meetings import MeetingHead
from bot.results.polls import (
    ConsequencePlan,
    ElectorChoice,
    ItemChoice,
    OptionLine,
    OwnVote,
    PollMenu,
    PollPreparation,
    PollSheet,
    Reader,
    Slot,
)
from bot.results.status import Due, Missing, Plan, Prompt, ReportLine, StatusLine, StatusPage
from bot.rules.polls import formats
from bot.slack import limits
from bot.slack.replies import Reply
from bot.slack.views import poll_forms, polls, status, status_forms
from bot.texts import Words
from storage.vocabulary import (
    CertificationState,
    FormatChoice,
    ItemId,
    Language,
    MeetingFormat,
    MeetingId,
    MeetingState,
    OptionId,
    OrganisationId,
    PlanningDate,
    PollId,
    PollKind,
    PollOutcome,
    PollState,
    Precision,
    ReportId,
    RoundId,
    SeriesId,
    TopicId,
)
from tests.support.town import words

NOW = datetime(2022, 3, 10, 13, 0, tzinfo=UTC)
WEEK = PlanningDate(date(2022, 3, 21), date(2022, 3, 27), Precision.WEEK)


def typed(most: int) -> st.SearchStrategy[str]:
    """What people type, up to a field's length; often exactly that long."""
    letters = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])
    return st.one_of(
        st.text(letters, min_size=1, max_size=min(most, 40)),
        st.sampled_from("&<æ*_").map(lambda letter: letter * most),
    )


def meeting(title: str) -> MeetingHead:
    return MeetingHead(
        id=MeetingId(1),
        series_id=SeriesId(1),
        series="Serie",
        number=19,
        title=title,
        starts_at=NOW,
        ends_at=NOW.replace(hour=14),
        place="Teams",
        format=MeetingFormat.JOINT,
        vendor="",
        state=MeetingState.COLLECTING,
        channel=None,
        language=Language.DANISH,
        zone="Europe/Copenhagen",
        version=1,
    )


NAMES = st.lists(typed(40), min_size=1, max_size=30)


@st.composite
def sheets(draw: st.DrawFn) -> PollSheet:
    kind = draw(st.sampled_from(PollKind))
    choices = list(FormatChoice) if kind is PollKind.FORMAT else [None] * draw(st.integers(2, 10))
    state = draw(st.sampled_from(PollState))
    outcome = draw(st.sampled_from(PollOutcome)) if state is PollState.CLOSED else None
    chosen = draw(st.integers(0, 1)) if outcome in (PollOutcome.DECIDED, PollOutcome.TIE) else -1
    options = tuple(
        OptionLine(
            OptionId(place),
            "" if choice else draw(typed(75)),
            choice,
            draw(st.sampled_from([None, 0, 1, 30])),
            chosen=place == chosen,
            leads=place < 2,
        )
        for place, choice in enumerate(choices)
    )
    vote = OwnVote(options[0], draw(typed(120)), NOW) if draw(st.booleans()) else None
    reader = Reader(draw(typed(40)), draw(st.booleans()), draw(st.booleans()), vote)
    return PollSheet(
        id=PollId(1),
        kind=kind,
        question=draw(typed(300)),
        meeting=meeting(draw(typed(150))),
        secret=draw(st.booleans()),
        quorum=2,
        state=state,
        closes_at=NOW,
        extended=draw(st.booleans()),
        outcome=outcome,
        reason=draw(typed(500)),
        options=options,
        voted=tuple(draw(NAMES)),
        missing=tuple(draw(NAMES)),
        applied=state is PollState.CLOSED and draw(st.booleans()),
        next_title=draw(typed(150)),
        next_at=draw(st.sampled_from([None, NOW])),
        reader=draw(st.sampled_from([None, reader])),
    )


def fits(reply: Reply) -> None:
    fitted = limits.message(reply)
    assert fitted["text"]
    check_message_blocks(fitted["blocks"])


def fits_dialog(view: View) -> None:
    check_view(limits.view(view), "modal")


def fits_home(blocks: list[Block]) -> None:
    if blocks:
        check_view(limits.view(View(type="home", blocks=blocks)), "home")


LANGUAGES: list[Words] = [words(language) for language in Language]
TONGUES = st.sampled_from(LANGUAGES)


@given(sheets(), TONGUES)
@settings(deadline=None)
def test_every_poll_can_be_shown(sheet: PollSheet, t: Words):
    fits(polls.card(sheet, t))
    fits(polls.own(sheet, t))
    fits(polls.desk(sheet, t))
    fits_dialog(poll_forms.vote_form(sheet, t, channel="C1"))
    fits_dialog(poll_forms.settle_form(sheet, t, channel="C1"))


@given(
    held=st.lists(sheets(), max_size=60), organizes=st.booleans(), question=typed(300), t=TONGUES
)
@settings(deadline=None, max_examples=20)
def test_many_polls_can_be_listed(
    held: list[PollSheet], *, organizes: bool, question: str, t: Words
):
    head = meeting("Fællesmøde nr. 19")
    fits(polls.menu(PollMenu(head, tuple(held), organizes), t, question))
    fits_home(polls.home_section(held, t))


@given(sheets(), NAMES, NAMES, typed(300), TONGUES)
@settings(deadline=None, max_examples=50)
def test_the_dialogs_hold_many_organisations_and_items(
    sheet: PollSheet, vendors: list[str], titles: list[str], question: str, t: Words
):
    ready = PollPreparation(
        meeting=sheet.meeting,
        items=tuple(ItemChoice(ItemId(n), f"{n}", title) for n, title in enumerate(titles)),
        item=ItemId(0),
        electors=tuple(
            ElectorChoice(OrganisationId(n), name, n % 2 == 0) for n, name in enumerate(vendors)
        ),
        closes_at=NOW,
    )
    fits_dialog(poll_forms.format_form(ready, t, channel="C1"))
    fits_dialog(poll_forms.choice_form(ready, t, question=question, channel="C1"))
    slots = (
        Slot(None, "", NOW),
        *(Slot(OrganisationId(n + 1), name, NOW) for n, name in enumerate(vendors)),
    )
    plan = ConsequencePlan(sheet, formats(FormatChoice.MIXED), slots, sheet.meeting, "https://x")
    fits_dialog(poll_forms.apply_form(plan, t, channel="C1"))


@st.composite
def lines(draw: st.DrawFn) -> StatusLine:
    report = ReportLine(
        id=ReportId(1),
        certification=draw(st.sampled_from(CertificationState)),
        rollout=draw(typed(1_000)),
        planned=draw(st.sampled_from([None, WEEK])),
        needs=draw(typed(1_000)),
        by=draw(typed(120)),
        organisation=draw(typed(40)),
        at=NOW,
        confirmed=draw(st.booleans()),
        unchanged=draw(st.booleans()),
    )
    return StatusLine(
        vendor_id=OrganisationId(1),
        vendor=draw(typed(40)),
        product=draw(typed(60)),
        topic_id=TopicId(1),
        topic=draw(typed(75)),
        latest=draw(st.sampled_from([None, report])),
        earlier=None,
        new=draw(st.booleans()),
        stale=draw(st.booleans()),
        answered=draw(st.booleans()),
    )


@given(line=lines(), running=st.booleans(), t=TONGUES)
@settings(deadline=None)
def test_every_prompt_can_be_shown(line: StatusLine, *, running: bool, t: Words):
    asked = Prompt(RoundId(1), meeting("Fællesmøde nr. 19"), line, NOW, open=running)
    fits(status.prompt(asked, t))
    fits_dialog(status_forms.answer_form(asked, t, channel="C1"))
    plan = Plan(SeriesId(1), MeetingId(1), separate=False, line=line)
    fits_dialog(status_forms.known_form(plan, t, channel="C1"))


@given(held=st.lists(lines(), max_size=60), organizes=st.booleans(), names=NAMES, t=TONGUES)
@settings(deadline=None, max_examples=20)
def test_many_plans_can_be_listed(
    held: list[StatusLine], *, organizes: bool, names: list[str], t: Words
):
    head = meeting("Fællesmøde nr. 19")
    late = tuple(Missing(name, ("Fælles Stamkort",)) for name in names)
    for its_meeting in (head, None):
        page = StatusPage(
            SeriesId(1),
            its_meeting,
            "Europe/Copenhagen",
            tuple(held),
            asked=True,
            missing=late,
            organizes=organizes,
            may_ask=True,
        )
        fits(status.page(page, t))
    prompts = tuple(Prompt(RoundId(n), head, each, NOW, open=True) for n, each in enumerate(held))
    fits_home(status.home_section(Due(prompts, ((head, late),)), t))
