"""Participants put items on the agenda, change them and take them back."""

import pytest

from bot.cycle import meetings, proposals
from bot.errors import NotAllowed
from tests.support.agendas import (
    CHANNEL,
    asks,
    beside,
    card,
    freezes,
    order_dialog,
    picks,
    printed,
    proposes,
    shown,
)
from tests.support.joint import Joint
from tests.support.town import Town


def test_an_item_typed_as_a_command_stands_on_the_card(town: Town, series: Joint):
    answer = town.cast.mette.command(CHANNEL, "/dagsorden", "Håndtering af telefonnumre")
    town.settle()
    assert answer.words.startswith("Sat på dagsordenen for Fællesmøde nr. 19 som punkt 3")
    card = town.cast.anders.hears(CHANNEL, "Fællesmøde nr. 19")
    assert card.says("*3.* Håndtering af telefonnumre")


def test_a_mention_works_where_commands_dont(town: Town, series: Joint):
    """People of other workspaces have no slash commands."""
    lars = town.cast.lars
    lars.mentions_bot(CHANNEL, "punkt: Samlet release af begge løsninger")
    confirmation = lars.hears(CHANNEL, "Samlet release af begge løsninger")
    assert confirmation.ephemeral
    assert confirmation.buttons == ("Ret", "Træk tilbage")


def test_help_by_mention_names_no_commands(town: Town, series: Joint):
    lars = town.cast.lars
    lars.mentions_bot(CHANNEL, "hjælp")
    told = lars.hears(CHANNEL, "Det kan du skrive")
    assert told.says("`@Referent dagsorden Titel på punktet`")
    assert "/dagsorden" not in told.words


def test_what_was_withdrawn_no_longer_offers_to_be_edited(town: Town, series: Joint):
    sofie = town.cast.sofie
    sofie.command(CHANNEL, "/dagsorden", "Håndtering af telefonnumre")
    seen = sofie.hears(CHANNEL, "Sat på dagsordenen")
    sofie.clicks(seen, "Træk tilbage")
    town.settle()
    assert sofie.again(seen).buttons == ("Fortryd",)
    sofie.clicks(sofie.again(seen), "Fortryd")
    town.settle()
    assert sofie.again(seen).buttons == ("Ret", "Træk tilbage")


def test_an_item_in_one_line_is_shown_as_it_was_read_and_can_be_edited(town: Town, series: Joint):
    anders = town.cast.anders
    line = "Skærmning af borgeren (FSK) (beslutning, 10 min, v/ Hedensted)"
    confirmed = proposes(town, anders, line)
    assert "til beslutning · v/ Hedensted · 10 min." in confirmed.words
    assert beside(card(town), "Skærmning af borgeren (FSK)") == (
        "til beslutning · v/ Hedensted · 10 min."
    )
    anders.clicks(confirmed.replies[0], "Ret")
    dialog = anders.gets_dialog("Ret punkt")
    assert anders.submits(dialog, {"Minutter": "20"}).ok
    assert "20 min." in beside(card(town), "Skærmning af borgeren (FSK)")


def test_a_mention_reads_one_line_too(town: Town, series: Joint):
    lars = town.cast.lars
    lars.mentions_bot(CHANNEL, "punkt: Samlet release (information, ca. 15 min., by Lars)")
    lars.hears(CHANNEL, "Samlet release")
    assert beside(card(town), "Samlet release") == "til orientering · v/ Lars · 15 min."


def test_markup_in_a_title_stays_text(town: Town, series: Joint):
    town.cast.mette.command(CHANNEL, "/dagsorden", "<!channel> <b>fed</b> & *stjerner*")
    town.settle()
    card = town.cast.anders.hears(CHANNEL, "fed")
    assert "<!channel>" not in str(card.blocks)
    assert card.says("&lt;b&gt;fed&lt;/b&gt; &amp; ")


