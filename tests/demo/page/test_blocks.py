"""Every block and element of Block Kit on the page, and that words never become markup."""

import pytest
from playwright.sync_api import Page, expect

from bot.demo.model import Json
from tests.demo.conftest import asked, bolt_app, button, modal, plain, section

pytestmark = pytest.mark.browser


def option(label: str, value: str, detail: str = "") -> Json:
    described = {"description": plain(detail)} if detail else {}
    return {"text": plain(label), "value": value} | described


VENDORS = {
    "label": plain("Leverandører"),
    "options": [option("Systematic", "sys", "Cura"), option("KMD", "kmd")],
}
OTHERS = {"label": plain("Andre"), "options": [option("KL", "kl")]}
ONE_TO_THREE = [option("Et", "1"), option("To", "2", "lidt mere"), option("Tre", "3")]


def elements(town) -> dict[str, Json]:
    """An input of every kind, by block_id."""
    menu = {"option_groups": [VENDORS, OTHERS], "placeholder": plain("Vælg organisation")}
    return {
        "line": {"type": "plain_text_input", "max_length": 20, "placeholder": plain("Kort")},
        "lines": {"type": "plain_text_input", "multiline": True, "initial_value": "før"},
        "number": {"type": "number_input", "is_decimal_allowed": True, "min_value": "1"},
        "mail": {"type": "email_text_input"},
        "link": {"type": "url_text_input"},
        "day": {"type": "datepicker", "initial_date": "2022-04-25"},
        "time": {"type": "timepicker"},
        "one": {"type": "static_select", **menu},
        "some": {"type": "multi_static_select", **menu, "max_selected_items": 2},
        "who": {"type": "users_select"},
        "whos": {"type": "multi_users_select", "initial_users": [town.anna.id]},
        "where": {"type": "conversations_select"},
        "pick": {"type": "radio_buttons", "options": ONE_TO_THREE},
        "tick": {
            "type": "checkboxes",
            "options": ONE_TO_THREE,
            "initial_options": [option("Et", "1")],
        },
    }


def rich(*parts: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(parts)}


def word(text: str, **style: bool) -> Json:
    return {"type": "text", "text": text} | ({"style": style} if style else {})


def shown_blocks(town, url: str) -> list[Json]:
    """A block of every kind that messages may have, with every element outside inputs."""
    menu = {"type": "static_select", "action_id": "menu", "options": ONE_TO_THREE}
    rest = {"type": "overflow", "action_id": "rest", "options": ONE_TO_THREE}
    lists = [
        {"type": "rich_text_list", "style": "bullet", "elements": [rich(word("prik"))]},
        {
            "type": "rich_text_list",
            "style": "ordered",
            "indent": 1,
            "elements": [rich(word("tal"))],
        },
    ]
    return [
        {"type": "header", "text": plain("Møde nr. 19 :calendar:")},
        section("*Fed* _skrå_ ~slettet~ `kode` <https://medcom.dk|MedCom>", accessory=menu),
        section("• prik\n> citat\n```\nfast\n```"),
        {
            "type": "section",
            "fields": [{"type": "mrkdwn", "text": "*Frist*\n3. marts"}, plain("To")],
        },
        section(f"<@{town.bo.id}> i <#{town.here}> <!here>"),
        section("<!date^1646917200^{date_long} kl. {time}|10/3>"),
        section("Punkt", accessory=rest),
        {"type": "divider"},
        {"type": "image", "image_url": url, "alt_text": "Mærket", "title": plain("Mærke")},
        {
            "type": "context",
            "elements": [plain("Rettet"), {"type": "image", "image_url": url, "alt_text": "R"}],
        },
        {
            "type": "actions",
            "elements": [
                button("Tilføj", "add", "1") | {"style": "primary"},
                button("Fjern", "remove", "2") | {"style": "danger"},
                button("Se", "see", "3") | {"accessibility_label": "Se punktet"},
                {"type": "datepicker", "action_id": "day"},
                {"type": "checkboxes", "action_id": "tick", "options": ONE_TO_THREE},
                {"type": "radio_buttons", "action_id": "pick", "options": ONE_TO_THREE},
            ],
        },
        {
            "type": "rich_text",
            "elements": [
                rich(
                    word("fed", bold=True),
                    word("skrå", italic=True),
                    {"type": "emoji", "name": "tada"},
                    {"type": "user", "user_id": town.bo.id},
                    {"type": "link", "url": "https://sundhedsdatastyrelsen.dk", "text": "SDS"},
                ),
                *lists,
                {"type": "rich_text_quote", "elements": [word("citat")]},
                {"type": "rich_text_preformatted", "elements": [word("fast <b>")]},
            ],
        },
    ]


