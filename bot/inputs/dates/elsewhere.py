"""What the grammar of a language doesn't know: words of the other language, and of neighbours.

Dates of both are asked only when the grammar found nothing, and believed only when the text has the
shape of a full date. dateparser alone reads "10 timer" as ten hours ago and "Q1 2022" as
today, so what it says is checked against the numbers that stand in the text.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import pairwise
from threading import Lock
from typing import Final

from dateparser.date import DateDataParser

from bot.inputs.dates.composed import AtTime
from bot.inputs.dates.grammar import whole
from bot.inputs.dates.kinds import Kind, Role
from bot.inputs.dates.languages import TABLES
from bot.inputs.dates.lexicon import Lexicon
from bot.inputs.dates.meanings import DayOfMonth, Fixed, Length, Stretch
from bot.inputs.dates.numbers import modal
from bot.inputs.dates.phrases import hits
from bot.inputs.dates.ranges import Hit
from bot.inputs.dates.roles import from_to
from bot.inputs.dates.tokens import LOOK_AHEAD, Line
from storage.vocabulary import Language, Precision

_NEIGHBOURS: Final = ["de", "sv", "nb", "nl", "fr", "fi", "is"]
_FULL_DATE: Final = re.compile(
    r"""\s*(?:[^\W\d_]{2,12}\.?,?\s+){0,2}       # a weekday, an article
    (?P<day>[0-9]{1,2})\.?\s*[^\W\d_]{3,14}\.?,?\s+(?P<year>(?:19|2[012])[0-9]{2})
    (?:,?\s+(?:[^\W\d_]{1,4}\.?\s*)?(?P<time>[0-9]{1,2}[:.][0-9]{2}))?\s*[.?!]?\s*""",
    re.VERBOSE,
)
_UNREAD: Final = frozenset({Kind.OTHER, Kind.COLON})
_LONGEST_ROLE: Final = 4  # words of "up to and including"
_LONGEST: Final = 60  # characters of a full date with weekday and time
_NAMES: Final = frozenset({Kind.MONTH, Kind.SHY_MONTH})
_HEADS: Final = frozenset(
    {Kind.WEEKDAY, Kind.MONTH, Kind.DAY_WORD, Kind.PAST_WEEKDAY, Kind.FEAST, Kind.UNIT}
    | {Kind.LAST_DAY, Kind.MEETING}
)
_PREPOSITIONS: Final = frozenset({Kind.ON, Kind.IN, Kind.AT, Kind.AHEAD})
_WHEN: Final = frozenset(
    {Kind.ROLE, Kind.ROLE_AFTER, Kind.WHICH, Kind.PART, Kind.AHEAD, Kind.AGO, Kind.EDGE, Kind.CLOCK}
    | {Kind.ORDINAL, Kind.FROM_TODAY}
)
_PARTS: Final = frozenset({Kind.PART, Kind.EDGE, Kind.ORDINAL, Kind.WHICH})
_NONE: Final = (Kind.OTHER,)
_NUMBERED: Final = frozenset({Kind.UNIT, Kind.LETTER})
_NO_DATE: Final = frozenset(
    {Kind.GUARD, Kind.LAW, Kind.RECURRENCE, Kind.WEEKDAYS, Kind.COUNTED, Kind.JUNK}
)
_ONE_AT_A_TIME: Final = Lock()
"""dateparser fills caches of its own as it reads; it doesn't say that threads may share it."""


def guarded(line: Line) -> bool:
    """Did the grammar see that the numbers in this text are no date?"""
    return not _NO_DATE.isdisjoint(line.kinds)


def cut_short(line: Line, hit: Hit) -> bool:
    """Is this a month beside what this language doesn't know: "(end of) April", "April (7)"?"""
    if line.kinds[hit.first] not in {Kind.MONTH, Kind.LETTER}:
        return False
    number = line.kinds[hit.end - 1] is Kind.MONTH and line.kinds[hit.end] is Kind.INT
    return number or Kind.OTHER in line.kinds[max(0, hit.first - 2) : hit.first]


def covers(line: Line, hit: Hit, start: int, end: int, own: Lexicon) -> bool:
    """Does this hit hold the characters from start to end, and a day after them, or a word for
    a part before them that the reader's own language doesn't know?
    """
    if line.starts[hit.first] > start or end > line.ends[hit.end - 1]:
        return False
    if isinstance(hit.meanings[0], DayOfMonth):
        return True
    return any(_a_part(line, place, own) for place in range(hit.first, hit.end))


def foreign(line: Line, language: Language, own: Lexicon, *, timed: bool) -> list[Hit]:
    """The dates that a line of the other language holds beyond doubt; a time of the day that
    the reader's own language knows (`timed`) makes a weekday one.
    """
    found = list(hits(line))
    if not found:
        return []
    limited = with_foreign_roles(line, found, language)
    alone = _nothing_else(line, found)
    return [
        hit
        for bare, hit in zip(found, limited, strict=True)
        if not isinstance(bare.meanings[0], Length)
        and (
            _numbered(line, hit)
            or _in_words(line, hit, language, own, sure=alone or hit != bare)
            or (timed and _on_weekday(line, hit, language, own))
        )
    ]


def _on_weekday(line: Line, hit: Hit, language: Language, own: Lexicon) -> bool:
    """Is a weekday named, and not as a part of a name like "Black Friday"?"""
    return any(
        line.kinds[place] is Kind.WEEKDAY
        and _a_name(line, place, language, own)
        and (place == 0 or line.kinds[place - 1] is not Kind.OTHER or not line.capital(place - 1))
        for place in range(hit.first, hit.end)
    )


