"""What a new item may be the same as."""

from dataclasses import dataclass
from enum import StrEnum


class AlikeKind(StrEnum):
    ITEM = "item"  # on the same agenda
    ACTION = "action"  # open: an action item or a question
    DEFERRED = "deferred"  # put off at an earlier meeting, and not back yet


@dataclass(frozen=True)
class Alike:
    """Something that speaks of the same matter, and that the proposer may see."""

    kind: AlikeKind
    id: int
    label: str  # "4", "A-19-03", or the title of the meeting that put it off
    title: str
