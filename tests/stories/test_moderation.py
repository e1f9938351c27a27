"""A series whose organiser takes every proposal before it goes on the agenda."""

import pytest

from tests.support.agendas import CHANNEL, card, desk, printed, proposes
from tests.support.joint import Joint
from tests.support.town import Town

ITEM = "Skærmning af borgeren"


@pytest.fixture
def moderated(town: Town, series: Joint) -> Joint:
    """The organiser chooses in the settings that proposals wait."""
    mette = town.cast.mette
    mette.command(CHANNEL, "/moede", "indstillinger")
    sent = mette.submits(
        mette.gets_dialog("Indstillinger"), {"Forslag fra deltagerne": "Venter på mødelederen"}
    )
    assert sent.ok, sent.errors
    return series


def told(town: Town):
    """What the organiser is told, with the buttons beneath it."""
    town.settle()
    return town.cast.mette.hears(town.cast.mette.dm, f"foreslår »{ITEM}«")


def returned(town: Town):
    """The organiser sends the item back; what its proposer is told."""
    mette, anders = town.cast.mette, town.cast.anders
    mette.clicks(told(town), "Send retur…")
    dialog = mette.gets_dialog("Send punkt retur")
    assert set(mette.submits(dialog, {"Hvad mangler der?": "  "}).errors) == {"reason"}
    assert mette.submits(dialog, {"Hvad mangler der?": "Skriv, hvem der rammes"}).ok
    town.settle()
    return anders.hears(anders.dm, "Mødelederen skriver: Skriv, hvem der rammes")


def test_a_proposal_waits_and_the_organiser_takes_it(town: Town, moderated: Joint):
    anders, mette = town.cast.anders, town.cast.mette
    answer = proposes(town, anders, ITEM)
    assert "venter på svar" in answer.words
    assert ITEM not in printed(card(town)).values()
    assert card(town).says("1 punkt på ventelisten")
    mette.clicks(told(town), "Sæt på dagsordenen")
    assert ITEM in printed(card(town)).values()
    anders.hears(anders.dm, "er sat på dagsordenen for Fællesmøde nr. 19 som punkt 3")


def test_the_organisers_own_items_wait_for_nobody(town: Town, moderated: Joint):
    proposes(town, town.cast.mette, ITEM)
    assert ITEM in printed(card(town)).values()


def test_an_item_comes_back_with_a_note_and_is_sent_again(town: Town, moderated: Joint):
    anders, mette = town.cast.anders, town.cast.mette
    proposes(town, anders, ITEM)
    back = returned(town)
    assert back.buttons == ("Ret og send igen", "Træk tilbage")
    assert not card(town).says("ventelisten")
    mine = anders.command(CHANNEL, "/dagsorden", "mine")
    assert "sendt retur: Skriv, hvem der rammes" in mine.words
    anders.clicks(back, "Ret og send igen")
    assert anders.submits(anders.gets_dialog("Ret punkt"), {"Baggrund": "Alle borgere"}).ok
    assert card(town).says("1 punkt på ventelisten")
    mette.clicks(told(town), "Sæt på dagsordenen")
    assert ITEM in printed(card(town)).values()


def test_a_return_is_taken_back_to_the_waiting_list(town: Town, moderated: Joint):
    mette = town.cast.mette
    proposes(town, town.cast.anders, ITEM)
    returned(town)
    mette.clicks(mette.hears(mette.dm, "er sendt retur"), "Fortryd")
    assert card(town).says("1 punkt på ventelisten")
    assert ITEM not in printed(card(town)).values()


def test_a_returned_item_can_be_withdrawn(town: Town, moderated: Joint):
    anders = town.cast.anders
    proposes(town, anders, ITEM)
    anders.clicks(returned(town), "Træk tilbage")
    assert "trukket tilbage" in anders.command(CHANNEL, "/dagsorden", "mine").words


def test_a_declined_proposal_that_is_reconsidered_waits_again(town: Town, moderated: Joint):
    mette = town.cast.mette
    proposes(town, town.cast.anders, ITEM)
    mette.clicks(told(town), "Afvis…")
    assert mette.submits(mette.gets_dialog("Afvis punkt"), {"Begrundelse": "Er behandlet"}).ok
    town.settle()
    mette.clicks(mette.hears(mette.dm, "er afvist"), "Fortryd")
    assert ITEM not in printed(card(town)).values()
    assert "Venteliste (1)…" in desk(town).buttons
