"""Agendas in stories: the card, the organiser's desk, and what stands on the paper."""

import re

from bot.cycle import agenda, meetings
from bot.cycle.meetings import Typed
from bot.demo.acting import Persona
from bot.demo.screens import Answer, Screen, Seen
from bot.ports import Asker
from bot.results.agenda import Agenda
from storage.vocabulary import Language, MeetingId, Person, Tenant
from tests.support.beginnings import begins
from tests.support.joint import Joint
from tests.support.town import Town

CHANNEL = "eoj-faellesmoede"
_LINE = re.compile(r"^\s*\*(\d+[a-z]*(?:\.\d+)?)\.?\* (.*?)(?: – _(.*)_)?$")


def asks(town: Town, who: Persona) -> Asker:
    """A person before a use case, without Slack."""
    person = Person(who.user.team.id, who.id)
    tenant = Tenant(town.cast.workspace.home.id)
    return Asker(person, tenant, f"asks:{town.bot.house.ids.new()}")


def shown(town: Town, meeting: MeetingId) -> Agenda:
    """The agenda as it stands in the database."""
    return agenda.show(town.bot.house, meeting, by=asks(town, town.cast.mette))


def card(town: Town, title: str = "Fællesmøde nr. 19", who: Persona | None = None) -> Seen:
    """The living card in the channel."""
    town.settle()
    reader = who or town.cast.anders
    cards = [
        seen
        for seen in reader.sees(CHANNEL)
        if not seen.ephemeral and seen.text.startswith(f"Dagsorden til {title},")
    ]
    assert len(cards) == 1, "one card a meeting, updated in place"
    return cards[0]


def printed(seen: Seen) -> dict[str, str]:
    """Numbers and titles of a card or a private agenda, in the order in which they stand."""
    found = (_LINE.match(line) for line in seen.words.splitlines())
    return {match[1]: match[2] for match in found if match}


def beside(seen: Seen, title: str) -> str:
    """What a line says after its title."""
    for line in seen.words.splitlines():
        match = _LINE.match(line)
        if match and match[2] == title:
            return match[3] or ""
    raise AssertionError(f"no line {title!r} in:\n{seen.words}")


def proposes(town: Town, who: Persona, title: str) -> Answer:
    """Somebody puts an item on the agenda of the channel."""
    answer = who.command(CHANNEL, "/dagsorden", title)
    assert answer.ok, answer.error
    return answer


def desk(town: Town) -> Seen:
    """The organiser's desk, opened from their private agenda."""
    mette = town.cast.mette
    private = mette.command(CHANNEL, "/dagsorden").replies[-1]
    return mette.clicks(private, "Mødeleder…").replies[-1]


def picks(town: Town, title: str) -> Seen:
    """The organiser takes one item in hand."""
    mette, on_desk = town.cast.mette, desk(town)
    option = next(
        each["text"]["text"]
        for block in on_desk.blocks
        for element in block.get("elements", ())
        for each in element.get("options", ())
        if title in each["text"]["text"]
    )
    return mette.chooses(on_desk, "Vælg et punkt", option).replies[-1]


def defers(town: Town, title: str, why: dict[str, str]) -> Seen:
    """The organiser defers an item by the dialog, and is told so."""
    mette = town.cast.mette
    mette.clicks(picks(town, title), "Udsæt…")
    sent = mette.submits(mette.gets_dialog("Udsæt punkt"), why)
    assert sent.ok, sent.errors
    return mette.hears(CHANNEL, title)


def freezes(town: Town) -> Answer:
    """The organiser sends the agenda, and it is on its way."""
    answer = town.cast.mette.clicks(desk(town), "Send dagsordenen…")
    town.settle()
    return answer


def order_dialog(town: Town) -> Screen:
    mette = town.cast.mette
    mette.clicks(desk(town), "Rækkefølge…")
    return mette.gets_dialog("Rækkefølge")


@begins
def plans_the_next(town: Town, series: Joint, when: str = "25. april 2022 kl. 14") -> MeetingId:
    """The organiser plans the next joint meeting and opens it for items."""
    house, mette = town.bot.house, town.cast.mette
    typed = Typed(when, "Teams", Language.DANISH)
    planned = meetings.plan(house, series.series, typed, by=asks(town, mette))
    meetings.open_for_items(house, planned.meeting.id, by=asks(town, mette))
    town.settle()
    return planned.meeting.id
