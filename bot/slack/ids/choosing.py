"""Ids of the buttons between several readings of what was typed."""

from enum import StrEnum


class ChoicePress(StrEnum):
    FILL = "choosing.fill"  # value: field, the words heard and those to put in their place
    SAY = "choosing.say"  # value: the command or mention, said again with one reading
