"""Promises are followed up: their owners answer, organisers hand over and settle."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlmodel import select

from bot import access
from bot.cycle import actions, answers
from bot.cycle.steps import agenda_paper
from bot.demo.acting import Persona
from bot.demo.screens import Seen
from bot.errors import WrongMoment
from bot.ports import Asker
from bot.rules.actions import LONGEST_ANSWER
from storage.tables import ActionItem, Meeting, MeetingParty, Organisation, Participant
from storage.vocabulary import (
    ActionId,
    ActionKind,
    ActionState,
    FollowUpKind,
    MeetingFormat,
    MeetingState,
    OrganisationKind,
    Person,
    Role,
    Tenant,
)
from tests.support.agendas import plans_the_next
from tests.support.joint import Joint
from tests.support.promises import PROMISE, action, history, kinds, lists, promised
from tests.support.session import CHANNEL, ends, starts, writes
from tests.support.town import Town


def asks(town: Town, who: Persona, request: str) -> Asker:
    return Asker(Person(who.user.team.id, who.id), Tenant(town.cast.workspace.home.id), request)


def karens_list(town: Town) -> Seen:
    """Karen of SDS works elsewhere: no commands, so she mentions Referent."""
    karen = town.cast.karen
    said = karen.mentions_bot(CHANNEL, "opgaver")
    return karen.hears(CHANNEL, "A-19-01", after=said)


# ── Lists ────────────────────────────────────────────────────────────────────


def test_everybody_sees_all_actions_and_owners_their_own(town: Town, series: Joint):
    promised(town, series)
    everything = lists(town.cast.anders, "alle")
    assert everything.says(PROMISE)
    assert "Udført" not in everything.buttons
    own = lists(town.cast.anders)
    assert own.says("Systematic har 0 opgaver")
    assert karens_list(town).says("SDS · frist 1. april 2022")


def test_english_words_work_too(town: Town, series: Joint):
    promised(town, series)
    assert lists(town.cast.anders, "all").says(PROMISE)
    assert lists(town.cast.anders, "mine").says("Systematic har 0 opgaver")


def test_the_row_says_age_and_how_often_it_was_moved(town: Town, series: Joint):
    promised(town, series)
    town.clock.move(days=5)
    karen = town.cast.karen
    for due in ("8. april", "22. april"):
        karen.clicks(karens_list(town), "Ny frist…")
        dialog = karen.gets_dialog("Ny frist")
        assert karen.submits(dialog, {"Frist": due, "Begrundelse": "Vi mangler svar"}).ok
    row = lists(town.cast.anders, "alle")
    assert row.says("frist 22. april 2022")
    assert row.says("flyttet 2 gange")
    assert row.says("5 dage gammel")


def test_a_long_list_comes_a_page_at_a_time(town: Town, series: Joint):
    starts(town, series)
    for number in range(14):
        writes(town, f"opgave til SDS: Opgave nr. {number}")
    first = lists(town.cast.anders, "alle")
    assert first.says("14 opgaver i alt")
    assert not first.says("A-19-13")
    following = town.cast.anders.clicks(first, "Vis flere").replies[-1]
    assert following.says("A-19-13")
    assert following.says("A-19-14")
    assert "Vis flere" not in following.buttons


# ── New ones ─────────────────────────────────────────────────────────────────


def test_an_organiser_raises_an_action_between_meetings(town: Town, series: Joint):
    answer = town.cast.mette.command(CHANNEL, "/opgave", "til KMD: sender tidsplan senest 1. marts")
    assert "A-19-01 er oprettet hos KMD, frist 1. marts 2022: sender tidsplan" in answer.words


def test_during_the_meeting_it_stands_in_the_minutes(town: Town, series: Joint):
    starts(town, series)
    lists(town.cast.mette, "til KMD: sender tidsplan")
    assert "A-19-01" in town.cast.mette.command(CHANNEL, "/referat").words


def test_a_participant_promises_only_for_their_own(town: Town, series: Joint):
    anders = town.cast.anders
    refused = anders.command(CHANNEL, "/opgave", "til SDS: svarer os")
    assert "Du kan oprette opgaver til Systematic" in refused.words
    assert "svarer os" in refused.words
    promise = anders.command(CHANNEL, "/opgave", "sender release note")
    assert "A-19-01 er oprettet hos Systematic" in promise.words


def test_the_dialog_raises_a_question(town: Town, series: Joint):
    mette = town.cast.mette
    mette.command(CHANNEL, "/opgave", "ny")
    dialog = mette.gets_dialog("Ny opgave")
    fields = {
        "Slags": "spørgsmål",
        "Hvad skal gøres eller besvares?": "Vises logoplysninger for andre?",
        "Ansvarlig organisation": "SDS",
        "Spurgt af": "Hedensted Kommune",
    }
    assert mette.submits(dialog, fields).ok
    held = action(town)
    assert (held.kind, held.asked_by) == (ActionKind.QUESTION, "Hedensted Kommune")


# ── The owner answers ────────────────────────────────────────────────────────


def test_done_can_be_undone(town: Town, series: Joint):
    promised(town, series)
    karen = town.cast.karen
    confirmation = karen.clicks(karens_list(town), "Udført").replies[-1]
    assert action(town).state is ActionState.DONE
    assert not lists(town.cast.anders, "alle").says(PROMISE)
    karen.clicks(confirmation, "Fortryd")
    assert action(town).state is ActionState.OPEN
    assert kinds(town) == [FollowUpKind.RAISED, FollowUpKind.DONE, FollowUpKind.REOPENED]


def test_a_second_click_is_told_that_it_is_done(town: Town, series: Joint):
    promised(town, series)
    shown = karens_list(town)
    town.cast.karen.clicks(shown, "Udført")
    again = town.cast.karen.clicks(shown, "Udført")
    assert "A-19-01 er udført. Genåbn den først" in again.words
    assert kinds(town).count(FollowUpKind.DONE) == 1


def test_an_answer_reaches_the_organiser_and_stays(town: Town, series: Joint):
    promised(town, series)
    karen = town.cast.karen
    karen.clicks(karens_list(town), "Svar…")
    dialog = karen.gets_dialog("Svar")
    assert "Skriv svaret" in karen.submits(dialog, {"Jeres svar": " "}).errors["text"]
    assert karen.submits(dialog, {"Jeres svar": "To muligheder: A og B"}).ok
    town.settle()
    mette = town.cast.mette
    assert mette.hears(mette.dm, "Karen Lund, SDS, har svaret på A-19-01: To muligheder")
    assert action(town).state is ActionState.ANSWERED
    assert lists(mette, "alle").says("Svar fra Karen Lund, SDS: To muligheder: A og B")


def test_the_longest_answer_is_kept_whole(town: Town, series: Joint):
    promised(town, series)
    karen = town.cast.karen
    karen.clicks(karens_list(town), "Svar…")
    text = "æ" * LONGEST_ANSWER
    assert karen.submits(karen.gets_dialog("Svar"), {"Jeres svar": text}).ok
    assert history(town)[-1].text == text


def test_a_new_date_needs_a_reason_and_lies_ahead(town: Town, series: Joint):
    promised(town, series)
    karen = town.cast.karen
    karen.clicks(karens_list(town), "Ny frist…")
    dialog = karen.gets_dialog("Ny frist")
    past = karen.submits(dialog, {"Frist": "1. februar 2022", "Begrundelse": "Sygdom"})
    assert "den dag er gået" in past.errors["due"]
    none = karen.submits(dialog, {"Frist": "uge 14", "Begrundelse": "  "})
    assert "begrundelse" in none.errors["reason"]
    assert karen.submits(dialog, {"Begrundelse": "Sygdom"}).ok
    assert str(action(town).due_day) == "2022-04-10"
    assert history(town)[-1].text == "Sygdom"


def test_not_ours_goes_to_the_organiser_who_hands_it_over(town: Town, series: Joint):
    promised(town, series)
    town.cast.karen.clicks(karens_list(town), "Ikke vores")
    town.settle()
    mette = town.cast.mette
    assert mette.hears(mette.dm, "siger, at A-19-01 ikke er deres")
    shown = lists(mette, "alle")
    assert shown.says("ejeren siger »ikke vores«")
    mette.chooses(shown, "Overdrag…")
    dialog = mette.gets_dialog("Overdrag opgaven")
    assert mette.submits(dialog, {"Ansvarlig organisation": "KMD"}).ok
    held = action(town)
    assert held.owner_id == series.organisations["KMD"]
    assert not lists(mette, "alle").says("ikke vores")


def test_others_cant_answer_for_the_owner(town: Town, series: Joint):
    promised(town, series)
    house, by = town.bot.house, asks(town, town.cast.anders, "anders:1")
    answer = lists(town.cast.anders, "alle")
    assert answer.buttons == ("Historik", "Ny opgave…")
    with pytest.raises(Exception, match=r"actions\.not_yours"):
        answers.done(house, ActionId(action(town).id), by=by)


def test_two_colleagues_answering_at_once_are_both_heard(town: Town, series: Joint):
    promised(town, series, "til Systematic: sender tidsplan")
    house, together = town.bot.house, Barrier(2)
    said = {town.cast.anders: "Uge 12", town.cast.sofie: "Uge 13"}

    def reply(who: Persona) -> str:
        together.wait()
        by = asks(town, who, f"answer:{who.id}")
        return answers.answer(house, ActionId(1), said[who], by=by).what

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(reply, said))
    texts = {each.text for each in history(town) if each.kind is FollowUpKind.ANSWERED}
    assert texts == {"Uge 12", "Uge 13"}


def test_two_colleagues_finishing_at_once_finish_it_once(town: Town, series: Joint):
    promised(town, series, "til Systematic: sender tidsplan")
    house, together = town.bot.house, Barrier(2)

    def finish(who: Persona) -> bool:
        together.wait()
        try:
            answers.done(house, ActionId(1), by=asks(town, who, f"done:{who.id}"))
        except WrongMoment:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(finish, (town.cast.anders, town.cast.sofie)))
    assert sorted(outcomes) == [False, True]
    assert kinds(town).count(FollowUpKind.DONE) == 1


# ── The organiser settles ────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("choice", "title", "state"),
    [
        ("Blokér…", "Blokér opgaven", ActionState.BLOCKED),
        ("Lad bortfalde…", "Lad opgaven bortfalde", ActionState.DROPPED),
    ],
)
def test_blocking_and_dropping_need_a_reason_and_can_be_undone(
    town: Town, series: Joint, choice: str, title: str, state: ActionState
):
    promised(town, series)
    mette = town.cast.mette
    mette.chooses(lists(mette, "alle"), choice)
    dialog = mette.gets_dialog(title)
    assert not mette.submits(dialog, {"Begrundelse": " "}).ok
    assert mette.submits(dialog, {"Begrundelse": "Afventer lovforslag L 63"}).ok
    assert action(town).state is state
    confirmation = mette.hears(CHANNEL, "A-19-01")
    mette.clicks(confirmation, "Fortryd")
    assert action(town).state is ActionState.OPEN


def test_the_history_tells_everything(town: Town, series: Joint):
    promised(town, series)
    karen = town.cast.karen
    karen.clicks(karens_list(town), "Ny frist…")
    dialog = karen.gets_dialog("Ny frist")
    assert karen.submits(dialog, {"Frist": "8. april", "Begrundelse": "Vi mangler svar"}).ok
    shown = town.cast.anders.clicks(lists(town.cast.anders, "alle"), "Historik").replies[-1]
    for said in ("oprettet · Mette Holm, MedCom", "ny frist · Karen Lund, SDS", "Vi mangler svar"):
        assert shown.says(said)


# ── The next meeting ─────────────────────────────────────────────────────────


def test_an_answered_question_stands_with_its_answer_on_the_next_agenda(town: Town, series: Joint):
    starts(town, series)
    writes(town, "spørgsmål til SDS: Vises logoplysninger for andre?")
    ends(town)
    following = plans_the_next(town, series)
    karen = town.cast.karen
    karen.clicks(karens_list(town), "Svar…")
    assert karen.submits(karen.gets_dialog("Svar"), {"Jeres svar": "Kun for borgeren selv"}).ok
    with town.bot.house.look(asks(town, town.cast.mette, "paper")) as work:
        member, meeting = access.meeting(work, following)
        [question] = agenda_paper.of(work, meeting, member).questions
    assert question.answer == "Kun for borgeren selv"
    assert question.source == "Karen Lund, SDS"


def test_a_meeting_that_takes_an_open_question_up_stands_in_its_history(town: Town, series: Joint):
    starts(town, series)
    writes(town, "spørgsmål til SDS: Vises logoplysninger for andre?")
    ends(town)
    following = plans_the_next(town, series)
    with town.bot.house.database.work() as session:
        session.get_one(Meeting, following).state = MeetingState.AGENDA_SENT
    answer = town.cast.mette.command(CHANNEL, "/referat", "start")
    assert "Fællesmøde nr. 20" in answer.words
    last = history(town)[-1]
    assert (last.kind, last.meeting_id) == (FollowUpKind.TAKEN_UP, following)


# ── The barrier ──────────────────────────────────────────────────────────────


def test_mine_gives_the_home_tab_the_own_organisations_actions(town: Town, series: Joint):
    promised(town, series)
    page = actions.mine(town.bot.house, series.series, by=asks(town, town.cast.karen, "k"))
    assert [each.reference for each in page.lines] == ["A-19-01"]
    page = actions.mine(town.bot.house, series.series, by=asks(town, town.cast.lars, "l"))
    assert not page.lines


def test_observers_read_but_dont_answer(town: Town, series: Joint):
    promised(town, series)
    with town.bot.house.database.work() as session:
        for each in session.exec(select(Participant)).all():
            if each.user == town.cast.karen.id:
                each.role = Role.OBSERVER
    assert "Udført" not in karens_list(town).buttons


def test_actions_of_another_vendors_meeting_stay_hidden(town: Town, series: Joint):
    promised(town, series, "til Systematic: sender tidsplan")
    with town.bot.house.database.work() as session:
        vendor = series.organisations["KMD"]
        held = session.get_one(Meeting, series.meeting)
        separate = Meeting(
            series_id=held.series_id,
            scope=vendor,
            number=1,
            title="Separat møde nr. 1 – KMD",
            starts_at=held.starts_at,
            ends_at=held.ends_at,
            format=MeetingFormat.SEPARATE,
            vendor_id=vendor,
            uid="separate-1",
        )
        session.add(separate)
        session.flush()
        for name in ("KMD", "MedCom", "SDS"):
            session.add(
                MeetingParty(meeting_id=separate.id, organisation_id=series.organisations[name])
            )
        session.add(
            ActionItem(
                series_id=held.series_id,
                meeting_id=separate.id,
                sequence=1,
                kind=ActionKind.TASK,
                text="fortrolig pris",
                owner_id=vendor,
                raised_at=town.clock.now(),
            )
        )
        assert session.get_one(Organisation, vendor).kind is OrganisationKind.VENDOR
    assert not lists(town.cast.anders, "alle").says("fortrolig pris")
    assert lists(town.cast.mette, "alle").says("A-KMD1-01")
    hidden = asks(town, town.cast.anders, "h")
    with pytest.raises(Exception, match=r"common\.not_found"):
        actions.history(town.bot.house, ActionId(2), by=hidden)
