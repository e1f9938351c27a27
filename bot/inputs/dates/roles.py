"""Words before a date that say what it is for, and words after which nothing is a date."""

from typing import Final

from bot.inputs.dates.composed import AtTime, Between, Shifted
from bot.inputs.dates.evidence import accepted
from bot.inputs.dates.grammar import Found, closed, skip, whole
from bot.inputs.dates.kinds import Form, Kind, Role, Which
from bot.inputs.dates.meanings import Days, Length, Meaning, Meeting, Period
from bot.inputs.dates.numbers import day
from bot.inputs.dates.ranges import Hit, plain, ranged, until
from bot.inputs.dates.relative import anchor, counted, from_one_to_another, length
from bot.inputs.dates.single import date
from bot.inputs.dates.tokens import Line
from bot.inputs.dates.units import PERIODS, unit_at

_BEFORE_DATE: Final = frozenset({Kind.COLON, Kind.IN, Kind.ON, Kind.AT, Kind.ABOUT, Kind.TO})
"""And "in", which may count as well: "latest in week 12"."""
_AFTER_LABEL: Final = frozenset({Kind.DASH, Kind.OPEN})  # "frist - 1/10", "frist (1/10)"
_IN_PERIOD: Final = frozenset(
    {Kind.UNIT, Kind.LETTER, Kind.MONTH, Kind.SHY_MONTH, Kind.SEASON, Kind.PART, Kind.WHICH}
    | {Kind.THE, Kind.ORDINAL}
)
_MOST_BETWEEN: Final = 3  # "senest: ved den …"
_ANNOUNCED: Final = frozenset(
    {Kind.OTHER, Kind.ON, Kind.TO, Kind.OF, Kind.IN, Kind.AND, Kind.THE, Kind.GUARD, Kind.AHEAD}
    | {Kind.COUNTED}
)
_DATED: Final = frozenset({Kind.THE, Kind.INT, Kind.PAIR, Kind.TRIPLE, Kind.ISO, Kind.WEEKDAY})
_MOST_NAMED: Final = 3  # words in "frist for tilmelding den …"
_OF_VERB: Final = frozenset({Kind.OTHER, Kind.IN, Kind.ON})  # "være i drift"
_MOST_ANNOUNCED: Final = 8  # words between a deadline's noun and its colon
_NUMBERS: Final = frozenset(
    {Kind.INT, Kind.PAIR, Kind.TRIPLE, Kind.JUNK, Kind.DOT, Kind.COMMA, Kind.AND, Kind.DASH}
    | {Kind.TO, Kind.SLASH, Kind.COLON, Kind.GUARD, Kind.MARK}
)
_DIGITS: Final = frozenset({Kind.INT, Kind.PAIR, Kind.TRIPLE})
_OF_RECURRENCE: Final = frozenset(
    {Kind.ORDINAL, Kind.CARDINAL, Kind.INT, Kind.DOT, Kind.WEEKDAY, Kind.SHY_WEEKDAY}
    | {Kind.WEEKDAYS, Kind.UNIT, Kind.IN, Kind.ON, Kind.AT, Kind.OF, Kind.CLOCK, Kind.PAIR}
    | {Kind.THE, Kind.AND, Kind.DASH, Kind.TO, Kind.LENGTH, Kind.RECURRENCE, Kind.HALF_DAY}
    | {Kind.MONTH, Kind.SUFFIX}
)
_MONTHS: Final = frozenset({Kind.MONTH, Kind.SHY_MONTH})
_LIMITS: Final = frozenset({Role.BY, Role.BEFORE, Role.WITHIN})


def role(line: Line, at: int) -> Hit | None:
    """As in "senest den 1. april", "inden 14 dage", "fra uge 9", "frist: senest i uge 12"."""
    said = Role.SINCE if line.kinds[at] is Kind.AGO else line.values[at]
    place = at + 1
    if line.kinds[place] is Kind.ROLE and said is Role.BY:
        said, place = line.values[place], place + 1  # "frist: inden …" comes below
    if said is Role.BY:
        place = skip(line, _announced(line, at, place), Kind.IS)
    approximate = False
    place = _after_verb(line, at, place)
    first = place
    while place < first + _MOST_BETWEEN and (
        line.kinds[place] in _BEFORE_DATE
        or (place == first and said is Role.BY and line.kinds[place] in _AFTER_LABEL)
        or _only_in(line, place)
    ):
        approximate = approximate or line.kinds[place] is Kind.ABOUT
        place += 1
    if line.kinds[place] is Kind.ROLE and said is Role.BY:
        said, place = line.values[place], place + 1
    hit = _within(line, at, place, said) or _to_meeting(line, at, place, said)
    return hit or _with_date(line, at, place, said, approximate=approximate)


