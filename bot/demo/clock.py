"""Time in the local workspace: an injected clock that a person can move forward."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's own clock: request signatures and `Retry-After` are in real time."""

    def now(self) -> datetime:
        return datetime.now(tz=UTC)  # noqa: TID251 - the one place where the workspace reads it


Listener = Callable[[datetime], None]


class SimulatedClock:
    """A clock that starts where it's told and jumps when it's told; it never goes back.

    Between jumps a *flowing* clock moves with real time, a *frozen* one stands still.
    """

    def __init__(
        self,
        start: datetime,
        *,
        flowing: bool = True,
        elapsed: Callable[[], float] = time.monotonic,
    ) -> None:
        if start.tzinfo is None:
            raise ValueError("a clock starts at an aware datetime")
        self._anchor = start.astimezone(UTC)
        self._elapsed: Callable[[], float] = elapsed if flowing else lambda: 0.0
        self._since = self._elapsed()
        self._lock = threading.Lock()
        self._listeners: list[Listener] = []

    @classmethod
    def frozen(cls, start: datetime) -> "SimulatedClock":
        return cls(start, flowing=False)

    @classmethod
    def flowing(cls, start: datetime) -> "SimulatedClock":
        return cls(start, flowing=True)

    def now(self) -> datetime:
        with self._lock:
            return self._read()

    def _read(self) -> datetime:
        return self._anchor + timedelta(seconds=self._elapsed() - self._since)

    def move(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0
    ) -> datetime:
        """Jump ahead; the new moment."""
        step = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        return self._jump(lambda now: now + step)

    def move_to(self, moment: datetime) -> datetime:
        """Jump to `moment` (aware), which must not be in the past."""
        if moment.tzinfo is None:
            raise ValueError("the clock moves to an aware datetime")
        return self._jump(lambda _: moment.astimezone(UTC))

    def _jump(self, target: Callable[[datetime], datetime]) -> datetime:
        with self._lock:
            now = self._read()
            moment = target(now)
            if moment < now:
                raise ValueError(f"time doesn't go back, from {now} to {moment}")
            self._anchor, self._since = moment, self._elapsed()
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(moment)
        return moment

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the new moment after each jump; the answer unsubscribes it."""
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe
