"""The home tab of organisers, contacts and people whom we don't know."""

import pytest
from sqlmodel import select

from bot.cycle import home
from bot.demo.faults import Trouble
from bot.ports import Asker
from bot.rules.next_step import NextStep, next_step
from bot.worker.queue import MOST_ATTEMPTS
from storage.tables import Meeting, Series
from storage.vocabulary import MeetingState, Person, Tenant
from tests.support.joint import Joint
from tests.support.town import Town

pytestmark = pytest.mark.usefixtures("series")

CHANNEL = "eoj-faellesmoede"


def set_state(town: Town, state: MeetingState) -> None:
    with town.bot.house.database.work() as session:
        session.exec(select(Meeting)).one().state = state


def test_the_organiser_sees_the_state_and_the_one_next_step(town: Town):
    page = town.cast.mette.opens_home("Fællesmøde nr. 19")
    assert page.says("Status: åben for punkter")
    assert page.says("Gensidig orientering")
    primary = [
        element["text"]["text"]
        for block in page.blocks
        if block["type"] == "actions"
        for element in block["elements"]
        if element.get("style") == "primary"
    ]
    assert primary == ["Send dagsordenen…"]
    assert page.says("Har ikke svaret på, om de deltager: MedCom, SDS, Systematic")


@pytest.mark.parametrize(
    ("state", "label"),
    [
        (MeetingState.PLANNED, "Åbn for punkter"),
        (MeetingState.COLLECTING, "Send dagsordenen…"),
        (MeetingState.AGENDA_SENT, "Start mødet"),
        (MeetingState.IN_SESSION, "Afslut mødet…"),
        (MeetingState.DRAFTING, "Send udkast til kommentering"),
        (MeetingState.IN_REVIEW, "Godkend referatet"),
        (MeetingState.APPROVED, "Opret næste møde"),
        (MeetingState.CANCELLED, "Opret næste møde"),
    ],
)
def test_every_state_has_its_next_step(town: Town, state, label):
    set_state(town, state)
    assert label in town.cast.mette.opens_home().labels


def test_without_a_meeting_the_next_one_is_planned():
    assert next_step(None) is NextStep.PLAN


def test_the_page_follows_what_is_done_on_it(town: Town):
    set_state(town, MeetingState.PLANNED)
    mette = town.cast.mette
    mette.clicks(mette.opens_home("planlagt"), "Åbn for punkter")
    page = mette.home
    assert page is not None
    assert page.says("Status: åben for punkter")
    assert "Send dagsordenen…" in page.labels


def test_the_page_follows_a_dialog_opened_from_it(town: Town):
    mette = town.cast.mette
    mette.clicks(mette.opens_home("Fællesmøde nr. 19"), "Flyt…")
    mette.submits(mette.gets_dialog("Flyt møde"), {"when": "17. marts kl. 10-11"})
    page = mette.home
    assert page is not None
    assert page.says("torsdag den 17. marts 2022 kl. 10.00–11.00")


def test_a_contact_answers_there_and_has_no_organisers_buttons(town: Town):
    lars = town.cast.lars
    page = lars.opens_home("Fællesmøde nr. 19")
    assert "Indstillinger" not in page.labels
    lars.clicks(page, "Deltager")
    assert lars.home is not None
    assert lars.home.says("jeres svar: deltager")


def test_an_item_is_put_on_the_agenda_from_there(town: Town):
    anders = town.cast.anders
    anders.clicks(anders.opens_home("Fællesmøde nr. 19"), "Tilføj punkt")
    sent = anders.submits(anders.gets_dialog(), {"Titel": "Visning af log"})
    assert sent.ok, sent
    town.settle()
    assert anders.home is not None
    assert anders.home.says("Visning af log")


def test_what_waits_for_the_organiser_is_found_there_by_both(town: Town, series: Joint):
    with town.bot.house.database.work() as session:
        session.get_one(Series, series.series).moderated = True
    anders, mette = town.cast.anders, town.cast.mette
    assert anders.command(CHANNEL, "/dagsorden", "Visning af log").ok
    assert anders.opens_home().says("1 forslag fra dig venter på mødelederen.")
    assert not town.cast.nina.opens_home().says("forslag fra dig")
    mette.clicks(mette.opens_home(), "Venteliste (1)…")
    assert mette.hears(mette.dm, "Visning af log")


def test_somebody_unknown_reads_how_to_begin(town: Town):
    page = town.cast.peter.opens_home("Velkommen til Referent")
    assert not page.says("Fællesmøde")


def test_everybody_reads_their_own_language(town: Town):
    mette = town.cast.mette
    mette.clicks(mette.opens_home("Fællesmøde nr. 19"), "English")
    assert mette.home is not None
    assert mette.home.says("State: open for items")


def test_what_gave_up_is_shown_and_tried_again(town: Town):
    mette = town.cast.mette
    town.cast.workspace.faults.next("chat.postMessage", Trouble.SERVER_ERROR, times=MOST_ATTEMPTS)
    mette.command(CHANNEL, "/dagsorden", "Visning af log")
    for _ in range(MOST_ATTEMPTS):
        town.settle()
        town.clock.move(minutes=11)
    page = mette.opens_home("kunne ikke gøres færdig")
    assert page.says("opdatering af en besked")
    mette.clicks(page, "Prøv igen")
    town.settle()
    assert mette.hears(CHANNEL, "Visning af log").says("Fællesmøde nr. 19")
    assert mette.home is not None
    assert not mette.home.says("kunne ikke gøres")


def test_a_separate_meeting_is_on_no_other_vendors_page(town: Town):
    mette = town.cast.mette
    mette.command(CHANNEL, "/moede", "nyt")
    sent = mette.submits(
        mette.gets_dialog("Nyt møde"),
        {"when": "1. marts kl. 9", "vendor": "Separat møde med KMD"},
    )
    assert sent.ok
    town.settle()
    assert town.cast.lars.opens_home("Separat møde nr. 1 – KMD")
    assert not town.cast.nina.opens_home("Fællesmøde nr. 19").says("KMD")
    nina = town.cast.nina
    by = Asker(Person(nina.user.team.id, nina.id), Tenant(town.cast.workspace.home.id), "look")
    shown = home.home(town.bot.house, by=by)
    assert "– KMD" not in repr(shown)
