"""The question between several readings, with a button for each, the likeliest first."""

from collections.abc import Callable

from slack_sdk.models.blocks import Block

from bot.errors import Ambiguous
from bot.slack.ids.choosing import ChoicePress
from bot.slack.replies import Reply
from bot.slack.views.lengths import shown as brief
from bot.slack.views.parts import actions, button, section
from bot.texts import Message, Words, msg

SHOWN_HEARD = 150  # characters of what was typed that the question repeats

ValueOf = Callable[[str], str]
"""A button's value, by the words of its reading."""


def beneath(asked: Ambiguous, value: ValueOf, t: Words) -> list[Block]:
    """For a dialog, beneath the field: a button fills the field in."""
    return _blocks(asked, ChoicePress.FILL, value, t)


def message(asked: Ambiguous, value: ValueOf, t: Words) -> Reply:
    """After a command or a mention: a button does what was asked, with its reading."""
    return Reply(t(asked.message), _blocks(asked, ChoicePress.SAY, value, t))


def _blocks(asked: Ambiguous, press: ChoicePress, value: ValueOf, t: Words) -> list[Block]:
    rows = (
        actions(
            button(
                choice,
                press,
                value(choice),
                label=t("dates.choose_label", choice=choice),
            )
        )
        for choice in asked.choices
    )
    return [section(t.mrkdwn(_question(asked))), *rows]


def _question(asked: Ambiguous) -> Message:
    known = "dates.which" if len(asked.choices) > 1 else "dates.meant"
    return msg(known, heard=brief(asked.heard, SHOWN_HEARD))
