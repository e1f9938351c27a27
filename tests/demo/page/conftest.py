"""Windows on the page of the town's workspace, and a small app that takes items."""

import os
import re

import pytest
from playwright.sync_api import Page

from tests.demo.conftest import TITLE, asked, bolt_app, modal, section
from tests.support.browser import chromium_path, launched, windows


@pytest.fixture(scope="session")
def browser():
    path = chromium_path(os.environ)  # noqa: TID251 - whether this is CI
    with launched(path) as running:
        yield running


@pytest.fixture
def desk(browser, town):
    with windows(browser, town.server.url) as opened:
        yield opened


@pytest.fixture
def came(town, connect) -> list[tuple[str, str | None]]:
    """What reached a Bolt app that takes an item by command, shortcut and modal."""
    app = bolt_app(town)
    came: list[tuple[str, str | None]] = []

    @app.command("/punkt")
    def _command(ack, command, client):
        came.append(("command", command["text"]))
        if command["text"] == "vindue":
            ack()
            client.views_open(trigger_id=command["trigger_id"], view=modal(TITLE, WHY))
        else:
            ack(f"*{command['text']}* er noteret")

    @app.shortcut("from_message")
    def _from_message(ack, shortcut, client):
        ack()
        text = section(f"Fra: {shortcut['message']['text']}")
        client.views_open(trigger_id=shortcut["trigger_id"], view=modal(text, TITLE))

    @app.shortcut("new_item")
    def _new_item(ack, shortcut, client):
        ack()
        client.views_open(trigger_id=shortcut["trigger_id"], view=modal(TITLE))

    @app.view("item")
    def _submitted(ack, view):
        held = view["state"]["values"]["title"]["text"]["value"]
        came.append(("submitted", held))
        if held.startswith("dobbelt"):
            ack(response_action="errors", errors={"title": "Det punkt findes allerede."})
        else:
            ack()

    @app.action(re.compile(".*"))
    def _pressed(ack, action):
        ack()
        came.append((action["action_id"], action.get("value")))

    connect(app, "inline")
    return came


WHY = asked(
    "Baggrund",
    "why",
    {"type": "plain_text_input", "action_id": "why", "multiline": True},
    optional=True,
)


def write(page: Page, text: str) -> None:
    page.locator("#composer").click()
    page.keyboard.type(text)


def say(page: Page, text: str) -> None:
    write(page, text)
    page.keyboard.press("Enter")


def dialog(page: Page):
    return page.locator("dialog.modal[open]").last
