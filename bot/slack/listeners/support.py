"""Supporting items by buttons, and sorting by it."""

from bot.cycle import support
from bot.slack.front import Front
from bot.slack.ids.agenda import AgendaPress, ItemPress
from bot.slack.requests import Pressed
from bot.slack.views import support as views
from storage.vocabulary import ItemId, MeetingId


def register(front: Front) -> None:
    house = front.house

    @front.press(AgendaPress.SUPPORT)
    def show(pressed: Pressed) -> None:
        shown = support.listed(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.support_list(shown, pressed.words))

    @front.press(ItemPress.SUPPORT)
    def switch(pressed: Pressed) -> None:
        shown = support.switch(house, ItemId(pressed.number), by=pressed.by)
        pressed.replace(views.support_list(shown, pressed.words))

    @front.press(AgendaPress.SORT)
    def sort(pressed: Pressed) -> None:
        done = support.sort(house, MeetingId(pressed.number), by=pressed.by)
        pressed.answer(views.in_order(done, pressed.words))

    @front.press(AgendaPress.UNSORT)
    def unsort(pressed: Pressed) -> None:
        meeting, before = views.unpacked_order(pressed.value)
        done = support.unsort(house, meeting, before, by=pressed.by)
        pressed.replace(views.put_back(done, pressed.words))
