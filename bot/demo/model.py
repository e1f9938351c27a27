"""The nouns of a Slack workspace, as far as a bot meets them."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Json = dict[str, Any]


class Guest(StrEnum):
    MULTI_CHANNEL = "multi"
    SINGLE_CHANNEL = "single"


class ChannelKind(StrEnum):
    PUBLIC = "channel"
    PRIVATE = "private"
    DM = "dm"
    GROUP = "group"


@dataclass(frozen=True)
class Team:
    id: str
    name: str
    domain: str


@dataclass
class User:
    """Somebody with an account. `team` is their own workspace, not always this one.

    `organisation` is what people know of each other; Slack has no such field.
    """

    id: str
    team: Team
    name: str
    real_name: str
    email: str
    title: str = ""
    organisation: str = ""
    guest: Guest | None = None
    is_bot: bool = False
    admin: bool = False
    deactivated: bool = False
    locale: str = "da-DK"
    zone: str = "Europe/Copenhagen"


@dataclass
class Channel:
    id: str
    name: str
    kind: ChannelKind
    created: int
    creator: str
    members: list[str] = field(default_factory=list)
    topic: str = ""
    archived: bool = False
    shared_with: set[str] = field(default_factory=set)
    """Ids of the other workspaces that are connected to it (Slack Connect)."""

    @property
    def is_private(self) -> bool:
        return self.kind is not ChannelKind.PUBLIC


@dataclass
class StoredFile:
    id: str
    name: str
    title: str
    mimetype: str
    user: str
    created: int
    content: bytes
    channels: list[str] = field(default_factory=list)
    shares: dict[str, list[str]] = field(default_factory=dict)
    """channel → ts of the messages that carry it"""
    deleted: bool = False


@dataclass
class Message:
    channel: str
    ts: str
    user: str
    text: str
    blocks: list[Json] | None = None
    attachments: list[Json] | None = None
    thread_ts: str | None = None
    broadcast: bool = False
    bot: bool = False
    edited: str | None = None
    metadata: Json | None = None
    files: list[str] = field(default_factory=list)
    tombstone: bool = False
    """Deleted, but kept because others answered it."""
    only_for: str | None = None
    """An ephemeral message: the one person who sees it."""
    states: dict[str, dict[str, dict[str, Json]]] = field(default_factory=dict)
    """person → block_id → action_id → what they chose in it"""

    @property
    def in_thread(self) -> bool:
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass
class View:
    """A modal or a home tab as one person has it before them."""

    id: str
    kind: str
    owner: str
    team: str
    payload: Json
    hash: str
    root: str
    previous: str | None = None
    values: dict[str, dict[str, Json]] = field(default_factory=dict)
    """`state.values`: block_id → action_id → the element's state"""
    errors: dict[str, str] = field(default_factory=dict)
    """block_id → what the person is told about it"""

    @property
    def blocks(self) -> list[Json]:
        blocks: list[Json] = self.payload["blocks"]
        return blocks

    @property
    def title(self) -> str:
        title = self.payload.get("title") or {}
        return str(title.get("text", ""))
