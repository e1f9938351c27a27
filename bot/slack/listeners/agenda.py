"""The agenda shown, and its sending: `/dagsorden vis`, `mine`, `send`, and the card's buttons."""

from bot.cycle import agenda, proposals, waiting
from bot.slack.front import Front
from bot.slack.ids.agenda import AgendaPress
from bot.slack.replies import Reply
from bot.slack.requests import Pressed, Said
from bot.slack.verbs import Command, Verb
from bot.slack.views import agenda as views
from bot.slack.views import links, organizing
from storage.vocabulary import ItemId, MeetingId


def register(front: Front) -> None:
    _shows(front)
    _sends(front)


def _shows(front: Front) -> None:
    house = front.house

    @front.verb(Verb(Command.AGENDA, help="agenda.help_show", words=("vis", "show")))
    def show(said: Said) -> None:
        shown = agenda.here(house, said.channel, direct=said.direct, by=said.by)
        said.answer(views.private(shown, said.words))

    @front.verb(Verb(Command.AGENDA, help="agenda.help_mine", words=("mine", "my")))
    def mine(said: Said) -> None:
        shown = agenda.here(house, said.channel, direct=said.direct, by=said.by)
        said.answer(views.mine(shown, said.words))

    @front.press(AgendaPress.MINE)
    def press_mine(pressed: Pressed) -> None:
        shown = agenda.own(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.mine(shown, pressed.words))

    @front.press(AgendaPress.PICK_OWN)
    def pick_own(pressed: Pressed) -> None:
        held = proposals.read(house, ItemId(pressed.number), by=pressed.by)
        blocks = views.own_item(held.item, held.meeting, pressed.words)
        pressed.answer(Reply(held.item.title, blocks))

    @front.press(AgendaPress.LINKS)
    def open_links(pressed: Pressed) -> None:
        shown = agenda.show(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(links.listed(shown, pressed.words))

    @front.press(AgendaPress.ORGANIZE)
    def organize(pressed: Pressed) -> None:
        shown = waiting.listed(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(organizing.desk(shown, pressed.words))


def _sends(front: Front) -> None:
    house = front.house

    @front.verb(Verb(Command.AGENDA, help="agenda.help_send", words=("send",)))
    def send(said: Said) -> None:
        shown = agenda.here(house, said.channel, direct=said.direct, by=said.by)
        ready = agenda.ready(house, shown.agenda.meeting.id, by=said.by)
        said.answer(organizing.ready(ready, said.words))

    @front.press(AgendaPress.FREEZE)
    def freeze(pressed: Pressed) -> None:
        sent = agenda.freeze(house, MeetingId(pressed.number), by=pressed.by)
        pressed.replace(organizing.sent(sent, pressed.words))

    @front.press(AgendaPress.FREEZE_ANYWAY)
    def freeze_anyway(pressed: Pressed) -> None:
        meeting = MeetingId(pressed.number)
        sent = agenda.freeze(house, meeting, whoever_comes=True, by=pressed.by)
        pressed.replace(organizing.sent(sent, pressed.words))

    @front.press(AgendaPress.TAKE_BACK)
    def take_back(pressed: Pressed) -> None:
        sent = agenda.take_back(house, MeetingId(pressed.number), by=pressed.by)
        pressed.replace(organizing.sent(sent, pressed.words))
