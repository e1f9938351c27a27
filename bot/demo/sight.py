"""What one person sees: conversations, messages, unread marks, words on a screen."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bot.demo.model import Channel, ChannelKind, Json, Message, User

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace


def conversations(ws: "Workspace", who: User) -> list[Channel]:
    with ws.lock:
        return [c for c in ws.channels.values() if who.id in c.members and not c.archived]


def name_for(ws: "Workspace", place: Channel, who: User) -> str:
    """A direct message is called after the others in it."""
    if place.kind in (ChannelKind.DM, ChannelKind.GROUP):
        others = [ws.users[m].real_name for m in place.members if m != who.id]
        return ", ".join(others) or who.real_name
    return place.name


def visible(ws: "Workspace", place: Channel, who: User) -> list[Message]:
    """All messages of a conversation that `who` sees, replies among them, oldest first."""
    with ws.lock:
        return [m for m in ws.messages[place.id] if m.only_for in (None, who.id)]


def unread(ws: "Workspace", place: Channel, who: User) -> int:
    read = ws.read_until.get((who.id, place.id), "")
    return sum(
        1
        for m in visible(ws, place, who)
        if m.ts > read and m.user != who.id and (not m.in_thread or m.broadcast)
    )


def mark_read(ws: "Workspace", place: Channel, who: User) -> None:
    with ws.lock:
        seen = visible(ws, place, who)
        if seen:
            ws.read_until[who.id, place.id] = seen[-1].ts
    ws.changed()


def may_open_file(ws: "Workspace", file_id: str, who: User) -> bool:
    """A file shows where it was shared: to members, and to its owner."""
    stored = ws.files.get(file_id)
    if stored is None or stored.deleted:
        return False
    return stored.user == who.id or any(who.id in ws.channels[c].members for c in stored.channels)


def words(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """The texts of blocks in reading order, whatever element they belong to."""
    if isinstance(value, list):
        for inner in value:
            yield from words(inner)
    elif isinstance(value, dict):
        text = value.get("text")
        if isinstance(text, str):
            yield text
        for key, inner in value.items():
            if key in _SHOWN or (key == "text" and not isinstance(inner, str)):
                yield from words(inner)
        if isinstance(value.get("alt_text"), str):
            yield value["alt_text"]


_SHOWN = {
    "title",
    "label",
    "hint",
    "fields",
    "element",
    "elements",
    "accessory",
    "options",
    "option_groups",
    "placeholder",
    "blocks",
    "submit",
    "close",
}


def message_words(said: Message) -> str:
    """What a reader sees: the blocks if there are any, else the text."""
    return "\n".join(words(said.blocks)) if said.blocks else said.text


def view_words(payload: Json) -> str:
    order = ("title", "blocks", "submit", "close")
    return "\n".join(words([payload[part] for part in order if payload.get(part)]))
