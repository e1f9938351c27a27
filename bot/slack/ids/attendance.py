"""Ids of the buttons and dialogs about who comes."""

from enum import StrEnum


class AttendPress(StrEnum):
    COME = "attendance.come"  # value: meeting
    APOLOGIES = "attendance.apologies"  # value: meeting
    SHEET = "attendance.sheet"  # value: meeting


class AttendForm(StrEnum):
    APOLOGIES = "attendance.form_apologies"
    SHEET = "attendance.form_sheet"
