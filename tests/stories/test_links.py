"""Files and pages that belong to an item: typed, shared, shown, printed, merged and carried."""

from bot.demo.acting import Persona
from bot.demo.model import StoredFile
from bot.demo.screens import Seen
from tests.documents.reading import addresses
from tests.support.agendas import (
    CHANNEL,
    beside,
    card,
    defers,
    freezes,
    picks,
    plans_the_next,
    printed,
    proposes,
    shown,
)
from tests.support.joint import Joint
from tests.support.town import Town

ITEM, OTHER = "Visning af logoplysninger", "Navne i MinLog"
LAW = "https://www.retsinformation.dk/eli/lta/2022/282"
PAGE = "https://medcom.example/log?a=1&b=2"


def links(town: Town, series: Joint, title: str) -> dict[str, str]:
    """Names and addresses of an item on the agenda."""
    item = next(each for each in shown(town, series.meeting).items if each.title == title)
    return {each.name: each.url for each in item.links}


def shares(town: Town, who: Persona, text: str, name: str) -> Seen:
    """Somebody writes in the channel, with a file."""
    ws = town.cast.workspace
    stored = StoredFile(
        ws.ids.next("F"), name, name, "application/pdf", who.id, ws.seconds(), b"%PDF-1.7"
    )
    ws.files[stored.id] = stored
    said = who.says(CHANNEL, text)
    message = ws.message(who.channel(CHANNEL).id, said.ts)
    assert message is not None
    message.files.append(stored.id)
    return said


def test_an_address_in_one_line_becomes_a_link_and_is_shown_back(town: Town, series: Joint):
    anders = town.cast.anders
    answer = proposes(town, anders, f"{ITEM} {LAW} (drøftelse, 10 min)")
    assert f"<{LAW}|retsinformation.dk/eli/lta/2022/282>" in answer.words
    assert links(town, series, ITEM) == {"retsinformation.dk/eli/lta/2022/282": LAW}
    assert beside(card(town), ITEM) == "til drøftelse · 10 min. · 1 link"
    mine = anders.command(CHANNEL, "/dagsorden", "mine")
    assert f"<{LAW}|" in mine.words


def test_links_are_typed_one_a_line_and_what_is_none_is_given_back(town: Town, series: Joint):
    anders = town.cast.anders
    anders.clicks(proposes(town, anders, ITEM).replies[0], "Ret")
    dialog = anders.gets_dialog("Ret punkt")
    refused = anders.submits(dialog, {"Links": f"{LAW}\nmedcom.dk/log", "Minutter": "5"})
    assert "»medcom.dk/log« er ikke et link" in refused.errors["links"]
    kept = anders.gets_dialog("Ret punkt")
    assert kept.values["links"]["links"]["value"] == f"{LAW}\nmedcom.dk/log"
    assert kept.values["minutes"]["minutes"]["value"] == "5"
    assert anders.submits(kept, {"Links": f"Loven: {LAW}\n{PAGE} Vejledning\n{LAW}"}).ok
    assert links(town, series, ITEM) == {"Loven": LAW, "Vejledning": PAGE}
    assert "2 links" in beside(card(town), ITEM)
    listed = town.cast.lars.clicks(card(town), "Filer og links").replies[0]
    assert f"<{LAW}|Loven> · <{PAGE.replace('&', '&amp;')}|Vejledning>" in listed.words
    history = anders.clicks(card_of_own(town), "Historik").replies[-1]
    assert f"Links: »Loven {LAW}" in history.words


def card_of_own(town: Town) -> Seen:
    return town.cast.anders.command(CHANNEL, "/dagsorden", "mine").replies[0]


def test_eleven_links_are_too_many(town: Town, series: Joint):
    anders = town.cast.anders
    anders.clicks(proposes(town, anders, ITEM).replies[0], "Ret")
    typed = "\n".join(f"https://medcom.example/{n}" for n in range(11))
    refused = anders.submits(anders.gets_dialog("Ret punkt"), {"Links": typed})
    assert "plads til 10 links" in refused.errors["links"]


