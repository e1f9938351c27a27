"""ISO weeks: "uge 12", "uge 12/2022", "uge 9-12", "ugerne 12, 13 og 14", "W12"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.inputs.dates.composed import Between
from bot.inputs.dates.grammar import Found, closed, compound, ordinal, skip, spans, supported
from bot.inputs.dates.kinds import Form, Kind, Unit
from bot.inputs.dates.meanings import Frame, Impossible, Meaning, Stretch, Week
from bot.inputs.dates.numbers import CENTURY, day, year_after
from bot.inputs.dates.readings import Doubt
from bot.inputs.dates.tokens import Line

_LAST_WEEK: Final = 53
_MOST_WEEKS: Final = 26  # in one list
_BETWEEN_WEEKS: Final = frozenset({Kind.DASH, Kind.TO, Kind.AND, Kind.COMMA, Kind.SLASH})
_YEAR_DIGITS: Final = 4
_LONG: Final = 4  # weeks; "uge 12-22" is rather week 12 of 2022 than eleven weeks


@dataclass(slots=True)
class WeeksOrYear(Meaning):
    """As in "uge 12-22": a range of weeks, or a week and its year, as the day makes likely."""

    first: int
    last: int

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        year = CENTURY + self.last
        weeks = Between(Week(None, self.first), Week(None, self.last))
        if abs(year - frame.reference.year) > 1:
            return weeks.stretches(frame)
        dated = Week(year, self.first)
        likely = self.last - self.first > _LONG or self.last <= self.first
        both = (dated, weeks) if likely else (weeks, dated)
        return tuple(meaning.stretches(frame)[0] for meaning in both)


@dataclass(slots=True)
class WeekOf(Meaning):
    """As in "the week of 21 March": the ISO week in which a day lies."""

    day: Meaning

    def stretches(self, frame: Frame, /) -> Sequence[Stretch]:
        weeks: list[Stretch] = []
        for stretch in self.day.stretches(frame):
            year, number, _ = stretch.start.isocalendar()
            weeks.extend(Week(year, number).stretches(frame))
        return weeks


def week(line: Line, at: int) -> Found | None:
    """Weeks by their number, the word first; the place is that of the word."""
    if line.kinds[at] is Kind.LETTER:
        return _by_letter(line, at)
    if line.values[at].form is Form.DEFINITE and not _only_number(line, at):
        return _week_of(line, at + 1)
    touching = line.kinds[at + 1] is Kind.DASH and line.glued(at + 1)  # "uge-12"
    stopped = line.kinds[at + 1] is Kind.DOT and _said_short(line, at)
    return _numbered(line, at + 2 if touching or stopped else skip(line, at + 1, Kind.COLON))


def _only_number(line: Line, at: int) -> bool:
    """As in "ugen 12", which no day of a month follows."""
    number = line.kinds[at + 1] is Kind.INT and " " not in line.word(at)
    return number and closed(line, at + 2) and ordinal(line, at + 1) is None


def _said_short(line: Line, at: int) -> bool:
    """As in "uge. 12"; in "vi ses i næste uge. 12 kommuner" a sentence ends."""
    begins = at == 0 or line.kinds[at - 1] in {Kind.IN, Kind.ROLE, Kind.COLON, Kind.COMMA}
    return begins and line.kinds[at + 2] is Kind.INT and closed(line, at + 3)


def _by_letter(line: Line, at: int) -> Found | None:
    """As in "W12", "u14", "u. 14"; not "u. 14 år", "U19 hold", "U21-landsholdet"."""
    place = skip(line, at + 1, Kind.DOT)
    if not line.glued(at + 1) or line.kinds[place] not in {Kind.INT, Kind.PAIR}:
        return None
    found = _numbered(line, place)
    if found is None or line.kinds[found.end] in {Kind.UNIT, Kind.COUNTED}:
        return None
    named = line.kinds[found.end] is Kind.OTHER or compound(line, found.end)
    dated = at > 0 and line.kinds[at - 1] in {Kind.INT, Kind.DASH}  # "2022-W12"
    said = dated or (not line.capital(at) and supported(line, at, found.end))
    return None if named and not said else found


def _week_of(line: Line, at: int) -> Found | None:
    place = skip(line, skip(line, at, Kind.ON), Kind.THE)
    found = day(line, place, named=True)
    return None if found is None else Found((WeekOf(found.meanings[0]),), found.end)


def _numbered(line: Line, at: int) -> Found | None:
    match line.kinds[at]:
        case Kind.PAIR:
            return _with_shape(line, at)
        case Kind.INT:
            return _with_numbers(line, at)
        case Kind.CARDINAL if closed(line, at + 1):  # "uge tolv"
            return Found((_week(None, line.values[at]),), at + 1)
        case _:
            return None


def _with_shape(line: Line, at: int) -> Found | None:
    """As in "12/2022", "12/22", and "12/13", which are two weeks."""
    (number, year), digits = line.values[at].numbers, line.values[at].digits[1]
    if digits != _YEAR_DIGITS:
        if year == number + 1 or digits == 1:
            return Found((_week(None, number), _week(None, year)), at + 1)
        year += CENTURY
    first = _week(year, number)
    if line.kinds[at + 1] is Kind.DASH and line.kinds[at + 2] is Kind.PAIR:
        last = _with_shape(line, at + 2)
        if last is not None:
            return Found((Between(first, last.meanings[0]),), last.end)
    return Found((first,), at + 1)


def _with_numbers(line: Line, at: int) -> Found:
    numbers, ranges, place = [line.values[at]], set[int](), at + 1
    while len(numbers) < _MOST_WEEKS:
        following = _next(line, place, many=_plural(line, at))
        if following is None:
            break
        if spans(line, place):
            if len(numbers) - 1 in ranges:
                break  # "9-12-15" is nothing
            ranges.add(len(numbers))
        numbers.append(line.values[following])
        place = following + 1
    year, end = year_after(line, place)
    if len(numbers) == 2 and ranges and year is None and _short(line, at, place):  # noqa: PLR2004
        return Found((WeeksOrYear(numbers[0], numbers[1]),), place)
    weeks: list[Meaning] = []
    for i, number in enumerate(numbers):
        found = _week(year, number)
        if i in ranges:
            found = Between(weeks.pop(), found)
        weeks.append(found)
    return Found(tuple(weeks), end)


def _next(line: Line, at: int, *, many: bool) -> int | None:
    """The place of the next number of a list of weeks: "12, 13 og 14", but not "12, 4 kommuner"."""
    if line.kinds[at] not in _BETWEEN_WEEKS and not spans(line, at):
        return None
    if line.word(at) == ";":
        return None
    joined = line.kinds[at]
    place = skip(line, at + 1, Kind.AND)
    if line.kinds[place] is Kind.UNIT and line.values[place].unit is Unit.WEEK:
        place += 1
    if line.kinds[place] is not Kind.INT or line.ends[place] - line.starts[place] > 2:  # noqa: PLR2004
        return None
    after = line.kinds[place + 1]
    if after in {Kind.MONTH, Kind.UNIT} or (after is Kind.DOT and _an_ordinal(line, place + 2)):
        return None
    following = joined is Kind.AND and line.values[place] == line.values[at - 1] + 1
    elsewhere = after is Kind.IN and line.kinds[place + 2] is Kind.UNIT  # "12 i uge 12"
    other = elsewhere or after in {Kind.OTHER, Kind.COUNTED}
    counted = other and joined in {Kind.AND, Kind.COMMA} and not following
    return None if counted and not many else place


def _an_ordinal(line: Line, at: int) -> bool:
    """Does a month follow the full stop, or a word that begins no sentence: "2. pilot"?"""
    if line.kinds[at] is Kind.OTHER:
        return not line.capital(at)
    return line.kinds[at] in {Kind.MONTH, Kind.SHY_MONTH}


def _plural(line: Line, at: int) -> bool:
    """Did the word say that several weeks follow?"""
    return line.word(at - 1) in line.lexicon.table.plural_weeks


def _short(line: Line, first: int, end: int) -> bool:
    """As in "12-22", without spaces, both of two digits."""
    return line.ends[end - 1] - line.starts[first] == 5  # noqa: PLR2004 - the characters of 12-22


def _week(year: int | None, number: int) -> Meaning:
    if not 1 <= number <= _LAST_WEEK:
        return Impossible(Doubt.NO_SUCH_WEEK)
    return Week(year, number)
