"""Who takes part, for whom they speak, and requests to take part."""

from bot.ports import Asker, By
from bot.work import House
from storage.queries import people
from storage.vocabulary import Language


def language_of(house: House, by: By) -> Language | None:
    """The language that a person reads; None if we don't know them."""
    if not isinstance(by, Asker):
        return None
    with house.look(by) as work:
        found = people.anywhere(work.session, by.person)
        return found.language if found else None


def name_of(house: House, user: str, *, by: By) -> str:
    """The name of a user as participants know it; empty if we don't know them."""
    with house.look(by) as work:
        found = people.by_user(work.session, by.tenant, user)
        return found.name if found else ""
