"""Which organisations an item can't be treated without."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from storage.vocabulary import OrganisationId


@dataclass(frozen=True)
class Subject:
    """What is known of whom an item needs."""

    presenter: str = ""
    about: OrganisationId | None = None  # whose questions or actions it gathers
    required: Collection[OrganisationId] = ()  # without whom it can't be treated
    waited_for: Collection[OrganisationId] = ()  # for whom the matter was put off before


@dataclass(frozen=True)
class Party:
    """An organisation, with the names of itself and of its people."""

    id: OrganisationId
    names: Collection[str]


def needs(item: Subject, party: Party) -> bool:
    """Whether an item waits for a party when that one doesn't come."""
    return (
        item.about == party.id
        or party.id in item.required
        or party.id in item.waited_for
        or any(_named(item.presenter, each) for each in party.names)
    )


def _named(presenter: str, name: str) -> bool:
    """Whole words only: `KL` isn't in `KLAR`, and a time (`kl. 14`) is nobody."""
    if not name.strip():
        return False
    found = rf"(?<!\w){re.escape(name.strip())}(?!\w)(?!\.\s*\d)"
    return re.search(found, presenter, re.IGNORECASE) is not None