def test_a_title_that_is_too_long_is_given_back_whole(town: Town, series: Joint):
    title = "Meget lang titel " * 20
    answer = town.cast.anders.command(CHANNEL, "/dagsorden", title)
    assert "der er plads til 150" in answer.words
    assert title.strip() in answer.words
    assert title.strip() not in str(printed(card_of(town)))


def test_a_dialog_over_an_older_version_is_refused_and_keeps_what_was_typed(
    town: Town, series: Joint
):
    anders, mette = town.cast.anders, town.cast.mette
    confirmed = proposes(town, anders, "Fælles titel").replies[0]
    anders.clicks(confirmed, "Ret")
    mine = anders.gets_dialog("Ret punkt")
    mette.clicks(picks(town, "Fælles titel"), "Ret")
    assert mette.submits(mette.gets_dialog("Ret punkt"), {"Titel": "Mettes titel"}).ok
    refused = anders.submits(mine, {"Titel": "Anders’ titel"})
    assert "ændret af en anden imens" in " ".join(refused.errors.values())
    assert anders.gets_dialog("Ret punkt").values["title"]["title"]["value"] == "Anders’ titel"
    assert "Mettes titel" in printed(card(town)).values()


def test_once_the_agenda_is_sent_its_items_stay_as_they_are(town: Town, series: Joint):
    confirmed = proposes(town, town.cast.anders, "Ligger fast").replies[0]
    freezes(town)
    refused = town.cast.anders.clicks(confirmed, "Træk tilbage")
    assert "så punktet ligger fast" in refused.words
    assert "Ligger fast" in printed(card(town)).values()


def test_somebody_elses_item_isnt_ones_own(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Anders’ punkt")
    house, nina = town.bot.house, town.cast.nina
    item = next(each for each in shown(town, series.meeting).items if each.proposer)
    with pytest.raises(NotAllowed, match="not_yours"):
        proposals.withdraw(house, item.id, by=asks(town, nina))


def test_an_items_sub_items_move_up_when_it_is_withdrawn(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Hovedpunkt")
    proposes(town, town.cast.nina, "Underpunkt")
    town.cast.mette.submits(order_dialog(town), {"4 Underpunkt": "3.1"})
    mine = town.cast.anders.command(CHANNEL, "/dagsorden", "mine").replies[0]
    town.cast.anders.clicks(mine, "Træk tilbage")
    assert printed(card(town))["3"] == "Underpunkt"


def test_two_levels_are_enough(town: Town, series: Joint):
    """An item that has sub-items can't become one."""
    added = proposes(town, town.cast.anders, "Hovedpunkt").replies[0]
    proposes(town, town.cast.anders, "Underpunkt")
    town.cast.mette.submits(order_dialog(town), {"4 Underpunkt": "3.1"})
    anders = town.cast.anders
    anders.clicks(added, "Ret")
    dialog = anders.gets_dialog("Ret punkt")
    refused = anders.submits(dialog, {"Underpunkt til": "1 Gensidig orientering"})
    assert "har selv underpunkter" in refused.errors["parent"]


def test_the_same_request_twice_adds_one_item(town: Town, series: Joint):
    town.cast.workspace.faults.next("slash_commands", "duplicate")
    proposes(town, town.cast.anders, "Kun én gang")
    assert list(printed(card(town)).values()).count("Kun én gang") == 1


def test_nobody_types_an_item_that_has_nowhere_to_go(town: Town, series: Joint):
    """The button on an old card is refused before the dialog, not after it."""
    proposes(town, town.cast.anders, "Noget")
    old = card(town)
    house, mette = town.bot.house, town.cast.mette
    seen = shown(town, series.meeting).meeting.version
    meetings.cancel(house, series.meeting, "aflyst", seen=seen, by=asks(town, mette))
    answer = town.cast.anders.clicks(old, "Tilføj punkt")
    assert town.cast.anders.dialog is None
    assert "Dagsordenen er lukket" in answer.words


def card_of(town: Town):
    """The card, after something that must not have reached it."""
    proposes(town, town.cast.nina, "Et andet punkt")
    return card(town)