def _only_in(line: Line, at: int) -> bool:
    """As in "earliest in week 12", where "in" counts nothing."""
    return line.kinds[at] is Kind.AHEAD and line.kinds[at + 1] in _IN_PERIOD


def _after_verb(line: Line, at: int, place: int) -> int:
    """The place after the verb in "kan tidligst starte i uge 9", "skal senest svare 1. april"."""
    table = line.lexicon.table
    if line.kinds[place] is not Kind.OTHER or line.word(at) not in table.adverbs:
        return place
    beside = {line.word(at - 1) if at > 0 else "", line.word(place)}
    if line.values[at] is not Role.FROM and beside.isdisjoint(table.modals):
        return place  # "senest talte vi om det 1. marts"
    end = place
    while end < place + _MOST_NAMED and Kind.OTHER in line.kinds[end : end + 2]:
        if line.kinds[end] not in _OF_VERB:
            break
        end += 1
    return end


def _announced(line: Line, at: int, place: int) -> int:
    """The place after what a deadline is for: "frist for bemærkninger: …", "fristen for svar er".

    Where it goes on in another way, the same place.
    """
    if not line.word(at).endswith(line.lexicon.table.deadline_endings):
        return place
    for end in range(place, place + _MOST_ANNOUNCED):
        if line.kinds[end] in {Kind.COLON, Kind.IS} and end > place:
            return end
        if line.kinds[end] in _DATED and place < end <= place + _MOST_NAMED:
            return end if line.kinds[place] in {Kind.ON, Kind.TO} else place
        if line.kinds[end] not in _ANNOUNCED:
            break
    return place


def _within(line: Line, at: int, place: int, said: Role) -> Hit | None:
    """As in "inden 14 dage", "inden for 3 uger efter mødet", "inden om en uge"."""
    if said not in {Role.WITHIN, Role.BEFORE}:
        return None
    start = skip(line, place, Kind.AHEAD)
    found = length(line, start)
    if found is None:
        either = from_one_to_another(line, start)  # "inden for 2-3 uger"
        if either is not None:
            return Hit(either.meanings, at, either.end, Role.WITHIN)
        return _next_one(line, at, start, said)
    if not found[0].whole_days:
        return None
    counted_from = counted(line, start)
    if counted_from is not None and not isinstance(counted_from.meanings[0], Length):
        return Hit(counted_from.meanings, at, counted_from.end, Role.WITHIN)
    return Hit((Shifted(found[0], Days(0)),), at, found[1], Role.WITHIN)


def _next_one(line: Line, at: int, place: int, said: Role) -> Hit | None:
    """As in "in the next quarter": the whole of it, where "in the next 3 weeks" is a limit."""
    unit = unit_at(line, place)
    if said is not Role.WITHIN or unit not in PERIODS or line.values[place].form is not Form.PLAIN:
        return None
    return Hit((Period(unit, Which.NEXT),), at, place + 1)


def _to_meeting(line: Line, at: int, place: int, said: Role) -> Hit | None:
    """As in "inden mødet": in a sentence only a limit, for "efter mødet" tells a story."""
    if line.kinds[place] is not Kind.MEETING:
        return None
    which = line.values[place]
    if which is Which.THIS and said not in _LIMITS and not whole(line, at, place + 1):
        return Hit((), at, place + 1)
    return Hit((Meeting(which),), at, place + 1, said)


def _with_date(line: Line, at: int, place: int, said: Role, *, approximate: bool) -> Hit | None:
    inside = ranged(line, place)
    if inside is None or not inside.meanings:
        return None if inside is None else Hit((), at, inside.end)
    if isinstance(inside.meanings[0], Length) or not accepted(line, inside, place):
        return None
    end = skip(line, inside.end, Kind.ROLE_AFTER)
    if said is Role.FROM and (from_to(inside.meanings[-1]) or _dates_a_thing(line, at)):
        return Hit(inside.meanings, at, end, None, approximate)
    return Hit(inside.meanings, at, end, said, approximate)


def _dates_a_thing(line: Line, at: int) -> bool:
    """As in "referatet fra 25. august": its date, from which nothing goes on."""
    table = line.lexicon.table
    return at > 0 and line.word(at) == table.origin and line.word(at - 1) in table.dated_things


def from_to(meaning: Meaning) -> bool:
    """As in "fra uge 9 til uge 12": the end is said, and the role with it."""
    return isinstance(meaning, Between) or (isinstance(meaning, AtTime) and meaning.ends)


