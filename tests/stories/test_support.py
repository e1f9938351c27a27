"""Organisations support items, and the organiser may sort by it."""

import pytest

from bot.cycle import support
from bot.demo.acting import Persona
from bot.errors import WrongMoment
from tests.support.agendas import asks, beside, card, desk, freezes, printed, proposes, shown
from tests.support.joint import Joint
from tests.support.town import Town

FIRST, SECOND = "Første forslag", "Andet forslag"


def two_items(town: Town) -> None:
    proposes(town, town.cast.anders, FIRST)
    proposes(town, town.cast.nina, SECOND)


def presses(town: Town, who: Persona, title: str, text: str = "Støt") -> None:
    """Somebody opens the list of items and presses the button beside one."""
    listed = who.clicks(card(town), "Støt punkter").replies[0]
    who.clicks(listed, text, beside=title)


def test_an_organisation_supports_once_and_takes_it_back_by_the_same_button(
    town: Town, series: Joint
):
    two_items(town)
    anders, sofie, lars = town.cast.anders, town.cast.sofie, town.cast.lars
    presses(town, anders, SECOND)
    assert "støttes af 1 organisation" in beside(card(town), SECOND)
    presses(town, lars, SECOND)
    assert "støttes af 2 organisationer" in beside(card(town), SECOND)
    presses(town, sofie, SECOND, "Fortryd støtte")  # Systematic has one voice
    assert "støttes af 1 organisation" in beside(card(town), SECOND)
    presses(town, lars, SECOND, "Fortryd støtte")
    assert "støttes" not in beside(card(town), SECOND)


def test_standing_items_arent_supported(town: Town, series: Joint):
    two_items(town)
    listed = town.cast.anders.clicks(card(town), "Støt punkter").replies[0]
    assert set(printed(listed).values()) == {FIRST, SECOND}


def test_the_organiser_sorts_by_support_and_may_undo_it(town: Town, series: Joint):
    two_items(town)
    before = printed(card(town))
    presses(town, town.cast.lars, SECOND)
    mette = town.cast.mette
    sorted_ = mette.clicks(desk(town), "Sortér efter støtte").replies[-1]
    after = printed(card(town))
    assert [after[each] for each in ("3", "4")] == [SECOND, FIRST]
    assert {each: after[each] for each in after if each not in ("3", "4")} == {
        each: before[each] for each in before if each not in ("3", "4")
    }
    mette.clicks(sorted_, "Fortryd")
    assert printed(card(town)) == before


def test_support_is_given_while_the_agenda_is_open(town: Town, series: Joint):
    two_items(town)
    item = next(each for each in shown(town, series.meeting).items if each.title == FIRST)
    freezes(town)
    assert "Støt punkter" not in card(town).buttons
    with pytest.raises(WrongMoment, match="support_over"):
        support.switch(town.bot.house, item.id, by=asks(town, town.cast.lars))