def test_a_cpr_number_in_a_link_is_refused_and_kept_nowhere(town: Town, series: Joint):
    anders = town.cast.anders
    anders.clicks(proposes(town, anders, ITEM).replies[0], "Ret")
    typed = "https://journal.example/borger/010190-1116"
    refused = anders.submits(anders.gets_dialog("Ret punkt"), {"Links": typed})
    assert "CPR" in refused.errors["links"]
    assert links(town, series, ITEM) == {}


def test_files_in_a_message_come_along_by_the_shortcut(town: Town, series: Joint):
    anders, mette = town.cast.anders, town.cast.mette
    said = shares(town, anders, ITEM, "MinLog | skærmbilleder.pdf")
    mette.message_shortcut(said, "Sæt på dagsordenen")
    dialog = mette.gets_dialog("Nyt punkt")
    assert "skærmbilleder.pdf http" in dialog.values["links"]["links"]["value"]
    assert mette.submits(dialog).ok
    [(name, url)] = links(town, series, ITEM).items()
    assert name == "MinLog | skærmbilleder.pdf"
    assert "/files/" in url
    item = next(each for each in shown(town, series.meeting).items if each.title == ITEM)
    assert item.source.endswith("p" + said.ts.replace(".", ""))


def test_the_agenda_prints_links_that_can_be_clicked(town: Town, series: Joint):
    proposes(town, town.cast.anders, f"{ITEM} {PAGE}")
    freezes(town)
    [paper] = [file for said in town.cast.anders.sees(CHANNEL) for file in said.files
               if file.name.endswith(".docx")]  # fmt: skip
    assert addresses(paper.content) == {"medcom.example/log?a=1&b=2": PAGE}


def test_links_go_along_when_items_are_merged_and_back_when_that_is_undone(
    town: Town, series: Joint
):
    mette = town.cast.mette
    proposes(town, town.cast.anders, f"{ITEM} {LAW}")
    proposes(town, town.cast.nina, f"{OTHER} {LAW} {PAGE}")
    mette.clicks(picks(town, OTHER), "Læg sammen…")
    dialog = mette.gets_dialog("Læg punkter sammen")
    assert mette.submits(dialog, {"Læg punktet ind under": f"3 {ITEM}"}).ok
    assert list(links(town, series, ITEM).values()) == [LAW, PAGE]
    mette.clicks(mette.hears(CHANNEL, "er lagt sammen med"), "Fortryd")
    assert list(links(town, series, ITEM).values()) == [LAW]
    assert list(links(town, series, OTHER).values()) == [LAW, PAGE]


def test_a_deferred_item_keeps_its_links_at_the_next_meeting(town: Town, series: Joint):
    proposes(town, town.cast.anders, f"{ITEM} {LAW}")
    following = plans_the_next(town, series)
    defers(town, ITEM, {"Hvorfor?": "tiden slog ikke til"})
    town.settle()
    again = next(each for each in shown(town, following).items if each.title == ITEM)
    assert [each.url for each in again.links] == [LAW]
    assert ITEM in printed(card(town, "Fællesmøde nr. 20")).values()


def test_a_mention_in_a_thread_adds_an_item_that_leads_back_to_it(town: Town, series: Joint):
    """Lars is of another workspace: he has neither commands nor shortcuts."""
    lars = town.cast.lars
    root = town.cast.mette.says(CHANNEL, "Hvem kan se loggen?")
    lars.mentions_bot(CHANNEL, f"punkt: {ITEM} {LAW}", thread=root)
    confirmed = lars.hears(CHANNEL, "Sat på dagsordenen")
    assert confirmed.ephemeral
    assert confirmed.says(f"<{LAW}|")
    item = next(each for each in shown(town, series.meeting).items if each.title == ITEM)
    assert item.source.endswith("p" + root.ts.replace(".", ""))
    lars.clicks(confirmed, "Ret")
    assert lars.submits(lars.gets_dialog("Ret punkt"), {"Titel": OTHER}).ok
    assert OTHER in printed(card(town)).values()
