"""Builds the Bolt app; opens no connection."""

import re
from collections.abc import Iterable
from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.slack.front import Aside, Front
from bot.slack.listeners import LISTENERS
from bot.slack.manifest import EVENTS
from bot.slack.verbs import Command, VerbBook
from bot.slack.words import Tongues
from bot.work import House


def build(
    house: House,
    tongues: Tongues,
    client: WebClient,
    aside: Aside,
    *,
    signing_secret: str,
    prefix: str = "",
) -> App:
    """The app with every listener.

    Listeners run before the response (`process_before_response`): the acknowledgement then
    says that the change is stored, and Bolt doesn't wait for it in steps of 10 ms.
    """
    app = App(
        name="referent",  # else Bolt walks the whole call stack to find one
        client=client,
        signing_secret=signing_secret,
        token_verification_enabled=False,
        process_before_response=True,
    )
    front = Front(app, house, tongues, VerbBook(prefix), aside)
    for register in LISTENERS:
        register(front)
    _hand_over(front)
    return app


def _hand_over(front: Front) -> None:
    """One Bolt listener for each kind of request; the front desk finds ours by its id.

    Bolt asks its listeners one after the other and takes their signatures apart for each
    request: with two hundred of them that was a third of the way to an acknowledgement.
    """
    slashes = [front.book.slash(command) for command in Command]

    @front.app.command(_one_of(slashes))
    def on_command(ack: Ack, body: dict[str, Any], client: WebClient, context: BoltContext) -> None:
        front.command(ack, body, client, context)

    @front.app.event("app_mention")
    def on_mention(body: dict[str, Any], client: WebClient, context: BoltContext) -> None:
        front.mention(body, client, context)

    @front.app.event(_one_of(_TAKEN_NOTE_OF))
    def on_other() -> None:
        """What was not acknowledged would come again, and in the end not at all."""

    front.app.action(_one_of(front.presses))(front.on_action)
    front.app.shortcut(_one_of(front.shortcuts))(front.on_shortcut)
    front.app.view(_one_of(front.forms))(front.on_view)


_TAKEN_NOTE_OF = sorted({*EVENTS} - {"app_home_opened", "app_mention", "member_left_channel"})
"""Events that change nothing here yet."""


def _one_of(ids: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"^({'|'.join(map(re.escape, ids))})$")
