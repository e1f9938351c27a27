"""What people do in the local workspace's page, with a real Bolt app at the other end."""

import os
import re
import threading

import pytest
from playwright.sync_api import Page, expect

from tests.demo.conftest import TITLE, asked, bolt_app, button, modal, plain, section
from tests.support.browser import chromium_path, launched, windows

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
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


def test_the_answer_to_a_command_is_seen_by_the_one_who_asked(town, desk, came):
    anna = desk.open(town.anna.id, town.here)
    bo = desk.open(town.bo.id, town.here)

    say(anna, "/punkt Telefonnumre")

    answer = anna.locator(".message.ephemeral")
    expect(answer).to_contain_text("Kun synlig for dig")
    expect(answer.locator("strong")).to_have_text("Telefonnumre")
    expect(anna.locator("#composer")).to_have_value("")
    town.client.chat_postMessage(channel=town.here, text="til alle")
    expect(bo.locator("main").get_by_text("til alle")).to_be_visible()
    expect(bo.locator(".message.ephemeral")).to_have_count(0)


def test_a_command_that_nobody_answers_stays_in_the_field(town, desk):
    page = desk.open(town.anna.id, town.here)

    say(page, "/punkt Telefonnumre, tekst og specialtegn")

    expect(page.locator(".composer-error")).to_contain_text("Din tekst står her stadig")
    expect(page.locator("#composer")).to_have_value("/punkt Telefonnumre, tekst og specialtegn")


def test_an_unknown_command_is_said_to_be_one_and_not_sent(town, desk, came):
    page = desk.open(town.anna.id, town.here)

    say(page, "/pnkt hej")

    expect(page.locator(".composer-error")).to_contain_text("/pnkt er ikke en kommando her")
    expect(page.locator("#composer")).to_have_value("/pnkt hej")
    assert came == []


def test_commands_are_completed_from_a_slash(town, desk, came):
    page = desk.open(town.anna.id, town.here)

    write(page, "/pu")
    expect(page.get_by_role("option")).to_have_count(1)
    expect(page.get_by_role("option")).to_contain_text("[titel]")
    page.keyboard.press("Enter")
    expect(page.locator("#composer")).to_have_value("/punkt ")
    expect(page.locator(".composer-usage")).to_contain_text("Foreslå et punkt")
    page.keyboard.type("Log")
    page.keyboard.press("Enter")

    expect(page.locator(".message.ephemeral")).to_contain_text("Log er noteret")


def test_a_name_after_an_at_sign_becomes_a_mention(town, desk):
    page = desk.open(town.anna.id, town.here)

    write(page, "Spørg @bo l")
    page.keyboard.press("Enter")
    page.keyboard.type("og @Bo Linder om #eoj")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")

    expect(page.locator(".message .mention").first).to_have_text("@Bo Lind")
    said = town.anna.sees(town.here)[-1]
    assert said.text == f"Spørg <@{town.bo.id}> og @Bo Linder om <#{town.here}>"


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


def test_persons_are_switched_with_two_keys_and_see_their_own_channels(town, desk):
    page = desk.open(town.anna.id, town.secret.id)
    expect(page.locator("nav").get_by_text("formandskab")).to_be_visible()

    page.keyboard.press("Alt+p")
    expect(page.get_by_role("menuitem")).to_have_count(4)
    expect(page.get_by_role("menuitem", name="Carl Cura")).to_contain_text("Ekstern")
    expect(page.get_by_role("menuitem", name="Gitte Krag")).to_contain_text("Gæst")
    page.keyboard.press("2")

    expect(page.locator(".persona-button")).to_contain_text("Bo Lind")
    expect(page.locator(".persona-button")).to_contain_text("SDS")
    expect(page.locator("nav").get_by_text("formandskab")).to_have_count(0)
    expect(page.locator("main h1")).to_contain_text("eoj")


def test_unread_messages_are_counted_per_channel_and_person(town, desk):
    page = desk.open(town.anna.id, town.here)
    for text in ("en", "to"):
        town.client.chat_postMessage(channel=town.secret.id, text=text)

    place = page.get_by_role("button", name="formandskab")
    expect(place.locator(".count")).to_contain_text("2")
    expect(page).to_have_title(re.compile(r"^\(2\)"))
    place.click()
    expect(page.locator("main").get_by_text("to", exact=True)).to_be_visible()
    expect(place.locator(".count")).to_have_count(0)

    town.client.chat_postMessage(channel=town.here, text="tre")
    page.keyboard.press("Alt+p")
    expect(page.get_by_role("menuitem", name="Bo Lind").locator(".count")).to_contain_text("1")


def test_new_messages_are_marked_and_announced(town, desk):
    page = desk.open(town.anna.id, town.here)
    town.client.chat_postMessage(channel=town.here, text="*Dagsordenen* er sendt")
    expect(page.locator("#announcer")).to_have_text(
        re.compile("Ny besked fra .*Dagsordenen.* er sendt")
    )
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("main h1")).to_contain_text("formandskab")

    town.client.chat_postMessage(channel=town.here, text="Og rettet")
    expect(page.locator("#announcer")).to_have_text("1 ulæst besked")
    page.keyboard.press("Alt+Shift+ArrowDown")

    expect(page.locator(".fresh + .message")).to_contain_text("Og rettet")


