"""A meeting under way: its agenda sent, started, and the organiser's panel."""

from sqlmodel import col, select

from bot.demo.acting import Persona
from bot.demo.screens import Answer, Seen
from storage.tables import AgendaItem, Meeting
from storage.vocabulary import ItemState, MeetingState
from tests.support.beginnings import begins
from tests.support.joint import Joint
from tests.support.town import Town

CHANNEL = "eoj-faellesmoede"
TITLES = ("Forretningsregel om automatisk opdatering", "Visning af logoplysninger")


@begins
def agenda_is_sent(town: Town, series: Joint, titles: tuple[str, ...] = TITLES) -> None:
    """Items on the agenda, which has gone out, on the day of the meeting."""
    for title in titles:
        assert town.cast.mette.command(CHANNEL, "/dagsorden", title).ok
    with town.bot.house.database.work() as session:
        meeting = session.get_one(Meeting, series.meeting)
        meeting.state = MeetingState.AGENDA_SENT
    town.clock.move_to(meeting.starts_at)
    town.settle()


def starts(town: Town, series: Joint, titles: tuple[str, ...] = TITLES) -> Seen:
    """The meeting runs; the organiser's panel."""
    _runs(town, series, titles)
    return panel(town)


@begins
def _runs(town: Town, series: Joint, titles: tuple[str, ...]) -> None:
    agenda_is_sent(town, series, titles)
    answer = town.cast.mette.command(CHANNEL, "/referat", "start")
    assert "Fællesmøde nr. 19" in answer.words, answer.words
    town.settle()


def panel(town: Town, who: Persona | None = None) -> Seen:
    """An organiser's one panel, as it stands now."""
    town.settle()
    reader = who or town.cast.mette
    panels = [seen for seen in reader.sees(reader.dm) if seen.text.startswith("Fællesmøde nr. 19:")]
    assert len(panels) == 1, "one panel a meeting, updated in place"
    return panels[0]


def card(town: Town, who: Persona | None = None) -> Seen:
    """The one minutes card in the channel."""
    town.settle()
    reader = who or town.cast.anders
    cards = [
        seen
        for seen in reader.sees(CHANNEL)
        if not seen.ephemeral and seen.text.startswith("Referat af Fællesmøde nr. 19:")
    ]
    assert len(cards) == 1, "one card a meeting, updated in place"
    return cards[0]


def writes(town: Town, text: str) -> Answer:
    """The organiser writes in the channel: `/referat …`."""
    answer = town.cast.mette.command(CHANNEL, "/referat", text)
    assert answer.ok, answer.error
    return answer


def ends(town: Town, deferred: list[str] | None = None) -> None:
    """The organiser ends the meeting by the panel's dialog, or at once if all is decided."""
    mette, shown = town.cast.mette, panel(town)
    mette.clicks(shown, "Afslut mødet…")
    dialog = mette.dialog
    if dialog is not None:
        fields = {} if deferred is None else {"Udsættes til næste møde": deferred}
        sent = mette.submits(dialog, fields)
        assert sent.ok, sent.errors
    town.settle()


def publishes(town: Town) -> Seen:
    """The draft goes out; its card."""
    town.cast.mette.clicks(panel(town), "Send udkast til kommentering")
    return card(town)


def state(town: Town, series: Joint) -> MeetingState:
    with town.bot.house.database.look() as session:
        return session.get_one(Meeting, series.meeting).state


def item(town: Town, title: str) -> AgendaItem:
    """An item that stands on an agenda."""
    with town.bot.house.database.look() as session:
        return session.exec(
            select(AgendaItem).where(
                col(AgendaItem.title) == title, col(AgendaItem.state) != ItemState.WITHDRAWN
            )
        ).one()


def goes_to(town: Town, title: str) -> Seen:
    """The organiser turns to an item by the panel's menu."""
    shown = panel(town)
    option = next(line for line in shown.words.splitlines() if line.endswith(title))
    town.cast.mette.chooses(shown, "Gå til punkt", option)
    return panel(town)
