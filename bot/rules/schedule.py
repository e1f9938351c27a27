"""When a meeting's chores fall due: working days before it, at local hours of the series."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
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


def chores(
    starts_at: datetime, state: MeetingState, offsets: Offsets, now: datetime
) -> dict[JobKind, datetime]:
    """What is still to be done for a meeting, and when (UTC).

    A meeting that is planned late is opened and asked about at once; but its agenda isn't
    sent by the clock when that hour has already passed: nobody could have added an item.
    """
    zone = ZoneInfo(offsets.zone)
    day = starts_at.astimezone(zone).date()

    def before(count: int, hour: time) -> datetime:
        return datetime.combine(add_working_days(day, -count), hour, zone).astimezone(now.tzinfo)

    due = {
        JobKind.OPEN_FOR_ITEMS: before(offsets.open_days, MORNING),
        JobKind.ASK_STATUS: before(offsets.prompt_days, MORNING),
        JobKind.FREEZE: before(offsets.freeze_days, NOON),
        JobKind.START_PANEL: starts_at,
    }
    ahead = _AHEAD.get(state, frozenset())
    return {
        kind: max(moment, now)
        for kind, moment in due.items()
        if kind in ahead and not (kind is JobKind.FREEZE and moment <= now)
    }
