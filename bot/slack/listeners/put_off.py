"""The matters that wait for a later meeting."""

from bot.cycle import agenda, put_off, waiting
from bot.results.put_off import PutOffSettled
from bot.slack.front import Front
from bot.slack.ids.agenda import AgendaForm, PutOffPress, RulePress
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import organizing
from bot.slack.views import put_off as views
from storage.vocabulary import ItemId, MeetingId


def register(front: Front) -> None:
    _lists(front)
    _settles(front)


def _lists(front: Front) -> None:
    house = front.house
    verb = Verb(Command.AGENDA, help="deferrals.help", words=("udsatte", "deferred"))

    @front.verb(verb)
    def say(said: Said) -> None:
        here = agenda.here(house, said.channel, direct=said.direct, by=said.by)
        shown = put_off.listed(house, here.agenda.meeting.id, by=said.by)
        said.answer(views.listed(shown, said.words))

    @front.press(PutOffPress.LIST)
    def show(pressed: Pressed) -> None:
        shown = put_off.listed(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.listed(shown, pressed.words))


def _settles(front: Front) -> None:
    house = front.house

    def answer(pressed: Pressed, done: PutOffSettled) -> None:
        """The list as it is now, and what was done."""
        shown = put_off.listed(house, done.meeting.id, by=pressed.by)
        pressed.replace(views.listed(shown, pressed.words))
        pressed.answer(views.settled(done, pressed.words))

    @front.press(PutOffPress.FETCH)
    def fetch(pressed: Pressed) -> None:
        answer(pressed, put_off.fetch(house, ItemId(pressed.number), by=pressed.by))

    @front.press(PutOffPress.SEND_BACK)
    def send_back(pressed: Pressed) -> None:
        done = put_off.send_back(house, ItemId(pressed.number), by=pressed.by)
        pressed.replace(views.settled(done, pressed.words))

    @front.press(PutOffPress.DROP)
    def open_drop(pressed: Pressed) -> None:
        held = put_off.read(house, ItemId(pressed.number), by=pressed.by)
        pressed.open(views.drop_form(held, pressed.words, channel=pressed.channel))

    @front.form(AgendaForm.DROP)
    def drop(sent: Sent) -> None:
        done = put_off.drop(house, ItemId(sent.kept("item")), sent.text("reason"), by=sent.by)
        sent.reply(views.settled(done, sent.words), str(sent.meta.get("channel", "")))

    @front.press(PutOffPress.PICK_UP)
    def pick_up(pressed: Pressed) -> None:
        done = put_off.pick_up(house, ItemId(pressed.number), by=pressed.by)
        pressed.replace(views.settled(done, pressed.words))

    @front.press(RulePress.NOT_NOW)
    def not_now(pressed: Pressed) -> None:
        ruled = waiting.carry(house, ItemId(pressed.number), by=pressed.by)
        pressed.replace(organizing.ruled(ruled, pressed.words))
