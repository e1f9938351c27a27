"""What comes after the agenda was sent: accepted, carried to the next meeting, or declined."""

from tests.support.agendas import (
    CHANNEL,
    beside,
    card,
    desk,
    freezes,
    picks,
    plans_the_next,
    printed,
    proposes,
)
from tests.support.beginnings import begins
from tests.support.joint import Joint
from tests.support.town import Town

LATE = "Kommer for sent"


@begins
def too_late(town: Town) -> None:
    """The agenda is sent; then an item comes."""
    freezes(town)
    answer = proposes(town, town.cast.anders, LATE)
    assert "venter på mødelederens svar" in answer.words


def waiting_list(town: Town):
    return town.cast.mette.clicks(desk(town), "Venteliste (1)…").replies[-1]


def test_a_late_item_waits_and_the_card_says_how_many_do(town: Town, series: Joint):
    too_late(town)
    assert LATE not in printed(card(town)).values()
    assert card(town).says("1 punkt på ventelisten")


def test_an_accepted_late_item_changes_no_number(town: Town, series: Joint):
    freezes(town)
    before = printed(card(town))
    proposes(town, town.cast.anders, LATE)
    town.cast.mette.clicks(waiting_list(town), "Sæt på dagsordenen")
    after = printed(card(town))
    assert after == {**before, "3a": LATE}
    assert list(after)[-2:] == ["3a", "4"]
    assert after["4"] == "Eventuelt"
    town.cast.anders.hears(town.cast.anders.dm, "som punkt 3a")


def test_an_agenda_taken_back_is_numbered_by_its_order_again(town: Town, series: Joint):
    too_late(town)
    mette = town.cast.mette
    mette.clicks(waiting_list(town), "Sæt på dagsordenen")
    mette.clicks(desk(town), "Træk dagsordenen tilbage…")
    now = printed(card(town))
    assert list(now) == ["1", "2", "3", "4", "5"]
    assert now["3"] == LATE
    assert now["5"] == "Eventuelt"
    freezes(town)
    assert printed(card(town)) == now


def test_a_carried_item_stands_on_the_next_agenda_as_new(town: Town, series: Joint):
    too_late(town)
    mette = town.cast.mette
    mette.clicks(waiting_list(town), "Til næste møde")
    town.settle()
    town.cast.anders.hears(town.cast.anders.dm, "næste møde")
    plans_the_next(town, series)
    following = card(town, "Fællesmøde nr. 20")
    assert LATE in printed(following).values()
    assert beside(following, LATE) == "til drøftelse"

    mette.clicks(mette.hears(CHANNEL, "kommer på dagsordenen for næste møde"), "Fortryd")
    assert LATE not in printed(card(town, "Fællesmøde nr. 20")).values()
    assert card(town).says("1 punkt på ventelisten")


def test_a_declined_item_tells_its_proposer_why(town: Town, series: Joint):
    too_late(town)
    mette = town.cast.mette
    mette.clicks(waiting_list(town), "Afvis…")
    dialog = mette.gets_dialog("Afvis punkt")
    assert set(mette.submits(dialog, {"Begrundelse": "   "}).errors) == {"reason"}
    assert mette.submits(dialog, {"Begrundelse": "Hører til i styregruppen"}).ok
    told = town.cast.anders
    town.settle()
    told.hears(told.dm, "Begrundelse: Hører til i styregruppen")
    mine = told.command(CHANNEL, "/dagsorden", "mine")
    assert "afvist: Hører til i styregruppen" in mine.words
    mette.clicks(mette.hears(CHANNEL, "er afvist"), "Fortryd")
    assert card(town).says("1 punkt på ventelisten")


def test_an_item_on_an_open_agenda_can_be_declined_too(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Ikke her")
    mette = town.cast.mette
    panel = picks(town, "Ikke her")
    assert "Tag af dagsordenen" not in panel.buttons  # it is somebody else's: they are told why
    mette.clicks(panel, "Afvis…")
    assert mette.submits(mette.gets_dialog("Afvis"), {"Begrundelse": "Er behandlet"}).ok
    assert "Ikke her" not in printed(card(town)).values()
    mette.clicks(mette.hears(CHANNEL, "er afvist"), "Fortryd")
    assert "Ikke her" in printed(card(town)).values()


def test_the_same_item_isnt_decided_twice(town: Town, series: Joint):
    too_late(town)
    mette = town.cast.mette
    listed = waiting_list(town)
    stale = waiting_list(town)
    mette.clicks(listed, "Sæt på dagsordenen")
    refused = mette.clicks(stale, "Til næste møde")
    assert "venter ikke længere på svar" in refused.words


def test_the_proposer_may_still_take_a_late_item_back(town: Town, series: Joint):
    too_late(town)
    anders = town.cast.anders
    mine = anders.command(CHANNEL, "/dagsorden", "mine").replies[0]
    assert "Ret" in mine.buttons
    anders.clicks(mine, "Træk tilbage")
    assert not card(town).says("ventelisten")


def test_only_the_organiser_sees_the_waiting_list(town: Town, series: Joint):
    too_late(town)
    refused = town.cast.nina.command(CHANNEL, "/dagsorden", "venteliste")
    assert "Det kan kun mødelederen gøre" in refused.words
    assert LATE not in refused.words
