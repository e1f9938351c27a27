"""Ids of what organisers do about an organisation that stays away."""

from enum import StrEnum


class AbsencePress(StrEnum):
    DEFER = "absences.defer"  # value: absence and item
    DEFER_ALL = "absences.defer_all"  # value: absence
    DEFER_LACKING = "absences.defer_lacking"  # value: meeting
