"""A date that can be read in several ways is asked about with buttons, and nothing is lost.

The day is Monday 14 February 2022, unless the meeting of Thursday 10 March is under way.
"""

import json
from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from bot.demo.acting import Persona
from bot.demo.screens import Screen
from storage.tables import Meeting, Poll, StatusReport
from tests.support.joint import Joint
from tests.support.poll import QUESTION
from tests.support.promises import action
from tests.support.session import CHANNEL, panel, starts
from tests.support.town import Town

NEXT_WEEK = "fredag den 25. februar 2022"
THIS_WEEK = "fredag den 18. februar 2022"


pytestmark = pytest.mark.usefixtures("series")


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What is tried here is Slack, not the database."""
    return sqlite_url


def is_asked(who: Persona, dialog: Screen, entries: dict[str, str]) -> Screen:
    """Sends a dialog, which stays and asks; as it stands then."""
    sent = who.submits(dialog, entries)
    assert sent.ok, sent
    asked = who.dialog
    assert asked is not None, "the dialog stays until the date is sure"
    assert asked.says("kan læses på flere måder. Hvad mener du?")
    return asked


def chooses(who: Persona, dialog: Screen, choice: str) -> Screen:
    assert who.clicks(dialog, choice).ok
    settled = who.dialog
    assert settled is not None
    assert not settled.says("Hvad mener du?")
    return settled


def held(dialog: Screen, field: str) -> str:
    return str(next(iter(dialog.values[field].values()))["value"])


def new_action(town: Town) -> Screen:
    town.cast.mette.command(CHANNEL, "/opgave", "ny")
    return town.cast.mette.gets_dialog("Ny opgave")


class TestDialogs:
    def test_a_due_date(self, town: Town):
        mette = town.cast.mette
        entries = {
            "text": "Sender tidsplan",
            "owner": "KMD",
            "asked_by": "Region Syd",
            "Frist": "senest næste fredag",
        }
        asked = is_asked(mette, new_action(town), entries)
        assert asked.labels.index("Frist") + 1 == asked.labels.index(f"senest {NEXT_WEEK}")
        settled = chooses(mette, asked, f"senest {THIS_WEEK}")
        assert held(settled, "due") == f"senest {THIS_WEEK}"
        assert mette.submits(settled).ok
        raised = action(town)
        assert (raised.text, raised.asked_by) == ("Sender tidsplan", "Region Syd")
        assert raised.due_day == date(2022, 2, 18)
        assert mette.hears(CHANNEL, "A-19-01").says("hos KMD, frist 18. februar 2022")

    def test_the_day_before_or_the_day_itself(self, town: Town):
        entries = {"text": "Svar", "owner": "KMD", "Frist": "inden 1. marts"}
        asked = is_asked(town.cast.mette, new_action(town), entries)
        chosen = chooses(town.cast.mette, asked, "senest tirsdag den 1. marts 2022")
        assert town.cast.mette.submits(chosen).ok
        assert action(town).due_day == date(2022, 3, 1)

    def test_it_may_be_asked_again_and_again(self, town: Town):
        mette = town.cast.mette
        entries = {"text": "Svar", "owner": "KMD", "Frist": "næste fredag"}
        settled = chooses(mette, is_asked(mette, new_action(town), entries), THIS_WEEK)
        asked = is_asked(mette, settled, {"Frist": "næste torsdag"})
        assert len([label for label in asked.labels if "torsdag" in label]) == 2
        settled = chooses(mette, asked, "torsdag den 24. februar 2022")
        assert held(settled, "due") == "torsdag den 24. februar 2022"
        assert mette.submits(settled).ok
        assert action(town).due_day == date(2022, 2, 24)

    def test_instead_of_choosing_one_may_type(self, town: Town):
        mette = town.cast.mette
        entries = {"text": "Svar", "owner": "KMD", "Frist": "næste fredag"}
        asked = is_asked(mette, new_action(town), entries)
        assert mette.submits(asked, {"Frist": "1. marts"}).ok
        assert action(town).due_day == date(2022, 3, 1)

    def test_an_action_in_the_minutes(self, town: Town, series: Joint):
        starts(town, series)
        mette = town.cast.mette
        mette.clicks(panel(town), "Opgave")
        entries = {"text": "Vender tilbage", "owner": "SDS", "Frist": "næste fredag"}
        asked = is_asked(mette, mette.gets_dialog("opgave"), entries)
        assert mette.submits(chooses(mette, asked, "fredag den 18. marts 2022")).ok
        town.settle()
        assert panel(town).says("*Opgave A-19-01* · SDS · frist 18. marts 2022")
        assert panel(town).says("Vender tilbage")

    def test_a_new_date_for_an_action(self, town: Town):
        mette = town.cast.mette
        mette.command(CHANNEL, "/opgave", "til KMD: sender tidsplan senest 1. marts")
        mette.clicks(mette.command(CHANNEL, "/opgave", "alle").replies[-1], "Ny frist…")
        entries = {"Frist": "næste fredag", "Begrundelse": "Vi mangler svar"}
        asked = is_asked(mette, mette.gets_dialog("Ny frist"), entries)
        assert mette.submits(chooses(mette, asked, NEXT_WEEK)).ok
        assert action(town).due_day == date(2022, 2, 25)

    def test_a_meeting_that_is_moved(self, town: Town, series: Joint):
        mette = town.cast.mette
        mette.command(CHANNEL, "/moede", "flyt")
        entries = {"when": "næste fredag kl. 10-11", "place": "Teams"}
        asked = is_asked(mette, mette.gets_dialog("Flyt møde"), entries)
        chosen = chooses(mette, asked, f"{NEXT_WEEK} kl. 10.00–11.00")
        assert mette.submits(chosen).ok
        with town.bot.house.database.look() as session:
            meeting = session.get_one(Meeting, series.meeting)
        assert meeting.starts_at == datetime(2022, 2, 25, 9, 0, tzinfo=UTC)
        assert meeting.place == "Teams"

    def test_a_vendors_planned_date(self, town: Town):
        page = town.cast.mette.command(CHANNEL, "/moede", "status").replies[-1]
        town.cast.mette.clicks(page, "Spørg leverandørerne")
        town.settle()
        anders = town.cast.anders
        prompt = anders.hears(anders.dm, "Status: Fælles Stamkort")
        anders.clicks(prompt, "Opdatér…" if "Opdatér…" in prompt.buttons else "Ret…")
        entries = {
            "Certificering": "certificeret",
            "Udrulning": "Første kommuner",
            "Planlagt dato": "primo 2023",
        }
        asked = is_asked(anders, anders.gets_dialog("Status"), entries)
        assert anders.submits(chooses(anders, asked, "primo januar 2023")).ok
        with town.bot.house.database.look() as session:
            report = session.exec(select(StatusReport)).one()
        assert report.rollout == "Første kommuner"
        assert report.planned_day == date(2023, 1, 10)

    def test_when_a_poll_closes(self, town: Town):
        mette = town.cast.mette
        menu = mette.command(CHANNEL, "/afstemning").replies[-1]
        mette.clicks(menu, "Om mødeform…")
        dialog = mette.gets_dialog("Afstemning om mødeform")
        asked = is_asked(mette, dialog, {"closes": "næste fredag kl. 12"})
        assert mette.submits(chooses(mette, asked, f"{NEXT_WEEK} kl. 12.00")).ok
        town.settle()
        assert mette.hears(CHANNEL, QUESTION)
        with town.bot.house.database.look() as session:
            poll = session.exec(select(Poll)).one()
        assert poll.closes_at == datetime(2022, 2, 25, 11, 0, tzinfo=UTC)


class TestCommandsAndMentions:
    def test_a_command_is_carried_out_with_the_chosen_date(self, town: Town):
        mette = town.cast.mette
        typed = "til KMD: sender tidsplan & <plan> næste fredag"
        question = mette.command(CHANNEL, "/opgave", typed).replies[-1]
        assert question.says("»næste fredag« kan læses på flere måder")
        assert question.buttons == (NEXT_WEEK, THIS_WEEK)
        mette.clicks(question, NEXT_WEEK)
        expected = "A-19-01 er oprettet hos KMD, frist 25. februar 2022: sender tidsplan & <plan>"
        assert mette.hears(CHANNEL, expected)
        stale = [seen for seen in mette.sees(CHANNEL) if THIS_WEEK in seen.buttons]
        assert not stale, "the answer takes the question's place"

    def test_both_buttons_are_one_request(self, town: Town):
        """So that two quick clicks have their effect once, by the receipt."""
        said = "til KMD: svarer næste fredag"
        question = town.cast.mette.command(CHANNEL, "/opgave", said).replies[-1]
        values = [
            json.loads(element["value"])
            for block in question.blocks
            for element in block.get("elements", ())
        ]
        assert len(values) == 2
        assert len({value["request"] for value in values}) == 1

    def test_a_mention_by_somebody_without_commands(self, town: Town):
        karen = town.cast.karen
        said = karen.mentions_bot(CHANNEL, "opgave sender vejledning inden 1. marts")
        question = karen.hears(CHANNEL, "Hvad mener du?", after=said)
        karen.clicks(question, "senest mandag den 28. februar 2022")
        assert action(town).text == "sender vejledning"
        assert action(town).due_day == date(2022, 2, 28)

    def test_what_is_said_for_the_minutes(self, town: Town, series: Joint):
        starts(town, series)
        mette = town.cast.mette
        typed = "opgave til SDS: vender tilbage senest næste fredag"
        question = mette.command(CHANNEL, "/referat", typed).replies[-1]
        mette.clicks(question, "senest fredag den 18. marts 2022")
        town.settle()
        assert panel(town).says("*Opgave A-19-01* · SDS · frist 18. marts 2022")

    def test_a_text_too_long_for_a_button_is_given_back(self, town: Town):
        typed = f"til KMD: {'sender tidsplan og ' * 110} næste fredag"
        answer = town.cast.mette.command(CHANNEL, "/opgave", typed).replies[-1]
        assert answer.says(f"Skriv {NEXT_WEEK} eller {THIS_WEEK}")
        assert answer.says("sender tidsplan og")


class TestRemarks:
    def test_a_wrong_weekday_is_told_after_a_command(self, town: Town):
        typed = "til KMD: svarer senest mandag den 1. marts 2022"
        answer = town.cast.mette.command(CHANNEL, "/opgave", typed)
        assert "frist 1. marts 2022" in answer.words
        told = "rettet mig efter datoen: senest tirsdag den 1. marts 2022"
        assert told in answer.words

    def test_and_after_a_dialog(self, town: Town):
        entries = {"text": "Svar", "owner": "KMD", "Frist": "mandag d. 1/3-22"}
        assert town.cast.mette.submits(new_action(town), entries).ok
        told = town.cast.mette.hears(CHANNEL, "A-19-01")
        assert told.says("rettet mig efter datoen: tirsdag den 1. marts 2022")

    def test_but_not_if_nothing_came_of_it(self, town: Town):
        typed = "til KMD: svarer senest mandag den 1. februar 2022"
        answer = town.cast.mette.command(CHANNEL, "/opgave", typed)
        assert "Ugedagen" not in answer.words


def test_an_hour_that_is_skipped_is_no_time_for_a_meeting(town: Town):
    mette = town.cast.mette
    mette.command(CHANNEL, "/moede", "flyt")
    sent = mette.submits(mette.gets_dialog("Flyt møde"), {"when": "27. marts 2022 kl. 2.30"})
    assert "Klokkeslættet i »27. marts 2022 kl. 2.30« findes ikke den dag" in sent.errors["when"]


def test_a_vendor_may_plan_for_the_next_meeting(town: Town, series: Joint):
    """A planned date leans on the series' calendar, as a due date does."""
    mette = town.cast.mette
    mette.command(CHANNEL, "/moede", "nyt")
    assert mette.submits(mette.gets_dialog("Nyt møde"), {"when": "25. april kl. 14"}).ok
    page = mette.command(CHANNEL, "/moede", "status").replies[-1]
    mette.clicks(page, "Spørg leverandørerne")
    town.settle()
    anders = town.cast.anders
    prompt = anders.hears(anders.dm, "Status: Fælles Stamkort")
    anders.clicks(prompt, "Opdatér…" if "Opdatér…" in prompt.buttons else "Ret…")
    entries = {"Certificering": "certificeret", "Udrulning": "Pilot", "planned": "til næste møde"}
    assert anders.submits(anders.gets_dialog("Status"), entries).ok
    town.settle()
    anders.clicks(anders.again(prompt), "Ret…")
    entries = {"planned": "tirsdag den 25. april 2022"}
    assert anders.submits(anders.gets_dialog("Status"), entries).ok
    assert anders.hears(anders.dm, "datoen: mandag den 25. april 2022")
    with town.bot.house.database.look() as session:
        days = [report.planned_day for report in session.exec(select(StatusReport)).all()]
    assert days == [date(2022, 4, 25)] * 2
