"""Whether those without whom an item can't be treated come."""

from dataclasses import replace

import pytest

from bot.results.agenda import ItemLine
from bot.results.attendance import PartyLine
from bot.rules import needs
from storage.vocabulary import (
    AttendanceState,
    ItemId,
    ItemOrigin,
    ItemState,
    OrganisationId,
    Purpose,
)

ITEM = ItemLine(
    id=ItemId(1), number="3", title="Telefonnumre", background="", purpose=Purpose.DISCUSSION,
    presenter="", minutes=None, state=ItemState.ACCEPTED, reason="", origin=ItemOrigin.NEW,
    standing=None, parent_id=None, proposer_id=None, proposer="", late=False, source="", version=1,
)  # fmt: skip


def needing(*states: AttendanceState) -> ItemLine:
    lines = [PartyLine(OrganisationId(at), f"O{at}", state, "") for at, state in enumerate(states)]
    return replace(ITEM, needs=tuple(lines))


@pytest.mark.parametrize("state", AttendanceState)
def test_who_sent_apologies_or_is_silent_may_not_come(state: AttendanceState):
    doubtful = state in (AttendanceState.APOLOGIES, AttendanceState.INVITED)
    assert bool(needs.doubtful(needing(AttendanceState.ACCEPTED, state))) is doubtful


@pytest.mark.parametrize("state", ItemState)
def test_only_what_is_to_be_treated_lacks_anybody(state: ItemState):
    item = replace(needing(AttendanceState.APOLOGIES), state=state)
    assert needs.lacking([item, ITEM]) == ((item,) if state is ItemState.ACCEPTED else ())
