"""Slack's text markup, as far as the workspace itself must read or write it.

https://docs.slack.dev/messaging/formatting-message-text
"""

import re

from bot.demo.model import Json

_TOKEN = re.compile(r"<(?P<inner>[^<>]+)>")
_USER = re.compile(r"<@([UW][A-Z0-9]+)(\|[^>]*)?>")
_CHANNEL = re.compile(r"<#([CG][A-Z0-9]+)(\|[^>]*)?>")


def escape(text: str) -> str:
    """What a person typed, with `&`, `<`, `>` as entities; mentions and links stay."""
    parts = []
    last = 0
    for match in _TOKEN.finditer(text):
        if match["inner"][0] in "@#!" or "://" in match["inner"]:
            parts += [_entities(text[last : match.start()]), match[0]]
            last = match.end()
    return "".join([*parts, _entities(text[last:])])


def _entities(text: str) -> str:
    text = re.sub(r"&(?!(amp|lt|gt);)", "&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def mentions(text: str) -> list[str]:
    """Ids of the users that `text` addresses."""
    return [match[1] for match in _USER.finditer(text)]


def channels(text: str) -> list[str]:
    """Ids of the channels that `text` names."""
    return [match[1] for match in _CHANNEL.finditer(text)]


def as_rich_text(text: str, block_id: str) -> Json:
    """The `rich_text` block that Slack's own clients send beside a person's text."""
    elements: list[Json] = []
    last = 0
    for match in _TOKEN.finditer(text):
        if match.start() > last:
            elements.append({"type": "text", "text": unescape(text[last : match.start()])})
        elements.append(_part(match["inner"]))
        last = match.end()
    if last < len(text):
        elements.append({"type": "text", "text": unescape(text[last:])})
    return {
        "type": "rich_text",
        "block_id": block_id,
        "elements": [{"type": "rich_text_section", "elements": elements}],
    }


def _part(inner: str) -> Json:
    target, _, label = inner.partition("|")
    if target.startswith("@"):
        return {"type": "user", "user_id": target[1:]}
    if target.startswith("#"):
        return {"type": "channel", "channel_id": target[1:]}
    if target in {"!channel", "!here", "!everyone"}:
        return {"type": "broadcast", "range": target[1:]}
    link: Json = {"type": "link", "url": unescape(target)}
    return link | ({"text": unescape(label)} if label else {})
