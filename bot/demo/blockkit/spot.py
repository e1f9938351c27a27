"""A place in a payload, and the small checks from which the shapes are built.

Findings are worded as Slack words them: a complaint, then a JSON pointer (RFC 6901).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Spot:
    """One value in a payload, where it stands, and the list that collects what's wrong."""

    value: Any
    pointer: str
    findings: list[str]

    def complain(self, what: str) -> None:
        self.findings.append(f"{what} [json-pointer:{self.pointer}]")

    def at(self, key: str | int) -> "Spot":
        return Spot(self.value[key], f"{self.pointer}/{key}", self.findings)


Check = Callable[[Spot], None]


@dataclass(frozen=True)
class Shape:
    """An object's fields; `relations` looks at several of them together."""

    fields: Mapping[str, Check]
    required: tuple[str, ...] = ()
    relations: Check | None = field(default=None)

    def __call__(self, spot: Spot) -> None:
        if not isinstance(spot.value, dict):
            spot.complain("must provide an object")
            return
        before = len(spot.findings)
        for name in self.required:
            if spot.value.get(name) is None:
                spot.complain(f"missing required field: {name}")
        self._check_fields(spot)
        if self.relations is not None and len(spot.findings) == before:
            self.relations(spot)

    def _check_fields(self, spot: Spot) -> None:
        for name, value in spot.value.items():
            if name == "type":
                continue
            if name not in self.fields:
                spot.complain(f"invalid additional property: {name}")
            elif value is not None:
                self.fields[name](spot.at(name))


def string(most: int, *, least: int = 1, pattern: str | None = None) -> Check:
    """A string of `least` to `most` characters."""

    def check(spot: Spot) -> None:
        if not isinstance(spot.value, str):
            spot.complain("must provide a string")
        elif len(spot.value) < least:
            spot.complain(f"must be more than {least - 1} characters")
        elif len(spot.value) > most:
            spot.complain(f"must be less than {most + 1} characters")
        elif pattern is not None and not re.fullmatch(pattern, spot.value):
            spot.complain(f"must match the pattern {pattern}")

    return check


def url(most: int) -> Check:
    return string(most, pattern=r"(https?|slack)://\S+|(mailto|tel):\S+")


def flag(spot: Spot) -> None:
    if not isinstance(spot.value, bool):
        spot.complain("must be a boolean")


def whole(low: int, high: int | None = None) -> Check:
    """An integer, `low` and `high` included."""

    def check(spot: Spot) -> None:
        if not isinstance(spot.value, int) or isinstance(spot.value, bool):
            spot.complain("must be an integer")
        elif spot.value < low:
            spot.complain(f"must be greater than or equal to {low}")
        elif high is not None and spot.value > high:
            spot.complain(f"must be less than or equal to {high}")

    return check


def one_of(*words: str) -> Check:
    def check(spot: Spot) -> None:
        if spot.value not in words:
            spot.complain("must be a valid enum value")

    return check


def many(check_one: Check, *, most: int, least: int = 1) -> Check:
    """An array of `least` to `most` items that all obey `check_one`."""

    def check(spot: Spot) -> None:
        if not isinstance(spot.value, list):
            spot.complain("must provide an array")
            return
        if len(spot.value) < least:
            spot.complain(f"no fewer than {least} items allowed")
        if len(spot.value) > most:
            spot.complain(f"no more than {most} items allowed")
        for index in range(len(spot.value)):
            check_one(spot.at(index))

    return check


def anything(_: Spot) -> None:
    """A field that Slack accepts and that has no rule of its own here."""


def by_type(shapes: Mapping[str, Check], *, unsupported: str = "unsupported type") -> Check:
    """An object whose `type` chooses its shape."""

    def check(spot: Spot) -> None:
        if not isinstance(spot.value, dict):
            spot.complain("must provide an object")
            return
        kind = spot.value.get("type")
        if kind is None:
            spot.complain("missing required field: type")
        elif not isinstance(kind, str) or kind not in shapes:
            Spot(kind, f"{spot.pointer}/type", spot.findings).complain(f"{unsupported}: {kind}")
        else:
            shapes[kind](spot)

    return check
