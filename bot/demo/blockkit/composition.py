"""Composition objects: texts, options, confirmations.

https://docs.slack.dev/reference/block-kit/composition-objects
"""

from typing import Any

from bot.demo import limits
from bot.demo.blockkit.spot import (
    Check,
    Shape,
    Spot,
    anything,
    by_type,
    flag,
    many,
    one_of,
    string,
    url,
)


def plain(most: int) -> Check:
    """A `plain_text` object of at most `most` characters."""
    return by_type({"plain_text": Shape({"text": string(most), "emoji": flag}, ("text",))})


def text(most: int) -> Check:
    """A `plain_text` or `mrkdwn` object."""
    return by_type(
        {
            "plain_text": Shape({"text": string(most), "emoji": flag}, ("text",)),
            "mrkdwn": Shape({"text": string(most), "verbatim": flag}, ("text",)),
        }
    )


def _option(label: Check, **further: Check) -> Check:
    return Shape(
        {
            "text": label,
            "value": string(limits.OPTION_VALUE),
            "description": text(limits.OPTION_DESCRIPTION),
            **further,
        },
        ("text", "value"),
    )


OPTION = _option(plain(limits.OPTION_TEXT))
CHOICE = _option(text(limits.OPTION_TEXT))
"""An option of checkboxes or radio buttons, whose text may be mrkdwn."""
OVERFLOW_OPTION = _option(plain(limits.OPTION_TEXT), url=url(limits.OPTION_URL))

OPTION_GROUP = Shape(
    {
        "label": plain(limits.OPTION_GROUP_LABEL),
        "options": many(OPTION, most=limits.SELECT_OPTIONS),
    },
    ("label", "options"),
)

CONFIRM = Shape(
    {
        "title": plain(limits.CONFIRM_TITLE),
        "text": text(limits.CONFIRM_TEXT),
        "confirm": plain(limits.CONFIRM_BUTTON),
        "deny": plain(limits.CONFIRM_BUTTON),
        "style": one_of("primary", "danger"),
    },
    ("title", "text", "confirm", "deny"),
)

DISPATCH_CONFIG = Shape(
    {
        "trigger_actions_on": many(
            one_of("on_enter_pressed", "on_character_entered"), most=2, least=1
        )
    }
)

CONVERSATION_FILTER = Shape(
    {
        "include": many(one_of("im", "mpim", "private", "public"), most=4),
        "exclude_external_shared_channels": flag,
        "exclude_bot_users": flag,
    }
)

SLACK_FILE = Shape({"id": anything, "url": anything})


def offered(element: dict[str, Any]) -> list[dict[str, Any]]:
    """The options of a select, checkboxes or radio buttons, groups taken apart."""
    found = list(element.get("options") or [])
    for group in element.get("option_groups") or []:
        found.extend(group.get("options") or [])
    return found


def _key(option: Any) -> tuple[Any, Any]:  # noqa: ANN401 - any JSON
    if not isinstance(option, dict):
        return None, None
    words = option.get("text")
    return option.get("value"), words.get("text") if isinstance(words, dict) else None


def initial_is_offered(spot: Spot) -> None:
    """An initial option must be one of the options, text and value alike."""
    options = {_key(option) for option in offered(spot.value)}
    chosen = spot.value.get("initial_options") or []
    if spot.value.get("initial_option") is not None:
        chosen = [spot.value["initial_option"]]
    if any(_key(option) not in options for option in chosen):
        spot.complain("initial_option must match one of the options")


def options_or_groups(spot: Spot) -> None:
    """A static select has exactly one of `options` and `option_groups`."""
    given = [name for name in ("options", "option_groups") if spot.value.get(name) is not None]
    if len(given) != 1:
        spot.complain("must provide exactly one of options and option_groups")
    initial_is_offered(spot)
