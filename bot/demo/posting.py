"""Messages: posted, changed, taken away."""

import json
from typing import TYPE_CHECKING, Any

from bot.demo import events, limits, mrkdwn, wording
from bot.demo.blockkit import check_message_blocks
from bot.demo.courier import Delivery
from bot.demo.errors import NotAllowedError, SlackError
from bot.demo.installation import Installation
from bot.demo.model import Channel, ChannelKind, Json, Message, User
from bot.demo.values import with_ids

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace


def checked(ws: "Workspace", args: Json, *, most_text: int | None = None) -> Json:
    """`text`, `blocks`, `attachments`, `metadata` of a message, or Slack's refusal of them.

    A text longer than `most_text` is refused; without that it's cut at 40,000 characters.
    """
    text = args.get("text") or ""
    if not isinstance(text, str):
        raise SlackError("invalid_arguments", messages=("must provide a string",))
    blocks = args.get("blocks") or None
    attachments = args.get("attachments") or None
    if most_text is not None and len(text) > most_text:
        raise SlackError("msg_too_long")
    if blocks is not None:
        check_message_blocks(blocks)
    if attachments is not None and len(attachments) > limits.MESSAGE_ATTACHMENTS:
        raise SlackError("too_many_attachments")
    if not text and blocks is None and attachments is None:
        raise SlackError("no_text")
    return {
        "text": text[: limits.MESSAGE_TEXT_CUT],
        "blocks": with_ids(ws.ids, blocks) if blocks is not None else None,
        "attachments": attachments,
        "metadata": _metadata(args.get("metadata")),
    }


def _metadata(given: Any) -> Json | None:  # noqa: ANN401 - any JSON may come
    if not given:
        return None
    if not isinstance(given, dict) or not isinstance(given.get("event_payload"), dict):
        raise SlackError("invalid_metadata_format")
    if not isinstance(given.get("event_type"), str) or not given["event_type"]:
        raise SlackError("invalid_metadata_format")
    if len(json.dumps(given).encode()) > limits.MESSAGE_METADATA:
        raise SlackError("metadata_too_large")
    return {"event_type": given["event_type"], "event_payload": given["event_payload"]}


def post(
    ws: "Workspace",
    place: Channel,
    author: User,
    content: Json,
    *,
    thread_ts: str | None = None,
    only_for: str | None = None,
    broadcast: bool = False,
    files: tuple[str, ...] = (),
) -> Message:
    """Put a message into a conversation; `content` comes from `checked`."""
    with ws.lock:
        if place.archived:
            raise SlackError("is_archived")
        root = thread_ts
        if thread_ts is not None:
            parent = ws.message(place.id, thread_ts)
            if parent is None or parent.only_for is not None:
                raise SlackError("thread_not_found" if only_for is None else "message_not_found")
            root = parent.thread_ts or parent.ts
        said = Message(
            channel=place.id,
            ts=ws.next_ts(),
            user=author.id,
            thread_ts=root,
            broadcast=broadcast,
            bot=author.is_bot,
            only_for=only_for,
            files=list(files),
            **content,
        )
        ws.messages[place.id].append(said)
        for file_id in files:
            shares = ws.files[file_id].shares.setdefault(place.id, [])
            shares.append(said.ts)
    ws.changed()
    if author.is_bot:
        events.of_message(ws, said, mention=False)
    return said


def say(
    ws: "Workspace", place: Channel, author: User, text: str, *, thread_ts: str | None = None
) -> tuple[Message, list[Delivery]]:
    """A person's own words in Slack's markup, and the events that they set off."""
    if not text.strip():
        raise SlackError("no_text")
    if len(text) > limits.MESSAGE_TEXT_CUT:
        raise SlackError("msg_too_long")
    app = ws.app
    if app is not None and place.kind is ChannelKind.DM and app.bot.id in place.members:
        _messages_tab_is_open(app)
    block = mrkdwn.as_rich_text(text, f"b{ws.ids.number('block')}")
    content = {"text": text, "blocks": [block], "attachments": None, "metadata": None}
    said = post(ws, place, author, content, thread_ts=thread_ts)
    addressed = app is not None and app.bot.id in mrkdwn.mentions(text)
    return said, events.of_message(ws, said, mention=addressed)


def _messages_tab_is_open(app: Installation) -> None:
    if not app.messages_tab:
        raise NotAllowedError("sending messages to this app is turned off")


def change(ws: "Workspace", said: Message, content: Json) -> None:
    """Replace what a message says; blocks go if only a text is given."""
    with ws.lock:
        said.text = content["text"]
        said.blocks = content["blocks"]
        said.attachments = content["attachments"]
        if content["metadata"] is not None:
            said.metadata = content["metadata"]
        said.edited = ws.next_ts()
    ws.changed()


def remove(ws: "Workspace", said: Message) -> None:
    """Take a message away; one that was answered leaves a stone over its thread."""
    with ws.lock:
        everything = ws.messages[said.channel]
        if any(other.in_thread and other.thread_ts == said.ts for other in everything):
            said.tombstone = True
            said.text = wording.DELETED[ws.language]
            said.blocks = said.attachments = said.metadata = None
            said.files = []
        else:
            everything.remove(said)
    ws.changed()
