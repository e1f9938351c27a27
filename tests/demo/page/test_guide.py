"""The guide of the page leads through a story; the app's home is drawn beside its messages."""

import pytest
from playwright.sync_api import Page, expect

from bot.demo.model import Json
from bot.demo.server import serve
from tests.demo.conftest import bolt_app, button, section
from tests.support.browser import windows

pytestmark = pytest.mark.browser


class Story:
    """A story in three steps, each done once its sign is there to see."""

    def __init__(self, town) -> None:
        self._town = town

    def steps(self, workspace):
        said = [message.text for message in workspace.messages[self._town.here]]
        return [
            {
                "id": "open",
                "title": "Åbn for punkter",
                "who": self._town.anna.id,
                "where": self._town.here,
                "what": "Anna åbner mødet for punkter.",
                "try": "Nu er mødet åbent",
                "done": any("åbent" in text for text in said),
            },
            {
                "id": "item",
                "title": "Foreslå et punkt",
                "who": self._town.guest.id,
                "where": self._town.here,
                "what": "Gitte foreslår et punkt.",
                "try": "Telefonnumre",
                "done": any("Telefonnumre" in text for text in said),
            },
            {
                "id": "home",
                "title": "Send dagsordenen",
                "who": self._town.anna.id,
                "where": "home",
                "what": "Anna sender dagsordenen fra appens hjem.",
                "try": "",
                "done": any("sendt" in text for text in said),
            },
        ]


@pytest.fixture
def desk(browser, town):
    with serve(town.ws, guide=Story(town)) as told, windows(browser, told.url) as opened:
        yield opened


def current(page: Page):
    return page.locator(".guide [aria-current=step]")


def test_a_newcomer_is_led_through_the_story(town, desk):
    page = desk.open(town.bo.id, town.here)
    expect(page.locator(".guide-count")).to_have_text("0 af 3")
    expect(current(page)).to_contain_text("Åbn for punkter")

    page.get_by_role("button", name="Skift til Anna Holm · #eoj").click()
    expect(page.locator(".persona-button")).to_contain_text("Anna Holm")
    expect(page.locator("#composer")).to_have_value("Nu er mødet åbent")
    expect(page.locator("#composer")).to_be_focused()
    page.keyboard.press("Enter")

    expect(current(page)).to_contain_text("Foreslå et punkt")
    expect(page.locator(".guide-step.done")).to_have_count(1)
    page.get_by_role("button", name="Skift til Gitte Krag").click()
    expect(page.locator("#composer")).to_have_value("Telefonnumre")
    page.locator("#composer").fill("")
    page.get_by_role("button", name="Sæt teksten ind").click()
    expect(page.locator("#composer")).to_have_value("Telefonnumre")
    page.keyboard.press("Enter")

    page.get_by_role("button", name="Skift til Anna Holm · referent › Hjem").click()
    expect(page.get_by_role("button", name="Hjem")).to_have_attribute("aria-current", "page")
    expect(current(page)).to_contain_text("Du er på det rette sted")
    town.client.chat_postMessage(channel=town.here, text="Dagsordenen er sendt")
    expect(page.locator(".guide-finished")).to_be_visible()
    expect(page.locator(".guide-count")).to_have_text("3 af 3")


def test_the_guide_folds_and_remembers_it(town, desk):
    page = desk.open(town.anna.id, town.here)
    page.get_by_role("button", name="Fold guiden sammen").click()
    expect(page.locator(".guide-steps")).to_have_count(0)
    expect(page.locator(".guide.strip")).to_contain_text("Åbn for punkter")

    page.reload()
    expect(page.locator(".guide.strip")).to_be_visible()
    page.get_by_role("button", name="Vis alle trin").click()
    expect(page.locator(".guide-step")).to_have_count(3)


def test_the_guide_gives_way_to_a_thread(town, desk):
    town.bo.says(town.here, "Se lige her")
    page = desk.open(town.anna.id, town.here)
    page.locator(".message", has_text="Se lige her").hover()
    page.get_by_role("button", name="Svar i tråd").click()
    expect(page.locator(".guide.strip")).to_be_visible()

    page.locator(".guide-toggle").click()
    expect(page.locator(".thread")).to_have_count(0)
    expect(page.locator(".guide-steps")).to_be_visible()


def test_the_home_of_the_app(town, desk, connect):
    app = bolt_app(town)

    def view(words: str) -> Json:
        blocks = [
            section(f"*{words}*"),
            {"type": "actions", "elements": [button("Send dagsordenen", "send")]},
        ]
        return {"type": "home", "blocks": blocks}

    @app.event("app_home_opened")
    def _opened(event, client):
        client.views_publish(user_id=event["user"], view=view("Næste møde: nr. 19"))

    @app.action("send")
    def _send(ack, body, client):
        ack()
        client.views_publish(user_id=body["user"]["id"], view=view("Sendt"))
        client.chat_postMessage(channel=body["user"]["id"], text="Den er sendt")

    connect(app, "inline")
    page = desk.open(town.anna.id, town.here)
    page.locator("nav").get_by_role("button", name="referent").click()
    expect(page.locator(".home strong")).to_have_text("Næste møde: nr. 19")

    page.get_by_role("button", name="Send dagsordenen").click()
    expect(page.locator(".home strong")).to_have_text("Sendt")
    expect(page.locator(".tab .count")).to_have_text("1")
    page.get_by_role("button", name="Beskeder").click()
    expect(page.locator(".message")).to_contain_text("Den er sendt")
    expect(page.locator(".tab .count")).to_have_count(0)


def test_a_menu_can_ask_the_app_for_its_options(town, desk, connect):
    app = bolt_app(town)
    chosen = []

    @app.options("municipality")
    def _options(ack, payload):
        names = [name for name in ("Odder", "Odense", "Odsherred") if payload["value"] in name]
        ack(
            options=[
                {"text": {"type": "plain_text", "text": name}, "value": name} for name in names
            ]
        )

    @app.action("municipality")
    def _chosen(ack, action):
        ack()
        chosen.append(action["selected_option"]["value"])

    connect(app, "inline")
    menu = {"type": "external_select", "action_id": "municipality", "min_query_length": 2}
    town.client.chat_postMessage(
        channel=town.here, text="Vælg", blocks=[section("Kommune", accessory=menu)]
    )
    page = desk.open(town.anna.id, town.here)

    page.get_by_role("combobox").fill("Ods")
    expect(page.get_by_role("option")).to_have_text(["Odsherred"])
    page.keyboard.press("Enter")

    expect(page.get_by_role("combobox")).to_have_value("Odsherred")
    assert town.ws.wait_until(lambda: chosen == ["Odsherred"])
