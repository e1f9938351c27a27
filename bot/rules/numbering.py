"""Printed numbers: two levels, 1 and 1.1, in stored order, any other business last."""

from collections.abc import Iterable, Mapping, Sequence
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
    """Every line once with its number, in printed order.

    A line whose parent isn't among the lines (withdrawn, say) stands on the first level; one
    below a sub-item stands beside that sub-item, so that two levels are enough.
    """
    held = list(lines)
    known = {line.id: line for line in held}
    roots = {line.id: _root(line, known) for line in held}
    printed: list[Numbered] = []
    top = in_order(line for line in held if roots[line.id] == line.id)
    for count, parent in enumerate(top, start=1):
        printed.append(Numbered(parent.id, f"{count}"))
        children = in_order(
            line for line in held if line.id != parent.id and roots[line.id] == parent.id
        )
        printed += [
            Numbered(child.id, f"{count}.{under}") for under, child in enumerate(children, start=1)
        ]
    return printed


def _root(line: Line, known: Mapping[ItemId, Line]) -> ItemId:
    """The line on the first level that it stands under; itself, if it stands there."""
    above = [line.id]
    while line.parent_id is not None and line.parent_id in known:
        line = known[line.parent_id]
        if line.id in above:  # a circle: its lowest id opens it
            return min(above[above.index(line.id) :])
        above.append(line.id)
    return line.id


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
