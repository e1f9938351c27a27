"""What an app answers to an interaction: in the ack of a command, or at a response URL.

https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
"""

from typing import TYPE_CHECKING

from bot.demo import posting
from bot.demo.errors import SlackError
from bot.demo.model import Json, Message
from bot.demo.tickets import ResponseUrl

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace


def respond(ws: "Workspace", where: ResponseUrl, answer: Json) -> Message | None:
    """Post, replace or delete as `answer` says; the message that stands afterwards."""
    original = ws.message(where.channel, where.ts) if where.ts is not None else None
    if _yes(answer.get("delete_original")):
        if original is not None:
            posting.remove(ws, original)
        return None
    content = posting.checked(ws, answer)
    if _yes(answer.get("replace_original")) and original is not None:
        posting.change(ws, original, content)
        return original
    in_channel = answer.get("response_type") == "in_channel"
    thread_ts = answer.get("thread_ts") or where.thread_ts
    return posting.post(
        ws,
        ws.channel(where.channel),
        ws.installed.bot,
        content,
        thread_ts=thread_ts,
        only_for=None if in_channel else where.user,
    )


def acknowledge_command(ws: "Workspace", where: ResponseUrl, reply: Json | str | None) -> str:
    """Show the ack of a slash command; the error code that the person sees, or ''."""
    answer = {"text": reply} if isinstance(reply, str) else reply
    if not answer or not (answer.get("text") or answer.get("blocks") or answer.get("attachments")):
        return ""
    try:
        respond(ws, where, answer)
    except SlackError:
        return "invalid_command_response"
    return ""


def _yes(value: object) -> bool:
    return value in (True, "true", "1", 1)
