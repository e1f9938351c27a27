"""Ids of the buttons beneath what a new item may be the same as."""

from enum import StrEnum


class AlikePress(StrEnum):
    ITEM = "similar.item"  # value: item:the other item
    ACTION = "similar.action"  # value: item:action
    DEFERRED = "similar.deferred"  # value: item:the deferred item
    KEEP = "similar.keep"  # value: item
    PART = "similar.part"  # value: item
