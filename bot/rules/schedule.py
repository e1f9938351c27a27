"""When a meeting's chores fall due: working days before it, at local hours of the series."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.rules.working_days import add_working_days
from storage.vocabulary import JobKind, MeetingState

MORNING = time(9)  # local: when people are asked
NOON = time(12)  # local: when the agenda goes out

_AHEAD: Mapping[MeetingState, frozenset[JobKind]] = MappingProxyType(
    {
        MeetingState.PLANNED: frozenset(
            {JobKind.OPEN_FOR_ITEMS, JobKind.ASK_STATUS, JobKind.FREEZE, JobKind.START_PANEL}
        ),
        MeetingState.COLLECTING: frozenset(
            {JobKind.ASK_STATUS, JobKind.FREEZE, JobKind.START_PANEL}
        ),
        MeetingState.AGENDA_SENT: frozenset({JobKind.START_PANEL}),
    }
)
"""What the clock still has to do, by state; nothing in the other states."""

CHORES = (
    JobKind.OPEN_FOR_ITEMS,
    JobKind.ASK_STATUS,
    JobKind.REMIND_STATUS,
    JobKind.FREEZE,
    JobKind.START_PANEL,
)
"""Everything that waits for a meeting to come nearer, and goes with it when it is cancelled."""


@dataclass(frozen=True)
class Offsets:
    """A series' habits: working days before a meeting, in its zone (an IANA name)."""

    open_days: int
    prompt_days: int
    freeze_days: int
    zone: str


def items_until(starts_at: datetime, offsets: Offsets, set_at: datetime | None) -> datetime | None:
    """Until when items are in time for a meeting (UTC), and when the clock sends its agenda.

    None where that moment had passed already when the meeting's time was set (`set_at`):
    nobody could have kept it.
    """
    moment = _before(starts_at, offsets.freeze_days, NOON, offsets)
    return None if set_at is not None and moment <= set_at else moment


def chores(
    starts_at: datetime, state: MeetingState, offsets: Offsets, now: datetime
) -> dict[JobKind, datetime]:
    """What is still to be done for a meeting, and when (UTC).

    A meeting that is planned late is opened and asked about at once; but its agenda isn't
    sent by the clock when that hour has already passed: nobody could have added an item.
    """
    due = {
        JobKind.OPEN_FOR_ITEMS: _before(starts_at, offsets.open_days, MORNING, offsets),
        JobKind.ASK_STATUS: _before(starts_at, offsets.prompt_days, MORNING, offsets),
        JobKind.FREEZE: items_until(starts_at, offsets, now),
        JobKind.START_PANEL: starts_at,
    }
    ahead = _AHEAD.get(state, frozenset())
    return {
        kind: max(moment, now)
        for kind, moment in due.items()
        if kind in ahead and moment is not None
    }


def reminders(
    starts_at: datetime, days: Iterable[int], offsets: Offsets, now: datetime
) -> dict[int, datetime]:
    """Working days before a meeting on which those who were asked are reminded → when (UTC)."""
    due = {each: _before(starts_at, each, MORNING, offsets) for each in days}
    return {each: moment for each, moment in due.items() if moment > now}


def _before(starts_at: datetime, count: int, hour: time, offsets: Offsets) -> datetime:
    """A local hour so many working days before a meeting (UTC)."""
    zone = ZoneInfo(offsets.zone)
    day = add_working_days(starts_at.astimezone(zone).date(), -count)
    return datetime.combine(day, hour, zone).astimezone(UTC)
