"""Ids of the buttons and dialogs about meetings."""

from enum import StrEnum


class MeetingPress(StrEnum):
    PLAN = "meetings.plan"  # value: series
    OPEN = "meetings.open"  # value: meeting
    CLOSE = "meetings.close"  # value: meeting
    MOVE = "meetings.move"  # value: meeting
    CANCEL = "meetings.cancel"  # value: meeting
    REINSTATE = "meetings.reinstate"  # value: meeting


class MeetingForm(StrEnum):
    PLAN = "meetings.form_plan"
    MOVE = "meetings.form_move"
    CANCEL = "meetings.form_cancel"
