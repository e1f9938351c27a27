"""The home tab before organiser, vendor and authority, with all that can wait for them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from bot.cycle import minutes, people, status
from bot.cycle.people import Newcomers
from bot.demo.acting import Persona
from bot.demo.model import Guest
from bot.rules.people import OrganisationDraft
from storage.tables import Series
from storage.vocabulary import OrganisationKind
from tests.support.agendas import asks, plans_the_next
from tests.support.browser import Windows, faint_words, windows
from tests.support.grounds import Ground
from tests.support.joint import Joint, profile
from tests.support.poll import starts_format_poll
from tests.support.promises import promised
from tests.support.session import CHANNEL, ends, publishes
from tests.support.town import Town
from tests.support.worlds import world

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(180)]

SERIES = "Fællesmøde EOJ-leverandører SDS & MedCom"
ORGANISERS = ("Send dagsordenen…", "Venteliste (1)…", "Flyt…", "Aflys…", "Indstillinger")


@pytest.fixture
def desk(sqlite_ground: Ground, browser) -> Iterator[tuple[Windows, Mapping[str, Persona]]]:
    with world(sqlite_ground) as (town, series):
        readers = _between_two_meetings(town, series)
        with windows(browser, town.running.url) as opened:
            yield opened, readers


def _between_two_meetings(town: Town, series: Joint) -> Mapping[str, Persona]:
    """No. 19 is over with its promises; no. 20 takes items, which wait for the organiser."""
    cast, house = town.cast, town.bot.house
    promised(town, series)
    assert cast.mette.command(CHANNEL, "/referat", "opgave til Systematic: sende testplan").ok
    ends(town, [])
    publishes(town)
    following = plans_the_next(town, series)
    minutes.approve(house, series.meeting, by=asks(town, cast.mette))
    with house.database.work() as session:
        session.get_one(Series, series.series).moderated = True
    status.ask(house, following, by=asks(town, cast.mette))
    town.settle()
    starts_format_poll(town)
    assert cast.anders.command(CHANNEL, "/dagsorden", "Visning af medarbejdernavne").ok
    town.settle()
    return {"organiser": cast.mette, "vendor": cast.anders, "authority": _joins_sds(town, series)}


def _joins_sds(town: Town, series: Joint) -> Persona:
    """A colleague of Karen's, as a guest: home tabs stop at the border of a workspace."""
    ws, mette = town.cast.workspace, town.cast.mette
    guest = ws.add_person("ida", "Ida Berg", organisation="SDS", guest=Guest.MULTI_CHANNEL)
    ida = Persona(ws, guest)
    people.add(
        town.bot.house,
        series.series,
        OrganisationDraft("Sundhedsdatastyrelsen", "SDS", OrganisationKind.AUTHORITY, "", ""),
        Newcomers([profile(ida)], []),
        by=asks(town, mette),
    )
    mette.invites(CHANNEL, guest)
    return ida


def test_each_finds_what_waits_for_them(desk, tmp_path: Path):
    opened, readers = desk
    organiser, vendor, authority = (
        _home(opened, who, tmp_path / f"home-{name}.png") for name, who in readers.items()
    )
    for label in ORGANISERS:
        expect(_button(organiser, label)).to_be_visible()
        expect(_button(vendor, label)).to_have_count(0)
        expect(_button(authority, label)).to_have_count(0)
    for home in (organiser, vendor, authority):
        expect(home.locator("button.primary")).to_have_count(1)
        expect(home).to_contain_text("I har ikke svaret endnu")
    expect(organiser).to_contain_text("Har ikke svaret på, om de deltager: MedCom, SDS")
    expect(organiser).to_contain_text("mangler svar fra Systematic")
    expect(vendor).to_contain_text("1 forslag fra dig venter på mødelederen.")
    expect(vendor).to_contain_text("Systematic har 1 opgave")
    expect(_button(vendor, "Stem…")).to_be_visible()
    expect(_button(vendor, "Opdatér…")).to_have_count(2)
    expect(authority).to_contain_text("SDS har 1 opgave")
    for nothing in ("Stem…", "Opdatér…"):  # they neither vote nor report
        expect(_button(authority, nothing)).to_have_count(0)
    for name in ("Spørg fortroligt…", "Tilføj punkt", "Udført"):
        expect(_button(vendor, name)).to_be_visible()
        expect(_button(authority, name)).to_be_visible()


def _home(opened: Windows, who: Persona, picture: Path) -> Locator:
    """Somebody's home tab, of which a picture is kept in pytest's folder."""
    who.opens_home(SERIES)
    page = opened.open(who.id, "home", width=1280, height=1600)
    home = page.locator(".home-sheet")
    expect(home).to_contain_text(SERIES)
    assert faint_words(page) == []
    home.screenshot(path=picture)
    return home


def _button(home: Locator, text: str) -> Locator:
    """By the words that stand on it."""
    return home.locator("button").filter(has_text=re.compile(f"^{re.escape(text)}$"))
