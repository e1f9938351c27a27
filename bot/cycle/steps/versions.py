"""Every wording of an item is kept."""

from datetime import datetime

from bot.cycle.steps.links import of
from bot.results.history import Wording
from bot.rules.links import lines
from bot.work import Work
from storage.queries import agenda
from storage.tables import AgendaItem, ItemVersion
from storage.vocabulary import ParticipantId


def keep_first(work: Work, item: AgendaItem) -> None:
    """Before an item is changed: its wording so far, where nothing was kept yet.

    Lines that Referent put on the agenda have no version until somebody changes them.
    """
    if not agenda.versions(work.session, item.id):
        keep(work, item, item.proposed_by, item.created_at)


def keep(work: Work, item: AgendaItem, by: ParticipantId | None, at: datetime) -> None:
    """The item's wording as its newest version, unless it is that already."""
    held = agenda.versions(work.session, item.id)
    now = _as_it_is(work, item)
    if held and wording(held[-1]) == now:
        return
    work.session.add(
        ItemVersion(
            item_id=item.id,
            number=len(held) + 1,
            title=now.title,
            background=now.background,
            purpose=now.purpose,
            presenter=now.presenter,
            minutes=now.minutes,
            links=now.links,
            written_by=by,
            written_at=at,
        )
    )
    work.session.flush()


def wording(row: ItemVersion) -> Wording:
    return Wording(row.title, row.background, row.purpose, row.presenter, row.minutes, row.links)


def _as_it_is(work: Work, item: AgendaItem) -> Wording:
    return Wording(
        item.title,
        item.background,
        item.purpose,
        item.presenter,
        item.minutes,
        lines(of(work, item)),
    )
