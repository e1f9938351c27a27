"""One Web API call: its arguments, and what the token may do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from bot.demo.errors import SlackError
from bot.demo.installation import Installation
from bot.demo.model import Channel, ChannelKind, Json

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace

T = TypeVar("T")

_PAGE = 100


@dataclass(frozen=True)
class Call:
    ws: "Workspace"
    app: Installation
    args: Json

    def text(self, name: str) -> str:
        """A required argument; `invalid_arguments` without it."""
        value = self.args.get(name)
        if value in (None, ""):
            raise SlackError("invalid_arguments", messages=(f"missing required field: {name}",))
        return str(value)

    def maybe(self, name: str) -> str:
        value = self.args.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        return self.args.get(name) in (True, 1, "1", "true", "True")

    def needs(self, *scopes: str) -> None:
        """All of `scopes`, or `missing_scope` that names them."""
        if not self.app.scopes.issuperset(scopes):
            raise SlackError(
                "missing_scope",
                needed=",".join(scopes),
                provided=",".join(sorted(self.app.scopes)),
            )

    def needs_for(self, place: Channel, verb: str) -> None:
        """The scope of one family: `channels:read` for public channels, `im:read` for DMs, …"""
        self.needs(f"{SCOPE_FAMILIES[place.kind]}:{verb}")

    def channel(self, name: str = "channel") -> Channel:
        """A conversation that the bot may know of; private ones only as a member."""
        place = self.ws.channels.get(self.maybe(name))
        if place is None or (place.is_private and not self.is_member(place)):
            raise SlackError("channel_not_found")
        return place

    def is_member(self, place: Channel) -> bool:
        return self.app.bot.id in place.members

    def page(self, rows: list[T]) -> tuple[list[T], Json]:
        """The rows that `cursor` and `limit` ask for, and `response_metadata`."""
        try:
            start = int(self.maybe("cursor") or 0)
            limit = int(self.maybe("limit") or _PAGE)
        except ValueError:
            raise SlackError("invalid_cursor") from None
        end = start + max(limit, 1)
        cursor = str(end) if end < len(rows) else ""
        return rows[start:end], {"response_metadata": {"next_cursor": cursor}}


SCOPE_FAMILIES = {
    ChannelKind.PUBLIC: "channels",
    ChannelKind.PRIVATE: "groups",
    ChannelKind.DM: "im",
    ChannelKind.GROUP: "mpim",
}


@dataclass(frozen=True)
class Method:
    """`scopes` are needed in every case; a method may ask for more."""

    run: Callable[[Call], dict[str, Any]]
    scopes: tuple[str, ...] = ()
    app_token: bool = False
