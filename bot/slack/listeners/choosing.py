"""The buttons between several readings of what was typed, wherever it was typed."""

from bot.slack import choosing
from bot.slack.front import Front
from bot.slack.ids.choosing import ChoicePress
from bot.slack.requests import Pressed


def register(front: Front) -> None:
    @front.press(ChoicePress.FILL)
    def fill(pressed: Pressed) -> None:
        pressed.dialogs.redraw(choosing.filled(pressed))

    @front.press(ChoicePress.SAY)
    def say(pressed: Pressed) -> None:
        front.say(choosing.said_again(pressed))
