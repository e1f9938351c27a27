"""Whether two titles speak of the same matter."""

import re
from collections.abc import Collection, Mapping
from typing import TypeVar

from rapidfuzz import fuzz

Key = TypeVar("Key")

ALIKE = 90  # of 100; from the table of real titles in tests/rules/test_similar.py
_SAME_WORD = 85  # of 100: "borgere" and "borgeren", or a slip of the finger
_CLOSE = 60  # of 100: how much of the longer title a single word must be
_SHORTEST = 4  # letters that an ending leaves

_WORD = re.compile(r"[0-9a-zæøåäöü]+")
_ENDINGS = ("ernes", "erne", "enes", "ene", "ens", "ets", "ers", "en", "et", "er", "es", "e", "s")
_SAYING_NOTHING = """
ad af alle alt andet at blive bliver bør da de dem den der deres det dette disse eller en er et
for fra få får gør ham har have hun hvad hvem hvilke hvilken hvor hvordan hvorfor hvornår i ift
ifm igen ikke ind inden jf kan kommer kun kunne man med mellem men mere mht må når nye ny nyt og
også om omkring op os over på pga samt se sig sin skal som stå står så til ud under vedr
vedrørende ved vi via vil være år
drøftelse drøfte emne info information opdateret opfølgning opfølge orientering punkt rejst
spm spørgsmål status svar svare sende vedrører
a about an and are as at be by can do does for from how in into is it its new not of on or our
question questions regarding shall should status than that the their there this to under update
we what when where which who why will with
"""
_EMPTY = frozenset(_SAYING_NOTHING.split())
"""Words that say nothing of what a title is about, in Danish and English."""


def likest(title: str, others: Mapping[Key, str], common: Collection[str] = ()) -> Key | None:
    """The one of other titles that speaks of the same matter; None if none does.

    What is `common` to all of them, as the subject of the meetings, tells none from another.
    """
    scores = {key: likeness(title, other, common) for key, other in others.items()}
    best = max(scores, key=lambda key: scores[key], default=None)
    return best if best is not None and scores[best] >= ALIKE else None


def likeness(one: str, other: str, common: Collection[str] = ()) -> float:
    """0 to 100: how much of the shorter title's words the longer one has too."""
    known = {word for text in common for word in _words(text)}
    mine, theirs = (_telling(text, known) for text in (one, other))
    if not mine or not theirs or _numbered_apart(mine, theirs):
        return 0
    mine = [next((each for each in theirs if _same(word, each)), word) for word in mine]
    said, heard = " ".join(mine), " ".join(theirs)
    if min(len(set(mine)), len(set(theirs))) == 1:  # a word alone is in many titles
        close = fuzz.token_sort_ratio(said, heard) >= _CLOSE
        return 100 if close and set(mine) & set(theirs) else 0
    return fuzz.token_set_ratio(said, heard)


def _telling(text: str, known: Collection[str]) -> list[str]:
    words = [_stem(word) for word in _words(text) if word not in _EMPTY]
    left = [word for word in words if word not in {_stem(each) for each in known}]
    return left or words


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("aa", "å"))


def _stem(word: str) -> str:
    """Without its endings: "borgerens" and "borgere" become the same."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return _stem(word.removesuffix(ending))
    return word


def _numbered_apart(mine: Collection[str], theirs: Collection[str]) -> bool:
    """Week 12 and week 14 are two matters."""
    numbers = [{word for word in words if word.isdigit()} for words in (mine, theirs)]
    return all(numbers) and numbers[0] != numbers[1]


def _same(one: str, other: str) -> bool:
    return one == other or (
        min(len(one), len(other)) > _SHORTEST and fuzz.ratio(one, other) >= _SAME_WORD
    )
