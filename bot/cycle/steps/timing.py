"""A meeting's time and a series' habits → its deadlines."""

from datetime import datetime

from bot.rules import schedule
from storage.tables import Meeting, Series


def offsets(series: Series) -> schedule.Offsets:
    return schedule.Offsets(
        open_days=series.open_days,
        prompt_days=series.prompt_days,
        freeze_days=series.freeze_days,
        zone=series.zone,
    )


def items_until(meeting: Meeting, series: Series) -> datetime | None:
    """Until when an item is in time for a meeting."""
    return schedule.items_until(meeting.starts_at, offsets(series), meeting.timed_at)
