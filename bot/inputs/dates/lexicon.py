"""A language's table of words, and the index that the tokenizer looks words up in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from bot.inputs.dates.kinds import Kind

Entry = tuple[Kind, Any]


@dataclass(frozen=True, eq=False)
class LanguageTable:
    """All that the grammar knows of one language; a further language is a further table.

    `names` maps a kind to its words and their values. A key of several words is a phrase
    ("til og med"); a "." in it is a token of its own. Words are lower case and carry their
    proper letters: what people type instead (aa, ae, oe, slips of the finger) is derived.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    names: Mapping[Kind, Mapping[str, Any]]
    abbreviations: frozenset[str]
    """Words after which a full stop belongs to the word."""
    deadline_endings: tuple[str, ...]
    """Compounds that end so announce a deadline: "bemærkningsfristen"."""
    number_endings: tuple[str, ...]
    """Compounds that end so announce the number of something: "journalnr."."""
    mistyped: tuple[str, ...]
    """Words beside months and weekdays of which slips of the finger are read: "senset"."""
    slips: Mapping[str, str]
    """Misspellings that no rule derives, and what was meant."""
    false_friends: frozenset[str]
    """Words that look like a slip of such a word and aren't."""
    month_homographs: Mapping[str, int]
    """Words that are a month after a day's number, and something else elsewhere: "jul"."""
    month_before_day: bool
    """Is "March 10" the tenth of March?"""
    modal_months: frozenset[str]
    """Months and seasons that in lower case are ordinary words as well: "may", "fall"."""
    ordinary_words: frozenset[str]
    """Short months and weekdays that are ordinary words or names as well: "sun", "man", "jan"."""
    foreign_homographs: frozenset[str]
    """Roles of another language that are ordinary words here: English "by" is a Danish town."""
    addressed: frozenset[str]
    """Words after which, with or without "to", a month is somebody: "thanks to June"."""
    counting_words: frozenset[str]
    """Words that after "3/5" make a fraction of it, as do `counting_endings`: "3/5 stemte ja"."""
    counting_endings: tuple[str, ...]
    minute_signs: Mapping[str, int]
    """Between minutes and the hour that they are counted from: "fem i to" is -1."""
    adverbs: frozenset[str]
    """Roles that a verb may part from their date: "kan tidligst starte i uge 9"."""
    modals: frozenset[str]
    """Verbs that tell "skal senest svare" from "svarede senest"."""
    origin: str
    """The word before a beginning, which after `dated_things` tells their date instead: "the
    minutes from 25 August"."""
    dated_things: frozenset[str]
    parts_before_in: frozenset[str]
    """Parts of a period only before "in": "først i marts", but "først uge 40" is no part."""
    plural_units: frozenset[str]
    """After "de kommende" these are as many as you like: no period."""
    plural_weeks: frozenset[str]
    """Words that announce more than one week: "ugerne"."""
    eight_days_are_a_week: bool
    """Is "in eight days" an idiom for a week?"""
    months_capitalised: bool
    clock_24h: bool
    """Is a bare "3" on the clock the third hour of the day, and not of the afternoon?"""
    dotted_dates: bool
    """May a bare "10.3" be 10 March?"""


def words(text: str) -> list[str]:
    """Words and phrases of a table, parted by commas."""
    return [" ".join(word.split()) for word in text.split(",")]


def flags(text: str) -> dict[str, int]:
    """Words that only have a kind, and no value."""
    return dict.fromkeys(words(text), 0)


class Tails(NamedTuple):
    """How phrases go on after their first word."""

    pattern: re.Pattern[str]
    meanings: Mapping[str, Entry]

    def after(self, text: str, position: int) -> tuple[Entry, int] | None:
        """What the words from a position on make of the first one, and where they end."""
        tail = self.pattern.match(text, position)
        if tail is None:
            return None
        return self.meanings[" ".join(_PIECE.findall(tail.group()))], tail.end()


@dataclass(frozen=True)
class Lexicon:
    table: LanguageTable
    words: Mapping[str, tuple[Kind, Any, Tails | None]]


_FOLDINGS: Final = (("å", "aa"), ("æ", "ae"), ("ø", "oe")), (("å", "a"), ("æ", "ae"), ("ø", "o"))
_SHORTEST_BARE: Final = 5
"""Letters that a word needs before "aa" for "å" may become a plain "a"."""
_SHORTEST_SLIP: Final = 5
_LONG_ENOUGH: Final = 6  # a slip of "marts" may be a name: it counts only beside a number
_SHY: Final = {Kind.MONTH: Kind.SHY_MONTH, Kind.WEEKDAY: Kind.SHY_WEEKDAY}
_SHORTEST_WRONG_LETTER: Final = 7  # "mandat" isn't "mandag"
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyzæøå"
_MARKS: Final = {
    ".": Kind.DOT,
    ",": Kind.COMMA,
    ";": Kind.COMMA,
    ":": Kind.COLON,
    "/": Kind.SLASH,
    "-": Kind.DASH,
    "--": Kind.DASH,
    "(": Kind.OPEN,
    ")": Kind.CLOSE,
    "[": Kind.OPEN,
    "]": Kind.CLOSE,
    "~": Kind.ABOUT,
    "'": Kind.APOSTROPHE,
    "&": Kind.AND,
} | dict.fromkeys("§#$€£", Kind.GUARD)
_PIECE: Final = re.compile(r"[^\W\d_]+|\S")


