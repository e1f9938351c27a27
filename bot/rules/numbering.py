"""Printed numbers: two levels, 1 and 1.1, in stored order, any other business last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from storage.vocabulary import ItemId, MeetingFormat, StandingKind

_LAST = (StandingKind.NEXT_MEETING, StandingKind.ANY_OTHER_BUSINESS)
"""Standing items that new ones are put before."""


@dataclass(frozen=True)
class Line:
    """What numbering needs of an agenda item."""

    id: ItemId
    parent_id: ItemId | None
    position: int
    standing: StandingKind | None


@dataclass(frozen=True)
class Numbered:
    id: ItemId
    number: str


def numbered(lines: Iterable[Line]) -> list[Numbered]:
    """Every line with its number, in printed order.

    A line whose parent isn't among the lines (withdrawn, say) stands on the first level.
    """
    held = list(lines)
    known = {line.id for line in held}
    top = in_order(line for line in held if line.parent_id not in known)
    printed: list[Numbered] = []
    for count, parent in enumerate(top, start=1):
        printed.append(Numbered(parent.id, f"{count}"))
        children = in_order(line for line in held if line.parent_id == parent.id)
        printed += [
            Numbered(child.id, f"{count}.{under}") for under, child in enumerate(children, start=1)
        ]
    return printed


def in_order(siblings: Iterable[Line]) -> list[Line]:
    """Siblings as they are printed: stored order, any other business last."""
    return sorted(
        siblings,
        key=lambda line: (
            line.standing is StandingKind.ANY_OTHER_BUSINESS,
            line.position,
            line.id,
        ),
    )


def place_for_new(siblings: Sequence[Line]) -> int:
    """Index at which a new item enters its ordered siblings: before what closes a meeting."""
    closing = [index for index, line in enumerate(siblings) if line.standing in _LAST]
    return closing[0] if closing else len(siblings)


def action_reference(
    number: int, sequence: int, meeting_format: MeetingFormat, vendor: str = ""
) -> str:
    """A-19-03: the third action of meeting 19; A-Nexus1-02 for a separate meeting."""
    match meeting_format:
        case MeetingFormat.JOINT:
            return f"A-{number}-{sequence:02d}"
        case MeetingFormat.SEPARATE:
            return f"A-{vendor}{number}-{sequence:02d}"
