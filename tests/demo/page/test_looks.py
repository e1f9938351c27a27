"""How the page looks: contrast, narrow screens, focus."""

import pytest
from playwright.sync_api import Page, expect

from tests.demo.conftest import TITLE, bolt_app, button, modal, plain, section
from tests.support.browser import faint_words

pytestmark = pytest.mark.browser


def crowded(town) -> None:
    """A conversation with everything that has a colour."""
    app = bolt_app(town)

    @app.command("/punkt")
    def _open(ack, command, client):
        ack("kun for dig")
        client.views_open(
            trigger_id=command["trigger_id"], view=modal(TITLE, section("*Fed* `kode`"))
        )

    from tests.demo.conftest import connect_inline  # noqa: PLC0415

    connect_inline(town, app)
    actions = [
        button("Ja", "yes") | {"style": "primary"},
        button("Nej", "no") | {"style": "danger"},
        button("Måske", "maybe"),
        {
            "type": "static_select",
            "action_id": "m",
            "placeholder": plain("Vælg"),
            "options": [{"text": plain("Et"), "value": "1"}],
        },
    ]
    blocks = [
        {"type": "header", "text": plain("Afstemning")},
        section(
            f"*Fælles* eller _hver for sig_? `kode` <@{town.anna.id}> <@{town.bo.id}> <https://x.dk|link>"
        ),
        {"type": "context", "elements": [plain("Frist på fredag")]},
        {"type": "actions", "elements": actions},
    ]
    sent = town.client.chat_postMessage(channel=town.here, text="Afstemning", blocks=blocks)
    town.client.chat_update(channel=town.here, ts=sent["ts"], text="Afstemning", blocks=blocks)
    town.cura.says(town.here, "> et citat\n```\nfast tekst\n```")
    town.guest.says(town.here, "svar", thread=sent["ts"])
    town.client.files_upload_v2(channel=town.here, filename="Referat.docx", content=b"x")
    town.client.chat_postMessage(channel=town.secret.id, text="ulæst")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_word_stands_out_from_what_is_under_it(town, desk, dark):
    crowded(town)
    page = desk.open(town.anna.id, town.here, dark=dark)
    ground = page.evaluate("getComputedStyle(document.body.querySelector('main')).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") is not dark
    expect(page.locator(".file")).to_be_visible()
    assert faint_words(page) == []

    page.locator(".replies").click()
    expect(page.locator("#composer-thread")).to_be_focused()
    page.keyboard.press("Alt+p")
    expect(page.get_by_role("menu")).to_be_visible()
    assert faint_words(page) == []
    page.keyboard.press("Escape")

    page.locator("#composer").fill("/ukendt")
    page.keyboard.press("Enter")
    expect(page.locator(".composer-error")).to_be_visible()
    page.locator("#composer").fill("/pun")
    expect(page.get_by_role("option")).to_be_visible()
    assert faint_words(page) == []
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.locator("dialog[open]").get_by_role("button", name="Gem").click()
    expect(page.locator(".field-error")).to_be_visible()
    assert faint_words(page) == []


def test_faint_words_are_found(town, desk):
    page = desk.open(town.anna.id, town.here)
    page.evaluate("document.querySelector('main h1 > span').style.color = '#999'")
    assert [each.split(":")[0] for each in faint_words(page)] == ["eoj"]


def test_light_and_dark_can_be_chosen(town, desk):
    page = desk.open(town.anna.id, town.here)
    page.get_by_role("button", name="Udseende og sprog").click()
    page.get_by_role("menuitem", name="Mørkt").click()

    expect(page.locator("main")).not_to_have_css("background-color", "rgb(255, 255, 255)")
    page.reload()
    expect(page.locator("main")).not_to_have_css("background-color", "rgb(255, 255, 255)")


def test_nothing_sticks_out_on_the_narrowest_screen(town, desk):
    crowded(town)
    page = desk.open(town.anna.id, town.here, width=360, height=640)
    expect(page.locator(".file")).to_be_attached()
    assert overflow(page) == []

    expect(page.locator("#sidebar")).not_to_be_visible()
    page.get_by_role("button", name="Vis kanaler og samtaler").click()
    page.get_by_role("button", name="formandskab").click()
    expect(page.locator("#sidebar")).not_to_be_visible()
    expect(page.locator("main h1")).to_contain_text("formandskab")
    page.get_by_role("button", name="Du er Anna Holm").click()
    page.get_by_role("menuitem", name="Bo Lind").click()
    expect(page.get_by_role("button", name="Du er Bo Lind")).to_be_visible()
    page.locator("#composer").fill("/punkt x")
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_be_visible()
    assert overflow(page) == []


def overflow(page: Page) -> list[str]:
    """Elements that reach beyond the window's right edge without a scroller of their own."""
    found: list[str] = (
        page.evaluate("""() => [...document.querySelectorAll("main *, dialog *, header *")]
      .filter((el) => el.checkVisibility({ visibilityProperty: true }))
      .filter((el) => !el.closest("pre, .table-frame, .unseen"))
      .filter((el) => el.getBoundingClientRect().right > innerWidth + 1)
      .map((el) => `${el.localName}.${el.className}`)""")
    )
    return found


@pytest.mark.parametrize("width", [360, 800, 1440])
def test_every_page_says_that_it_is_not_slack(town, desk, width):
    page = desk.open(town.anna.id, town.here, width=width)
    for place in (town.here, "home"):
        page.goto(f"{town.server.url}/#{town.anna.id}/{place}")
        expect(page.get_by_text("Referents lokale arbejdsrum – ikke Slack")).to_be_visible()


def test_a_focus_can_always_be_seen(town, desk):
    crowded(town)
    page = desk.open(town.anna.id, town.here)
    page.evaluate("document.activeElement.blur()")
    seen = set()
    for _ in range(24):
        page.keyboard.press("Tab")
        name, outlined = page.evaluate("""() => {
          const el = document.activeElement;
          const around = el.closest(".composer-box, .pick-box") ?? el;
          const ring = (it) => getComputedStyle(it).outlineStyle !== "none";
          return [el.outerHTML.slice(0, 80), el === document.body || ring(el) || ring(around)];
        }""")
        seen.add(name)
        assert outlined, name
    assert len(seen) > 15
