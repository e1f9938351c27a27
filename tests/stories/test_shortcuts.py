"""Items by shortcut: out of a message, and from anywhere."""

from bot.cycle import meetings
from bot.cycle.meetings import Typed
from bot.demo.faults import Trouble
from storage.vocabulary import Language
from tests.support.agendas import CHANNEL, asks, card, plans_the_next, printed, shown
from tests.support.joint import Joint
from tests.support.town import Town

FROM_MESSAGE = "Sæt på dagsordenen"
NEW = "Nyt dagsordenspunkt"


def test_a_message_becomes_an_item_with_a_link_back(town: Town, series: Joint):
    anders, mette = town.cast.anders, town.cast.mette
    said = anders.says(CHANNEL, "Kan vi tage certificering?\nVi mangler svar fra SDS & KL.")
    assert mette.message_shortcut(said, FROM_MESSAGE).ok
    dialog = mette.gets_dialog("Nyt punkt")
    assert dialog.values["title"]["title"]["value"] == "Kan vi tage certificering?"
    assert "SDS & KL." in dialog.values["background"]["background"]["value"]
    assert mette.submits(dialog).ok
    assert "Kan vi tage certificering?" in printed(card(town)).values()
    item = next(each for each in shown(town, series.meeting).items if each.source)
    assert item.source.endswith("p" + said.ts.replace(".", ""))


def test_a_long_message_is_shortened_to_a_title_and_kept_whole(town: Town, series: Joint):
    mette = town.cast.mette
    whole = "Vi vil gerne drøfte " + "aftaleoversigten " * 30
    mette.message_shortcut(mette.says(CHANNEL, whole), FROM_MESSAGE)
    dialog = mette.gets_dialog("Nyt punkt")
    title = dialog.values["title"]["title"]["value"]
    assert len(title) <= 150
    assert title.endswith("…")
    assert dialog.values["background"]["background"]["value"] == whole.strip()


def test_mentions_in_a_message_become_names(town: Town, series: Joint):
    mette, karen = town.cast.mette, town.cast.karen
    said = mette.says(CHANNEL, f"Spørg {karen.mention} om logdata")
    mette.message_shortcut(said, FROM_MESSAGE)
    value = mette.gets_dialog("Nyt punkt").values["title"]["title"]["value"]
    assert value == "Spørg Karen Lund om logdata"


def test_without_a_link_the_item_is_made_all_the_same(town: Town, series: Joint):
    mette = town.cast.mette
    said = mette.says(CHANNEL, "Uden link")
    town.cast.workspace.faults.next("chat.getPermalink", Trouble.SERVER_ERROR)
    mette.message_shortcut(said, FROM_MESSAGE)
    assert mette.submits(mette.gets_dialog("Nyt punkt")).ok
    item = next(each for each in shown(town, series.meeting).items if each.title == "Uden link")
    assert item.source == ""


def test_the_global_shortcut_opens_the_dialog_for_the_only_meeting(town: Town, series: Joint):
    mette = town.cast.mette
    mette.global_shortcut(NEW)
    dialog = mette.gets_dialog("Nyt punkt")
    assert dialog.says("Til dagsordenen for Fællesmøde nr. 19")
    assert mette.submits(dialog, {"Titel": "Hvor som helst"}).ok
    assert "Hvor som helst" in printed(card(town)).values()
    mette.hears(mette.dm, "Sat på dagsordenen for Fællesmøde nr. 19")


def test_with_several_meetings_one_is_chosen(town: Town, series: Joint):
    following = plans_the_next(town, series)
    mette = town.cast.mette
    mette.global_shortcut(NEW)
    dialog = mette.gets_dialog("Nyt punkt")
    chosen = dialog.values["meeting"]["meeting"]["selected_option"]["text"]["text"]
    assert chosen.startswith("Fællesmøde nr. 19 · 10. marts 2022")
    assert mette.submits(dialog, {"Titel": "Til det næste", "Møde": str(following)}).ok
    assert "Til det næste" in [each.title for each in shown(town, following).items]


def test_separate_meetings_of_others_arent_offered(town: Town, series: Joint):
    house, mette = town.bot.house, town.cast.mette
    typed = Typed("5. april 2022 kl. 10", "Teams", Language.DANISH)
    meetings.plan(
        house, series.series, typed, vendor_id=series.organisations["KMD"], by=asks(town, mette)
    )
    town.settle()
    mette.global_shortcut(NEW)
    assert "Separat møde nr. 1" in str(mette.gets_dialog("Nyt punkt").blocks)
    anders = town.cast.anders
    said = anders.says(CHANNEL, "Et forslag")
    anders.message_shortcut(said, FROM_MESSAGE)
    assert "Separat møde" not in str(anders.gets_dialog("Nyt punkt").blocks)


def test_somebody_without_a_series_is_told_where_to_go(town: Town, series: Joint):
    peter = town.cast.peter
    peter.global_shortcut(NEW)
    assert peter.dialog is None
    peter.hears(peter.dm, "mødeserie")
