"""What a series must be, and how lists that people type are matched with what there was."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.errors import Unclear
from bot.rules.meetings import NUMBER_SIGN
from bot.texts import msg
from storage.vocabulary import Language, Purpose, StandingKind

LONGEST_NAME = 150  # characters
LONGEST_SUBJECT = 300  # characters
LONGEST_PATTERN = 120  # characters
LONGEST_LINE = 150  # characters: the title of an item
LONGEST_SOLUTION = 75  # characters: a header in a message
MOST_LINES = 20
SHORTEST, LONGEST = 5, 1440  # minutes that a meeting lasts
MOST_DAYS = 90  # working days

_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?")

_PURPOSES = {
    StandingKind.ORIENTATION: Purpose.INFORMATION,
    StandingKind.STATUS: Purpose.STATUS,
    StandingKind.OTHER: Purpose.DISCUSSION,
    StandingKind.NEXT_MEETING: Purpose.DECISION,
    StandingKind.ANY_OTHER_BUSINESS: Purpose.INFORMATION,
}
"""In the order in which they stand on an agenda."""


@dataclass(frozen=True)
class SeriesDraft:
    """A series as somebody typed it."""

    name: str
    subject: str
    language: Language
    next_number: int  # of the next joint meeting
    start_time: str  # local
    duration_minutes: int


@dataclass(frozen=True)
class Habits:
    """What can be changed later; offsets in working days, `zone` is an IANA name."""

    subject: str
    language: Language
    joint_title: str  # "Fællesmøde nr. #"
    separate_title: str
    start_time: str
    duration_minutes: int
    open_days: int
    prompt_days: int
    freeze_days: int
    comment_days: int
    moderated: bool  # proposals wait for an organiser
    zone: str


@dataclass(frozen=True)
class StandingDraft:
    kind: StandingKind
    title: str

    @property
    def purpose(self) -> Purpose:
        return _PURPOSES[self.kind]


def checked(draft: SeriesDraft) -> SeriesDraft:
    """The draft, or a refusal that names the field."""
    if not draft.name.strip():
        raise Unclear(msg("series.name_missing"), field="name")
    if len(draft.name) > LONGEST_NAME:
        raise Unclear(msg("series.name_too_long", most=LONGEST_NAME), field="name")
    if draft.next_number < 1:
        raise Unclear(msg("series.number_wrong"), field="next_number")
    _subject(draft.subject)
    _duration(draft.duration_minutes)
    clock(draft.start_time)
    return draft


def checked_habits(habits: Habits) -> Habits:
    _subject(habits.subject)
    _pattern(habits.joint_title, "joint_title")
    _pattern(habits.separate_title, "separate_title")
    _duration(habits.duration_minutes)
    clock(habits.start_time)
    for field in ("open_days", "prompt_days", "freeze_days", "comment_days"):
        days: int = getattr(habits, field)
        if not 1 <= days <= MOST_DAYS:
            raise Unclear(msg("series.days_wrong", most=MOST_DAYS), field=field)
    if habits.freeze_days >= habits.open_days:
        raise Unclear(msg("series.freeze_before_open"), field="freeze_days")
    _zone(habits.zone)
    return habits


def clock(text: str) -> str:
    """A local time as it is kept: `14.00`; "kl. 9", "9:30" and "14" are understood."""
    read = _CLOCK.fullmatch(text.strip().lower())
    hour, minute = (int(read[1]), int(read[2] or 0)) if read else (24, 0)
    if hour > 23 or minute > 59:  # noqa: PLR2004 a day's clock
        raise Unclear(msg("series.clock_wrong", heard=text.strip()), field="start_time")
    return f"{hour:02d}.{minute:02d}"


def _subject(subject: str) -> None:
    if len(subject) > LONGEST_SUBJECT:
        raise Unclear(msg("series.subject_too_long", most=LONGEST_SUBJECT), field="subject")


def _pattern(pattern: str, field: str) -> None:
    if NUMBER_SIGN not in pattern:
        raise Unclear(msg("series.pattern_without_number", sign=NUMBER_SIGN), field=field)
    if len(pattern) > LONGEST_PATTERN:
        raise Unclear(msg("series.pattern_too_long", most=LONGEST_PATTERN), field=field)


def _duration(minutes: int) -> None:
    if not SHORTEST <= minutes <= LONGEST:
        raise Unclear(
            msg("series.duration_wrong", least=SHORTEST, most=LONGEST), field="duration_minutes"
        )


def _zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        raise Unclear(msg("series.zone_wrong", heard=name), field="zone") from None


# ── Lists, one a line ────────────────────────────────────────────────────────


def lines(text: str, field: str, most: int) -> list[str]:
    """What was typed, one a line, without empty and repeated lines."""
    first: dict[str, str] = {}
    for each in text.splitlines():
        if each.strip():
            first.setdefault(each.strip().casefold(), each.strip())
    found = list(first.values())
    if len(found) > MOST_LINES:
        raise Unclear(msg("series.too_many_lines", most=MOST_LINES), field=field)
    for line in found:
        if len(line) > most:
            raise Unclear(msg("series.line_too_long", line=f"{line[:30]}…", most=most), field=field)
    return found


@dataclass(frozen=True)
class Matched:
    """Typed lines beside what there was: index of the old one, None for a new one."""

    kept: tuple[tuple[int | None, str], ...]
    gone: tuple[int, ...]


def matched(old: Sequence[str], new: Sequence[str]) -> Matched:
    """Which line is which: the same words first, else a line in the same place is a new name."""
    by_words = {text.casefold(): index for index, text in enumerate(old)}
    same = {
        place: by_words[text.casefold()]
        for place, text in enumerate(new)
        if text.casefold() in by_words
    }
    taken = set(same.values())
    kept: list[tuple[int | None, str]] = []
    for place, text in enumerate(new):
        found = same.get(place)
        if found is None and place < len(old) and place not in taken:
            found = place
        kept.append((found, text))
    used = {index for index, _ in kept}
    return Matched(tuple(kept), tuple(each for each in range(len(old)) if each not in used))


def standing(titles: dict[StandingKind, str], others: Sequence[str]) -> list[StandingDraft]:
    """Standing items in the order of an agenda; a kind without a title is left out."""
    listed: list[StandingDraft] = []
    for kind in _PURPOSES:
        if kind is StandingKind.OTHER:
            listed += [StandingDraft(kind, each) for each in others]
        elif titles.get(kind, "").strip():
            title = titles[kind].strip()
            if len(title) > LONGEST_LINE:
                raise Unclear(
                    msg("series.line_too_long", line=f"{title[:30]}…", most=LONGEST_LINE),
                    field=kind.value,
                )
            listed.append(StandingDraft(kind, title))
    return listed
