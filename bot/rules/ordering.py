"""The order of an agenda as somebody typed it: a number for each line → a tree of two levels.

A line with a new number comes to stand there, and those in its way move on. A sub-item's
number names the item above it by the number that stands in the list, as shown or as typed;
sub-items whose number stays follow the item above them wherever it goes.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.errors import Unclear
from bot.texts import msg
from storage.vocabulary import ItemId, StandingKind

_NUMBER = re.compile(
    r"\s*(?:pkt\.?|punkt|item|no\.|nr\.)?\s*(\d{1,3})(?:\s*[.,]\s*(\d{1,3}))?\s*\.?\s*",
    re.IGNORECASE,
)
_TOO_DEEP = re.compile(r"\s*\d+(?:\s*[.,]\s*\d+){2,}\s*\.?\s*")
MOST_QUOTED = 20  # characters of a number that can't be read


@dataclass(frozen=True)
class Wish:
    """A line of the agenda, the number that it has now, and the one that was typed for it."""

    id: ItemId
    number: str
    typed: str
    standing: StandingKind | None = None


@dataclass(frozen=True)
class Place:
    id: ItemId
    parent_id: ItemId | None
    position: int  # among its siblings, from 1


@dataclass(frozen=True)
class _Line:
    """A wish read: 4 is (4, 0), 4.1 is (4, 1)."""

    wish: Wish
    now: tuple[int, int]
    wanted: tuple[int, int]

    @property
    def id(self) -> ItemId:
        return self.wish.id

    @property
    def moved(self) -> bool:
        return self.now != self.wanted


def field_of(item_id: ItemId) -> str:
    """The form field in which a line's number is typed."""
    return f"place_{item_id}"


def arranged(wishes: Sequence[Wish]) -> list[Place]:
    """Every line's new place; raises Unclear that names the field.

    Any other business stays on the first level; it is printed last wherever it is put.
    """
    lines = [_read(wish) for wish in wishes]
    above = _above(lines)
    for line in lines:
        _check(line, above)
    top = [line for line in lines if above[line.id] is None]
    places = _in_row(top, None, 0, {line.id for line in lines if line.now[1] == 0})
    for parent in top:
        children = [line for line in lines if above[line.id] == parent.id]
        were_here = {
            line.id
            for line in children
            if line.now[1] and parent.now[1] == 0 and line.now[0] == parent.now[0]
        }
        places += _in_row(children, parent.id, 1, were_here)
    return places


def in_slots(row: Sequence[ItemId], wanted: Sequence[ItemId]) -> list[ItemId]:
    """The row with the wanted ones in that order among the places that they hold between them.

    All others keep their place; wanted ones that aren't in the row are left out.
    """
    held = set(row)
    again = iter([each for each in wanted if each in held])
    moving = set(wanted)
    return [next(again) if each in moving else each for each in row]


def _in_row(
    siblings: Sequence[_Line], parent_id: ItemId | None, level: int, were_here: set[ItemId]
) -> list[Place]:
    """Siblings by their number; of two alike, who moves up goes first, who moves down last."""

    def rank(line: _Line) -> tuple[int, int]:
        wanted, now = line.wanted[level], line.now[level]
        if line.id not in were_here or wanted < now:
            return wanted, 0
        return wanted, 1 if wanted == now else 2

    ordered = sorted(siblings, key=rank)
    return [Place(line.id, parent_id, place) for place, line in enumerate(ordered, start=1)]


def _read(wish: Wish) -> _Line:
    now, wanted = _NUMBER.fullmatch(wish.number), _NUMBER.fullmatch(wish.typed)
    field = field_of(wish.id)
    if now is None or wanted is None:
        heard = wish.typed.strip()[:MOST_QUOTED]
        deep = _TOO_DEEP.fullmatch(wish.typed)
        refusal = "ordering.too_deep" if deep else "ordering.not_a_number"
        raise Unclear(msg(refusal, heard=heard), field=field)
    if int(wanted[1]) == 0 or (wanted[2] is not None and int(wanted[2]) == 0):
        raise Unclear(msg("ordering.from_one"), field=field)
    return _Line(wish, _pair(now), _pair(wanted))


def _pair(match: re.Match[str]) -> tuple[int, int]:
    return int(match[1]), int(match[2] or 0)


def _above(lines: Sequence[_Line]) -> dict[ItemId, ItemId | None]:
    """The line above each, None on the first level.

    A number that was typed means the line that was given it, before the one that had it.
    """
    held = {line.now[0]: line.id for line in lines if line.now[1] == 0}
    given = {
        line.wanted[0]: line.id
        for line in sorted(lines, key=lambda line: line.moved)
        if line.wanted[1] == 0
    }
    above: dict[ItemId, ItemId | None] = {}
    for line in lines:
        if line.wanted[1] == 0:
            above[line.id] = None
            continue
        parent = (given if line.moved else held).get(line.wanted[0])
        if parent is None:
            refusal = msg("ordering.no_parent", number=line.wanted[0])
            raise Unclear(refusal, field=field_of(line.id))
        above[line.id] = parent
    return above


def _check(line: _Line, above: Mapping[ItemId, ItemId | None]) -> None:
    if above[line.id] is None:
        return
    if line.wish.standing is StandingKind.ANY_OTHER_BUSINESS:
        raise Unclear(msg("ordering.closes"), field=field_of(line.id))
    if line.id in above.values():
        raise Unclear(msg("ordering.has_children"), field=field_of(line.id))
