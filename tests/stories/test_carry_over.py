"""What stands on the next agenda by itself, in which order, and what goes when it is settled."""

from datetime import UTC, date, datetime

from bot.cycle import agenda, meetings, ordering, proposals
from bot.cycle.meetings import Typed
from bot.cycle.steps import carry_over
from bot.cycle.steps.actions import raise_action
from bot.ports import Clockwork
from bot.rules.actions import ActionDraft
from bot.rules.items import ItemDraft
from storage.queries import actions as rows
from storage.queries import meetings as all_meetings
from storage.vocabulary import (
    ActionId,
    ActionKind,
    ActionState,
    ItemOrigin,
    Language,
    MeetingId,
    PlanningDate,
    Precision,
    Tenant,
)
from tests.support.agendas import (
    asks,
    beside,
    card,
    defers,
    desk,
    plans_the_next,
    printed,
    proposes,
    shown,
)
from tests.support.joint import Joint
from tests.support.town import Town

PHONES = "Håndtering af telefonnumre"
QUESTION = "Hvordan bruges healthcareFacilityType i aftaleoversigten?"
STANDING = ["Gensidig orientering", "Status på implementeringsplaner", "Næste møde og mødeform",
            "Eventuelt"]  # fmt: skip


def owes(
    town: Town,
    series: Joint,
    owner: str,
    text: str,
    *,
    kind: ActionKind = ActionKind.TASK,
    by: date | None = None,
    meeting: MeetingId | None = None,
) -> ActionId:
    """An organisation promises something at meeting no. 19, or is asked."""
    due = PlanningDate(by, by, Precision.DAY) if by else None
    with town.bot.house.work(clockwork(town)) as work:
        held = all_meetings.visible(work.session, meeting or series.meeting, None)
        assert held is not None
        draft = ActionDraft(kind, text, series.organisations[owner], due=due)
        return raise_action(work, held, draft).id


def becomes(town: Town, action_id: ActionId, state: ActionState) -> None:
    with town.bot.house.work(clockwork(town)) as work:
        held = rows.visible(work.session, action_id, None)
        assert held is not None
        held.action.state = state
        work.session.add(held.action)


def refreshes(town: Town, meeting: MeetingId) -> None:
    with town.bot.house.work(clockwork(town)) as work:
        held = all_meetings.visible(work.session, meeting, None)
        assert held is not None
        carry_over.refresh(work, held)


def clockwork(town: Town) -> Clockwork:
    return Clockwork(Tenant(town.cast.workspace.home.id), f"clock:{town.bot.house.ids.new()}")


def titles(town: Town, meeting: MeetingId) -> list[str]:
    return [each.title for each in shown(town, meeting).items]


def test_the_next_agenda_is_built_in_the_agreed_order(town: Town, series: Joint):
    proposes(town, town.cast.anders, PHONES)
    defers(
        town,
        PHONES,
        {
            "Hvorfor?": "en part deltager ikke",
            "Hvem drejer det sig om?": "SDS",
            "Hvornår kommer punktet igen?": "på næste møde",
        },
    )
    owes(town, series, "SDS", QUESTION, kind=ActionKind.QUESTION)
    owes(town, series, "KMD", "Plan for samlet release", by=date(2022, 2, 10))
    owes(town, series, "SDS", "Løsningsmuligheder for automatisk opdatering")
    following = plans_the_next(town, series)
    proposes(town, town.cast.nina, "Til nr. 19")  # the soonest meeting takes it
    seen = card(town, "Fællesmøde nr. 20")
    assert list(printed(seen).values()) == [
        PHONES,
        QUESTION,
        "Opfølgning på opgaver: KMD",
        "Opfølgning på opgaver: SDS",
        *STANDING,
    ]
    assert "udsat fra møde nr. 19, da SDS ikke deltager" in beside(seen, PHONES)
    assert "åbent spørgsmål A-19-01 fra møde nr. 19" in beside(seen, QUESTION)
    assert beside(seen, "Opfølgning på opgaver: SDS").endswith("A-19-03")
    assert [each.origin for each in shown(town, following).items[:3]] == [
        ItemOrigin.DEFERRED,
        ItemOrigin.OPEN_QUESTION,
        ItemOrigin.OVERDUE_ACTIONS,
    ]


def test_refreshing_twice_changes_nothing(town: Town, series: Joint):
    owes(town, series, "SDS", QUESTION, kind=ActionKind.QUESTION)
    following = plans_the_next(town, series)
    before = shown(town, following)
    refreshes(town, following)
    assert shown(town, following) == before


