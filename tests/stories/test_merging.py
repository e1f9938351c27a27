"""The organiser lets one item go on in another."""

from tests.support.agendas import CHANNEL, beside, card, picks, printed, proposes, shown
from tests.support.joint import Joint
from tests.support.town import Town

ONE, OTHER = "Telefonnumre i FSK", "Format på telefonnumre"


def merged(town: Town):
    """Nina's item goes on in Anders'; what the organiser is told."""
    mette = town.cast.mette
    mette.clicks(picks(town, OTHER), "Læg sammen…")
    sent = mette.submits(
        mette.gets_dialog("Læg punkter sammen"), {"Læg punktet ind under": f"3 {ONE}"}
    )
    assert sent.ok, sent.errors
    town.settle()
    return mette.hears(CHANNEL, "er lagt sammen med")


def background(town: Town, series: Joint) -> str:
    return next(each for each in shown(town, series.meeting).items if each.title == ONE).background


def test_background_proposer_and_support_go_along_and_it_can_be_undone(town: Town, series: Joint):
    anders, nina, lars = town.cast.anders, town.cast.nina, town.cast.lars
    proposes(town, anders, ONE)
    proposes(town, nina, OTHER)
    listed = lars.clicks(card(town), "Støt punkter").replies[0]
    lars.clicks(listed, "Støt", beside=OTHER)
    told = merged(town)
    assert OTHER not in printed(card(town)).values()
    assert "støttes af 1 organisation" in beside(card(town), ONE)
    assert background(town, series) == f"Også foreslået af Nina Frost, Dedalus: {OTHER}"
    nina.hears(nina.dm, f"er lagt sammen med »{ONE}«")
    assert f"lagt sammen: {ONE}" in nina.command(CHANNEL, "/dagsorden", "mine").words
    town.cast.mette.clicks(told, "Fortryd")
    assert OTHER in printed(card(town)).values()
    assert background(town, series) == ""
