"""Events API: what happened in the workspace, told to an app that subscribed to it.

https://docs.slack.dev/reference/events
"""

from typing import TYPE_CHECKING

from bot.demo import payloads
from bot.demo.courier import Delivery
from bot.demo.model import Channel, ChannelKind, Json, Message, User, View

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace

_CHANNEL_TYPES = {
    ChannelKind.PUBLIC: "channel",
    ChannelKind.PRIVATE: "group",
    ChannelKind.DM: "im",
    ChannelKind.GROUP: "mpim",
}
_MESSAGE_EVENTS = {
    ChannelKind.PUBLIC: "message.channels",
    ChannelKind.PRIVATE: "message.groups",
    ChannelKind.DM: "message.im",
    ChannelKind.GROUP: "message.mpim",
}


def announce(
    ws: "Workspace", event: Json, *, subscription: str = "", place: Channel | None = None
) -> Delivery | None:
    """Send `event` if the app subscribed to it (`subscription`, else its type)."""
    app = ws.app
    if app is None or (subscription or event["type"]) not in app.events:
        return None
    body: Json = {
        "token": app.verification_token,
        "team_id": ws.home.id,
        "context_team_id": ws.home.id,
        "context_enterprise_id": None,
        "api_app_id": app.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": ws.ids.next("Ev"),
        "event_time": ws.seconds(),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": ws.home.id,
                "user_id": app.bot.id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": bool(place is not None and place.shared_with),
        "event_context": f"4-{ws.ids.secret()}",
    }
    return ws.courier.announce(body)


def of_message(ws: "Workspace", said: Message, *, mention: bool) -> list[Delivery]:
    """`app_mention` if the bot is addressed where it is a member, and `message` if asked for."""
    place = ws.channels[said.channel]
    app = ws.app
    if app is None or app.bot.id not in place.members or said.only_for is not None:
        return []
    body = payloads.message(ws, said) | {"channel": said.channel, "event_ts": said.ts}
    if place.shared_with:
        author = ws.users[said.user]
        body |= {"user_team": author.team.id, "source_team": author.team.id}
    sent = [
        announce(
            ws,
            body | {"channel_type": _CHANNEL_TYPES[place.kind]},
            subscription=_MESSAGE_EVENTS[place.kind],
            place=place,
        )
    ]
    if mention and place.kind is not ChannelKind.DM:
        sent.append(announce(ws, body | {"type": "app_mention"}, place=place))
    return [delivery for delivery in sent if delivery is not None]


def of_membership(
    ws: "Workspace", place: Channel, who: User, *, joined: bool, inviter: str = ""
) -> Delivery | None:
    """`member_joined_channel` or `member_left_channel`."""
    event: Json = {
        "type": "member_joined_channel" if joined else "member_left_channel",
        "user": who.id,
        "channel": place.id,
        "channel_type": "G" if place.is_private else "C",
        "team": who.team.id,
        "event_ts": ws.next_ts(),
    }
    if inviter:
        event["inviter"] = inviter
    if ws.app is None or (ws.app.bot.id not in place.members and who is not ws.app.bot):
        return None
    return announce(ws, event, place=place)


def of_home(ws: "Workspace", who: User, direct: Channel, home: View | None) -> Delivery | None:
    event: Json = {
        "type": "app_home_opened",
        "user": who.id,
        "channel": direct.id,
        "tab": "home",
        "event_ts": ws.next_ts(),
    }
    if home is not None:
        event["view"] = payloads.view(ws, home)
    return announce(ws, event)
