"""What brings items that were put off back, kept and told."""

from collections.abc import Mapping, Sequence

from bot.cycle.steps.actions import reference
from bot.results.agenda import Comeback
from bot.work import Work
from storage.queries import actions, people
from storage.queries import deferrals as rows
from storage.tables import AgendaItem, Deferral
from storage.vocabulary import ItemId, ItemState, OrganisationId


def keep(work: Work, item: AgendaItem, deferral: Deferral) -> None:
    """The newest deferral of an item is the one that counts."""
    forget(work, item)
    work.session.flush()
    work.session.add(deferral)


def forget(work: Work, item: AgendaItem) -> None:
    held = rows.of(work.session, item.id)
    if held is not None:
        work.session.delete(held)


def comebacks(work: Work, items: Sequence[AgendaItem]) -> Mapping[ItemId, Comeback]:
    """What deferred items wait for."""
    put_off = [each.id for each in items if each.state is ItemState.DEFERRED]
    if not put_off:
        return {}
    return {
        item_id: comeback(work, held)
        for item_id, held in rows.conditions(work.session, put_off).items()
    }


def comeback(work: Work, held: Deferral) -> Comeback:
    raised = actions.visible(work.session, held.action_id, None) if held.action_id else None
    return Comeback(
        when=held.returns,
        party=_name(work, held.party_id) if held.party_id else "",
        day=held.not_before,
        reference=reference(work, raised) if raised else "",
    )


def _name(work: Work, organisation: OrganisationId) -> str:
    found = people.organisation(work.session, organisation)
    return found.short_name if found else ""
