"""The organiser's waiting list."""

from bot.cycle import agenda, ordering, waiting
from bot.results.agenda import ItemRuled
from bot.rules.agenda import stands_on_paper
from bot.slack.front import Front
from bot.slack.ids.agenda import AgendaForm, AgendaPress, RulePress
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import ordering as forms
from bot.slack.views import organizing as views
from storage.vocabulary import ItemId, MeetingId


def register(front: Front) -> None:
    _lists(front)
    _declines(front)


def _lists(front: Front) -> None:
    house = front.house

    def answer(pressed: Pressed, ruled: ItemRuled) -> None:
        """The list without the item, and what became of it."""
        left = waiting.listed(house, ruled.meeting.id, by=pressed.by)
        pressed.replace(views.waiting(left, pressed.words))
        pressed.answer(views.ruled(ruled, pressed.words))

    @front.verb(Verb(Command.AGENDA, help="agenda.help_waiting", words=("venteliste", "waiting")))
    def listed(said: Said) -> None:
        here = agenda.here(house, said.channel, direct=said.direct, by=said.by)
        shown = waiting.listed(house, here.agenda.meeting.id, by=said.by)
        said.answer(views.waiting(shown, said.words))

    @front.press(AgendaPress.WAITING)
    def show(pressed: Pressed) -> None:
        shown = waiting.listed(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.waiting(shown, pressed.words))

    @front.press(RulePress.ACCEPT)
    def accept(pressed: Pressed) -> None:
        answer(pressed, waiting.accept(house, ItemId(pressed.number), by=pressed.by))

    @front.press(RulePress.CARRY)
    def carry(pressed: Pressed) -> None:
        answer(pressed, waiting.carry(house, ItemId(pressed.number), by=pressed.by))


def _declines(front: Front) -> None:
    house = front.house

    @front.press(RulePress.DECLINE)
    def open_decline(pressed: Pressed) -> None:
        shown = ordering.panel(house, ItemId(pressed.number), by=pressed.by)
        printed = stands_on_paper(shown.item.state, shown.meeting.state)
        pressed.open(
            forms.decline_form(shown.item, pressed.words, channel=pressed.channel, printed=printed)
        )

    @front.form(AgendaForm.DECLINE)
    def decline(sent: Sent) -> None:
        ruled = waiting.decline(house, ItemId(sent.kept("item")), sent.text("reason"), by=sent.by)
        sent.reply(views.ruled(ruled, sent.words), str(sent.meta.get("channel", "")))

    @front.press(RulePress.RETURN)
    def open_return(pressed: Pressed) -> None:
        item = ordering.panel(house, ItemId(pressed.number), by=pressed.by).item
        pressed.open(forms.return_form(item, pressed.words, channel=pressed.channel))

    @front.form(AgendaForm.RETURN)
    def give_back(sent: Sent) -> None:
        item = ItemId(sent.kept("item"))
        ruled = waiting.give_back(house, item, sent.text("reason"), by=sent.by)
        sent.reply(views.ruled(ruled, sent.words), str(sent.meta.get("channel", "")))

    @front.press(RulePress.RECONSIDER)
    def reconsider(pressed: Pressed) -> None:
        ruled = waiting.reconsider(house, ItemId(pressed.number), by=pressed.by)
        pressed.replace(views.ruled(ruled, pressed.words))