def test_what_people_changed_moved_or_took_off_is_left_alone(town: Town, series: Joint):
    proposes(town, town.cast.anders, PHONES)
    defers(town, PHONES, {"Hvorfor?": "tiden slog ikke til"})
    owes(town, series, "SDS", QUESTION, kind=ActionKind.QUESTION)
    following = plans_the_next(town, series)
    house, mette = town.bot.house, town.cast.mette
    by_title = {each.title: each for each in shown(town, following).items}
    question = by_title[QUESTION]
    draft = ItemDraft("Facilitetstyper", minutes=10)
    proposals.edit(house, question.id, draft, seen=question.version, by=asks(town, mette))
    proposals.withdraw(house, by_title["Gensidig orientering"].id, by=asks(town, mette))
    ordering.move(house, by_title[PHONES].id, 3, by=asks(town, mette))
    before = titles(town, following)
    refreshes(town, following)
    assert titles(town, following) == before
    assert "Facilitetstyper" in before
    assert "Gensidig orientering" not in before


def test_an_answered_question_goes_and_comes_back_when_it_is_reopened(town: Town, series: Joint):
    question = owes(town, series, "SDS", QUESTION, kind=ActionKind.QUESTION)
    following = plans_the_next(town, series)
    becomes(town, question, ActionState.ANSWERED)
    refreshes(town, following)
    assert QUESTION not in titles(town, following)
    assert QUESTION not in printed(card(town, "Fællesmøde nr. 20")).values()
    becomes(town, question, ActionState.OPEN)
    refreshes(town, following)
    assert titles(town, following)[0] == QUESTION


def test_an_owners_line_follows_the_actions_that_are_overdue(town: Town, series: Joint):
    first = owes(town, series, "SDS", "Det ene", by=date(2022, 3, 14))
    following = plans_the_next(town, series)
    assert "Opfølgning på opgaver: SDS" not in titles(town, following)  # not due yet
    town.until(datetime(2022, 3, 15, 8, 0, tzinfo=UTC))
    refreshes(town, following)
    owes(town, series, "SDS", "Det andet", by=date(2022, 3, 14))
    refreshes(town, following)
    line = next(each for each in shown(town, following).items if each.gathers)
    assert line.gathers == ("A-19-01", "A-19-02")
    becomes(town, first, ActionState.DONE)
    refreshes(town, following)
    line = next(each for each in shown(town, following).items if each.gathers)
    assert line.gathers == ("A-19-02",)


def test_a_deferral_taken_back_leaves_the_next_agenda(town: Town, series: Joint):
    proposes(town, town.cast.anders, PHONES)
    told = defers(town, PHONES, {"Hvorfor?": "tiden slog ikke til"})
    following = plans_the_next(town, series)
    assert titles(town, following)[0] == PHONES
    town.cast.mette.clicks(told, "Fortryd udsættelsen")
    assert PHONES not in titles(town, following)


def test_deferred_sub_items_come_back_beneath_their_item(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Hovedpunkt")
    proposes(town, town.cast.anders, "Underpunkt")
    mette = town.cast.mette
    mette.clicks(desk(town), "Rækkefølge…")
    assert mette.submits(mette.gets_dialog("Rækkefølge"), {"4 Underpunkt": "3.1"}).ok
    defers(town, "Hovedpunkt", {"Hvorfor?": "tiden slog ikke til"})
    following = plans_the_next(town, series)
    numbers = {each.title: each.number for each in shown(town, following).items}
    assert (numbers["Hovedpunkt"], numbers["Underpunkt"]) == ("1", "1.1")


def test_a_sent_agenda_isnt_changed_by_what_happens_later(town: Town, series: Joint):
    question = owes(town, series, "SDS", QUESTION, kind=ActionKind.QUESTION)
    following = plans_the_next(town, series)
    agenda.freeze(town.bot.house, following, by=asks(town, town.cast.mette))
    becomes(town, question, ActionState.ANSWERED)
    refreshes(town, following)
    assert QUESTION in titles(town, following)


def test_a_separate_meeting_takes_over_what_its_vendor_may_see(town: Town, series: Joint):
    house, mette = town.bot.house, town.cast.mette
    owes(town, series, "KMD", "KMD’s sag", kind=ActionKind.QUESTION)
    owes(town, series, "Systematic", "Systematics sag", kind=ActionKind.QUESTION)

    def separate(when: str) -> MeetingId:
        typed = Typed(when, "Teams", Language.DANISH)
        vendor = series.organisations["KMD"]
        return meetings.plan(
            house, series.series, typed, vendor_id=vendor, by=asks(town, mette)
        ).meeting.id

    first = separate("5. april 2022 kl. 10")
    assert "KMD’s sag" in titles(town, first)
    assert "Systematics sag" not in titles(town, first)
    owes(town, series, "KMD", "Kun mellem os", kind=ActionKind.QUESTION, meeting=first)
    second = separate("3. maj 2022 kl. 10")
    assert {"KMD’s sag", "Kun mellem os"} <= set(titles(town, second))
    joint = plans_the_next(town, series)
    assert "Kun mellem os" not in titles(town, joint)
