"""Items are put off, whoever found out that they have to be."""

from dataclasses import dataclass
from datetime import date

from bot.cycle.steps import deferring
from bot.cycle.steps.proposing import changed
from bot.cycle.steps.supplements import tell_change
from bot.work import Work
from storage.queries import agenda
from storage.tables import AgendaItem, Deferral, Meeting
from storage.vocabulary import (
    ActionId,
    AgendaChangeKind,
    DeferReason,
    ItemState,
    OrganisationId,
    ReturnWhen,
)


@dataclass(frozen=True)
class PutOff:
    """Why, in a code and in printed words, and what brings it back."""

    kind: DeferReason
    reason: str
    returns: ReturnWhen = ReturnWhen.NEXT_MEETING
    party_id: OrganisationId | None = None
    not_before: date | None = None
    action_id: ActionId | None = None


def put_off(work: Work, item: AgendaItem, meeting: Meeting, why: PutOff) -> None:
    """Puts an item off, with those of its sub-items that are still to be treated."""
    open_ones = agenda.of_meeting(work.session, meeting.id, [ItemState.ACCEPTED])
    for each in [item, *(each for each in open_ones if each.parent_id == item.id)]:
        each.state, each.reason = ItemState.DEFERRED, why.reason
        work.session.add(each)
        deferring.keep(
            work,
            each,
            Deferral(
                item_id=each.id,
                reason=why.kind,
                returns=why.returns,
                party_id=why.party_id,
                not_before=why.not_before,
                action_id=why.action_id,
                deferred_at=work.now,
            ),
        )
        changed(work, "agenda.defer", each, meeting)
        tell_change(work, each, meeting, AgendaChangeKind.DEFERRED)