def test_every_block_of_a_message_is_drawn(town, desk):
    mark = f"{town.server.url}/static/mark.svg"
    town.client.chat_postMessage(channel=town.here, text="Alt", blocks=shown_blocks(town, mark))
    page = desk.open(town.anna.id, town.here)
    message = page.locator(".message", has_text="Møde nr. 19")

    expect(message.locator("h2")).to_have_text("Møde nr. 19 📆")
    expect(message.locator("strong").first).to_have_text("Fed")
    expect(message.locator("s")).to_have_text("slettet")
    expect(message.locator("blockquote").first).to_have_text("citat")
    expect(message.locator("pre").first).to_have_text("fast")
    expect(message.locator(".mention").first).to_have_text("@Bo Lind")
    expect(message.locator("time", has_text="marts")).to_have_text(
        "torsdag den 10. marts 2022 kl. 14.00"
    )
    expect(message.get_by_role("link", name="MedCom")).to_have_attribute(
        "href", "https://medcom.dk"
    )
    expect(message.get_by_role("button", name="Se punktet")).to_have_text("Se")
    expect(message.locator("ol > li")).to_have_text("tal")
    expect(message.locator(".note")).to_have_count(0)
    assert message.locator("figure img").evaluate(
        "image => image.complete && image.naturalWidth > 0"
    )


def test_every_element_outside_a_modal_tells_the_app(town, desk, connect):
    app = bolt_app(town)
    came = {}

    @app.action({"type": "block_actions"})
    def _any(ack, action):
        ack()
        came[action["action_id"]] = action

    for name in ("menu", "rest", "add", "day", "tick", "pick"):
        app.action(name)(_any)
    connect(app, "inline")
    mark = f"{town.server.url}/static/mark.svg"
    town.client.chat_postMessage(channel=town.here, text="Alt", blocks=shown_blocks(town, mark))
    page = desk.open(town.anna.id, town.here)

    page.get_by_role("button", name="Tilføj").click()
    page.get_by_role("combobox").click()
    page.get_by_role("option", name="To").click()
    page.locator(".accessory").get_by_role("button", name="Flere handlinger").click()
    page.get_by_role("menuitem", name="Tre").click()
    page.locator(".message input[type=date]").fill("2022-03-14")
    page.get_by_label("Et", exact=True).first.check()
    page.get_by_label("To lidt mere").last.check()

    assert town.ws.wait_until(lambda: len(came) == 6)
    assert came["add"]["value"] == "1"
    assert came["menu"]["selected_option"]["value"] == "2"
    assert came["rest"]["selected_option"]["value"] == "3"
    assert came["day"]["selected_date"] == "2022-03-14"
    assert [each["value"] for each in came["tick"]["selected_options"]] == ["1"]
    assert came["pick"]["selected_option"]["value"] == "2"


@pytest.fixture
def form(town, connect):
    """A modal with an input of every kind; `form` holds what the app was sent."""
    app = bolt_app(town)
    sent = []
    inputs = [
        asked(name.capitalize(), name, {"action_id": "it", **element}, optional=name != "line")
        for name, element in elements(town).items()
    ]

    @app.command("/punkt")
    def _open(ack, command, client):
        ack()
        client.views_open(trigger_id=command["trigger_id"], view=modal(*inputs, title="Alt"))

    @app.view("item")
    def _sent(ack, view):
        ack()
        sent.append({name: held["it"] for name, held in view["state"]["values"].items()})

    connect(app, "inline")
    return sent


