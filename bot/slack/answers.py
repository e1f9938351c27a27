"""How an answer is put: a refusal with what was typed, remarks beneath, a dialog's complaint."""

from collections.abc import Iterable
from typing import Any

from bot.errors import Refusal
from bot.ports import Asker
from bot.slack import choosing, limits
from bot.slack.identity import Payload
from bot.slack.replies import Reply
from bot.slack.requests import Sent
from bot.slack.views.parts import context, section
from bot.texts import Words, msg


def refused(refusal: Refusal, words: Words, typed: str = "") -> Reply:
    """Why not and what next; what was typed stands beneath, ready to be copied."""
    text = words.mrkdwn(refusal.message)
    if typed:
        text += "\n" + words.mrkdwn(msg("common.you_typed", text=typed))
    return Reply(text)


def remarked(reply: Reply, by: Asker, words: Words) -> Reply:
    """An answer with what is remarked beside it."""
    if not by.remarks:
        return reply
    blocks = reply.blocks or ([section(reply.text)] if reply.text else [])
    notes = [context(words.mrkdwn(remark)) for remark in by.remarks]
    text = "\n".join([reply.text, *(words(remark) for remark in by.remarks)])
    return Reply(text.strip(), [*blocks, *notes])


def all_remarked(sent: Sent, channel: str) -> list[tuple[Reply, str]]:
    """What is said after a dialog; the remarks stand beneath the last of it."""
    *before, (last, where) = sent.replies or [(Reply(""), channel)]
    if not sent.replies and not sent.by.remarks:
        return []
    return [*before, (remarked(last, sent.by, sent.words), where)]


def asked_again(body: Payload, refusal: Refusal, words: Words) -> dict[str, Any]:
    """The acknowledgement of a refused dialog: a choice beneath its field, or why not."""
    asked = choosing.asked_beneath(body["view"], refusal, words)
    if asked is not None:
        return {"response_action": "update", "view": limits.view(asked)}
    return {"response_action": "errors", "errors": _under_field(body, refusal, words)}


def _under_field(body: Payload, refusal: Refusal, words: Words) -> dict[str, str]:
    blocks: Iterable[Payload] = body["view"]["blocks"]
    fields = [block["block_id"] for block in blocks if block["type"] == "input"]
    field = refusal.field if refusal.field in fields else fields[0]
    return {field: words(refusal.message)}
