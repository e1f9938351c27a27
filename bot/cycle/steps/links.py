"""An item's files and pages, inside one transaction."""

from collections.abc import Iterable

from bot.results.agenda import PageLink
from bot.rules import links as rules
from bot.work import Work
from storage.queries import links
from storage.tables import AgendaItem, ItemLink
from storage.vocabulary import ItemId


def of(work: Work, item: AgendaItem) -> tuple[PageLink, ...]:
    return read(links.of_item(work.session, item.id))


def read(rows: Iterable[ItemLink]) -> tuple[PageLink, ...]:
    return tuple(PageLink(row.url, row.title) for row in rows)


def put(work: Work, item: AgendaItem, wanted: Iterable[PageLink]) -> None:
    """Exactly these, in their order."""
    links.put(work.session, item, {each.url: each.title for each in wanted})


def carry(work: Work, from_id: ItemId, to: AgendaItem) -> None:
    """An item that stands again at another meeting has the links that it had."""
    links.share(work.session, from_id, to.id)


def merge(work: Work, item: AgendaItem, target: AgendaItem) -> None:
    """Those of an item go along into another one; refuses where that would get too many."""
    rules.merged(of(work, target), of(work, item))
    links.share(work.session, item.id, target.id, merged=True)


def take_apart(work: Work, item: AgendaItem, target: AgendaItem) -> None:
    """Undoes `merge`."""
    links.take_back(work.session, target.id, item.id)