def test_a_reply_in_a_thread(town, desk):
    asked_by = town.client.chat_postMessage(channel=town.here, text="Hvad er status?")
    page = desk.open(town.anna.id, town.here)
    page.locator(".message", has_text="Hvad er status?").hover()
    page.get_by_role("button", name="Svar i tråd").click()
    expect(page.locator("#composer-thread")).to_be_focused()

    page.keyboard.type("I gang")
    page.keyboard.press("Enter")

    expect(page.locator(".thread .message")).to_have_count(2)
    expect(page.locator("main .replies")).to_contain_text("1 svar")
    assert [seen.text for seen in town.bo.thread(town.here, asked_by["ts"])][1:] == ["I gang"]
    page.keyboard.type("/punkt x")
    page.keyboard.press("Enter")
    expect(page.locator(".thread .composer-error")).to_contain_text("kan ikke bruges i en tråd")
    page.keyboard.press("Escape")
    expect(page.locator(".thread")).to_have_count(0)


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


def test_days_pass_at_a_click(town, desk):
    page = desk.open(town.anna.id, town.here)
    expect(page.locator(".long-date")).to_contain_text("mandag den 21. februar 2022 kl. 10.00")

    page.get_by_role("button", name="Næste dag").click()
    expect(page.locator(".long-date")).to_contain_text("tirsdag den 22. februar 2022")
    page.get_by_role("button", name="Næste uge").click()
    expect(page.locator(".long-date")).to_contain_text("tirsdag den 1. marts 2022")
    page.locator(".clock-now").click()
    page.get_by_label("Gå frem til").fill("2022-03-10")
    page.keyboard.press("Enter")

    expect(page.locator(".long-date")).to_contain_text("torsdag den 10. marts 2022")
    assert town.clock.now().date().isoformat() == "2022-03-10"


def test_a_file_is_downloaded_by_those_who_see_it(town, desk):
    town.client.files_upload_v2(
        channel=town.here, filename="Dagsorden – møde 19.docx", content=b"PK papir"
    )
    page = desk.open(town.bo.id, town.here)
    card = page.locator(".file")
    expect(card).to_contain_text("Word-dokument · 8 B")

    with page.expect_download() as download:
        card.click()

    assert download.value.suggested_filename == "Dagsorden – møde 19.docx"
    assert download.value.path().read_bytes() == b"PK papir"


def test_the_line_breaks_and_heals(town, desk):
    page = desk.open(town.anna.id, town.here)
    page.route("**/page/events", lambda route: route.abort())
    page.reload()
    expect(page.locator(".statusbar")).to_contain_text("prøver igen")
    town.client.chat_postMessage(channel=town.here, text="imens")
    page.unroute("**/page/events")

    expect(page.locator("main").get_by_text("imens")).to_be_visible(timeout=15_000)
    expect(page.locator(".line.broken")).to_have_count(0)
    desk.complaints.clear()  # the browser reports the broken line itself


def test_the_page_speaks_english_when_told(town, desk):
    page = desk.open(town.anna.id, town.here)
    page.get_by_role("button", name="Udseende og sprog").click()
    page.get_by_role("menuitem", name="English").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#composer")).to_have_attribute("placeholder", "Write to #eoj")
    expect(page.locator(".long-date")).to_have_text(
        re.compile("Monday,? 21 February 2022 at 10:00")
    )
    expect(page.locator(".statusbar")).to_contain_text("not Slack")
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")


# A tall row arrives, and the scroll event of the layout comes before the list can follow it.
LAYOUT_MOVES = """async (list) => {
  const row = document.createElement("li");
  row.style.height = "300px";
  list.firstElementChild.append(row);
  list.dispatchEvent(new Event("scroll"));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return list.scrollHeight - list.scrollTop - list.clientHeight;
}"""


def test_the_newest_message_stays_in_view_and_the_readers_place_too(town, desk, came):
    for number in range(30):
        town.client.chat_postMessage(channel=town.here, text=f"besked {number}")
    page = desk.open(town.anna.id, town.here)
    say(page, "/punkt Log")
    expect(page.locator(".message.ephemeral")).to_be_in_viewport(ratio=1)
    assert page.locator("main .scroller").evaluate(LAYOUT_MOVES) <= 1

    page.locator("main .scroller").evaluate("list => list.scrollTop = 200")
    place = page.locator(".message", has_text=re.compile(r"besked 5$"))
    expect(place).to_be_in_viewport()
    town.client.chat_postMessage(channel=town.here, text="nyere")
    expect(page.locator("main").get_by_text("nyere")).to_be_attached()
    expect(place).to_be_in_viewport()
