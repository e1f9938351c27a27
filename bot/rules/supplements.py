"""What a supplement tells of an item that changed several times since people got the paper."""

from collections.abc import Sequence

from storage.vocabulary import AgendaChangeKind

_PUT_OFF = (AgendaChangeKind.DEFERRED, AgendaChangeKind.RECALLED)


def told_as(changes: Sequence[AgendaChangeKind]) -> AgendaChangeKind | None:
    """The one change that readers see, oldest first; None if things are as they were."""
    added = AgendaChangeKind.ADDED in changes
    if changes[-1] is AgendaChangeKind.WITHDRAWN:
        return None if added else AgendaChangeKind.WITHDRAWN
    if added:
        return AgendaChangeKind.ADDED
    put_off = [each for each in changes if each in _PUT_OFF]
    if len(put_off) % 2:
        return put_off[-1]
    return AgendaChangeKind.CHANGED if AgendaChangeKind.CHANGED in changes else None
