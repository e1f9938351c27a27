"""What is shown of an item's earlier wordings."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.vocabulary import ItemState, Purpose


@dataclass(frozen=True)
class Wording:
    """What people write of an item."""

    title: str
    background: str
    purpose: Purpose
    presenter: str
    minutes: int | None
    links: str = ""  # one a line


class ItemPart(StrEnum):
    TITLE = "title"
    BACKGROUND = "background"
    PURPOSE = "purpose"
    PRESENTER = "presenter"
    MINUTES = "minutes"
    LINKS = "links"


@dataclass(frozen=True)
class Change:
    part: ItemPart
    before: str | Purpose  # empty: there was nothing
    after: str | Purpose


@dataclass(frozen=True)
class VersionLine:
    """One version: by whom and when, and what it changed (all of it: the first)."""

    number: int
    who: str  # "Name, Organisation"; empty for Referent
    at: datetime  # UTC
    wording: Wording
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class RoundLine:
    """An earlier meeting at which the matter stood on the agenda."""

    number: int
    state: ItemState
    reason: str


@dataclass(frozen=True)
class ItemHistory:
    title: str
    zone: str
    versions: tuple[VersionLine, ...]  # newest first
    rounds: tuple[RoundLine, ...] = ()  # newest first
