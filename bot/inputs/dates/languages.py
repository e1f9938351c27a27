"""Which table of words belongs to which language."""

from functools import cache
from typing import Final

from bot.inputs.dates.danish import DANISH
from bot.inputs.dates.english import ENGLISH
from bot.inputs.dates.lexicon import Lexicon, index
from storage.vocabulary import Language

TABLES: Final = {Language.DANISH: DANISH, Language.ENGLISH: ENGLISH}


@cache
def lexicon_of(language: Language) -> Lexicon:
    """Built at the first reading in a language (about 10 ms), then shared: it never changes."""
    return index(TABLES[language])
