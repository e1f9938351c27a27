"""A message is an id and its facts; its words stand in the catalogues."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeAlias

from storage import vocabulary


@dataclass(frozen=True)
class Mention:
    """A person: `<@U…>` in mrkdwn, which notifies; the plain name elsewhere."""

    user: str
    name: str


@dataclass(frozen=True)
class Link:
    url: str
    text: str


@dataclass(frozen=True)
class Message:
    id: str
    facts: Mapping[str, "Fact"] = field(default_factory=dict)


Fact: TypeAlias = str | int | date | datetime | StrEnum | Mention | Link | Message


def msg(id: str, **facts: Fact) -> Message:  # noqa: A002 an id is what it is
    """`msg("agenda.added", title=…)`: the first part names the catalogue, the feature's."""
    return Message(id, facts)


def to_json(message: Message) -> dict[str, Any]:
    """For a job's payload; `from_json` reads it back."""
    facts = {name: _packed(fact) for name, fact in message.facts.items()}
    return {"id": message.id, "facts": facts}


def from_json(held: Mapping[str, Any]) -> Message:
    facts = {name: _unpacked(*packed) for name, packed in held["facts"].items()}
    return Message(held["id"], facts)


def _packed(fact: Fact) -> tuple[str, Any]:
    match fact:
        case Message():
            return "message", to_json(fact)
        case Mention():
            return "mention", [fact.user, fact.name]
        case Link():
            return "link", [fact.url, fact.text]
        case StrEnum():
            return "word", [type(fact).__name__, fact.value]
        case datetime():
            return "time", fact.isoformat()
        case date():
            return "day", fact.isoformat()
        case _:
            return "plain", fact


def _unpacked(sort: str, held: Any) -> Fact:  # noqa: ANN401 JSON
    plain: Fact = held
    match sort:
        case "message":
            return from_json(held)
        case "mention":
            return Mention(*held)
        case "link":
            return Link(*held)
        case "word":
            words: type[StrEnum] = getattr(vocabulary, held[0])
            return words(held[1])
        case "time":
            return datetime.fromisoformat(held)
        case "day":
            return date.fromisoformat(held)
        case _:
            return plain
