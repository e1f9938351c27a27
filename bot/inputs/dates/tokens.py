"""Text → tokens with their places. Language enters only through the lexicon's words.

Numbers are cut by shape (`14`, `14.15`, `10/3`, `1.2.2022`, `2022-03-10`), so that what has
the shape of a telephone, CPR or version number, or of an amount, is set aside here as `JUNK`
and never reaches a rule of the grammar.
"""

import re
from itertools import islice
from typing import Any, Final, NamedTuple

from bot.inputs.dates.kinds import Kind, Role
from bot.inputs.dates.lexicon import Lexicon, Tails

_MASTER: Final = re.compile(
    r"""
    ( (?!https?://|www[.]) [^\W\d_]++ )
  | ( [.]{2,}+ | '{2,}+ | -{2,}+
    | [^\w\s.,;:/()\[\]~'&@\#$€£§<+-]++                   # marks that the lexicon doesn't know
    | (?!<[@\#!][^>\s]{0,99}> | [+][0-9]{2}[ ]?[0-9]{2} | @[^\W\d]) [^\w\s] | _++ )
  | ( https?://\S+ | www[.]\S+ | <[@\#!][^>\s]{0,99}>
    | @[^\W\d][\w.-]*+                                     # a person, or the end of an address
    | [0-9]{6}[ ]?[-./]?[ ]?[0-9]{4}(?![0-9])               # a CPR number
    | [+][0-9]{2}(?:[ ]?[0-9]{2,}+)++                       # a telephone number
    | [0-9]{4}[ ][0-9]{4}(?![0-9]) | [0-9]++(?:[ ][0-9]++){3,}+
    | [0-9][0-9.]*+(?:-[0-9][0-9.]*+){3,}+                  # more numbers than a date has
    )
  | ( [0-9]{4}-[0-9]{2}-[0-9]{2}                            # ISO 8601
      (?:t[0-9]{2}:[0-9]{2} (?::[0-9]{2}(?:[.][0-9]{1,6})?)? (?:z|[+-][0-9]{2}:?[0-9]{2})? )?
      (?![\w-]) )
  | ( [0-9]{1,2}-[0-9]{1,2}-(?:[0-9]{4}|[0-9]{2})(?![0-9-]) | [0-9]++(?:[.:/][0-9]++)*+ )
    """,
    re.VERBOSE,
)
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_IDENTIFIER: Final = re.compile(r"[-_]?[0-9][\w./-]*")
_NAME_GOES_ON: Final = re.compile(r"-(?:([^\W\d_]++)|[0-9]{1,3}(?![0-9.:/-]))")
"""After a whole date this makes a name of it: "10.3.2022-beta", "10.3.22-1"."""
_FILE: Final = re.compile(
    r"[.](?:docx?|xlsx?|pptx?|pdf|csv|txt|json|png|jpe?g|msg|zip|html?|dk|com|org|net|eu)(?!\w)"
)
_PATH: Final = re.compile(r"/\S*")
_IN_FILE: Final = frozenset("-_./")
_SEPARATOR: Final = re.compile(r"[.:/-]")

_PLAIN: Final = (
    {ord(dash): "-" for dash in "‐‑‒–—−"}
    | {  # one character for another: places stay
        ord(space): " " for space in "\u00a0\u202f\u2009\u2007\t"
    }
    | {ord(quote): "'" for quote in "’´`"}
)
_JOINERS: Final = frozenset("-_0123456789")
_TOUCHING: Final = frozenset(
    {Kind.SUFFIX, Kind.UNIT, Kind.HALF_DAY, Kind.MONTH, Kind.SHY_MONTH, Kind.LETTER}
)
_LONGEST_NUMBER: Final = 4  # the digits of a year
_MOST_PIECES: Final = 3
_MOST_NUMBERS: Final = 300
"""More than the dates that are read in one text can use; the text after them isn't looked at."""
_FEWEST_TOKENS: Final = 500
_SHORTEST_TOKENS: Final = 3
"""Characters a token on average, its space included; in what people write they are five and
more. A long text of single letters and marks is read as far as so many tokens go."""
LOOK_AHEAD: Final = 4


class Shape(NamedTuple):
    """Two or three numbers joined by one separator, as they stood: `10/3`, `1.2.2022`."""

    separator: str
    numbers: tuple[int, ...]
    digits: tuple[int, ...]


Token = tuple[Kind, Any, int, int]


