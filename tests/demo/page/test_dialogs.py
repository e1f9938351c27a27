"""Dialogs and buttons in the page: errors, typed text that stays, questions, the keyboard."""

import threading

import pytest
from playwright.sync_api import expect

from tests.demo.conftest import TITLE, bolt_app, button, modal, plain, section
from tests.demo.page.conftest import WHY, dialog, say, write

pytestmark = pytest.mark.browser


def test_an_error_from_the_app_stands_under_its_field_and_keeps_the_text(town, desk, came):
    page = desk.open(town.anna.id, town.here)
    say(page, "/punkt vindue")
    title = dialog(page).get_by_label("Titel")
    expect(title).to_be_focused()

    title.fill("dobbelt op")
    dialog(page).get_by_label("Baggrund").fill("Fordi det haster")
    dialog(page).get_by_role("button", name="Gem").click()

    expect(dialog(page).locator(".field-error")).to_have_text("Det punkt findes allerede.")
    expect(title).to_be_focused()
    expect(title).to_have_value("dobbelt op")
    expect(dialog(page).get_by_label("Baggrund")).to_have_value("Fordi det haster")
    title.fill("et nyt")
    expect(dialog(page).locator(".field-error")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_have_count(0)
    assert came[1:] == [("submitted", "dobbelt op"), ("submitted", "et nyt")]


def test_an_empty_required_field_is_found_before_the_app_is_asked(town, desk, came):
    page = desk.open(town.anna.id, town.here)
    say(page, "/punkt vindue")
    dialog(page).get_by_label("Baggrund").fill("uden titel")

    dialog(page).get_by_role("button", name="Gem").click()

    expect(dialog(page).locator(".field-error")).to_have_text("Feltet skal udfyldes.")
    expect(dialog(page).get_by_label("Titel")).to_be_focused()
    expect(dialog(page).get_by_label("Titel")).to_have_attribute("aria-invalid", "true")
    assert [kind for kind, _ in came] == ["command"]


def test_what_is_typed_survives_everything_that_arrives_meanwhile(town, desk, came):
    page = desk.open(town.anna.id, town.here)
    write(page, "et udkast")
    thread = town.client.chat_postMessage(channel=town.here, text="første")
    expect(page.locator("main").get_by_text("første")).to_be_visible()
    expect(page.locator("#composer")).to_have_value("et udkast")
    page.locator("#composer").fill("")
    say(page, "/punkt vindue")
    title = dialog(page).get_by_label("Titel")
    title.fill("halvt skrevet")
    title.evaluate("field => field.setSelectionRange(3, 3)")

    town.client.chat_update(channel=town.here, ts=thread["ts"], text="rettet")
    expect(page.locator("main").get_by_text("rettet")).to_be_attached()
    view = town.anna.dialog
    town.client.views_update(view_id=view.id, view=modal(section("Ny linje"), TITLE, WHY))
    expect(dialog(page).get_by_text("Ny linje")).to_be_visible()

    expect(title).to_have_value("halvt skrevet")
    expect(title).to_be_focused()
    assert title.evaluate("field => field.selectionStart") == 3


def test_typed_text_is_not_thrown_away_without_a_question(town, desk, came):
    page = desk.open(town.anna.id, town.here)
    say(page, "/punkt vindue")
    dialog(page).get_by_label("Titel").fill("vigtigt")

    page.keyboard.press("Escape")
    expect(dialog(page)).to_contain_text("Luk uden at sende?")
    expect(dialog(page).get_by_role("button", name="Skriv videre")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_have_count(1)
    expect(dialog(page).get_by_label("Titel")).to_have_value("vigtigt")

    page.keyboard.press("Escape")
    dialog(page).get_by_role("button", name="Luk uden at sende").click()
    expect(page.locator("dialog")).to_have_count(0)
    assert town.anna.dialog is None


def test_a_whole_item_is_made_with_the_keyboard_alone(town, desk, came):
    page = desk.open(town.anna.id, "home")
    keys = page.keyboard

    keys.press("Alt+ArrowDown")
    expect(page.locator("#composer")).to_be_focused()
    keys.type("/pu")
    keys.press("Tab")
    keys.type("vindue")
    keys.press("Enter")
    expect(dialog(page).get_by_label("Titel")).to_be_focused()
    keys.type("Med tasterne")
    keys.press("Tab")
    keys.type("alt")
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Enter")

    expect(page.locator("dialog")).to_have_count(0)
    expect(page.locator("#composer")).to_be_focused()
    assert came[-1] == ("submitted", "Med tasterne")


def test_shortcuts_of_messages_and_of_the_composer(town, desk, came):
    town.bo.says(town.here, "Kan vi få <b> med?")
    page = desk.open(town.anna.id, town.here)
    page.locator(".message", has_text="Kan vi få").hover()
    page.get_by_role("button", name="Flere handlinger").click()
    page.get_by_role("menuitem", name="Sæt på dagsordenen").click()
    expect(dialog(page)).to_contain_text("Fra: Kan vi få <b> med?")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)

    page.get_by_role("button", name="Genveje").click()
    page.get_by_role("menuitem", name="Nyt punkt").click()
    expect(dialog(page).get_by_label("Titel")).to_be_focused()


def test_a_button_with_a_question_asks_it_first(town, desk, came):
    sure = {
        "title": plain("Aflys mødet?"),
        "text": plain("Alle får besked."),
        "confirm": plain("Aflys"),
        "deny": plain("Behold"),
        "style": "danger",
    }
    cancel = button("Aflys …", "cancel", "19") | {"confirm": sure, "style": "danger"}
    town.client.chat_postMessage(
        channel=town.here, text="Møde", blocks=[{"type": "actions", "elements": [cancel]}]
    )
    page = desk.open(town.anna.id, town.here)

    page.get_by_role("button", name="Aflys …").click()
    expect(dialog(page)).to_contain_text("Alle får besked.")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert came == []
    page.get_by_role("button", name="Aflys …").click()
    dialog(page).get_by_role("button", name="Aflys").click()
    expect(page.locator("dialog")).to_have_count(0)
    assert town.ws.wait_until(lambda: came == [("cancel", "19")])


def test_two_quick_clicks_are_one(town, desk, connect):
    app = bolt_app(town)
    pressed, let_go = [], threading.Event()

    @app.action("once")
    def _once(ack, action):
        pressed.append(action["value"])
        let_go.wait(2)
        ack()

    connect(app, "inline")
    town.client.chat_postMessage(
        channel=town.here,
        text="Knap",
        blocks=[{"type": "actions", "elements": [button("Stem", "once", "ja")]}],
    )
    page = desk.open(town.anna.id, town.here)
    vote = page.get_by_role("button", name="Stem")
    vote.click()
    expect(vote).to_have_attribute("aria-busy", "true")
    vote.click()
    let_go.set()
    expect(vote).not_to_have_attribute("aria-busy", "true")
    assert pressed == ["ja"]
