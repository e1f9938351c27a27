"""Messages, modals and App Home: the rules for a whole payload, and Slack's code for each.

https://docs.slack.dev/reference/methods/chat.postMessage and https://docs.slack.dev/reference/views
"""

import json
from collections.abc import Iterator
from typing import Any

from bot.demo import limits
from bot.demo.blockkit.blocks import HOME_BLOCKS, MESSAGE_BLOCKS, MODAL_BLOCKS
from bot.demo.blockkit.composition import OPTION, OPTION_GROUP, plain
from bot.demo.blockkit.spot import Check, Shape, Spot, by_type, flag, many, string
from bot.demo.errors import SlackError


def check_message_blocks(blocks: Any) -> None:  # noqa: ANN401 - any JSON may come
    """Refuse with `invalid_blocks_format`, `invalid_blocks` or `msg_blocks_too_long`."""
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise SlackError("invalid_blocks_format")
    findings: list[str] = []
    spot = Spot(blocks, "/blocks", findings)
    many(by_type(MESSAGE_BLOCKS), most=limits.MESSAGE_BLOCKS, least=0)(spot)
    if not findings:
        _distinct_blocks(spot)
    if findings:
        raise SlackError("invalid_blocks", messages=tuple(findings))
    if sum(len(words) for words in _texts(blocks)) > limits.MESSAGE_BLOCKS_TEXT:
        raise SlackError("msg_blocks_too_long")


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON may come
    """Everything that is shown: the strings under `text`, `alt_text` and the like."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str) and key in {"text", "alt_text"}:
                yield inner
            else:
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _distinct_blocks(spot: Spot) -> None:
    seen: set[str] = set()
    for index, block in enumerate(spot.value):
        block_id = block.get("block_id")
        if block_id is not None and block_id in seen:
            spot.at(index).complain(f"block_id `{block_id}` already exists")
        seen.add(block_id)


def _needs_submit(spot: Spot) -> None:
    if spot.value.get("submit") is None and any(
        block.get("type") == "input" for block in spot.value["blocks"]
    ):
        spot.complain("missing required field: submit")


def _one_focus(spot: Spot) -> None:
    """Only one element of a view may take the focus."""
    focused = [
        index
        for index, block in enumerate(spot.value["blocks"])
        for element in (block.get("element"), block.get("accessory"), *block.get("elements", ()))
        if isinstance(element, dict) and element.get("focus_on_load")
    ]
    if len(focused) > 1:
        spot.at("blocks").at(focused[1]).complain("only one element may set focus_on_load")


def _modal_relations(spot: Spot) -> None:
    _distinct_blocks(spot.at("blocks"))
    _needs_submit(spot)
    _one_focus(spot)


def _home_relations(spot: Spot) -> None:
    _distinct_blocks(spot.at("blocks"))
    _one_focus(spot)


_NAMES: dict[str, Check] = {
    "private_metadata": string(limits.VIEW_METADATA, least=0),
    "callback_id": string(limits.VIEW_ID, least=0),
    "external_id": string(limits.VIEW_ID, least=0),
}

_MODAL = Shape(
    {
        **_NAMES,
        "blocks": many(by_type(MODAL_BLOCKS), most=limits.VIEW_BLOCKS, least=0),
        "title": plain(limits.VIEW_TITLE),
        "submit": plain(limits.VIEW_BUTTON),
        "close": plain(limits.VIEW_BUTTON),
        "clear_on_close": flag,
        "notify_on_close": flag,
        "submit_disabled": flag,
    },
    ("title", "blocks"),
    _modal_relations,
)

_HOME = Shape(
    {**_NAMES, "blocks": many(by_type(HOME_BLOCKS), most=limits.VIEW_BLOCKS, least=0)},
    ("blocks",),
    _home_relations,
)


def check_view(view: Any, kind: str) -> None:  # noqa: ANN401 - any JSON may come
    """Refuse a `modal` or `home` view with `invalid_arguments` or `view_too_large`."""
    findings: list[str] = []
    by_type({"modal": _MODAL} if kind == "modal" else {"home": _HOME})(
        Spot(view, "/view", findings)
    )
    if findings:
        raise SlackError("invalid_arguments", messages=tuple(findings))
    if len(json.dumps(view, ensure_ascii=False).encode()) > limits.VIEW_BYTES:
        raise SlackError("view_too_large")


def check_options(answer: Any) -> None:  # noqa: ANN401 - any JSON may come
    """The answer to a `block_suggestion`: `options` or `option_groups`, at most 100 each."""
    findings: list[str] = []
    Shape(
        {
            "options": many(OPTION, most=limits.SELECT_OPTIONS, least=0),
            "option_groups": many(OPTION_GROUP, most=limits.SELECT_GROUPS, least=0),
        }
    )(Spot(answer, "", findings))
    if findings:
        raise SlackError("invalid_arguments", messages=tuple(findings))
