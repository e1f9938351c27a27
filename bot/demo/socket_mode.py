"""Socket Mode: several WebSocket connections, envelopes out, acknowledgements back.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import asyncio
import json
import threading
import time
from collections.abc import Callable

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.demo import limits
from bot.demo.envelopes import Envelope, Kind, Reply, Undelivered, UndeliveredError
from bot.demo.faults import Faults, Trouble
from bot.demo.ids import Ids
from bot.demo.model import Json


class _Line:
    """One connection of the app."""

    def __init__(self, socket: WebSocket, loop: asyncio.AbstractEventLoop, number: int) -> None:
        self.socket = socket
        self.loop = loop
        self.number = number
        self.open = True

    def send(self, message: Json) -> bool:
        """From any thread; whether it went out."""
        try:
            sending = asyncio.run_coroutine_threadsafe(
                self.socket.send_text(json.dumps(message)), self.loop
            )
            sending.result(timeout=1)
        except (RuntimeError, WebSocketDisconnect, TimeoutError):
            return False
        return True


class _Waiting:
    """An envelope that is out, until its ack comes or its connection breaks."""

    def __init__(self, line: _Line) -> None:
        self.line = line
        self.reply: Reply = None
        self.acknowledged = False


class SocketModeTransport:
    """Envelopes go round the open connections; an ack may come back on any of them."""

    def __init__(
        self,
        ids: Ids,
        faults: Faults,
        *,
        app_id: str,
        on_connect: Callable[[], None],
        cut: Callable[[WebSocket], None],
    ) -> None:
        """`on_connect` is called when a connection has come; `cut` breaks one without goodbye."""
        self._ids = ids
        self._faults = faults
        self._app_id = app_id
        self._on_connect = on_connect
        self._cut = cut
        self._condition = threading.Condition()
        self._lines: list[_Line] = []
        self._turn = 0
        self._waiting: dict[str, _Waiting] = {}
        self._retiring: list[_Line] = []
        self._given_up = False

    @property
    def connected(self) -> bool:
        return bool(self._lines)

    @property
    def connections(self) -> int:
        return len(self._lines)

    def deliver(self, envelope: Envelope, *, patience: float) -> Reply:
        """Send on one connection; should that break before the ack, again on the next."""
        if not self.connected:
            raise UndeliveredError(Undelivered.NO_CONNECTION)
        end = time.monotonic() + patience
        while (line := self._next_line(end)) is not None:
            waiting = self._send(envelope, line)
            if self._acknowledged(envelope, waiting, end):
                return waiting.reply
            if line.open:
                raise UndeliveredError(Undelivered.TIMEOUT)
        raise UndeliveredError(Undelivered.CONNECTION_LOST)

    def _next_line(self, end: float) -> _Line | None:
        with self._condition:
            self._condition.wait_for(
                lambda: bool(self._lines) or self._given_up, end - time.monotonic()
            )
            if not self._lines:
                return None
            self._turn += 1
            return self._lines[self._turn % len(self._lines)]

    def _send(self, envelope: Envelope, line: _Line) -> _Waiting:
        waiting = _Waiting(line)
        with self._condition:
            self._waiting[envelope.id] = waiting
        fault = self._faults.take("socket", outgoing=True)
        if fault is not None and fault.trouble is Trouble.DROPPED_BEFORE:
            self._break(line)
            return waiting
        if not line.send(_written(envelope)):
            self._gone(line)
        if fault is not None and fault.trouble is Trouble.DROPPED_AFTER:
            self._break(line)
        return waiting

    def _acknowledged(self, envelope: Envelope, waiting: _Waiting, end: float) -> bool:
        with self._condition:
            self._condition.wait_for(
                lambda: waiting.acknowledged or not waiting.line.open, end - time.monotonic()
            )
            self._waiting.pop(envelope.id, None)
            return waiting.acknowledged

    def drop(self) -> None:
        """Break all connections without a goodbye, as a network does."""
        for line in tuple(self._lines):
            self._break(line)

    def _break(self, line: _Line) -> None:
        self._gone(line)
        line.loop.call_soon_threadsafe(self._cut, line.socket)

    def refresh(self, reason: str = "refresh_requested") -> None:
        """Ask all clients to connect anew; a `warning` comes about ten seconds ahead.

        The old connections end as the new ones come.
        """
        message: Json = {
            "type": "disconnect",
            "reason": reason,
            "debug_info": {"host": "localhost"},
        }
        with self._condition:
            self._retiring = list(self._lines)
        for line in tuple(self._retiring):
            line.send(message)

    def close(self) -> None:
        """Break all connections; nobody waits for another one."""
        with self._condition:
            self._given_up = True
            self._condition.notify_all()
        self.drop()

    def _gone(self, line: _Line) -> None:
        with self._condition:
            line.open = False
            if line in self._lines:
                self._lines.remove(line)
            self._condition.notify_all()

    # in the server's loop

    async def serve(self, socket: WebSocket) -> None:
        """One connection, from hello to its end."""
        await socket.accept()
        if len(self._lines) >= limits.SOCKET_CONNECTIONS:
            await socket.close(code=4000, reason="too_many_websockets")
            return
        line = _Line(socket, asyncio.get_running_loop(), self._ids.number("line"))
        await socket.send_text(json.dumps(self._hello(line)))
        with self._condition:
            self._given_up = False
            self._lines.append(line)
            old = self._retiring.pop(0) if self._retiring else None
            self._condition.notify_all()
        if old is not None:
            await old.socket.close()
        self._on_connect()
        try:
            while True:
                self._heard(await socket.receive_text())
        except WebSocketDisconnect:
            pass
        finally:
            self._gone(line)

    def _hello(self, line: _Line) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._lines) + 1,
            "debug_info": {
                "host": f"applink-{line.number}",
                "build_number": 1,
                "approximate_connection_time": 18060,
            },
            "connection_info": {"app_id": self._app_id},
        }

    def _heard(self, text: str) -> None:
        try:
            message = json.loads(text)
        except json.JSONDecodeError:
            return
        if not isinstance(message, dict):
            return
        with self._condition:
            waiting = self._waiting.get(str(message.get("envelope_id")))
            if waiting is not None:
                waiting.reply = _unwrapped(message.get("payload"))
                waiting.acknowledged = True
                self._condition.notify_all()


def _unwrapped(payload: Json | None) -> Reply:
    """The SDK sends a bare text as `{"text": …}`; an empty payload is a bare ack."""
    return payload or None


def _written(envelope: Envelope) -> Json:
    body: Json = {
        "envelope_id": envelope.id,
        "type": envelope.kind.value,
        "payload": envelope.payload,
        "accepts_response_payload": envelope.kind is not Kind.EVENT,
    }
    if envelope.kind is Kind.EVENT:
        body |= {"retry_attempt": envelope.retry, "retry_reason": envelope.retry_reason}
    return body
