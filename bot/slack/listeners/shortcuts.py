"""Items by shortcut: from anywhere, or out of a message."""

from slack_sdk.models.views import View

from bot.cycle import agenda, people
from bot.rules.items import titled
from bot.slack import typed
from bot.slack.front import Front
from bot.slack.ids.shortcuts import Shortcut
from bot.slack.requests import Pressed
from bot.slack.views import proposals as views
from bot.slack.views.proposals import Filled


def register(front: Front) -> None:
    house = front.house

    def form(pressed: Pressed, filled: Filled) -> View:
        """The dialog for the one meeting, or with a choice of several."""
        choices = agenda.choices(house, pressed.channel, by=pressed.by)
        if len(choices) > 1:
            return views.choose_form(choices, pressed.words, filled, channel=pressed.channel)
        shown = agenda.offered(house, choices[0].id, by=pressed.by)
        return views.add_form(shown, pressed.words, filled, channel=pressed.channel)

    @front.shortcut(Shortcut.NEW_ITEM)
    def new_item(pressed: Pressed) -> None:
        pressed.open(form(pressed, Filled()))

    @front.shortcut(Shortcut.ITEM_FROM_MESSAGE)
    def item_from_message(pressed: Pressed) -> None:
        said = typed.plain(
            pressed.message_text, lambda user: people.name_of(house, user, by=pressed.by)
        )
        title, background = titled(said)
        filled = Filled(title, background, pressed.link(), pressed.message_files)
        pressed.open(form(pressed, filled))
