"""Who speaks to a screen presses a button by the words on it (WCAG 2.1, 2.5.3)."""

import ast

from hypothesis import given
from hypothesis import strategies as st

from bot.slack import limits
from bot.slack.ids.home import HomePress
from bot.slack.views.parts import button
from tests.support.town import ROOT

texts = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40)


@given(texts, st.sampled_from(["", "…"]), texts)
def test_what_is_heard_begins_with_what_is_seen(text, dots, label):
    made = button(text + dots, HomePress.TRY_AGAIN, label=label).to_dict()
    heard = made["accessibility_label"]
    seen = text.rstrip("…").strip()
    assert heard.casefold().startswith(limits.cut(seen, limits.BUTTON_TEXT).casefold()[:70])
    assert len(heard) <= limits.BUTTON_TEXT


def test_a_label_that_says_it_already_is_left_as_it_is():
    made = button("Flyt…", HomePress.TRY_AGAIN, label="Flyt Fællesmøde nr. 19").to_dict()
    assert made["accessibility_label"] == "Flyt Fællesmøde nr. 19"
    made = button("Flyt…", HomePress.TRY_AGAIN, label="Fællesmøde nr. 19").to_dict()
    assert made["accessibility_label"] == "Flyt: Fællesmøde nr. 19"


def test_every_button_is_made_in_one_place():
    made = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "bot" / "slack").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "ButtonElement"
    }
    assert made == {"bot/slack/views/parts.py"}
