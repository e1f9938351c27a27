"""The state of the local workspace, in memory, shared by threads.

Modules around it change it under `lock` and call `changed()`; nobody holds the lock while
talking to the app.
"""

import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.demo import wording
from bot.demo.clock import Clock
from bot.demo.courier import Courier
from bot.demo.errors import SlackError
from bot.demo.faults import Faults
from bot.demo.ids import Ids
from bot.demo.installation import (
    Installation,
    bot_name,
    commands_of,
    events_of,
    scopes_of,
    shortcuts_of,
)
from bot.demo.model import Channel, ChannelKind, Guest, Json, Message, StoredFile, Team, User, View
from bot.demo.rates import Rates
from bot.demo.tickets import ResponseUrls, Triggers

T = TypeVar("T")

_RECHECK = 0.05  # s; a condition may depend on something besides the workspace


class Workspace:
    """One Slack workspace with its people, conversations and one installed app."""

    def __init__(
        self,
        *,
        clock: Clock,
        name: str = "Workspace",
        domain: str = "workspace",
        zone: str = "Europe/Copenhagen",
        language: str = "da",
        patience: float = 3.0,
    ) -> None:
        """`patience`: seconds that the app has for an ack; `language` (`da`, `en`): what the
        workspace itself says to people.
        """
        if language not in wording.LANGUAGES:
            raise ValueError(f"the workspace speaks {', '.join(wording.LANGUAGES)}")
        self.clock = clock
        self.zone = ZoneInfo(zone)
        self.language = language
        self.ids = Ids()
        self.lock = threading.RLock()
        self._condition = threading.Condition(self.lock)
        self._seq = 0
        self._last_ts = 0
        self._watchers: list[Callable[[int], None]] = []
        self.url = ""
        self.home = Team(self.ids.next("T"), name, domain)
        self.teams: dict[str, Team] = {self.home.id: self.home}
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: dict[str, list[Message]] = {}
        self.files: dict[str, StoredFile] = {}
        self.modals: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.read_until: dict[tuple[str, str], str] = {}
        self.uploads: dict[str, StoredFile] = {}
        self.suggested: dict[tuple[str, str], list[Json]] = {}
        self.socket_tickets: set[str] = set()
        self.app: Installation | None = None
        self.revoked = False
        self.faults = Faults()
        self.rates = Rates(clock)
        self.triggers = Triggers(clock, self.ids)
        self.response_urls = ResponseUrls(clock, self.ids)
        self.courier = Courier(clock, self.ids, self.faults, patience=patience)

    def close(self) -> None:
        self.courier.close()

    # change and waiting

    def changed(self) -> None:
        with self._condition:
            self._seq += 1
            seq, watchers = self._seq, tuple(self._watchers)
            self._condition.notify_all()
        for watcher in watchers:
            watcher(seq)

    @property
    def seq(self) -> int:
        """Grows with every change."""
        return self._seq

    def watch(self, watcher: Callable[[int], None]) -> Callable[[], None]:
        """Call `watcher(seq)` after every change; the answer ends that."""
        with self.lock:
            self._watchers.append(watcher)

        def unwatch() -> None:
            with self.lock:
                self._watchers.remove(watcher)

        return unwatch

    def wait_until(self, predicate: Callable[[], T], timeout: float = 5.0) -> T:
        """The first true answer of `predicate`; TimeoutError after `timeout` real seconds."""
        end = time.monotonic() + timeout
        while True:
            seen = self._seq
            if answer := predicate():
                return answer
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutError(f"still not so after {timeout} s")
            with self._condition:
                if self._seq == seen:
                    self._condition.wait(min(left, _RECHECK))

    # time

    def now(self) -> datetime:
        return self.clock.now()

    def next_ts(self) -> str:
        """A message's id: seconds and microseconds, unique and growing."""
        with self.lock:
            now = int(self.clock.now().timestamp() * 1_000_000)
            self._last_ts = max(now, self._last_ts + 1)
            return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def seconds(self) -> int:
        return int(self.clock.now().timestamp())

    # people and places

    def add_team(self, name: str, domain: str) -> Team:
        """Another workspace, whose people can share channels with this one."""
        with self.lock:
            team = Team(self.ids.next("T"), name, domain)
            self.teams[team.id] = team
        self.changed()
        return team

    def add_person(
        self,
        name: str,
        real_name: str,
        *,
        email: str = "",
        title: str = "",
        organisation: str = "",
        guest: Guest | None = None,
        team: Team | None = None,
    ) -> User:
        """A member; a guest of this workspace; or, with `team`, somebody of another one."""
        home = team or self.home
        with self.lock:
            user = User(
                self.ids.next("U"),
                home,
                name,
                real_name,
                email or f"{name}@{home.domain}.example",
                title,
                organisation,
                guest,
            )
            self.users[user.id] = user
        self.changed()
        return user

    def add_channel(
        self, name: str, members: list[User], *, private: bool = False, topic: str = ""
    ) -> Channel:
        """Created by the first member; people of other workspaces make it shared."""
        with self.lock:
            channel = Channel(
                id=self.ids.next("C"),
                name=name,
                kind=ChannelKind.PRIVATE if private else ChannelKind.PUBLIC,
                created=self.seconds(),
                creator=members[0].id if members else "",
                topic=topic,
            )
            self.channels[channel.id] = channel
            self.messages[channel.id] = []
            for member in members:
                self._seat(channel, member)
        self.changed()
        return channel

    def _seat(self, channel: Channel, user: User) -> None:
        if user.id not in channel.members:
            channel.members.append(user.id)
        if user.team.id != self.home.id:
            channel.shared_with.add(user.team.id)

    def seat(self, channel: Channel, user: User) -> bool:
        """Make `user` a member; whether they weren't one before."""
        with self.lock:
            fresh = user.id not in channel.members
            self._seat(channel, user)
        self.changed()
        return fresh

    def unseat(self, channel: Channel, user: User) -> bool:
        with self.lock:
            present = user.id in channel.members
            if present:
                channel.members.remove(user.id)
        self.changed()
        return present

    def direct(self, members: list[str]) -> tuple[Channel, bool]:
        """The conversation of exactly these people, and whether it's new."""
        kind = ChannelKind.DM if len(members) == 2 else ChannelKind.GROUP  # noqa: PLR2004 - two make a dm
        with self.lock:
            for channel in self.channels.values():
                if channel.kind is kind and set(channel.members) == set(members):
                    return channel, False
            prefix = "D" if kind is ChannelKind.DM else "G"
            names = "--".join(sorted(self.users[member].name for member in members))
            channel = Channel(
                id=self.ids.next(prefix),
                name="" if kind is ChannelKind.DM else f"mpdm-{names}-1",
                kind=kind,
                created=self.seconds(),
                creator=members[0],
            )
            for member in members:
                self._seat(channel, self.users[member])
            self.channels[channel.id] = channel
            self.messages[channel.id] = []
        self.changed()
        return channel, True

    def install(self, manifest: Json, *, optional_scopes: bool = False) -> Installation:
        """Install the app that `manifest` describes; its bot user joins nothing by itself."""
        with self.lock:
            name = bot_name(manifest)
            bot = User(
                self.ids.next("U"), self.home, name.lower().replace(" ", ""), name, "", is_bot=True
            )
            self.users[bot.id] = bot
            home = manifest.get("features", {}).get("app_home", {})
            self.app = Installation(
                app_id=self.ids.next("A"),
                bot_id=self.ids.next("B"),
                bot=bot,
                bot_token=f"xoxb-{self.ids.secret()}",
                app_token=f"xapp-{self.ids.secret()}",
                signing_secret=self.ids.secret(),
                verification_token=self.ids.secret(),
                scopes=scopes_of(manifest, optional=optional_scopes),
                events=events_of(manifest),
                commands=commands_of(manifest),
                shortcuts=shortcuts_of(manifest),
                home_tab=bool(home.get("home_tab_enabled", False)),
                messages_tab=bool(home.get("messages_tab_enabled", True))
                and not home.get("messages_tab_read_only_enabled", False),
            )
            app = self.app
        self.changed()
        return app

    # look-up

    @property
    def installed(self) -> Installation:
        if self.app is None:
            raise LookupError("no app is installed in this workspace")
        return self.app

    def user(self, user_id: str) -> User:
        user = self.users.get(user_id)
        if user is None:
            raise SlackError("user_not_found")
        return user

    def channel(self, channel_id: str) -> Channel:
        channel = self.channels.get(channel_id)
        if channel is None:
            raise SlackError("channel_not_found")
        return channel

    def message(self, channel_id: str, ts: str) -> Message | None:
        with self.lock:
            return next((m for m in self.messages.get(channel_id, ()) if m.ts == ts), None)

    def view(self, view_id: str) -> View | None:
        with self.lock:
            open_views = [view for stack in self.modals.values() for view in stack]
            return next(
                (view for view in [*open_views, *self.homes.values()] if view.id == view_id), None
            )

    def is_external(self, user: User) -> bool:
        return user.team.id != self.home.id
