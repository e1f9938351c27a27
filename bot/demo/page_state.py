"""The workspace as the page in the browser wants it: one person's screen in JSON."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.demo import sight
from bot.demo.model import Channel, Json, Message, StoredFile, User, View

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace

_COLORS = (
    "#2f6f9f",
    "#8a4b9c",
    "#2e7d5b",
    "#b0522d",
    "#6b5fb5",
    "#a33c62",
    "#4f7330",
    "#946011",
)
"""Contrast with white at least 4.5:1."""


def people(ws: "Workspace") -> list[User]:
    """Those whom one can act as, in the order in which they came."""
    return [who for who in ws.users.values() if not who.is_bot and not who.deactivated]


def state(ws: "Workspace", me: User) -> Json:
    """`GET /page/state`."""
    with ws.lock:
        everybody = people(ws)
        app = ws.installed
        ws.direct([me.id, app.bot.id])
        return {
            "team": {"id": ws.home.id, "name": ws.home.name},
            "now": local(ws, ws.now()),
            "zone": ws.zone.key,
            "me": me.id,
            "personas": [_persona(ws, who, n) for n, who in enumerate(everybody)],
            "bot": {
                "id": app.bot.id,
                "name": app.bot.real_name,
                "initials": initials(app.bot.real_name),
            },
            "channels": [_channel(ws, place, me) for place in sight.conversations(ws, me)],
            "commands": [
                {
                    "command": known.command,
                    "description": known.description,
                    "usage_hint": known.usage_hint,
                }
                for known in app.commands
                if not ws.is_external(me)
            ],
            "shortcuts": {
                "global": _shortcuts(ws, me, on_messages=False),
                "message": _shortcuts(ws, me, on_messages=True),
            },
            "home": _view(ws.homes[me.id]) if me.id in ws.homes else None,
            "views": [_view(view) for view in ws.modals.get(me.id, [])],
            "bot_connected": ws.courier.connected,
            "seq": ws.seq,
        }


def local(ws: "Workspace", moment: datetime) -> str:
    """ISO 8601 in the workspace's zone, to the second, with the offset."""
    return moment.astimezone(ws.zone).isoformat(timespec="seconds")


def initials(name: str) -> str:
    parts = name.split()
    return "".join(part[0] for part in (parts[:1] + parts[1:][-1:])).upper()


def _persona(ws: "Workspace", who: User, number: int) -> Json:
    return {
        "id": who.id,
        "name": who.name,
        "real_name": who.real_name,
        "title": who.title,
        "organisation": who.organisation,
        "external": ws.is_external(who),
        "guest": who.guest is not None,
        "initials": initials(who.real_name),
        "color": _COLORS[number % len(_COLORS)],
        "unread": sum(sight.unread(ws, place, who) for place in sight.conversations(ws, who)),
    }


def _channel(ws: "Workspace", place: Channel, me: User) -> Json:
    return {
        "id": place.id,
        "name": sight.name_for(ws, place, me),
        "kind": place.kind.value,
        "topic": place.topic,
        "members": list(place.members),
        "unread": sight.unread(ws, place, me),
    }


def _shortcuts(ws: "Workspace", me: User, *, on_messages: bool) -> list[Json]:
    """None for people of other workspaces: Slack doesn't offer them any."""
    return [
        {"callback_id": known.callback_id, "name": known.name}
        for known in ws.installed.shortcuts
        if known.on_messages is on_messages and not ws.is_external(me)
    ]


def _view(view: View) -> Json:
    given = view.payload
    return {
        "id": view.id,
        "type": view.kind,
        "title": given.get("title"),
        "blocks": view.blocks,
        "submit": given.get("submit"),
        "close": given.get("close"),
        "callback_id": given.get("callback_id") or "",
        "errors": view.errors,
    }


def conversation(ws: "Workspace", place: Channel, me: User) -> Json:
    """`GET /page/channel`: replies hang on their first message."""
    with ws.lock:
        seen = sight.visible(ws, place, me)
        replies: dict[str, list[Json]] = {}
        for said in seen:
            if said.in_thread and said.thread_ts is not None:
                replies.setdefault(said.thread_ts, []).append(_message(ws, said, me))
        messages = [
            _message(ws, said, me) | {"replies": replies.get(said.ts, [])}
            for said in seen
            if not said.in_thread or said.broadcast
        ]
        return {
            "messages": messages,
            "last_read": ws.read_until.get((me.id, place.id), "0000000000.000000"),
        }


def _message(ws: "Workspace", said: Message, me: User) -> Json:
    moment = datetime.fromtimestamp(float(said.ts), UTC).astimezone(ws.zone)
    return {
        "ts": said.ts,
        "user": said.user,
        "bot": said.bot,
        "text": said.text,
        "blocks": said.blocks if said.bot else None,  # people's own are shown from the text
        "files": [_file(ws.files[file_id], me) for file_id in said.files],
        "thread_ts": said.thread_ts,
        "replies": [],
        "edited": said.edited is not None,
        "ephemeral": said.only_for is not None,
        "time": moment.strftime("%H.%M"),
        "day": moment.date().isoformat(),
    }


def _file(stored: StoredFile, me: User) -> Json:
    return {
        "id": stored.id,
        "name": stored.name,
        "size": len(stored.content),
        "mimetype": stored.mimetype,
        "url": f"/files/{stored.id}/{stored.name}?as={me.id}",
    }
