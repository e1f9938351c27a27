"""Objects as Slack writes them in JSON: users, conversations, messages, views, files.

https://docs.slack.dev/reference/objects
"""

from typing import TYPE_CHECKING

from bot.demo.model import Channel, ChannelKind, Guest, Json, Message, StoredFile, User, View

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace


def user(ws: "Workspace", who: User, *, email: bool, locale: bool) -> Json:
    """`users.info`; the address needs `users:read.email`."""
    profile: Json = {
        "title": who.title,
        "real_name": who.real_name,
        "real_name_normalized": who.real_name,
        "display_name": who.name,
        "display_name_normalized": who.name,
        "team": who.team.id,
    }
    if email and not who.is_bot:
        profile["email"] = who.email
    if who.is_bot and ws.app is not None and ws.app.bot is who:
        profile |= {"bot_id": ws.app.bot_id, "api_app_id": ws.app.app_id}
    body: Json = {
        "id": who.id,
        "team_id": who.team.id,
        "name": who.name,
        "deleted": who.deactivated,
        "real_name": who.real_name,
        "tz": who.zone,
        "profile": profile,
        "is_admin": who.admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": who.guest is not None,
        "is_ultra_restricted": who.guest is Guest.SINGLE_CHANNEL,
        "is_bot": who.is_bot,
        "is_app_user": False,
        "updated": ws.seconds(),
    }
    if ws.is_external(who):
        body["is_stranger"] = False
    if locale:
        body["locale"] = who.locale
    return body


def channel(ws: "Workspace", place: Channel, *, asker: str) -> Json:
    """`conversations.info`, as `asker` sees it."""
    body: Json = {
        "id": place.id,
        "created": place.created,
        "is_archived": place.archived,
        "is_im": place.kind is ChannelKind.DM,
        "is_org_shared": False,
        "context_team_id": ws.home.id,
    }
    if place.kind is ChannelKind.DM:
        other = next((member for member in place.members if member != asker), asker)
        return body | {"user": other, "is_user_deleted": False, "is_open": True}
    return body | {
        "name": place.name,
        "name_normalized": place.name,
        "is_channel": place.kind is ChannelKind.PUBLIC,
        "is_group": place.kind is ChannelKind.PRIVATE,
        "is_mpim": place.kind is ChannelKind.GROUP,
        "is_private": place.is_private,
        "is_member": asker in place.members,
        "is_general": False,
        "is_shared": bool(place.shared_with),
        "is_ext_shared": bool(place.shared_with),
        "is_pending_ext_shared": False,
        "shared_team_ids": [ws.home.id, *sorted(place.shared_with)],
        "creator": place.creator,
        "topic": {"value": place.topic, "creator": place.creator, "last_set": place.created},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
        "num_members": len(place.members),
    }


def file(ws: "Workspace", stored: StoredFile) -> Json:
    shares: Json = {"public": {}, "private": {}}
    for place, stamps in stored.shares.items():
        side = "private" if ws.channels[place].is_private else "public"
        shares[side][place] = [{"ts": ts, "team_id": ws.home.id} for ts in stamps]
    url = f"{ws.url}/files/{stored.id}/{stored.name}"
    kinds = {kind: [c for c in stored.channels if ws.channels[c].kind is kind]
             for kind in ChannelKind}  # fmt: skip
    return {
        "id": stored.id,
        "created": stored.created,
        "timestamp": stored.created,
        "name": stored.name,
        "title": stored.title,
        "mimetype": stored.mimetype,
        "filetype": stored.name.rpartition(".")[2].lower(),
        "user": stored.user,
        "user_team": ws.home.id,
        "editable": False,
        "size": len(stored.content),
        "mode": "hosted",
        "is_external": False,
        "is_public": bool(kinds[ChannelKind.PUBLIC]),
        "url_private": url,
        "url_private_download": url,
        "permalink": url,
        "channels": kinds[ChannelKind.PUBLIC],
        "groups": kinds[ChannelKind.PRIVATE] + kinds[ChannelKind.GROUP],
        "ims": kinds[ChannelKind.DM],
        "shares": {side: places for side, places in shares.items() if places},
    }


def message(ws: "Workspace", said: Message, *, metadata: bool = False) -> Json:
    """A message as it stands in histories, interactions and events."""
    if said.tombstone:
        stone: Json = {
            "type": "message",
            "subtype": "tombstone",
            "hidden": True,
            "user": "USLACKBOT",
            "text": said.text,
            "ts": said.ts,
        }
        return stone | _thread(ws, said)
    author = ws.users[said.user]
    body: Json = {
        "type": "message",
        "user": said.user,
        "text": said.text,
        "ts": said.ts,
        "team": author.team.id,
    }
    if said.bot and ws.app is not None:
        body |= {
            "bot_id": ws.app.bot_id,
            "app_id": ws.app.app_id,
            "bot_profile": {
                "id": ws.app.bot_id,
                "app_id": ws.app.app_id,
                "user_id": said.user,
                "name": ws.app.bot.real_name,
                "deleted": False,
                "team_id": ws.home.id,
            },
        }
    for name, value in (("blocks", said.blocks), ("attachments", said.attachments)):
        if value is not None:
            body[name] = value
    if said.files:
        body["files"] = [file(ws, ws.files[file_id]) for file_id in said.files]
    if said.edited:
        body["edited"] = {"user": said.user, "ts": said.edited}
    if metadata and said.metadata:
        body["metadata"] = said.metadata
    return body | _thread(ws, said)


def _thread(ws: "Workspace", said: Message) -> Json:
    if said.in_thread:
        parent = ws.message(said.channel, said.thread_ts or "")
        return {
            "thread_ts": said.thread_ts,
            **({"parent_user_id": parent.user} if parent is not None else {}),
        }
    replies = [
        reply
        for reply in ws.messages[said.channel]
        if reply.in_thread and reply.thread_ts == said.ts and reply.only_for is None
    ]
    if not replies:
        return {}
    people = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": said.ts,
        "reply_count": len(replies),
        "reply_users_count": len(people),
        "latest_reply": replies[-1].ts,
        "reply_users": people[:5],
    }


def view(ws: "Workspace", shown: View) -> Json:
    """A view in answers of `views.*` and in payloads. https://docs.slack.dev/reference/views"""
    app = ws.installed
    given = shown.payload
    body: Json = {
        "id": shown.id,
        "team_id": shown.team,
        "type": shown.kind,
        "blocks": shown.blocks,
        "private_metadata": given.get("private_metadata") or "",
        "callback_id": given.get("callback_id") or "",
        "state": {"values": shown.values},
        "hash": shown.hash,
        "title": given.get("title"),
        "clear_on_close": bool(given.get("clear_on_close", False)),
        "notify_on_close": bool(given.get("notify_on_close", False)),
        "close": given.get("close"),
        "submit": given.get("submit"),
        "previous_view_id": shown.previous,
        "root_view_id": shown.root,
        "app_id": app.app_id,
        "external_id": given.get("external_id") or "",
        "app_installed_team_id": ws.home.id,
        "bot_id": app.bot_id,
    }
    if shown.kind == "home":
        body["title"] = {"type": "plain_text", "text": "View Title", "emoji": True}
    return body