def opened_form(page: Page) -> Page:
    page.locator("#composer").click()
    page.keyboard.type("/punkt nu")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]")
    return page


def choose(page: Page, label: str, *options: str) -> None:
    page.get_by_role("combobox", name=label, exact=False).click()
    for each in options:
        page.get_by_role("option", name=each).click()
    page.keyboard.press("Tab")


def test_every_input_sends_what_slack_would_send(town, desk, form):
    page = opened_form(desk.open(town.anna.id, town.here))
    page.get_by_label("Line", exact=True).fill("Telefonnumre")
    page.get_by_label("Lines").fill("flere\nlinjer")
    page.get_by_label("Number").fill("2,5")
    page.get_by_label("Mail").fill("bo@sds.dk")
    page.get_by_label("Link").fill("https://nspop.dk")
    page.get_by_label("Time").fill("14:00")
    page.get_by_role("combobox", name="One").fill("cura")
    page.keyboard.press("Enter")
    choose(page, "Some", "Systematic", "KL")
    choose(page, "Who (valgfrit)", "Bo Lind")
    choose(page, "Whos", "Bo Lind")
    choose(page, "Where", "#eoj")
    page.get_by_label("To lidt mere").first.check()
    page.get_by_label("Tre").last.check()
    page.locator("dialog").get_by_role("button", name="Gem").click()
    expect(page.locator("dialog")).to_have_count(0)

    (sent,) = form
    assert sent["line"]["value"] == "Telefonnumre"
    assert sent["lines"]["value"] == "flere\nlinjer"
    assert sent["number"]["value"] == "2.5"
    assert sent["mail"]["value"] == "bo@sds.dk"
    assert sent["link"]["value"] == "https://nspop.dk"
    assert sent["day"]["selected_date"] == "2022-04-25"
    assert sent["time"]["selected_time"] == "14:00"
    assert sent["one"]["selected_option"]["value"] == "sys"
    assert [each["value"] for each in sent["some"]["selected_options"]] == ["sys", "kl"]
    assert sent["who"]["selected_user"] == town.bo.id
    assert sent["whos"]["selected_users"] == [town.anna.id, town.bo.id]
    assert sent["where"]["selected_conversation"] == town.here
    assert sent["pick"]["selected_option"]["value"] == "2"
    assert [each["value"] for each in sent["tick"]["selected_options"]] == ["1", "3"]


def test_the_page_finds_what_is_wrong_in_each_kind_of_input(town, desk, form):
    page = opened_form(desk.open(town.anna.id, town.here))
    page.get_by_label("Line", exact=True).fill("alt for lang en titel")
    page.get_by_label("Number").fill("0")
    page.get_by_label("Mail").fill("bo")
    page.get_by_label("Link").fill("nspop.dk")
    page.locator("dialog").get_by_role("button", name="Gem").click()

    expect(page.locator(".field-error")).to_have_text(
        [
            "Teksten er 1 tegn for lang: Der er plads til 20.",
            "Tallet skal være mindst 1.",
            "Skriv en gyldig e-mailadresse.",
            "Skriv en adresse, der begynder med https://",
        ]
    )
    expect(page.locator(".counter.over")).to_have_text("21/20")
    expect(page.get_by_label("Line", exact=True)).to_be_focused()
    assert form == []


def test_a_menu_takes_no_more_than_it_may(town, desk, form):
    page = opened_form(desk.open(town.anna.id, town.here))
    choices = page.get_by_role("combobox", name="Some")
    choices.click()
    for name in ("Systematic", "KMD", "KL"):
        page.get_by_role("option", name=name).click()

    expect(page.locator(".many .chip").filter(has_text="KL")).to_have_count(0)
    expect(page.locator(".listbox-note")).to_have_text("Der kan ikke vælges flere.")
    page.keyboard.press("Backspace")
    expect(page.locator(".many .chip").filter(has_text="KMD")).to_have_count(0)
