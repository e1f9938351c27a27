"""Ids of the buttons and dialogs of the running meeting and its minutes."""

from enum import StrEnum


class MinutesPress(StrEnum):
    START = "minutes.start"  # value: meeting
    END = "minutes.end"  # value: meeting
    PUBLISH = "minutes.publish"  # value: meeting
    APPROVE = "minutes.approve"  # value: meeting
