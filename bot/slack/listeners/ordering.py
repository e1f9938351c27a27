"""The organiser orders the agenda, item by item or all at once."""

from bot.cycle import agenda, ordering, waiting
from bot.rules.ordering import field_of
from bot.slack.front import Front
from bot.slack.ids.agenda import AgendaForm, AgendaPress, RulePress
from bot.slack.requests import Pressed, Said, Sent
from bot.slack.verbs import Command, Verb
from bot.slack.views import agenda as agenda_views
from bot.slack.views import ordering as views
from bot.slack.views import organizing
from storage.vocabulary import ItemId, MeetingId


def register(front: Front) -> None:
    house = front.house

    @front.verb(
        Verb(Command.AGENDA, help="agenda.help_order", words=("orden", "order", "rækkefølge"))
    )
    def order(said: Said) -> None:
        shown = agenda.here(house, said.channel, direct=said.direct, by=said.by)
        desk = waiting.listed(house, shown.agenda.meeting.id, by=said.by)
        if said.open is None:  # a mention can't open a dialog: its button can
            said.answer(organizing.desk(desk, said.words))
        else:
            held = ordering.read(house, desk.meeting.id, by=said.by)
            said.open(views.arrange_form(held, said.words, channel=said.channel))

    @front.press(AgendaPress.ARRANGE)
    def open_arrange(pressed: Pressed) -> None:
        held = ordering.read(house, MeetingId(pressed.number), by=pressed.by)
        pressed.open(views.arrange_form(held, pressed.words, channel=pressed.channel))

    @front.form(AgendaForm.ARRANGE)
    def arrange(sent: Sent) -> None:
        shown = views.shown_in(str(sent.meta["shown"]))
        typed = {item: sent.text(field_of(item)) for item in shown}
        meeting = MeetingId(sent.kept("meeting"))
        ordering.arrange(house, meeting, shown, typed, by=sent.by)
        own = agenda.own(house, meeting, by=sent.by)
        sent.reply(agenda_views.private(own, sent.words), str(sent.meta.get("channel", "")))

    @front.press(AgendaPress.PICK)
    def pick(pressed: Pressed) -> None:
        shown = ordering.panel(house, ItemId(pressed.number), by=pressed.by)
        pressed.answer(organizing.panel(shown, pressed.words))

    @front.press(RulePress.UP)
    def move_up(pressed: Pressed) -> None:
        shown = ordering.move(house, ItemId(pressed.number), -1, by=pressed.by)
        pressed.replace(organizing.panel(shown, pressed.words))

    @front.press(RulePress.DOWN)
    def move_down(pressed: Pressed) -> None:
        shown = ordering.move(house, ItemId(pressed.number), 1, by=pressed.by)
        pressed.replace(organizing.panel(shown, pressed.words))
