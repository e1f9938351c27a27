"""Snapshots of what stands on somebody's screen, and what came of what they did."""

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.demo import controls, sight
from bot.demo.model import Json, Message, StoredFile, View

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace


@dataclass(frozen=True)
class Seen:
    """A message as it stood on somebody's screen at that moment."""

    channel: str
    ts: str
    author: str
    text: str
    blocks: list[Json]
    words: str
    """Everything legible in it, one piece a line."""
    buttons: tuple[str, ...]
    files: tuple[StoredFile, ...]
    ephemeral: bool
    edited: bool
    thread_ts: str | None

    def says(self, words: str) -> bool:
        return words in self.words or words in self.text


@dataclass(frozen=True)
class Screen:
    """A dialog or home tab as it stood on somebody's screen at that moment."""

    id: str
    kind: str
    title: str
    blocks: list[Json]
    words: str
    labels: tuple[str, ...]
    """What the inputs, menus and buttons are called."""
    errors: dict[str, str]
    """block_id → complaint"""
    values: dict[str, dict[str, Json]]
    payload: Json

    def says(self, words: str) -> bool:
        return words in self.words


@dataclass(frozen=True)
class Answer:
    """What came of a command, click, choice or shortcut.

    `error` is Slack's code (`operation_timeout`, `not_allowed`, …), '' if the app acknowledged.
    `replies` are the messages that only this person sees and that came meanwhile.
    """

    error: str
    replies: tuple[Seen, ...]

    @property
    def ok(self) -> bool:
        return not self.error

    @property
    def words(self) -> str:
        return "\n".join(reply.words for reply in self.replies)


@dataclass(frozen=True)
class Submitted:
    """What came of sending a dialog: `errors` by block_id, from Slack's client or the app."""

    error: str
    errors: dict[str, str]

    @property
    def ok(self) -> bool:
        return not self.error and not self.errors


def look(ws: "Workspace", said: Message) -> Seen:
    blocks = copy.deepcopy(said.blocks or [])
    return Seen(
        channel=said.channel,
        ts=said.ts,
        author=said.user,
        text=said.text,
        blocks=blocks,
        words=sight.message_words(said),
        buttons=tuple(control.labels[0] for control in controls.controls(blocks) if control.labels),
        files=tuple(ws.files[file_id] for file_id in said.files),
        ephemeral=said.only_for is not None,
        edited=said.edited is not None,
        thread_ts=said.thread_ts,
    )


def show(ws: "Workspace", view: View) -> Screen:
    with ws.lock:
        return Screen(
            id=view.id,
            kind=view.kind,
            title=view.title,
            blocks=copy.deepcopy(view.blocks),
            words=sight.view_words(view.payload),
            labels=tuple(c.labels[0] for c in controls.controls(view.blocks) if c.labels),
            errors=dict(view.errors),
            values=copy.deepcopy(view.values),
            payload=view.payload,
        )
