"""Ids of the buttons about papers."""

from enum import StrEnum


class PaperPress(StrEnum):
    LIST = "documents.list"  # value: meeting
    SEND = "documents.send"  # value: document
