"""Delivery to an app's request URL over HTTP. https://docs.slack.dev/apis/events-api/using-http"""

import http.client
import json
from urllib.parse import urlsplit

from bot.demo.clock import Clock, SystemClock
from bot.demo.envelopes import Envelope, Kind, Reply, Undelivered, UndeliveredError
from bot.demo.signing import reply_of, request_for


class SignedHttpTransport:
    """POSTs to `request_url` (plain http on this machine), signed with the app's secret."""

    def __init__(
        self, request_url: str, signing_secret: str, *, wall_clock: Clock | None = None
    ) -> None:
        parts = urlsplit(request_url)
        if parts.scheme != "http" or parts.hostname not in {"127.0.0.1", "localhost"}:
            raise ValueError(f"the local workspace only calls this machine, not {request_url}")
        self._host, self._port = parts.hostname, parts.port or 80
        self._path = parts.path or "/"
        self._secret = signing_secret
        self._wall_clock = wall_clock or SystemClock()

    @property
    def connected(self) -> bool:
        """HTTP has no connection to lose: whether the app is there shows at each delivery."""
        return True

    def close(self) -> None:
        """Nothing is held open."""

    def deliver(self, envelope: Envelope, *, patience: float) -> Reply:
        stamp = int(self._wall_clock.now().timestamp())
        headers, body = request_for(envelope, self._secret, stamp)
        connection = http.client.HTTPConnection(self._host, self._port, timeout=patience)
        try:
            connection.request("POST", self._path, body.encode(), headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        except TimeoutError:
            raise UndeliveredError(Undelivered.TIMEOUT) from None
        except (OSError, http.client.HTTPException):
            raise UndeliveredError(Undelivered.HTTP_ERROR) from None
        finally:
            connection.close()
        return reply_of(answer.status, dict(answer.getheaders()), text)

    def verify(self, *, patience: float = 3.0) -> bool:
        """The `url_verification` challenge with which Slack accepts a request URL."""
        challenge = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"
        payload = {"type": "url_verification", "challenge": challenge, "token": ""}
        try:
            reply = self.deliver(Envelope("challenge", Kind.EVENT, payload), patience=patience)
        except UndeliveredError:
            return False
        answer = reply if isinstance(reply, str) else json.dumps(reply)
        return challenge in answer
