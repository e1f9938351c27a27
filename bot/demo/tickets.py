"""Short-lived permissions that Slack hands to an app: trigger ids and response URLs.

https://docs.slack.dev/interactivity/handling-user-interaction
"""

import threading
from dataclasses import dataclass
from datetime import datetime

from bot.demo import limits
from bot.demo.clock import Clock
from bot.demo.errors import SlackError
from bot.demo.ids import Ids


@dataclass
class Trigger:
    """May be exchanged once, within 3 s, for a modal before the eyes of `user`."""

    user: str
    issued: datetime
    in_view: str | None = None
    exchanged: bool = False


class Triggers:
    def __init__(self, clock: Clock, ids: Ids) -> None:
        self._clock = clock
        self._ids = ids
        self._lock = threading.Lock()
        self._issued: dict[str, Trigger] = {}

    def issue(self, user: str, *, in_view: str | None = None) -> str:
        trigger_id = (
            f"{self._ids.number('trigger')}.{self._ids.number('tail')}.{self._ids.secret()}"
        )
        with self._lock:
            self._issued[trigger_id] = Trigger(user, self._clock.now(), in_view)
        return trigger_id

    def exchange(self, trigger_id: str) -> Trigger:
        """Use it up; `invalid_`, `exchanged_` or `expired_trigger_id` if that can't be."""
        with self._lock:
            trigger = self._issued.get(trigger_id)
            if trigger is None:
                raise SlackError("invalid_trigger_id")
            if trigger.exchanged:
                raise SlackError("exchanged_trigger_id")
            if self._clock.now() - trigger.issued > limits.TRIGGER_LIFE:
                raise SlackError("expired_trigger_id")
            trigger.exchanged = True
            return trigger


@dataclass
class ResponseUrl:
    """Where an app may answer an interaction: five times in 30 minutes.

    `ts` is the message that was interacted with, if there was one.
    """

    user: str
    channel: str
    issued: datetime
    ts: str | None = None
    ephemeral: bool = False
    thread_ts: str | None = None
    uses: int = 0


class ResponseUrls:
    def __init__(self, clock: Clock, ids: Ids) -> None:
        self._clock = clock
        self._ids = ids
        self._lock = threading.Lock()
        self._issued: dict[str, ResponseUrl] = {}

    def issue(
        self,
        *,
        user: str,
        channel: str,
        ts: str | None = None,
        ephemeral: bool = False,
        thread_ts: str | None = None,
    ) -> str:
        """The last part of the URL's path."""
        tail = self._ids.secret()
        with self._lock:
            self._issued[tail] = ResponseUrl(
                user, channel, self._clock.now(), ts, ephemeral, thread_ts
            )
        return tail

    def use(self, tail: str) -> ResponseUrl:
        """Count one use; `used_url` after five, `expired_url` after 30 minutes."""
        with self._lock:
            known = self._issued.get(tail)
            if known is None:
                raise SlackError("no_active_hooks")
            if self._clock.now() - known.issued > limits.RESPONSE_URL_LIFE:
                raise SlackError("expired_url")
            if known.uses >= limits.RESPONSE_URL_USES:
                raise SlackError("used_url")
            known.uses += 1
            return known
