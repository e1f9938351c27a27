"""Whose language: that of the person, as their place in a series says."""

from dataclasses import dataclass

from bot.cycle import people
from bot.ports import By
from bot.texts import Catalogues, Words
from bot.work import House
from storage.vocabulary import Language


@dataclass(frozen=True)
class Tongues:
    catalogues: Catalogues
    default: Language

    def of(self, house: House, by: By) -> Words:
        """The asker's words; the default's for people whom we don't know."""
        return self.catalogues.words(people.language_of(house, by) or self.default)

    def to(self, language: Language, zone: str) -> Words:
        return self.catalogues.words(language, zone)
