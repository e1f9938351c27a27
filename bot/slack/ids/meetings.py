"""Ids of the buttons and dialogs about series, meetings and attendance."""

from enum import StrEnum


class MeetingPress(StrEnum):
    PLAN = "meetings.plan"  # value: series
    OPEN = "meetings.open"  # value: meeting
