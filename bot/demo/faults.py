"""Trouble on demand: what a network and a busy Slack do to an app, at the chosen moment."""

import threading
from collections import defaultdict, deque
from dataclasses import dataclass
from enum import StrEnum

ANY = "*"


class Trouble(StrEnum):
    """`*_before`: Slack never did what was asked. `*_after`: it did, and the answer got lost."""

    RATE_LIMITED = "ratelimited"
    SERVER_ERROR = "server_error"
    DROPPED_BEFORE = "dropped_before"
    DROPPED_AFTER = "dropped_after"
    TIMEOUT_BEFORE = "timeout_before"
    TIMEOUT_AFTER = "timeout_after"
    SLOW = "slow"
    DUPLICATE = "duplicate"
    REORDER = "reorder"


@dataclass(frozen=True)
class Fault:
    """`seconds`: Retry-After of a rate limit, or how long a slow answer takes."""

    trouble: Trouble
    seconds: float = 1.0


class Faults:
    """Queues of faults per target.

    Targets on the way in: Web API methods (`chat.postMessage`), `upload`, `response_url`, or `*`
    for any of them. On the way out: `events_api`, `interactive`, `slash_commands` (duplicate;
    events also reorder) and `socket` (dropped before or after the envelope went out).
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queues: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._spent: list[tuple[str, Fault]] = []

    def next(
        self, target: str, trouble: Trouble | str, *, times: int = 1, seconds: float = 1.0
    ) -> None:
        """The next `times` uses of `target` meet `trouble`."""
        fault = Fault(Trouble(trouble), seconds)
        with self._lock:
            self._queues[target].extend([fault] * times)

    def take(self, target: str, *, outgoing: bool = False) -> Fault | None:
        """The fault that this use meets, if any; it's then spent."""
        names = (target,) if outgoing else (target, ANY)
        with self._lock:
            for name in names:
                if self._queues[name]:
                    fault = self._queues[name].popleft()
                    self._spent.append((target, fault))
                    return fault
        return None

    @property
    def spent(self) -> tuple[tuple[str, Fault], ...]:
        """Those that happened, in order: a test can prove that its trouble took place."""
        with self._lock:
            return tuple(self._spent)

    def clear(self) -> None:
        with self._lock:
            self._queues.clear()