def during(line: Line, at: int) -> Hit | None:
    """As in "i løbet af 14 dage": within them; of a period it says nothing more, but there
    "ugen" and "året" are the present ones.
    """
    found = length(line, at + 1) if line.values[at] else None
    if found is None and line.values[at]:
        place = skip(line, at + 1, Kind.THE)
        unit = unit_at(line, place)
        definite = unit in PERIODS and (
            line.values[place].form is Form.DEFINITE or (place > at + 1 and closed(line, place + 1))
        )
        if definite and unit is not None:
            return Hit((Period(unit),), at + 1, place + 1)
    if found is None or not found[0].whole_days:
        return None
    return Hit((Shifted(found[0], Days(0)),), at, found[1], Role.WITHIN)


def from_today(line: Line, at: int) -> Hit:
    """As in "fra i dag"; after a length ("3 uger fra nu") it belongs to that."""
    last = until(line, Found((Days(0),), at + 1))
    if last is not None:
        return Hit((Between(Days(0), last.meanings[0]),), at, last.end)
    return Hit((Days(0),), at, skip(line, at + 1, Kind.ROLE_AFTER), Role.FROM)


def about(line: Line, at: int) -> Hit | None:
    """As in "ca. 1. april", "omkring påske"."""
    place = skip(line, at + 1, Kind.COLON, Kind.ON)
    hit = (role if line.kinds[place] is Kind.ROLE else plain)(line, place)
    if hit is None or not hit.meanings or isinstance(hit.meanings[0], Length):
        return hit
    return hit._replace(first=at, approximate=True)


def between(line: Line, at: int) -> Hit | None:
    """As in "mellem den 1. og 15. marts", "between March and May"."""
    first = date(line, at + 1)
    if first is None or not first.meanings or isinstance(first.meanings[0], Length):
        return None
    if len(first.meanings) > 1:
        return Hit((Between(first.meanings[0], first.meanings[-1]),), at, first.end)
    if line.kinds[first.end] is not Kind.AND:
        return Hit(first.meanings, at, first.end) if accepted(line, first, at + 1) else None
    last = date(line, first.end + 1)
    if last is None or len(last.meanings) != 1 or isinstance(last.meanings[0], Length):
        return None
    return Hit((Between(first.meanings[0], last.meanings[0]),), at, last.end)


def guard(line: Line, at: int) -> Hit | None:
    """As in "punkt 2.1", "nr. 19 og 20", "lov nr. 692 af 8. juni 2018"."""
    place = at + 1
    if line.word(at) == "#" and line.kinds[place] is not Kind.END:
        place = _end_of_tag(line, place)
    while line.kinds[place] in _NUMBERS:
        if line.kinds[place] in _DIGITS and _named_day(line, place):
            break
        place += 1
    return Hit((), at, place)


def _end_of_tag(line: Line, at: int) -> int:
    """The place after "#uge12"."""
    place = at
    while line.glued(place) and line.kinds[place] is not Kind.END:
        if line.kinds[place] in _DIGITS and place == at:
            break
        place += 1
    return place


def law(line: Line, at: int) -> Hit | None:
    """As in "lov nr. 692 af 8. juni 2018": the day belongs to the law's name."""
    place = at + 1
    while line.kinds[place] in _DIGITS | {Kind.JUNK, Kind.DOT}:
        place += 1
    if line.kinds[place] is not Kind.OF:
        return Hit((), at, place)
    dated = anchor(line, place + 1)
    return Hit((), at, place if dated is None else dated.end)


def _named_day(line: Line, at: int) -> bool:
    """Is this a date that no item's number looks like: "1. april", "1.4.2022"?"""
    found = day(line, at)
    if found is None or found.weak:
        return False
    dated = found.meanings[0].said_year is not None or line.kinds[at - 1] is Kind.COLON
    return dated or not _MONTHS.isdisjoint(line.kinds[at : found.end])


def _dated(line: Line, at: int) -> bool:
    found = day(line, at)
    return found is not None and not found.weak


def recurrence(line: Line, at: int) -> Hit | None:
    """As in "hver anden torsdag kl. 14", "torsdage", "ugentligt møde torsdag"."""
    place = at + 1
    if line.kinds[at] is Kind.WEEKDAYS and _dated(line, place):
        return Hit((), at, place)  # "torsdagene 6/3 og 13/3"
    if line.kinds[place] is Kind.OTHER and line.kinds[place + 1] in {Kind.WEEKDAY, Kind.ON}:
        place += 1
    while line.kinds[place] in _OF_RECURRENCE:
        place += 1
    return Hit((), at, place)
