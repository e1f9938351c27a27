"""Callback ids of the shortcuts that the manifest declares."""

from enum import StrEnum


class Shortcut(StrEnum):
    NEW_ITEM = "shortcut.new_item"  # global
    ITEM_FROM_MESSAGE = "shortcut.item_from_message"
    MINUTES_FROM_MESSAGE = "shortcut.minutes_from_message"
