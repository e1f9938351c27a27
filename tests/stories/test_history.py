"""Every wording of an item is kept and shown to those who may see it."""

import pytest

from bot.cycle import history, proposals
from bot.errors import NotFound
from tests.support.agendas import CHANNEL, asks, picks, proposes, shown
from tests.support.joint import Joint
from tests.support.town import Town

ITEM = "Håndtering af telefonnumre"


def edited(town: Town) -> None:
    """Anders proposes; Mette rewords it."""
    proposes(town, town.cast.anders, f"{ITEM} (10 min)")
    mette = town.cast.mette
    mette.clicks(picks(town, ITEM), "Ret")
    dialog = mette.gets_dialog("Ret punkt")
    sent = mette.submits(
        dialog,
        {"Titel": "Telefonnumre i FSK", "Formål": "til beslutning", "Minutter": "",
         "Baggrund": "Må feltet rumme tekst?"},
    )  # fmt: skip
    assert sent.ok, sent.errors
    town.settle()


def test_history_says_what_changed_by_whom_and_when(town: Town, series: Joint):
    edited(town)
    private = town.cast.nina.command(CHANNEL, "/dagsorden", "vis").replies[-1]
    told = town.cast.nina.chooses(private, "Se et punkts historik", "3 Telefonnumre i FSK")
    words = told.replies[-1].words
    assert "*Version 2* · Mette Holm, MedCom" in words
    assert f"Titel: »{ITEM}« er ændret til »Telefonnumre i FSK«" in words
    assert "Formål: »til drøftelse« er ændret til »til beslutning«" in words
    assert "Minutter: »10« er slettet" in words
    assert "Baggrund: »Må feltet rumme tekst?« er tilføjet" in words
    assert "*Version 1* · Anders Kjær, Systematic" in words
    assert words.index("Version 2") < words.index("Version 1")


def test_an_item_saved_unchanged_has_no_new_version(town: Town, series: Joint):
    anders = town.cast.anders
    anders.clicks(proposes(town, anders, ITEM).replies[0], "Ret")
    assert anders.submits(anders.gets_dialog("Ret punkt")).ok
    assert not any(each.edited for each in shown(town, series.meeting).items)


def test_the_history_of_what_left_the_agenda_is_its_proposers(town: Town, series: Joint):
    edited(town)
    house, item = (
        town.bot.house,
        next(each for each in shown(town, series.meeting).items if each.edited),
    )
    proposals.withdraw(house, item.id, by=asks(town, town.cast.anders))
    assert len(history.of(house, item.id, by=asks(town, town.cast.anders)).versions) == 2
    with pytest.raises(NotFound):
        history.of(house, item.id, by=asks(town, town.cast.lars))