def index(table: LanguageTable) -> Lexicon:
    plain: dict[str, Entry] = {}
    phrases: dict[str, dict[str, Entry]] = {}
    for spelling, entry in _spellings(table):
        first, _, rest = spelling.partition(" ")
        if rest:
            phrases.setdefault(first, {})[rest] = entry
        else:
            plain.setdefault(spelling, entry)
    for word in table.abbreviations & plain.keys():
        phrases.setdefault(word, {})["."] = plain[word]
    words: dict[str, tuple[Kind, Any, Tails | None]] = {
        mark: (kind, None, None) for mark, kind in _MARKS.items()
    } | {
        word: (kind, value, _tails(phrases.pop(word, {}))) for word, (kind, value) in plain.items()
    }
    for first, tails in phrases.items():
        words[first] = (Kind.OTHER, None, _tails(tails))
    return Lexicon(table, words)


def _tails(meanings: Mapping[str, Entry]) -> Tails | None:
    if not meanings:
        return None
    longest_first = sorted(meanings, key=len, reverse=True)
    words = "|".join(_pattern(tail) for tail in longest_first if tail[0].isalpha())
    marks = "|".join(_pattern(tail) for tail in longest_first if not tail[0].isalpha())
    # The space stands before the choice: else each of its branches would look for it anew.
    branches = [rf"\s+(?:{words})"] * bool(words) + [rf"\s*(?:{marks})"] * bool(marks)
    return Tails(re.compile(rf"(?:{'|'.join(branches)})(?!\w)"), meanings)


def _pattern(tail: str) -> str:
    """Words are parted by spaces; a mark may touch both its neighbours. Without the first space."""
    pattern, touching = "", False
    for piece in tail.split(" "):
        mark = not piece.isalpha()
        if pattern:
            pattern += r"\s*" if mark or touching else r"\s+"
        pattern += re.escape(piece)
        touching = mark
    return pattern


def _spellings(table: LanguageTable) -> Iterator[tuple[str, Entry]]:
    proper = {
        word: (kind, value) for kind, words in table.names.items() for word, value in words.items()
    }
    yield from proper.items()
    for word, entry in proper.items():
        for spelling in _folded(word):
            if spelling not in proper:
                yield spelling, entry
    for slip, meant in table.slips.items():
        yield slip, proper[meant]
    for slip, entry in _slips_of(table, proper):
        if slip not in proper and slip not in table.false_friends:
            yield slip, entry


def _slips_of(table: LanguageTable, proper: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    for name in table.months + table.weekdays:
        kind, number = proper[name]
        entry = kind if len(name) >= _LONG_ENOUGH else _SHY[kind], number
        yield from ((slip, entry) for slip in _slips(name))
    for word in table.mistyped:
        yield from ((slip, proper[word]) for slip in _slips(word, any_letter=False))


def _folded(word: str) -> set[str]:
    """The spellings of a keyboard without æ, ø and å."""
    long, bare = _FOLDINGS
    return {_replaced(word, long)} | (
        {_replaced(word, bare)} if len(word) >= _SHORTEST_BARE else set()
    )


def _replaced(word: str, letters: tuple[tuple[str, str], ...]) -> str:
    for proper, typed in letters:
        word = word.replace(proper, typed)
    return word


def _slips(name: str, *, any_letter: bool = True) -> set[str]:
    """A letter left out, doubled or changed with its neighbour; in long names a wrong one."""
    if len(name) < _SHORTEST_SLIP:
        return set()
    places = range(len(name))
    slips = {name[:i] + name[i + 1 :] for i in places[1:]}
    slips |= {name[: i + 1] + name[i:] for i in places}
    slips |= {name[:i] + name[i + 1] + name[i] + name[i + 2 :] for i in places[:-1]}
    if any_letter and len(name) >= _SHORTEST_WRONG_LETTER:
        slips |= {name[:i] + c + name[i + 1 :] for i in places[1:] for c in _ALPHABET}
        slips |= {name[:i] + c + name[i:] for i in places[1:] for c in _ALPHABET}
    return slips | {folded for slip in slips for folded in _folded(slip)}
