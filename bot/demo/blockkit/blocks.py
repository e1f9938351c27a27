"""Layout blocks. https://docs.slack.dev/reference/block-kit/blocks"""

from bot.demo import limits
from bot.demo.blockkit.composition import SLACK_FILE, plain, text
from bot.demo.blockkit.elements import (
    ACCESSORIES,
    ACTIONS,
    IMAGE,
    INPUTS,
    MODAL_ONLY,
    NOT_IN_MESSAGES,
    among,
)
from bot.demo.blockkit.rich_text import RICH_TEXT
from bot.demo.blockkit.spot import (
    Check,
    Shape,
    Spot,
    by_type,
    flag,
    many,
    one_of,
    string,
    url,
)

_ID: dict[str, Check] = {"block_id": string(limits.BLOCK_ID)}


def _says_something(spot: Spot) -> None:
    if spot.value.get("text") is None and not spot.value.get("fields"):
        spot.complain("missing required field: text")


def _one_picture(spot: Spot) -> None:
    if (spot.value.get("image_url") is None) == (spot.value.get("slack_file") is None):
        spot.complain("must provide exactly one of image_url and slack_file")


def _distinct_actions(spot: Spot) -> None:
    """An action_id is unique among the elements of its block."""
    seen: set[str] = set()
    for index, element in enumerate(spot.value.get("elements") or []):
        action = element.get("action_id")
        if action is not None and action in seen:
            spot.at("elements").at(index).complain(f"action_id `{action}` already exists")
        seen.add(action)


SECTION = Shape(
    {
        **_ID,
        "text": text(limits.SECTION_TEXT),
        "fields": many(text(limits.SECTION_FIELD), most=limits.SECTION_FIELDS),
        "accessory": by_type(among(ACCESSORIES)),
        "expand": flag,
    },
    relations=_says_something,
)

_CONTEXT_TEXT = text(limits.CONTEXT_TEXT)
CONTEXT = Shape(
    {
        **_ID,
        "elements": many(
            by_type({"plain_text": _CONTEXT_TEXT, "mrkdwn": _CONTEXT_TEXT, "image": IMAGE}),
            most=limits.CONTEXT_ELEMENTS,
        ),
    },
    ("elements",),
)

IMAGE_BLOCK = Shape(
    {
        **_ID,
        "image_url": url(limits.IMAGE_URL),
        "slack_file": SLACK_FILE,
        "alt_text": string(limits.IMAGE_ALT, least=0),
        "title": plain(limits.IMAGE_TITLE),
    },
    ("alt_text",),
    _one_picture,
)


def _input(elements: frozenset[str]) -> Check:
    return Shape(
        {
            **_ID,
            "label": plain(limits.INPUT_LABEL),
            "hint": plain(limits.INPUT_HINT),
            "optional": flag,
            "dispatch_action": flag,
            "element": by_type(among(elements)),
        },
        ("label", "element"),
    )


_EVERYWHERE: dict[str, Check] = {
    "section": SECTION,
    "header": Shape({**_ID, "text": plain(limits.HEADER_TEXT)}, ("text",)),
    "divider": Shape(_ID),
    "context": CONTEXT,
    "actions": Shape(
        {**_ID, "elements": many(by_type(among(ACTIONS)), most=limits.ACTIONS_ELEMENTS)},
        ("elements",),
        _distinct_actions,
    ),
    "image": IMAGE_BLOCK,
    "rich_text": RICH_TEXT,
}

MESSAGE_BLOCKS: dict[str, Check] = {
    **_EVERYWHERE,
    "input": _input(INPUTS - NOT_IN_MESSAGES),
    "markdown": Shape({**_ID, "text": string(limits.MARKDOWN_TEXT)}, ("text",)),
    "file": Shape(
        {**_ID, "external_id": string(255), "source": one_of("remote")}, ("external_id", "source")
    ),
}
MODAL_BLOCKS: dict[str, Check] = {**_EVERYWHERE, "input": _input(INPUTS)}
HOME_BLOCKS: dict[str, Check] = {**_EVERYWHERE, "input": _input(INPUTS - MODAL_ONLY)}
