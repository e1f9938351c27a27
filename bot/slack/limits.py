"""Slack's limits, applied to every outgoing payload.

Numbers are Slack's (docs.slack.dev, Block Kit and chat.postMessage), but for the budget of
text in one message, which Slack enforces without naming it. `slack_sdk` accepts payloads
beyond them. Text that is too long is cut with "…": what was cut can be read where it lives,
in the agenda, the minutes or the dialog.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.slack.replies import Reply

MESSAGE_TEXT = 4_000  # characters advised; 40,000 are cut by Slack
MESSAGE_BLOCKS = 50
MESSAGE_BUDGET = 12_000  # characters over all blocks; `msg_blocks_too_long` near 13,000
VIEW_BLOCKS = 100
SECTION_TEXT = 3_000
FIELD_TEXT, FIELDS = 2_000, 10
HEADER_TEXT = 150
CONTEXT_ELEMENTS = 10
ACTION_ELEMENTS = 25
BUTTON_TEXT = 75
BUTTON_VALUE = 2_000
OPTION_TEXT = 75
SELECT_OPTIONS = 100
GROUP_OPTIONS = 10  # checkboxes and radio buttons
OVERFLOW_OPTIONS = 5
PLACEHOLDER = 150
LABEL = 2_000
VIEW_TITLE = 24
CONFIRM_TITLE, CONFIRM_TEXT = 100, 300
TYPED = 3_000  # plain_text_input

Shape = dict[str, Any]


def message(reply: Reply) -> Shape:
    """Arguments for posting, updating or answering."""
    fitted: Shape = {"text": cut(reply.text, MESSAGE_TEXT)}
    if reply.blocks:
        blocks = [block(each.to_dict()) for each in reply.blocks]
        fitted["blocks"] = _within_budget(blocks[:MESSAGE_BLOCKS])
    return fitted


def view(shown: View | Mapping[str, Any]) -> Shape:
    """A dialog or App Home, ours or as Slack gave it back."""
    fitted: Shape = shown.to_dict() if isinstance(shown, View) else dict(shown)
    fitted["blocks"] = [block(each) for each in fitted.get("blocks", [])[:VIEW_BLOCKS]]
    for part in ("title", "submit", "close"):
        if part in fitted:
            fitted[part] = _text(fitted[part], VIEW_TITLE)
    return fitted


def cut(text: str, most: int) -> str:
    """At most `most` characters, the last an ellipsis where something is missing."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def block(held: Mapping[str, Any]) -> Shape:
    fitted = dict(held)
    match fitted["type"]:
        case "section":
            _section(fitted)
        case "header":
            fitted["text"] = _text(fitted["text"], HEADER_TEXT)
        case "context":
            fitted["elements"] = [
                _text(each, SECTION_TEXT) if "text" in each else each
                for each in fitted["elements"][:CONTEXT_ELEMENTS]
            ]
        case "actions":
            fitted["elements"] = [_element(each) for each in fitted["elements"][:ACTION_ELEMENTS]]
        case "input":
            fitted["label"] = _text(fitted["label"], LABEL)
            if "hint" in fitted:
                fitted["hint"] = _text(fitted["hint"], LABEL)
            fitted["element"] = _element(fitted["element"])
        case _:
            pass
    return fitted


def _section(fitted: Shape) -> None:
    if "text" in fitted:
        fitted["text"] = _text(fitted["text"], SECTION_TEXT)
    if "fields" in fitted:
        fitted["fields"] = [_text(each, FIELD_TEXT) for each in fitted["fields"][:FIELDS]]
    if "accessory" in fitted:
        fitted["accessory"] = _element(fitted["accessory"])


_MOST_OPTIONS = {"checkboxes": GROUP_OPTIONS, "radio_buttons": GROUP_OPTIONS}


def _element(held: Mapping[str, Any]) -> Shape:
    fitted = dict(held)
    if isinstance(fitted.get("text"), Mapping):
        fitted["text"] = _text(fitted["text"], BUTTON_TEXT)
    if "accessibility_label" in fitted:
        fitted["accessibility_label"] = cut(fitted["accessibility_label"], BUTTON_TEXT)
    if "placeholder" in fitted:
        fitted["placeholder"] = _text(fitted["placeholder"], PLACEHOLDER)
    if "confirm" in fitted:
        fitted["confirm"] = _confirm(fitted["confirm"])
    if fitted["type"] == "plain_text_input" and fitted.get("initial_value"):
        fitted["initial_value"] = fitted["initial_value"][:TYPED]
    if "options" in fitted:
        most = _MOST_OPTIONS.get(fitted["type"], SELECT_OPTIONS)
        most = OVERFLOW_OPTIONS if fitted["type"] == "overflow" else most
        fitted["options"] = [_option(each) for each in fitted["options"][:most]]
    _each(fitted, "initial_option", _option)
    if "initial_options" in fitted:
        fitted["initial_options"] = [_option(each) for each in fitted["initial_options"]]
    return fitted


def _each(fitted: Shape, name: str, fit: Callable[[Shape], Shape]) -> None:
    if name in fitted:
        fitted[name] = fit(fitted[name])


def _option(held: Shape) -> Shape:
    fitted = {**held, "text": _text(held["text"], OPTION_TEXT)}
    _each(fitted, "description", lambda text: _text(text, OPTION_TEXT))
    return fitted


def _confirm(held: Shape) -> Shape:
    fitted = {**held, "title": _text(held["title"], CONFIRM_TITLE)}
    _each(fitted, "text", lambda text: _text(text, CONFIRM_TEXT))
    return fitted


def _text(held: Any, most: int) -> Shape:  # noqa: ANN401 a text object, or plain text
    if isinstance(held, str):
        held = {"type": "plain_text", "text": held}
    return {**held, "text": cut(held["text"], most)}


def _within_budget(blocks: Sequence[Shape]) -> list[Shape]:
    """Leaves out the middle of what is too much; the last block holds the buttons."""
    kept, used = [], _length(blocks[-1]) if blocks else 0
    for each in blocks[:-1]:
        used += _length(each)
        if used > MESSAGE_BUDGET:
            break
        kept.append(each)
    return [*kept, *blocks[-1:]]


def weight(blocks: Sequence[Block]) -> int:
    """Characters that blocks take of a message's budget."""
    return _length([each.to_dict() for each in blocks])


def _length(held: Any) -> int:  # noqa: ANN401 any JSON
    if isinstance(held, Mapping):
        return sum(
            len(value) if name == "text" and isinstance(value, str) else _length(value)
            for name, value in held.items()
        )
    if isinstance(held, Sequence) and not isinstance(held, str):
        return sum(_length(each) for each in held)
    return 0
