"""What happens in a workspace besides talk: people come, go and change, channels are shared.

Each changes the state, tells an app that subscribed, and returns the event's delivery (None if
the app didn't subscribe). https://docs.slack.dev/reference/events
"""

from typing import TYPE_CHECKING

from bot.demo import events, payloads
from bot.demo.courier import Delivery
from bot.demo.model import Channel, Json, Team, User

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace


def join(ws: "Workspace", place: Channel, who: User, *, inviter: str = "") -> Delivery | None:
    """`member_joined_channel`, unless they were there before."""
    if not ws.seat(place, who):
        return None
    return events.of_membership(ws, place, who, joined=True, inviter=inviter)


def leave(ws: "Workspace", place: Channel, who: User) -> Delivery | None:
    """`member_left_channel`, unless they weren't there."""
    if not ws.unseat(place, who):
        return None
    return events.of_membership(ws, place, who, joined=False)


def change_person(
    ws: "Workspace",
    who: User,
    *,
    real_name: str = "",
    locale: str = "",
    deactivated: bool | None = None,
) -> Delivery | None:
    """`user_change` with the whole user."""
    with ws.lock:
        who.real_name = real_name or who.real_name
        who.locale = locale or who.locale
        if deactivated is not None:
            who.deactivated = deactivated
    ws.changed()
    email = ws.app is not None and "users:read.email" in ws.app.scopes
    whole = payloads.user(ws, who, email=email, locale=True)
    return events.announce(ws, {"type": "user_change", "user": whole, "event_ts": ws.next_ts()})


def share(ws: "Workspace", place: Channel, team: Team) -> Delivery | None:
    """Connect `team` to a channel: `channel_shared`."""
    with ws.lock:
        place.shared_with.add(team.id)
    ws.changed()
    event = _of_channel(ws, "channel_shared", place) | {"connected_team_id": team.id}
    return events.announce(ws, event, place=place)


def unshare(ws: "Workspace", place: Channel, team: Team) -> Delivery | None:
    """Disconnect `team`, whose people leave with it: `channel_unshared`."""
    with ws.lock:
        place.shared_with.discard(team.id)
        place.members = [m for m in place.members if ws.users[m].team.id != team.id]
    ws.changed()
    event = _of_channel(ws, "channel_unshared", place) | {
        "previously_connected_team_id": team.id,
        "is_ext_shared": bool(place.shared_with),
    }
    return events.announce(ws, event, place=place)


def change_id(ws: "Workspace", place: Channel) -> Delivery | None:
    """A private channel gets a new id, as when it's shared: `channel_id_changed`."""
    with ws.lock:
        old, new = place.id, ws.ids.next("C")
        place.id = new
        ws.channels[new] = ws.channels.pop(old)
        ws.messages[new] = ws.messages.pop(old)
        for said in ws.messages[new]:
            said.channel = new
        for stored in ws.files.values():
            stored.channels = [new if one == old else one for one in stored.channels]
            if old in stored.shares:
                stored.shares[new] = stored.shares.pop(old)
    ws.changed()
    event: Json = {
        "type": "channel_id_changed",
        "old_channel_id": old,
        "new_channel_id": new,
        "event_ts": ws.next_ts(),
    }
    return events.announce(ws, event, place=place)


def archive(ws: "Workspace", place: Channel, by: User) -> Delivery | None:
    """`channel_archive` or `group_archive`; nobody can write there any more."""
    with ws.lock:
        place.archived = True
    ws.changed()
    kind = "group_archive" if place.is_private else "channel_archive"
    return events.announce(ws, _of_channel(ws, kind, place) | {"user": by.id}, place=place)


def uninstall(ws: "Workspace") -> list[Delivery | None]:
    """`tokens_revoked` and `app_uninstalled`; the tokens are dead from now on."""
    ws.revoked = True
    tokens = {"oauth": [], "bot": [ws.installed.bot.id]}
    stamp = ws.next_ts()
    return [
        events.announce(ws, {"type": "tokens_revoked", "tokens": tokens, "event_ts": stamp}),
        events.announce(ws, {"type": "app_uninstalled", "event_ts": stamp}),
    ]


def _of_channel(ws: "Workspace", kind: str, place: Channel) -> Json:
    return {"type": kind, "channel": place.id, "event_ts": ws.next_ts()}
