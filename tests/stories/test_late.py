"""The agenda's deadline: what comes after it is late, whether or not the agenda is sent."""

from datetime import UTC, datetime

import pytest

from bot.cycle import meetings
from bot.cycle.meetings import Typed
from storage.vocabulary import Language, MeetingState
from tests.support.agendas import (
    CHANNEL,
    asks,
    beside,
    card,
    desk,
    freezes,
    printed,
    proposes,
    shown,
)
from tests.support.beginnings import begins
from tests.support.joint import Joint
from tests.support.town import Town

DEADLINE = datetime(2022, 3, 3, 11, 0, tzinfo=UTC)  # noon in Copenhagen, five working days before
ITEM, IN_TIME = "Adgang til testmiljø", "Samlet release"


@begins
def deadline_passes(town: Town) -> None:
    """The agenda is sent at its hour, and taken back an hour later."""
    proposes(town, town.cast.anders, IN_TIME)
    town.clock.move_to(DEADLINE)
    freezes(town)
    town.clock.move(hours=1)
    town.cast.mette.clicks(desk(town), "Træk dagsordenen tilbage…")
    town.settle()


@pytest.fixture
def overdue(town: Town, series: Joint) -> Joint:
    deadline_passes(town)
    assert shown(town, series.meeting).meeting.state is MeetingState.COLLECTING
    return series


def waiting_list(town: Town):
    return town.cast.mette.clicks(desk(town), "Venteliste (1)…").replies[-1]


def test_the_card_and_the_dialog_say_until_when_items_are_in_time(town: Town, series: Joint):
    proposes(town, town.cast.anders, IN_TIME)
    assert card(town).says("Punkter senest torsdag den 3. marts kl. 12.00")
    town.cast.anders.clicks(card(town), "Tilføj punkt")
    dialog = town.cast.anders.gets_dialog("Nyt punkt")
    assert dialog.says("Punkter senest torsdag den 3. marts kl. 12.00")


def test_a_late_item_waits_though_the_agenda_isnt_sent_and_is_marked(town: Town, overdue: Joint):
    anders, mette = town.cast.anders, town.cast.mette
    answer = proposes(town, anders, ITEM)
    assert "Tak for forslaget" in answer.words
    assert "var torsdag den 3. marts kl. 12.00" in answer.words
    assert ITEM not in printed(card(town)).values()
    assert card(town).says("1 punkt på ventelisten")
    assert mette.hears(mette.dm, f"foreslår »{ITEM}«").says("kom efter fristen")
    waiting = waiting_list(town)
    assert waiting.says("Systematic · indkommet for sent")
    mette.clicks(waiting, "Sæt på dagsordenen")
    assert beside(card(town), ITEM) == "til drøftelse · indkommet for sent"
    assert beside(card(town), IN_TIME) == "til drøftelse"
    anders.hears(anders.dm, "er sat på dagsordenen for Fællesmøde nr. 19")


def test_the_organiser_needs_nobodys_leave_after_the_deadline(town: Town, overdue: Joint):
    proposes(town, town.cast.mette, ITEM)
    assert beside(card(town), ITEM) == "til drøftelse · indkommet for sent"


def test_what_is_undone_after_the_deadline_is_as_it_was(town: Town, overdue: Joint):
    anders, mette = town.cast.anders, town.cast.mette
    mine = anders.command(CHANNEL, "/dagsorden", "mine").replies[0]
    anders.clicks(mine, "Træk tilbage")
    anders.clicks(anders.command(CHANNEL, "/dagsorden", "mine").replies[0], "Fortryd")
    assert beside(card(town), IN_TIME) == "til drøftelse"
    proposes(town, anders, ITEM)
    mette.clicks(waiting_list(town), "Afvis…")
    assert mette.submits(mette.gets_dialog("Afvis punkt"), {"Begrundelse": "For sent"}).ok
    mette.clicks(mette.hears(CHANNEL, "er afvist"), "Fortryd")
    assert card(town).says("1 punkt på ventelisten")
    assert ITEM not in printed(card(town)).values()


def test_moving_the_meeting_moves_the_deadline(town: Town, overdue: Joint):
    house, mette = town.bot.house, town.cast.mette
    seen = shown(town, overdue.meeting).meeting.version
    later = Typed("21. april 2022 kl. 14.00-15.15", "Teams", Language.DANISH)
    meetings.move(house, overdue.meeting, later, seen=seen, by=asks(town, mette))
    assert card(town).says("Punkter senest mandag den 11. april kl. 12.00")
    proposes(town, town.cast.anders, ITEM)
    assert beside(card(town), ITEM) == "til drøftelse"


def test_a_meeting_called_at_short_notice_has_no_deadline(town: Town, series: Joint):
    house, mette = town.bot.house, town.cast.mette
    seen = shown(town, series.meeting).meeting.version
    soon = Typed("17. februar 2022 kl. 14.00-15.15", "Teams", Language.DANISH)
    meetings.move(house, series.meeting, soon, seen=seen, by=asks(town, mette))
    proposes(town, town.cast.anders, ITEM)
    assert beside(card(town), ITEM) == "til drøftelse"
    assert not card(town).says("Punkter senest")


def test_a_new_habit_moves_the_deadline_on_the_card(town: Town, series: Joint):
    mette = town.cast.mette
    mette.command(CHANNEL, "/moede", "indstillinger")
    dialog = mette.gets_dialog("Indstillinger")
    assert mette.submits(dialog, {"freeze_days": "3"}).ok
    assert card(town).says("Punkter senest mandag den 7. marts kl. 12.00")
