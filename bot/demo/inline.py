"""Delivery by a call in the same process: for tests that need no socket."""

import logging
import time
from collections.abc import Callable, Mapping

from bot.demo.clock import Clock, SystemClock
from bot.demo.envelopes import Envelope, Reply, Undelivered, UndeliveredError
from bot.demo.signing import reply_of, request_for

_log = logging.getLogger(__name__)

Receive = Callable[[Mapping[str, str], str], tuple[int, Mapping[str, str], str]]
"""(headers, body) → (status, headers, body), like an HTTP endpoint."""


class InlineTransport:
    """Signed requests as over HTTP, handed to a callable in the thread of the one who acts.

    A callable can't be interrupted: an answer that comes too late counts as none. One that
    raises has answered with an error, as a web server would; the log has the traceback.
    """

    def __init__(
        self, receive: Receive, signing_secret: str, *, wall_clock: Clock | None = None
    ) -> None:
        self._receive = receive
        self._secret = signing_secret
        self._wall_clock = wall_clock or SystemClock()

    @property
    def connected(self) -> bool:
        return True

    def close(self) -> None:
        """Nothing is held open."""

    def deliver(self, envelope: Envelope, *, patience: float) -> Reply:
        stamp = int(self._wall_clock.now().timestamp())
        headers, body = request_for(envelope, self._secret, stamp)
        began = time.monotonic()
        try:
            answer = self._receive(headers, body)
        except Exception:  # noqa: BLE001 - whatever an app raises is its HTTP 500
            _log.exception("the app broke down at %s", envelope.kind)
            raise UndeliveredError(Undelivered.HTTP_ERROR) from None
        if time.monotonic() - began > patience:
            raise UndeliveredError(Undelivered.TIMEOUT)
        return reply_of(*answer)
