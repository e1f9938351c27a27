"""An item in one line: `Skærmning af borgeren (drøftelse, 10 min, v/ Hedensted)`.

What stands in brackets at the end is read if all of it is understood; else it belongs to the
title, as in "Status på Fælles Stamkort (FSK)". Danish and English are read alike.
"""

import re
from dataclasses import dataclass, replace

from bot.inputs import links
from bot.rules.items import LONGEST_TITLE, ItemDraft
from storage.vocabulary import Purpose

LONGEST_PRESENTER = 120  # characters, as in the dialog

_BRACKETS = re.compile(r"(?P<before>.*\S)\s*\((?P<inside>[^()]+)\)\s*\.?", re.DOTALL)
_PARTS = re.compile(r"\s*;\s*|\s*,(?!5\s*(?:t|h))\s*")  # a comma in "1,5 time" parts nothing
_PURPOSES = {
    Purpose.INFORMATION: ("orientering", "information", "info", "inf", "o"),
    Purpose.DISCUSSION: ("drøftelse", "diskussion", "discussion", "dis", "d"),
    Purpose.DECISION: ("beslutning", "decision", "dec", "b"),
    Purpose.STATUS: ("status", "sta", "s"),
}
_PURPOSE_OF = {word: purpose for purpose, words in _PURPOSES.items() for word in words}
_ABOUT = r"(?:ca\.?|cirka|omkring|about|approx\.?|max\.?|maks\.?)?\s*"
_HOURS = r"(?:t\.?|tim\.?|timer?|h|hrs?\.?|hours?)"
_MINUTES = r"(?:min\.?|mins\.?|minut|minutter|minutes?|m|')"
_LENGTH = re.compile(
    rf"{_ABOUT}(?:(?P<hours>\d{{1,3}})(?P<part>½|[.,]5)?\s*{_HOURS})?"
    rf"\s*(?:og|and)?\s*(?:(?P<minutes>\d{{1,4}})\s*{_MINUTES})?"
)
_LENGTHS_IN_WORDS = {
    "et kvarter": 15,
    "kvarter": 15,
    "en halv time": 30,
    "halv time": 30,
    "half an hour": 30,
    "tre kvarter": 45,
    "en time": 60,
    "an hour": 60,
    "one hour": 60,
    "halvanden time": 90,
}
_PRESENTED = re.compile(
    r"(?:oplæg\s+|presented\s+)?(?:(?P<sign>v\s*/|v\.)|(?:ved|by)\s)\s*(?P<who>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_EVERYBODY = ("alle", "all", "everyone")


@dataclass(frozen=True)
class _Facts:
    purpose: Purpose | None = None
    minutes: int | None = None
    presenter: str = ""


def item(text: str) -> ItemDraft:
    """The item that a line says; a purpose that isn't said is a discussion.

    Web addresses in it become the item's links.
    """
    title, linked = links.taken_out(text.strip())
    if linked and not title:
        title = linked[0].name[:LONGEST_TITLE]
    facts = _Facts()
    while (found := _BRACKETS.fullmatch(title)) is not None:
        more = _read(found["inside"], facts)
        if more is None:
            break
        title, facts = found["before"], more
    return ItemDraft(
        title=title,
        purpose=facts.purpose or Purpose.DISCUSSION,
        minutes=facts.minutes,
        presenter=facts.presenter,
        links=linked,
    )


def line(draft: ItemDraft) -> str:
    """The draft as one line that `item` reads; the bare title where that is too long."""
    title = draft.title.strip()
    facts = (
        [_PURPOSES[draft.purpose][-1].upper()] if draft.purpose is not Purpose.DISCUSSION else []
    )
    if draft.minutes is not None:
        facts.append(f"{draft.minutes} min")
    if draft.presenter.strip():
        facts.append(f"v/ {draft.presenter.strip()}")
    whole = f"{title} ({', '.join(facts)})" if facts else title
    return whole if len(whole) <= LONGEST_TITLE else title


def _read(inside: str, facts: _Facts) -> _Facts | None:
    """The facts with those in a pair of brackets; None if a part isn't one, or is said twice."""
    parts = [part.strip() for part in _PARTS.split(inside.strip())]
    alone = len(parts) == 1
    presents = False
    for part in parts:
        more = _with(part, facts, alone=alone)
        if more is not None:
            presents = more.presenter != facts.presenter
        elif presents and part:  # "v/ Anders Juul, Hedensted"
            more = replace(facts, presenter=f"{facts.presenter}, {part}")
        if more is None or len(more.presenter) > LONGEST_PRESENTER:
            return None
        facts = more
    return facts


def _with(part: str, facts: _Facts, *, alone: bool) -> _Facts | None:
    """One part added to the facts; alone in its brackets it must be unmistakable."""
    purpose = _purpose(part, alone=alone)
    if purpose is not None:
        return replace(facts, purpose=purpose) if facts.purpose is None else None
    minutes = _minutes(part)
    if minutes is not None:
        return replace(facts, minutes=minutes) if facts.minutes is None else None
    presenter = _presenter(part, alone=alone)
    if presenter:
        return replace(facts, presenter=presenter) if not facts.presenter else None
    return None


def _purpose(part: str, *, alone: bool) -> Purpose | None:
    """`til drøftelse`, `for discussion`, `D`; a small letter alone is a name, "plan (b)"."""
    if alone and len(part) == 1 and part.islower():
        return None
    said = " ".join(part.lower().rstrip(".").split())
    return _PURPOSE_OF.get(said.removeprefix("til ").removeprefix("for "))


def _minutes(part: str) -> int | None:
    said = " ".join(part.lower().split())
    in_words = re.sub(rf"^{_ABOUT}", "", said)
    if in_words in _LENGTHS_IN_WORDS:
        return _LENGTHS_IN_WORDS[in_words]
    found = _LENGTH.fullmatch(said)
    if found is None or not (found["hours"] or found["minutes"]):
        return None
    halves = 30 if found["part"] else 0
    return int(found["hours"] or 0) * 60 + halves + int(found["minutes"] or 0)


def _presenter(part: str, *, alone: bool) -> str:
    """Who presents; "(ved overførsel)" alone is a circumstance, "(ved Anders)" a person."""
    if part.lower() in _EVERYBODY:
        return "" if alone else part
    found = _PRESENTED.fullmatch(part)
    if found is None:
        return ""
    who = " ".join(found["who"].split())
    certain = found["sign"] or not alone or who[0].isupper() or who.lower() in _EVERYBODY
    return who if certain else ""
