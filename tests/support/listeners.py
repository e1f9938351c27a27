"""Every listener of the production app, asked as Slack would with ids of anybody's choice.

What there is to ask is read from the app's own registries: a new button, dialog, shortcut or
verb is asked without being named here.
"""

import ast
import importlib
import itertools
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from random import Random
from typing import Any

from bot.demo import payloads
from bot.demo.acting import Persona
from bot.demo.envelopes import Kind
from bot.demo.interaction import ask, base, place_of, response_url
from bot.demo.model import Channel, Json, Message
from bot.slack import ids
from bot.slack.front import Front
from tests.support.town import ROOT, Town

VIEWS = ROOT / "bot" / "slack"
WHEN = "10. maj 2022 kl. 10-11"
WORDS = {
    "certification": "certified",
    "language": "da",
    "purpose": "decision",
    "role": "participant",
}
"""Fields in which only a word of ours may stand."""

KINDS = ("decision", "vendor")  # of an entry, of an organisation

_views = itertools.count(1)


@dataclass(frozen=True)
class Listener:
    """`kind`: press, form, shortcut or verb; `name`: its id, or the words that call it."""

    kind: str
    name: str


def all_of(town: Town) -> list[Listener]:
    return [*_declared(), *verbs_of(town)]


def verbs_of(town: Town) -> list[Listener]:
    """What can be said by a command or a mention."""
    return list(_said(front_of(town)))


def front_of(town: Town) -> Front:
    """The desk that the app's command listener hands everything to."""
    for listener in town.bot.app._listeners:
        for cell in getattr(listener.ack_function, "__closure__", None) or ():
            if isinstance(cell.cell_contents, Front):
                return cell.cell_contents
    message = "no listener of the app knows the front desk"
    raise LookupError(message)


def _declared() -> Iterator[Listener]:
    """The house test of ids proves that each of these is listened to, and nothing else."""
    for kind in _enums():
        word = "form" if kind.__name__.endswith("Form") else "press"
        word = "shortcut" if kind.__name__ == "Shortcut" else word
        if not kind.__name__.endswith("More"):
            yield from (Listener(word, member.value) for member in kind)


def _said(front: Front) -> Iterator[Listener]:
    for verb, _ in front.book._verbs:
        command = front.book.slash(verb.command)
        yield Listener("verb", f"{command} {verb.words[0] if verb.words else ''}".strip())


def _enums() -> Iterator[type[StrEnum]]:
    for module in pkgutil.iter_modules(ids.__path__):
        for kind in vars(importlib.import_module(f"{ids.__name__}.{module.name}")).values():
            if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum:
                yield kind


def _choices() -> tuple[str, ...]:
    """What the overflow menus hold before the colon."""
    own = {each.value for kind in _enums() if kind.__name__.endswith("More") for each in kind}
    return (*sorted(own), "edit", "remove")


def _names() -> tuple[frozenset[str], frozenset[str]]:
    """What dialogs remember, and what their fields are called, over all of Slack's room."""
    kept, fields = {"seen", "channel"}, set[str]()
    for path in VIEWS.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if name == "packed":
                kept |= {word.arg for word in call.keywords if word.arg}
            first = call.args[0] if call.args else None
            if name in {"text", "choice", "choices"} and isinstance(first, ast.Constant):
                fields.add(str(first.value))
            if name == "kept" and isinstance(first, ast.Constant):
                kept.add(str(first.value))
    return frozenset(kept), frozenset(fields)


KEPT, FIELDS = _names()


@dataclass(frozen=True)
class Asked:
    """One request with an id in it, and all that came back to the one who asked."""

    reply: str
    told: str


