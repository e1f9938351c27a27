"""What all interactions have in common: who, where, and the road to the app.

https://docs.slack.dev/reference/interaction-payloads
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.demo.envelopes import Kind, Reply, Undelivered, UndeliveredError
from bot.demo.model import Channel, ChannelKind, Json, Message, User, View

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace


@dataclass(frozen=True)
class Outcome:
    """`error` is Slack's code for a failure; `errors` say why a dialog wasn't accepted."""

    error: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return not self.error and not self.errors


DONE = Outcome()


def _who(user: User) -> Json:
    return {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team.id}


def base(ws: "Workspace", kind: str, user: User, *, in_view: View | None = None) -> Json:
    """Fields that every interaction has.

    `team` is the installing workspace for messages, the actor's own inside a view.
    """
    app = ws.installed
    team = user.team if in_view is not None else ws.home
    return {
        "type": kind,
        "user": _who(user),
        "api_app_id": app.app_id,
        "token": app.verification_token,
        "team": {"id": team.id, "domain": team.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def place_of(place: Channel) -> Json:
    names = {ChannelKind.DM: "directmessage", ChannelKind.PRIVATE: "privategroup"}
    return {"id": place.id, "name": names.get(place.kind, place.name)}


def response_url(ws: "Workspace", user: User, said: Message) -> str:
    tail = ws.response_urls.issue(
        user=user.id,
        channel=said.channel,
        ts=said.ts,
        ephemeral=said.only_for is not None,
    )
    return f"{ws.url}/response/{tail}"


def ask(ws: "Workspace", kind: Kind, payload: Json) -> tuple[Reply, str]:
    """The app's ack, or the code of what went wrong."""
    try:
        return ws.courier.request(kind, payload), ""
    except UndeliveredError as lost:
        if lost.reason is Undelivered.CONNECTION_LOST:
            return None, Undelivered.TIMEOUT.value
        return None, lost.reason.value
