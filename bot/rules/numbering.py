"""Printed numbers: two levels, 1 and 1.1, in stored order, any other business last.

Once an agenda is sent its numbers are fixed. What comes later is put in between (5a, 5b)
and changes none of them.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from storage.vocabulary import ItemId, MeetingFormat, StandingKind

_LAST = (StandingKind.NEXT_MEETING, StandingKind.ANY_OTHER_BUSINESS)
"""Standing items that new ones are put before."""

_PRINTED = re.compile(r"(\d+)([a-z]*)(?:\.(\d+))?")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Line:
    """What numbering needs of an agenda item."""

    id: ItemId
    parent_id: ItemId | None
    position: int
    standing: StandingKind | None
    fixed: str | None = None  # its number on the agenda that was sent


@dataclass(frozen=True)
class Numbered:
    id: ItemId
    number: str


def numbered(lines: Iterable[Line]) -> list[Numbered]:
    """Every line once with its number, in printed order.

    A line whose parent isn't among the lines (withdrawn, say) stands on the first level; one
    below a sub-item stands beside that sub-item, so that two levels are enough. Where numbers
    are fixed, the order is theirs, and a line without one gets a number in between.
    """
    held = list(lines)
    if any(line.fixed for line in held):
        return _fixed(held)
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


def _fixed(lines: Sequence[Line]) -> list[Numbered]:
    """Lines by their fixed numbers; those that came later, each with the next that is free."""
    given = {line.id: line.fixed for line in lines if line.fixed}
    later = in_order(line for line in lines if not line.fixed)
    for line in sorted(later, key=lambda line: line.parent_id is not None):
        given[line.id] = _free(line, lines, given)
    printed = [Numbered(item_id, number) for item_id, number in given.items()]
    return sorted(printed, key=lambda each: rank(each.number))


def _free(line: Line, lines: Iterable[Line], given: Mapping[ItemId, str]) -> str:
    """1.4 after 1.3 for a sub-item; else 5a before any other business, or the next number."""
    above = given.get(line.parent_id) if line.parent_id is not None else None
    ranks = [rank(number) for number in given.values()]
    if above is not None:
        top = rank(above)[:3]
        return f"{above.partition('.')[0]}.{1 + max(r[3] for r in ranks if r[:3] == top)}"
    closing = [
        rank(given[each.id])
        for each in lines
        if each.standing is StandingKind.ANY_OTHER_BUSINESS and each.id in given
    ]
    if not closing or line.standing is StandingKind.ANY_OTHER_BUSINESS:
        return f"{1 + max(rank[0] for rank in ranks)}"
    whole = max((rank[0] for rank in ranks if rank < closing[0]), default=0)
    return f"{whole}{_next_letters([rank[2] for rank in ranks if rank[0] == whole])}"


def rank(number: str) -> tuple[int, int, str, int]:
    """Where a printed number sorts: 5, 5.1, 5a, 5a.1, 5b, 6."""
    read = _PRINTED.fullmatch(number)
    if read is None:
        message = f"not a printed number: {number}"
        raise ValueError(message)
    return int(read[1]), len(read[2]), read[2], int(read[3] or 0)


def _next_letters(used: Collection[str]) -> str:
    """The letters after `z` are `aa`, `ab` …; putting in by letters is the Danish way."""
    count = len({letters for letters in used if letters})
    before, last = divmod(count, len(_ALPHABET))
    return (_ALPHABET[before - 1] if before else "") + _ALPHABET[last]


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