class Line(NamedTuple):
    """A tokenized text, as parallel rows; `END` closes them, several times, so that a rule
    may look ahead without asking for the length.
    """

    text: str
    plain: str
    lexicon: Lexicon
    year: int
    """Of the reference date. It never makes a date: it tells a year from a count, "i 2022"
    from "i 2200 hjem"."""
    kinds: tuple[Kind, ...]
    values: tuple[Any, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def glued(self, at: int) -> bool:
        """Does this token touch the one before it?"""
        return at > 0 and self.starts[at] == self.ends[at - 1]

    def capital(self, at: int) -> bool:
        return self.text[self.starts[at]].isupper()

    def word(self, at: int) -> str:
        return self.plain[self.starts[at] : self.ends[at]]


def tokenize(text: str, lexicon: Lexicon, year: int) -> Line:
    plain = _plain(text)
    entry_of = lexicon.words.get
    tokens: list[Token] = []
    add = tokens.append
    position = numbers = 0
    most = max(_FEWEST_TOKENS, len(plain) // _SHORTEST_TOKENS)
    for match in islice(_MASTER.finditer(plain), most):
        start, end = match.span()
        if start < position:
            continue  # inside a phrase or a name that was taken whole
        piece = match.group()
        entry = entry_of(piece)
        if entry is not None:
            kind, value, tails = entry
            token: Token = (kind, value, start, end)
            if tails is not None or kind is Kind.OTHER:
                token = _phrase(token, tails, plain)
        elif match.lastindex == _MARK:
            token = (Kind.MARK, None, start, end)
        else:
            token = _READERS[match.lastindex or 0](piece, start, end, plain, lexicon)
            numbers += match.lastindex == _NUMBER
            if numbers > _MOST_NUMBERS:
                break
        position = token[3]
        add(token)
    size = len(text)
    tokens.extend([(Kind.END, None, size, size)] * LOOK_AHEAD)
    kinds, values, starts, ends = zip(*tokens, strict=True)
    return Line(text, plain, lexicon, year, kinds, values, starts, ends)


def _plain(text: str) -> str:
    """Lower case and plain dashes and spaces, character for character."""
    low = text.lower()
    if len(low) != len(text):  # İ and its like become two characters
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    plain = low if low.isascii() else low.translate(_PLAIN)
    return _without_files(plain) if "." in plain else plain


def _without_files(plain: str) -> str:
    """The text with the names of files and sites made unreadable: "uge12.xlsx", "monday.com"."""
    done, pieces = 0, list[str]()
    for match in _FILE.finditer(plain):
        start, end = match.span()
        if start < done:
            continue  # inside a path
        while start > done and (plain[start - 1].isalnum() or plain[start - 1] in _IN_FILE):
            start -= 1
        path = _PATH.match(plain, end)
        end = path.end() if path else end
        pieces += [plain[done:start], "x" * (end - start)]
        done = end
    return "".join(pieces) + plain[done:] if pieces else plain


def _phrase(token: Token, tails: Tails | None, plain: str) -> Token:
    """A word with the words after it that make a phrase of it: "til og med", "kl."."""
    kind, _, start, end = token
    found = tails.after(plain, end) if tails is not None else None
    if found is not None:
        (kind, value), end = found
        token = kind, value, start, end
    return _unknown("", start, end, plain, None) if kind is Kind.OTHER else token


def _unknown(word: str, start: int, end: int, plain: str, lexicon: Lexicon | None) -> Token:
    """A word that the grammar doesn't know; "A-19-03" and "L63" are names, digits and all."""
    if plain[end : end + 1] in _JOINERS:
        name = _IDENTIFIER.match(plain, end)
        if name is not None:
            return Kind.JUNK, None, start, name.end()
    if lexicon is not None and word.endswith(lexicon.table.deadline_endings):
        return Kind.ROLE, Role.BY, start, end
    if lexicon is not None and word.endswith(lexicon.table.number_endings):
        return Kind.GUARD, None, start, end
    return Kind.OTHER, None, start, end


def _number(number: str, start: int, end: int, plain: str, lexicon: Lexicon) -> Token:
    if plain[end : end + 1].isalpha() and not _may_touch(plain, end, lexicon):
        return Kind.JUNK, None, start, end
    if not number.isdigit():
        kind, shape = _shaped(number)
        named = kind is Kind.TRIPLE and _in_name(plain, start, end, lexicon)
        return Kind.JUNK if named else kind, shape, start, end
    if end - start > _LONGEST_NUMBER:
        return Kind.JUNK, None, start, end
    return Kind.INT, int(number), start, end


def _may_touch(plain: str, end: int, lexicon: Lexicon) -> bool:
    """Are the letters after a number ones that may touch it: "2pm", "1st", "3uger"?"""
    letters = _LETTERS.match(plain, end)
    entry = lexicon.words.get(letters.group()) if letters else None
    return entry is not None and entry[0] in _TOUCHING


def _shaped(number: str) -> tuple[Kind, Shape | None]:
    pieces = _SEPARATOR.split(number)
    separator = number[len(pieces[0])]
    if len(pieces) > _MOST_PIECES or any(len(piece) > _LONGEST_NUMBER for piece in pieces):
        return Kind.JUNK, None
    if number.count(separator) != len(pieces) - 1:
        return Kind.JUNK, None  # "10.3/22"
    shape = Shape(separator, tuple(map(int, pieces)), tuple(map(len, pieces)))
    return (Kind.TRIPLE if len(pieces) == _MOST_PIECES else Kind.PAIR), shape


def _iso(stamp: str, start: int, end: int, plain: str, lexicon: Lexicon) -> Token:
    return Kind.JUNK if _in_name(plain, start, end, lexicon) else Kind.ISO, stamp, start, end


def _in_name(plain: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Is this whole date a piece of a file's or version's name?"""
    if start > 0 and plain[start - 1] == "_":
        return True
    goes_on = _NAME_GOES_ON.match(plain, end)
    return goes_on is not None and goes_on[1] not in lexicon.words


def _junk(piece: str, start: int, end: int, __: str, ___: Lexicon) -> Token:
    return Kind.JUNK if piece[0] in "+0123456789" else Kind.OTHER, None, start, end


_MARK: Final = 2
_NUMBER: Final = 5
_READERS: Final = {1: _unknown, 3: _junk, 4: _iso, _NUMBER: _number}
"""By the groups of the pattern above; known words and marks stand in the lexicon."""
