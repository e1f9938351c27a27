"""How one wording of an item differs from the one before."""

from dataclasses import fields

from bot.results.history import Change, ItemPart, Wording
from storage.vocabulary import Purpose


def changes(before: Wording, after: Wording) -> tuple[Change, ...]:
    """What is different, in the order of the dialog."""
    pairs = [
        (ItemPart(each.name), _said(getattr(before, each.name)), _said(getattr(after, each.name)))
        for each in fields(Wording)
    ]
    return tuple(Change(*each) for each in pairs if each[1] != each[2])


def _said(value: str | Purpose | int | None) -> str | Purpose:
    if isinstance(value, Purpose):
        return value
    return "" if value is None else str(value)