class Asking:
    """Somebody who presses, sends and says things about rows that they were never shown."""

    def __init__(self, town: Town, who: Persona, rng: Random) -> None:
        self.town, self.who, self.rng = town, who, rng
        self.puzzled = town.t("common.fault", fault="§").partition("§")[0]
        self.ws = town.cast.workspace
        self.card = next(  # some message of ours in which to click
            said
            for said in self.ws.messages[town.cast.meeting.id]
            if said.user == self.ws.installed.bot.id and said.only_for is None
        )

    def about(self, listener: Listener, number: int) -> Asked:
        """Asks a listener about the row with this id, in a shape that it understands."""
        asked = Asked("", "")
        for ask_so in self._ways(listener, number):
            asked = self._asked(ask_so)
            if self.puzzled not in asked.reply + asked.told:
                break
        return asked

    def _ways(self, listener: Listener, number: int) -> Iterator[Callable[[], Any]]:
        name = listener.name
        match listener.kind:
            case "press":
                for value in self.values(name, number):
                    yield partial(self._pressed, name, value)
            case "form":
                for kind in KINDS:
                    yield partial(self._form, name, number, kind)
            case "shortcut":
                yield partial(self._shortcut, name)
            case _:
                yield partial(self._say, name, number)

    def _asked(self, ask_so: Callable[[], Any]) -> Asked:
        before = {(each.channel, each.ts) for each in self._heard()}
        self.ws.modals.pop(self.who.id, None)
        home = self.ws.homes.get(self.who.id)
        reply = ask_so()
        told = [
            payloads.message(self.ws, each)
            for each in self._heard()
            if (each.channel, each.ts) not in before
        ]
        stack = [payloads.view(self.ws, each) for each in self.ws.modals.get(self.who.id) or ()]
        after = self.ws.homes.get(self.who.id)
        shown = [payloads.view(self.ws, after)] if after and after is not home else []
        return Asked(repr(reply), repr([told, stack, shown]))

    def _heard(self) -> list[Message]:
        own = self.who.dm.id
        return [
            each
            for channel, messages in self.ws.messages.items()
            for each in messages
            if each.only_for == self.who.id or (channel == own and each.user != self.who.id)
        ]

    def values(self, name: str, number: int) -> list[str]:
        """The shapes in which buttons carry ids."""
        if name.endswith("more"):
            return [f"{choice}:{number}" for choice in _choices()]
        return [
            f"{number}",
            f"{number}:{number}:{number}:{number}",
            f"{number}:{number}",
            f"{number}:0:all",
            f"{number} Hvad nu?",
        ]

    def _pressed(self, name: str, value: str) -> Any:
        option = {"text": {"type": "plain_text", "text": "x"}, "value": value}
        kind = "overflow" if name.endswith("more") else "button"
        action: Json = {"type": kind, "action_id": name, "block_id": "b", "action_ts": "1.0"}
        action |= {"selected_option": option} if kind == "overflow" else {"value": value}
        payload = base(self.ws, "block_actions", self.who.user) | {
            "container": {
                "type": "message", "message_ts": self.card.ts, "is_ephemeral": False,
                "channel_id": self.card.channel,
            },
            "trigger_id": self.ws.triggers.issue(self.who.id),
            "channel": place_of(self.ws.channels[self.card.channel]),
            "state": {"values": {}},
            "response_url": response_url(self.ws, self.who.user, self.card),
            "actions": [action],
            "message": payloads.message(self.ws, self.card),
        }  # fmt: skip
        return ask(self.ws, Kind.INTERACTION, payload)

    def _form(self, name: str, number: int, kind: str) -> Any:
        home = ("", self.town.cast.meeting.id)[len(name) % 2]
        meta = "{" + ",".join(f'"{key}":{number}' for key in sorted(KEPT - {"channel"}))
        text = {"type": "plain_text", "text": "x"}
        state = {field: {field: self._filled(field, number, kind)} for field in FIELDS}
        view: Json = {
            "id": f"V{next(_views)}", "hash": "1", "type": "modal", "callback_id": name,
            "private_metadata": meta + f',"channel":"{home}"}}',
            "blocks": [
                {"type": "input", "block_id": field, "label": text,
                 "element": {"type": "plain_text_input", "action_id": field}}
                for field in sorted(FIELDS)
            ],
            "state": {"values": state},
            "app_installed_team_id": self.ws.home.id,
        }  # fmt: skip
        payload = base(self.ws, "view_submission", self.who.user) | {
            "trigger_id": self.ws.triggers.issue(self.who.id),
            "view": view,
            "response_urls": [],
        }
        return ask(self.ws, Kind.INTERACTION, payload)

    def _filled(self, field: str, number: int, kind: str) -> Json:
        word = {**WORDS, "kind": kind}.get(field, str(number))
        option = {"text": {"type": "plain_text", "text": "x"}, "value": word}
        return {
            "type": "plain_text_input",
            "value": _typed(field),
            "selected_option": option,
            "selected_options": [option],
            "selected_users": [],
        }

    def _shortcut(self, name: str) -> Any:
        payload = base(self.ws, "message_action", self.who.user) | {
            "callback_id": name,
            "trigger_id": self.ws.triggers.issue(self.who.id),
            "action_ts": "1.0",
            "channel": place_of(self.ws.channels[self.card.channel]),
            "message_ts": self.card.ts,
            "message": payloads.message(self.ws, self.card),
            "response_url": response_url(self.ws, self.who.user, self.card),
        }
        return ask(self.ws, Kind.INTERACTION, payload)

    def _say(self, words: str, number: int) -> Any:
        """As a command and as a mention, in the channel and in the direct message."""
        command, _, verb = words.partition(" ")
        place: Channel = self.rng.choice((self.town.cast.meeting, self.who.dm))
        text = self.rng.choice((verb, f"{verb} {number}"))
        if not self.ws.is_external(self.who.user) and self.rng.random() < 0.5:
            return self.who.command(place, command, text).error
        spoken = front_of(self.town).book.command(command)
        self.who.mentions_bot(self.town.cast.meeting, f"{spoken} {text}")
        return ""


def _typed(field: str) -> str:
    if field == "links":
        return "https://medcom.example/tekst"
    if field in ("from", "until"):
        return "10. maj 2022"
    return WHEN if "when" in field or "time" in field else "tekst"
