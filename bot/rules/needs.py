"""Whether those without whom an item can't be treated come."""

from collections.abc import Iterable

from bot.results.agenda import ItemLine
from bot.results.attendance import PartyLine
from storage.vocabulary import AttendanceState, ItemState

_DOUBTFUL = (AttendanceState.APOLOGIES, AttendanceState.INVITED)


def doubtful(item: ItemLine) -> tuple[PartyLine, ...]:
    """Whom an item needs and who has sent apologies or is silent."""
    return tuple(each for each in item.needs if each.state in _DOUBTFUL)


def lacking(items: Iterable[ItemLine]) -> tuple[ItemLine, ...]:
    """Items to be treated that need somebody who may not come."""
    return tuple(each for each in items if each.state is ItemState.ACCEPTED and doubtful(each))
