"""Items that can't be treated without somebody, and the warning before the agenda goes out."""

from datetime import timedelta

from bot.cycle import attendance, meetings
from bot.cycle.attendance import Apologies
from bot.demo.acting import Persona, Seen
from tests.support.agendas import (
    CHANNEL,
    asks,
    beside,
    card,
    freezes,
    picks,
    plans_the_next,
    proposes,
    shown,
)
from tests.support.joint import STARTS, Joint
from tests.support.town import Town

ITEM = "Håndtering af telefonnumre"
OTHER = "Format på telefonnumre"


def adds(town: Town, who: Persona, title: str, *needed: str) -> None:
    """Somebody proposes an item by the card's button, and says who has to come."""
    who.clicks(who.command(CHANNEL, "/dagsorden").replies[-1], "Tilføj punkt")
    sent = who.submits(who.gets_dialog("Nyt punkt"), {"Titel": title, "Skal deltage": needed})
    assert sent.ok, sent.errors


def comes(town: Town, series: Joint, who: Persona) -> None:
    attendance.come(town.bot.house, series.meeting, by=asks(town, who))


def stays_away(town: Town, series: Joint, who: Persona) -> None:
    gone = Apologies("Kursus", for_all=True)
    attendance.send_apologies(town.bot.house, series.meeting, gone, by=asks(town, who))


def held_back(town: Town) -> Seen:
    """The warning that stands instead of the agenda's sending."""
    freezes(town)
    return town.cast.mette.hears(CHANNEL, "er ikke sendt endnu")


def sent(town: Town) -> bool:
    return card(town).says("dagsorden sendt")


def test_the_agenda_is_held_back_while_an_item_needs_who_stays_away(town: Town, series: Joint):
    mette = town.cast.mette
    adds(town, town.cast.anders, ITEM, "SDS", "KMD")
    assert "kræver SDS, KMD" in beside(card(town), ITEM)
    comes(town, series, town.cast.lars)
    stays_away(town, series, town.cast.karen)
    warning = held_back(town)
    assert warning.says("1 punkt kræver nogen, der måske ikke kommer")
    assert warning.says("Afbud: SDS")
    assert not warning.says("KMD")
    assert not sent(town)
    mette.clicks(warning, "Udsæt…")
    dialog = mette.gets_dialog("Udsæt punkt")
    assert mette.submits(dialog, {}).ok
    town.settle()
    mette.clicks(warning, "Se efter igen")
    assert sent(town)
    assert "udsat, da SDS ikke deltager" in beside(card(town), ITEM)


def test_what_needs_the_absent_is_put_off_at_once_and_the_rest_is_sent(town: Town, series: Joint):
    mette = town.cast.mette
    adds(town, town.cast.anders, ITEM, "SDS")
    adds(town, town.cast.nina, OTHER, "SDS", "KMD")
    proposes(town, town.cast.anders, "Noget for alle")
    comes(town, series, town.cast.lars)
    stays_away(town, series, town.cast.karen)
    mette.clicks(held_back(town), "Udsæt 2 punkter med afbud")
    mette.clicks(mette.hears(CHANNEL, "er klar til at blive sendt"), "Send dagsordenen…")
    assert sent(town)
    for title in (ITEM, OTHER):
        assert "udsat, da SDS ikke deltager" in beside(card(town), title)
    assert "udsat" not in beside(card(town), "Noget for alle")
    town.cast.nina.hears(town.cast.nina.dm, "er udsat og kommer igen, når SDS deltager")


def test_the_organiser_may_send_it_anyway_and_who_is_silent_is_named(town: Town, series: Joint):
    adds(town, town.cast.anders, ITEM, "SDS")
    warning = held_back(town)
    assert warning.says("Ikke svaret: SDS")
    town.cast.mette.clicks(warning, "Send alligevel")
    assert sent(town)


def test_the_home_tab_holds_it_back_too(town: Town, series: Joint):
    mette = town.cast.mette
    adds(town, town.cast.anders, ITEM, "SDS")
    mette.clicks(mette.opens_home("Fællesmøde nr. 19"), "Send dagsordenen…")
    warning = mette.hears(mette.dm, "er ikke sendt endnu")
    assert not sent(town)
    mette.clicks(warning, "Send alligevel")
    assert sent(town)


def test_nobody_is_warned_when_all_come(town: Town, series: Joint):
    adds(town, town.cast.anders, ITEM, "SDS")
    comes(town, series, town.cast.karen)
    freezes(town)
    assert sent(town)


def test_the_clock_sends_and_warns_the_organiser_once(town: Town, series: Joint):
    adds(town, town.cast.anders, ITEM, "SDS")
    stays_away(town, series, town.cast.karen)
    mette = town.cast.mette
    for verb in (meetings.close_for_items, meetings.open_for_items):
        verb(town.bot.house, series.meeting, by=asks(town, mette))  # whose chores are set anew
    town.until(STARTS - timedelta(days=4))
    assert sent(town)
    told = [each for each in mette.sees(mette.dm) if each.says("er sendt, men")]
    assert len(told) == 1
    assert told[0].says(f"»{ITEM}« (SDS har meldt afbud)")


def test_the_organiser_changes_who_has_to_come(town: Town, series: Joint):
    mette = town.cast.mette
    adds(town, town.cast.anders, ITEM, "SDS", "KMD")
    mette.clicks(picks(town, ITEM), "Ret")
    dialog = mette.gets_dialog("Ret punkt")
    assert mette.submits(dialog, {"Skal deltage": ("Dedalus", "KMD")}).ok
    assert "kræver KMD, Dedalus" in beside(card(town), ITEM)
    proposes(town, town.cast.anders, "Andet")
    mette.clicks(picks(town, ITEM), "Ret")
    assert mette.submits(mette.gets_dialog("Ret punkt"), {"Skal deltage": ()}).ok
    assert "kræver" not in beside(card(town), ITEM)


def needed(town: Town, series: Joint, title: str) -> list[str]:
    items = shown(town, series.meeting).items
    return [each.organisation for item in items if item.title == title for each in item.needs]


def test_a_merged_item_brings_whom_it_needs_and_takes_them_along(town: Town, series: Joint):
    mette = town.cast.mette
    adds(town, town.cast.anders, ITEM, "SDS")
    adds(town, town.cast.nina, OTHER, "SDS", "KMD")
    mette.clicks(picks(town, OTHER), "Læg sammen…")
    chosen = {"Læg punktet ind under": f"3 {ITEM}"}
    assert mette.submits(mette.gets_dialog("Læg punkter sammen"), chosen).ok
    assert needed(town, series, ITEM) == ["SDS", "KMD"]
    mette.clicks(mette.hears(CHANNEL, "er lagt sammen med"), "Fortryd")
    assert needed(town, series, ITEM) == ["SDS"]
    assert needed(town, series, OTHER) == ["SDS", "KMD"]


def test_a_deferred_item_needs_the_same_on_the_next_agenda(town: Town, series: Joint):
    mette = town.cast.mette
    adds(town, town.cast.anders, ITEM, "SDS")
    mette.clicks(picks(town, ITEM), "Udsæt…")
    assert mette.submits(mette.gets_dialog("Udsæt punkt"), {"Hvorfor?": "tiden slog ikke til"}).ok
    plans_the_next(town, series)
    assert "kræver SDS" in beside(card(town, "Fællesmøde nr. 20"), ITEM)