def with_known_times(line: Line, found: list[Hit], own: Line, times: Sequence[Hit]) -> list[Hit]:
    """The dates of this line, with the times that the reader's own language found in it."""
    if not times or any(isinstance(hit.meanings[0], AtTime) for hit in found):
        return found
    moved = [
        hit._replace(
            first=bisect_left(line.starts, own.starts[hit.first]),
            end=bisect_left(line.ends, own.ends[hit.end - 1]) + 1,
        )
        for hit in times
    ]
    return sorted([*found, *moved], key=lambda hit: hit.first)


def _nothing_else(line: Line, found: Sequence[Hit]) -> bool:
    """As in "Monday or Tuesday": does the line hold these dates and no other words?"""
    listed = all(later.first - one.end <= 1 for one, later in pairwise(found))
    return listed and whole(line, found[0].first, found[-1].end)


def _in_words(line: Line, hit: Hit, language: Language, own: Lexicon, *, sure: bool) -> bool:
    """As in "by Friday", "next week" and "tomorrow" where Danish is read.

    A name that only the other language knows isn't enough: "Black Friday" is none. A word
    that says when has to stand beside it, or nothing else in the line (`sure`).
    """
    places = range(hit.first, hit.end)
    heads = [place for place in places if _a_name(line, place, language, own)]
    if not heads and line.kinds[hit.end - 1] in {Kind.MONTH, Kind.INT}:  # "mid April", "mid 2022"
        heads = [place for place in places if _a_part(line, place, own)]
    if not heads or sure:
        return bool(heads)
    if any(line.kinds[place] is Kind.DAY_WORD for place in heads):
        return not line.capital(hit.first) or hit.first == 0
    before = range(max(0, hit.first - 1), hit.first)
    said = any(line.kinds[place] in _WHEN for place in places)
    said = said or any(line.kinds[place] in _PREPOSITIONS for place in before)
    if any(line.kinds[place] is Kind.WEEKDAY for place in heads):  # "på Friday"
        said = said or any(own.words.get(line.word(at), _NONE)[0] is Kind.ON for at in before)
    return said and all(_understood(line, place, own) for place in places)


def _a_name(line: Line, at: int, language: Language, own: Lexicon) -> bool:
    """A day, period or feast that the reader's own language doesn't know, and well spelt."""
    word, kind, table = line.word(at), line.kinds[at], TABLES[language]
    if kind not in _HEADS or word not in table.names[kind] or modal(line, at):
        return False
    return any(piece not in own.words for piece in word.split())


def _a_part(line: Line, at: int, own: Lexicon) -> bool:
    """A word for a part of a month that the reader's own language doesn't know: "mid"."""
    return line.kinds[at] in _PARTS and line.word(at) not in own.words


def _understood(line: Line, at: int, own: Lexicon) -> bool:
    """Is this role none that in the reader's own language says something else: "til"?"""
    if line.kinds[at] is not Kind.ROLE:
        return True
    word = line.word(at)
    kind = own.words.get(word.partition(" ")[0], _NONE)[0]
    return kind in {Kind.ROLE, Kind.OTHER} or word in own.table.foreign_homographs


def _numbered(line: Line, hit: Hit) -> bool:
    """As in "10 March", "week 12"."""
    kinds = line.kinds[hit.first : hit.end]
    numbered = Kind.INT in kinds and not _NAMES.isdisjoint(kinds)
    unit = any(
        kind in _NUMBERED and line.kinds[place + 1] is Kind.INT
        for place, kind in enumerate(kinds, hit.first)
    )
    return numbered or unit


def with_foreign_roles(line: Line, found: Sequence[Hit], language: Language) -> list[Hit]:
    """As in "by 1 April" where Danish is read: a date of both languages, a role of the other."""
    return [
        _limited(line, hit, language)
        if hit.role is None and hit.first and line.kinds[hit.first - 1] in _UNREAD
        else hit
        for hit in found
    ]


def _limited(line: Line, hit: Hit, language: Language) -> Hit:
    for other in Language:
        if other is language:
            continue
        names = TABLES[other].names
        end = hit.first - 1 if line.kinds[hit.first - 1] is Kind.COLON else hit.first
        end -= end > 0 and line.word(end - 1) in names[Kind.THE]
        for first in range(max(0, end - _LONGEST_ROLE), end):
            phrase = " ".join(map(line.word, range(first, end)))
            role = names[Kind.ROLE].get(phrase)
            homograph = phrase in line.lexicon.table.foreign_homographs
            if homograph and Kind.DOT in line.kinds[hit.first : hit.end]:
                continue  # "Aarhus by 1. april"
            if role is Role.FROM and from_to(hit.meanings[-1]):
                role = None  # "from 1-3 April"
            if role is not None:
                return hit._replace(first=first, role=role)
    return hit


def abroad(line: Line, reference: date) -> Hit | None:
    """A full date in a neighbour's words, and nothing else: "10. März 2022"."""
    shape = _FULL_DATE.fullmatch(line.text) if len(line.text) <= _LONGEST else None
    if shape is None:
        return None
    settings = {
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "DATE_ORDER": "DMY",
        "RELATIVE_BASE": datetime.combine(reference, time()),
    }
    with _ONE_AT_A_TIME:
        found = DateDataParser(languages=_NEIGHBOURS, settings=settings).get_date_data(line.text)
    moment = found.date_obj
    if moment is None or (moment.day, moment.year) != (int(shape["day"]), int(shape["year"])):
        return None
    if shape["time"] is None:
        known = None if moment.time() != time() else moment.date()
        precision = Precision.DAY
    else:
        known, precision = moment.replace(tzinfo=None), Precision.MINUTE
    if known is None:
        return None
    return Hit((Fixed(Stretch(known, known, precision)),), 0, len(line.kinds) - LOOK_AHEAD)
