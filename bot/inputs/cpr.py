"""Finds Danish civil registration numbers (CPR) in typed text, before it is stored or logged.

The number is never given back: a finding says where it stands, not what it is. The rules
follow the CPR office's "Personnummeret i CPR": a birth date, a serial number whose first
digit tells the century, and a check by modulus 11 that numbers given out since 2007 may fail.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

MASK = "ddmmyy-xxxx"

_SPACE = r"[^\S\r\n\v\f\x1c-\x1e\x85\u2028\u2029]|[\u00ad\u200b-\u200d\u2060\ufeff]"
_DASH = r"[-./\u2010-\u2015\u2212]"
_CANDIDATE = re.compile(
    rf"(?<![0-9])(?<!\+)([0-9]{{6}})(?:{_SPACE}){{0,4}}{_DASH}?(?:{_SPACE}){{0,4}}([0-9]{{4}})(?![0-9])"
)
_NAMED = re.compile(r"cpr|person[\s.-]{0,2}(?:nr|num)|pers\.?\s?nr", re.IGNORECASE)
_BEFORE, _AFTER = 40, 20  # characters in which "cpr" counts as nearby
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


class Verdict(StrEnum):
    CLEAN = "clean"
    WARNING = "warning"  # may be one: the person decides
    CERTAIN = "certain"  # refused


class Span(NamedTuple):
    """Characters of the text, half open as in slicing."""

    start: int
    end: int


@dataclass(frozen=True)
class Finding:
    span: Span
    certain: bool


@dataclass(frozen=True)
class Checked:
    """What was found in a text, in its order."""

    findings: tuple[Finding, ...] = ()

    @property
    def verdict(self) -> Verdict:
        if not self.findings:
            return Verdict.CLEAN
        certain = any(finding.certain for finding in self.findings)
        return Verdict.CERTAIN if certain else Verdict.WARNING


def check(text: str) -> Checked:
    """Certain: a date and serial number that pass modulus 11, or that are called a CPR number."""
    return Checked(tuple(_found(text)))


def masked(text: str) -> str:
    """For logs: everything that may be a CPR number, certain or not, becomes `ddmmyy-xxxx`."""
    kept, at = [], 0
    for finding in _found(text):
        kept += [text[at : finding.span.start], MASK]
        at = finding.span.end
    return "".join([*kept, text[at:]])


def _found(text: str) -> Iterator[Finding]:
    for match in _CANDIDATE.finditer(text):
        digits = match[1] + match[2]
        if _is_born(digits):
            certain = _passes_modulus_11(digits) or _is_called_so(text, match)
            yield Finding(Span(*match.span()), certain)


def _is_born(digits: str) -> bool:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    try:
        date(_century(int(digits[6]), year) + year, month, day)
    except ValueError:
        return False
    return True


def _century(seventh: int, year: int) -> int:
    """The century that the serial number's first digit tells of a two-digit year."""
    if seventh <= 3:  # noqa: PLR2004 the CPR office's table
        return 1900
    if seventh in {4, 9}:
        return 2000 if year <= 36 else 1900  # noqa: PLR2004
    return 2000 if year <= 57 else 1800  # noqa: PLR2004


def _passes_modulus_11(digits: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True))
    return total % 11 == 0


def _is_called_so(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    around = (text[max(0, start - _BEFORE) : start], text[end : end + _AFTER])
    return any(_NAMED.search(side) for side in around)
