"""Ids of the buttons and dialogs about a series and its habits."""

from enum import StrEnum


class SeriesPress(StrEnum):
    CREATE = "series.create"
    SETTINGS = "series.settings"  # value: series
    STANDING = "series.standing"  # value: series


class SeriesForm(StrEnum):
    CREATE = "series.form_create"
    SETTINGS = "series.form_settings"
    STANDING = "series.form_standing"
