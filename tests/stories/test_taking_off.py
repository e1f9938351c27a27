"""An item leaves an agenda that people have on paper, or was never sent again after a return."""

from bot.demo.screens import Seen
from tests.documents.reading import lines
from tests.support.agendas import (
    CHANNEL,
    card,
    desk,
    freezes,
    order_dialog,
    picks,
    plans_the_next,
    printed,
    proposes,
    shown,
)
from tests.support.beginnings import begins
from tests.support.joint import Joint
from tests.support.town import Town

ITEM, OTHER = "Visning af logoplysninger", "Hypercare i driftsfasen"


@begins
def is_sent(town: Town) -> None:
    """Anders' and Nina's items stand on an agenda that was sent."""
    proposes(town, town.cast.anders, ITEM)
    proposes(town, town.cast.nina, OTHER)
    freezes(town)


def takes_off(town: Town, seen: Seen, why: str = "SDS har svaret skriftligt") -> Seen:
    """The organiser takes an item off by the button on a message; what they are told."""
    mette = town.cast.mette
    mette.clicks(seen, "Tag af dagsordenen…")
    dialog = mette.gets_dialog("Tag af dagsordenen")
    assert set(mette.submits(dialog, {"Begrundelse": " "}).errors) == {"reason"}
    assert mette.submits(dialog, {"Begrundelse": why}).ok
    town.settle()
    return mette.hears(CHANNEL, "er taget af dagsordenen")


def a_minute_passes(town: Town) -> list[Seen]:
    town.settle()
    town.clock.move(minutes=1)
    town.settle()
    return [said for said in town.cast.lars.sees(CHANNEL) if "Tillægsdagsorden nr." in said.text]


def test_the_organiser_takes_an_item_off_and_a_supplement_says_so(town: Town, series: Joint):
    is_sent(town)
    before = printed(card(town))
    told = takes_off(town, picks(town, ITEM))
    assert told.says("nummer 3 bruges ikke igen")
    assert told.says("om et minut i en tillægsdagsorden")
    after = printed(card(town))
    assert after == {number: title for number, title in before.items() if title != ITEM}
    anders = town.cast.anders
    anders.hears(anders.dm, "er taget af dagsordenen for Fællesmøde nr. 19. Begrundelse: SDS har")
    [notice] = a_minute_passes(town)
    assert notice.text.splitlines()[1:] == [f"• Punkt 3 udgår (SDS har svaret skriftligt): {ITEM}"]
    [paper] = notice.files
    assert f"Punkt 3 udgår (SDS har svaret skriftligt): {ITEM}" in lines(paper.content)
    proposes(town, town.cast.nina, "Kom for sent")
    mette = town.cast.mette
    waiting = mette.clicks(desk(town), "Venteliste (1)…").replies[-1]
    mette.clicks(waiting, "Sæt på dagsordenen")
    assert "3" not in printed(card(town)), "the number stays unused"


def test_undone_at_once_it_is_told_to_nobody_and_keeps_its_number(town: Town, series: Joint):
    is_sent(town)
    before = printed(card(town))
    told = takes_off(town, picks(town, ITEM))
    town.cast.mette.clicks(told, "Fortryd")
    assert printed(card(town)) == before
    assert a_minute_passes(town) == []


def test_undone_later_the_next_supplement_says_that_it_stands_again(town: Town, series: Joint):
    is_sent(town)
    told = takes_off(town, picks(town, ITEM))
    a_minute_passes(town)
    town.cast.mette.clicks(told, "Fortryd")
    _, second = a_minute_passes(town)
    assert f"Punkt 3 behandles alligevel: {ITEM}" in second.text


def test_its_proposer_asks_and_the_organiser_does_it(town: Town, series: Joint):
    is_sent(town)
    anders, mette = town.cast.anders, town.cast.mette
    mine = anders.command(CHANNEL, "/dagsorden", "mine").replies[0]
    anders.clicks(mine, "Bed om at få det taget af…")
    dialog = anders.gets_dialog("Bed om at tage punkt af")
    assert anders.submits(dialog, {"Begrundelse": "Vi har fundet fejlen"}).ok
    town.settle()
    assert ITEM in printed(card(town)).values(), "nothing has changed yet"
    wish = mette.hears(mette.dm, f"Anders Kjær beder om, at »{ITEM}« tages af")
    assert wish.says("Begrundelse: Vi har fundet fejlen")
    mette.clicks(wish, "Tag af dagsordenen…")
    assert mette.submits(mette.gets_dialog("Tag af"), {"Begrundelse": "Efter ønske"}).ok
    assert ITEM not in printed(card(town)).values()


def test_sub_items_go_before_the_item_above_them(town: Town, series: Joint):
    proposes(town, town.cast.anders, ITEM)
    proposes(town, town.cast.nina, OTHER)
    mette = town.cast.mette
    mette.submits(order_dialog(town), {f"4 {OTHER}": "3.1"})
    freezes(town)
    mette.clicks(picks(town, ITEM), "Tag af dagsordenen…")
    refused = mette.submits(mette.gets_dialog("Tag af"), {"Begrundelse": "Udgår"})
    assert "har 1 underpunkt" in refused.errors["reason"]
    takes_off(town, picks(town, OTHER))
    mette.clicks(picks(town, ITEM), "Tag af dagsordenen…")
    assert mette.submits(mette.gets_dialog("Tag af"), {"Begrundelse": "Udgår"}).ok


def test_what_was_never_sent_again_is_told_at_the_meetings_end_and_proposed_anew(
    town: Town, series: Joint
):
    freezes(town)
    anders, mette = town.cast.anders, town.cast.mette
    proposes(town, anders, f"{ITEM} https://medcom.example/log")
    waiting = mette.clicks(desk(town), "Venteliste (1)…").replies[-1]
    mette.clicks(waiting, "Send retur…")
    mette.submits(mette.gets_dialog("Send punkt retur"), {"Hvad mangler der?": "Et eksempel"})
    town.clock.move_to(shown(town, series.meeting).meeting.starts_at)
    mette.command(CHANNEL, "/referat", "start")
    following = plans_the_next(town, series)
    mette.command(CHANNEL, "/referat", "slut")
    town.settle()
    told = anders.hears(anders.dm, "det blev ikke sendt igen")
    anders.clicks(told, "Foreslå igen")
    assert anders.submits(anders.gets_dialog("Nyt punkt")).ok
    [again] = [each for each in shown(town, following).items if each.title == ITEM]
    assert [each.url for each in again.links] == ["https://medcom.example/log"]
