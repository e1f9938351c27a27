"""An item's history, by button and menu."""

from bot.cycle import history
from bot.slack.front import Front
from bot.slack.ids.agenda import AgendaPress, ItemPress
from bot.slack.requests import Pressed
from bot.slack.views import history as views
from storage.vocabulary import ItemId


def register(front: Front) -> None:
    house = front.house

    @front.press(ItemPress.HISTORY)
    @front.press(AgendaPress.HISTORY)
    def show(pressed: Pressed) -> None:
        shown = history.of(house, ItemId(pressed.number), by=pressed.by)
        pressed.answer(views.history(shown, pressed.words))
