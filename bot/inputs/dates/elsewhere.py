"""What the grammar of a language doesn't know: words of the other language, and of neighbours.

Dates of both are asked only when the grammar found nothing, and believed only when the text has the
shape of a full date. dateparser alone reads "10 timer" as ten hours ago and "Q1 2022" as
today, so what it says is checked against the numbers that stand in the text.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from threading import Lock
from typing import Final

from dateparser.date import DateDataParser

from bot.inputs.dates.kinds import Kind, Role
from bot.inputs.dates.languages import TABLES
from bot.inputs.dates.meanings import Fixed, Stretch
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
_NUMBERED: Final = frozenset({Kind.UNIT, Kind.LETTER})
_NO_DATE: Final = frozenset(
    {Kind.GUARD, Kind.LAW, Kind.RECURRENCE, Kind.WEEKDAYS, Kind.COUNTED, Kind.JUNK}
)
_ONE_AT_A_TIME: Final = Lock()
"""dateparser fills caches of its own as it reads; it doesn't say that threads may share it."""


def guarded(line: Line) -> bool:
    """Did the grammar see that the numbers in this text are no date?"""
    return not _NO_DATE.isdisjoint(line.kinds)


def firm(line: Line, hit: Hit) -> bool:
    """Is this date of the other language beyond doubt: a number beside a month or "week"?"""
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
