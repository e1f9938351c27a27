"""A paper's facts as a template sees them: words instead of states, all text made safe."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from inspect import getmembers
from types import NoneType, SimpleNamespace, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from markupsafe import Markup

from bot.documents import text
from bot.documents.context import Address, Span
from bot.texts import Message, Words

Printed: TypeAlias = "Markup | Address | bool | int | SimpleNamespace | tuple[Printed, ...] | None"


def printed(paper: object, words: Words) -> dict[str, Printed]:
    """A template's context: the paper's fields and properties by name."""
    kind: type = type(paper)
    return {
        name: _value(getattr(paper, name), words, prose=_is(hint, "prose"))
        for name, hint in offered(kind).items()
    }


_WHOLE = {Address, Span, Message, NoneType}
"""What is printed as it is, and has no fields of its own."""


@cache
def offered(kind: type) -> dict[str, Any]:
    """The printed fields and properties of a dataclass, inherited ones too, with their types."""
    hints = get_type_hints(kind, include_extras=True)
    held = {field.name: hints[field.name] for field in fields(kind)}
    computed = {
        name: get_type_hints(member.fget, include_extras=True)["return"]
        for name, member in getmembers(kind, lambda member: isinstance(member, property))
    }
    return {name: hint for name, hint in (held | computed).items() if not _is(hint, "unprinted")}


def field_paths(kind: type, prefix: str = "") -> Iterator[str]:
    """Every field that a template may name, dotted: `meeting.title`, `items`, `items.number`."""
    for name, hint in offered(kind).items():
        inner = tuple(_papers_within(hint))
        if hint not in inner:  # the head alone prints nothing
            yield prefix + name
        for paper in inner:
            yield from field_paths(paper, f"{prefix}{name}.")


def _value(value: object, words: Words, *, prose: bool) -> Printed:
    match value:
        case None | bool() | int() | Address():
            return value  # an address becomes a link in the document that it stands in
        case StrEnum() | Message() | Span() | date():
            return text.prose(_worded(value, words))
        case str():
            return text.prose(value) if prose else text.line(value)
        case tuple():
            return tuple(_value(each, words, prose=prose) for each in value)
        case _:
            return SimpleNamespace(**printed(value, words))


def _worded(value: StrEnum | Message | Span | date, words: Words) -> str:
    match value:
        case StrEnum():
            return words.word(value)
        case Message():
            return words(value)
        case Span():
            return words.span(value.starts, value.ends)
        case datetime():
            return words.moment(value)
        case date():
            return words.day(value)


def _is(hint: object, mark: str) -> bool:
    """Whether a type is, or holds, one that carries a mark of `context`."""
    marks = getattr(hint, "__metadata__", ())
    return mark in marks or any(_is(inner, mark) for inner in get_args(hint))


def _papers_within(hint: object) -> Iterator[type]:
    if get_origin(hint) in {Union, UnionType, tuple}:
        for inner in get_args(hint):
            yield from _papers_within(inner)
    elif isinstance(hint, type) and is_dataclass(hint) and hint not in _WHOLE:
        yield hint
