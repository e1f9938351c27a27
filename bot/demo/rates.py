"""Slack's rate limits, off unless a test or a demonstration turns them on.

https://docs.slack.dev/apis/web-api/rate-limits
"""

import math
import threading
from collections import defaultdict, deque

from bot.demo.clock import Clock

_PER_MINUTE = {
    "apps.connections.open": 1_000,  # Slack states no tier for it
    "auth.test": 100,
    "api.test": 100,
    "bots.info": 50,
    "chat.delete": 50,
    "chat.getPermalink": 300,
    "chat.postEphemeral": 100,
    "chat.update": 50,
    "conversations.history": 50,
    "conversations.info": 50,
    "conversations.list": 20,
    "conversations.members": 100,
    "conversations.open": 50,
    "conversations.replies": 50,
    "files.completeUploadExternal": 100,
    "files.delete": 50,
    "files.getUploadURLExternal": 100,
    "files.info": 100,
    "team.info": 50,
    "users.info": 100,
    "users.list": 20,
    "views.open": 100,
    "views.publish": 100,
    "views.push": 100,
    "views.update": 100,
}
_MINUTE = 60.0
_BURST = 4  # posts that Slack lets through in a row before it counts one a second


class Rates:
    """`tiers`: calls a minute per method; `posting`: one message a second per channel."""

    def __init__(self, clock: Clock) -> None:
        self.tiers = False
        self.posting = False
        self._clock = clock
        self._lock = threading.Lock()
        self._calls: defaultdict[str, deque[float]] = defaultdict(deque)

    def wait_for(self, method: str, channel: str = "") -> int | None:
        """Seconds for `Retry-After`, or None if the call may pass (it's then counted)."""
        if self.posting and method == "chat.postMessage":
            return self._count(f"{method} {channel}", _BURST, float(_BURST))
        if self.tiers and method in _PER_MINUTE:
            return self._count(method, _PER_MINUTE[method], _MINUTE)
        return None

    def _count(self, key: str, most: int, window: float) -> int | None:
        now = self._clock.now().timestamp()
        with self._lock:
            calls = self._calls[key]
            while calls and calls[0] <= now - window:
                calls.popleft()
            if len(calls) >= most:
                return max(1, math.ceil(calls[0] + window - now))
            calls.append(now)
            return None
