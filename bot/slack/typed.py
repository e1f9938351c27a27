"""What people typed, out of Slack's wire form (docs.slack.dev, "Formatting message text").

Entities become characters; mentions, channels and links become what a reader sees. It is
escaped again where it is shown.
"""

import re
from collections.abc import Callable

_TOKEN = re.compile(r"<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>")


def mentioned(text: str) -> tuple[str, ...]:
    """User ids, in the order in which they were mentioned."""
    return tuple(dict.fromkeys(token[2] for token in _TOKEN.finditer(text) if token[1] == "@"))


def after_mentions(text: str) -> str:
    """What stands behind the last mention."""
    tokens = [token for token in _TOKEN.finditer(text) if token[1] == "@"]
    return text[tokens[-1].end() :] if tokens else ""


def plain(text: str, name_of: Callable[[str], str]) -> str:
    """`name_of` gives the name of a user id, empty if unknown."""

    def shown(token: re.Match[str]) -> str:
        sign, target, label = token.groups()
        match sign:
            case "@":
                return name_of(target) or label or target
            case "#":
                return f"#{label or target}"
            case "!":
                return f"@{label or target.partition('^')[0]}"
            case _:
                return f"{label} ({target})" if label and label != target else target

    return _TOKEN.sub(shown, text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
