"""Nobody's words become markup, and mrkdwn is drawn as Slack draws it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from bot.demo.clock import SimulatedClock
from tests.demo.conftest import START, asked, bolt_app, build_town, modal, plain, section
from tests.demo.page.conftest import say
from tests.support.browser import windows

pytestmark = pytest.mark.browser


HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'


def test_nobodys_words_become_markup(town, desk, connect):
    app = bolt_app(town)

    @app.command("/punkt")
    def _open(ack, command, client):
        ack()
        field = {"type": "plain_text_input", "action_id": "x", "placeholder": plain(HOSTILE)}
        blocks = [asked(HOSTILE, "x", field, hint=plain(HOSTILE)), section(HOSTILE)]
        client.views_open(trigger_id=command["trigger_id"], view=modal(*blocks, title="<b>Punkt"))

    connect(app, "inline")
    town.bo.says(town.here, HOSTILE)
    rich = {"type": "rich_text_section", "elements": [{"type": "text", "text": HOSTILE}]}
    blocks = [{"type": "header", "text": plain(HOSTILE)}, section(HOSTILE)]
    blocks += [section("<javascript:alert(1)|klik> <https://x.dk|<img src=x>>")]
    blocks += [{"type": "rich_text", "elements": [rich]}]
    town.client.chat_postMessage(channel=town.here, text=HOSTILE, blocks=blocks)
    page = desk.open(town.anna.id, town.here)
    page.locator("#composer").fill(HOSTILE)
    page.keyboard.press("Enter")

    expect(page.locator(".message")).to_have_count(3)
    expect(page.locator(".message").last).to_contain_text(HOSTILE)
    say(page, "/punkt nu")
    expect(page.locator("dialog")).to_contain_text(HOSTILE)
    assert (
        page.locator(".message img:not(.mark), dialog img, .message script, dialog b").count() == 0
    )
    assert page.locator("a[href^='javascript:']").count() == 0
    assert page.evaluate("window.hacked") is None


_RENDER = """async (texts) => {
  const { mrkdwn } = await import("/static/js/mrkdwn.js");
  const { render } = await import("/static/js/dom.js");
  const names = {
    me: "U1", zone: "Europe/Copenhagen", language: "da", user: () => null, channel: () => null,
  };
  return texts.map((text) => {
    const box = document.createElement("div");
    render(box, mrkdwn(text, names));
    const tags = [...new Set([...box.querySelectorAll("*")].map((el) => el.localName))];
    const links = [...box.querySelectorAll("a")].map((el) => el.protocol);
    return { words: box.textContent, tags, links };
  });
}"""
_TAGS = {"a", "blockquote", "br", "code", "em", "pre", "s", "span", "strong", "time"}
_MARKS = "*_~`<>|&;\n •"


@pytest.fixture(scope="module")
def bench(browser):
    """A blank page from which the markup reader can be called on many texts at once."""
    town = build_town(SimulatedClock.frozen(START))
    with windows(browser, town.server.url) as opened:
        yield opened.open(town.anna.id, town.here)
    town.server.close()


@settings(max_examples=12, deadline=None)
@given(st.lists(st.text(alphabet=_MARKS + "ab1@#!^:/h", max_size=40), min_size=20, max_size=60))
def test_any_text_is_drawn_with_harmless_elements_and_loses_no_letter(bench, texts):
    for text, drawn in zip(texts, bench.evaluate(_RENDER, texts), strict=True):
        assert set(drawn["tags"]) <= _TAGS, text
        assert set(drawn["links"]) <= {"http:", "https:", "mailto:"}, text
        if "<" not in text and "&" not in text and ":" not in text:
            kept = [letter for letter in text if letter.isalnum()]
            assert [letter for letter in drawn["words"] if letter.isalnum()] == kept, text


@pytest.mark.parametrize(
    ("text", "words", "tags"),
    [
        ("*fed* og _skrå_", "fed og skrå", ["strong", "em"]),
        ("2*3*4 og a_b_c", "2*3*4 og a_b_c", []),
        ("*ikke lukket", "*ikke lukket", []),
        ("&lt;b&gt; &amp;amp;", "<b> &amp;", []),
        ("```*ikke* <https://x.dk|her>```", "*ikke* her", ["pre"]),
        ("<mailto:a@b.dk|skriv>", "skriv", ["a"]),
        ("<javascript:x|klik>", "klik", []),
        ("se https://medcom.dk/a?b=c.", "se https://medcom.dk/a?b=c.", ["a"]),
        ("<!channel> <@U9|bo>", "@channel @bo", []),
        (":tada: :findesikke:", "🎉 :findesikke:", []),
    ],
)
def test_the_forms_of_mrkdwn(bench, text, words, tags):
    (drawn,) = bench.evaluate(_RENDER, [text])
    assert drawn["words"] == words
    assert [tag for tag in drawn["tags"] if tag not in {"span", "br"}] == tags
