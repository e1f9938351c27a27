"""Ids of the buttons that only the home tab has."""

from enum import StrEnum


class HomePress(StrEnum):
    TRY_AGAIN = "home.try_again"  # value: job
