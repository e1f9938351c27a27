"""What a supplement tells of an item that changed several times since people got the paper."""

from collections.abc import Sequence

from storage.vocabulary import AgendaChangeKind

_OFF_AND_ON = (
    AgendaChangeKind.DEFERRED,
    AgendaChangeKind.WITHDRAWN,
    AgendaChangeKind.RECALLED,
)
"""Each is undone by the next."""


def told_as(changes: Sequence[AgendaChangeKind]) -> AgendaChangeKind | None:
    """The one change that readers see, oldest first; None if things are as they were."""
    added = AgendaChangeKind.ADDED in changes
    moved = [each for each in changes if each in _OFF_AND_ON]
    if moved[-1:] == [AgendaChangeKind.WITHDRAWN]:
        return None if added else AgendaChangeKind.WITHDRAWN
    if added:
        return AgendaChangeKind.ADDED
    if len(moved) % 2:
        return moved[-1]
    return AgendaChangeKind.CHANGED if AgendaChangeKind.CHANGED in changes else None
