"""Brings events and interactions to the app, and brings events again that weren't acknowledged.

https://docs.slack.dev/apis/events-api
"""

import contextlib
import heapq
import threading
from dataclasses import dataclass, field
from datetime import timedelta

from bot.demo import limits
from bot.demo.clock import Clock, SimulatedClock
from bot.demo.envelopes import Envelope, Kind, Reply, Transport, Undelivered, UndeliveredError
from bot.demo.faults import Fault, Faults, Trouble
from bot.demo.ids import Ids
from bot.demo.model import Json

_WORKERS = 4
_LOOK_AGAIN = 1.0  # s; a flowing clock reaches a retry's moment by itself

_RETRY_REASONS = {
    Undelivered.TIMEOUT: "http_timeout",
    Undelivered.HTTP_ERROR: "http_error",
}


class Delivery:
    """What became of an event."""

    def __init__(self) -> None:
        self._settled = threading.Event()
        self.acknowledged = False
        self.attempts = 0

    def settle(self) -> None:
        self._settled.set()

    def wait(self, seconds: float) -> bool:
        """Until the first attempt ended or had to be put off; whether it did in time."""
        return self._settled.wait(seconds)


@dataclass(order=True)
class _Pending:
    due: float
    number: int
    envelope: Envelope = field(compare=False)
    delivery: Delivery = field(compare=False)


class Courier:
    def __init__(self, clock: Clock, ids: Ids, faults: Faults, *, patience: float) -> None:
        """`patience`: seconds of real time that the app has for an ack."""
        self.patience = patience
        self.transport: Transport | None = None
        self._clock = clock
        self._ids = ids
        self._faults = faults
        self._condition = threading.Condition()
        self._queue: list[_Pending] = []
        self._parked: list[_Pending] = []
        self._held: list[_Pending] = []
        self._workers: list[threading.Thread] = []
        self._closed = False
        self._unsubscribe = (
            clock.subscribe(lambda _: self._look())
            if isinstance(clock, SimulatedClock)
            else lambda: None
        )

    def connect(self, transport: Transport) -> None:
        """The road to the app from now on; what waited for one goes out."""
        if self.transport is not None and self.transport is not transport:
            self.transport.close()
        self.transport = transport
        self.wake()

    @property
    def connected(self) -> bool:
        return self.transport is not None and self.transport.connected

    @property
    def retrying(self) -> int:
        """How many events wait for the moment of their next attempt."""
        with self._condition:
            return sum(1 for item in self._queue if item.envelope.retry)

    def close(self) -> None:
        with self._condition:
            self._closed = True
            self._condition.notify_all()
        self._unsubscribe()
        if self.transport is not None:
            self.transport.close()
        for worker in self._workers:
            worker.join(timeout=self.patience + 1)

    # interactions: the person waits

    def request(self, kind: Kind, payload: Json) -> Reply:
        """Deliver once and wait for the ack; UndeliveredError says what the person is told."""
        fault = self._faults.take(kind.value, outgoing=True)
        try:
            return self._send(Envelope(self._ids.next("En"), kind, payload), fault)
        finally:
            self._release()

    def _send(self, envelope: Envelope, fault: Fault | None) -> Reply:
        if self.transport is None:
            raise UndeliveredError(Undelivered.NO_CONNECTION)
        reply = self.transport.deliver(envelope, patience=self.patience)
        if fault is not None and fault.trouble is Trouble.DUPLICATE:
            again = Envelope(self._ids.next("En"), envelope.kind, envelope.payload, envelope.retry)
            with contextlib.suppress(UndeliveredError):
                self.transport.deliver(again, patience=self.patience)
        return reply

    # events: nobody waits

    def announce(self, payload: Json) -> Delivery:
        """Deliver when a worker gets to it; again at once, after 1 and after 5 minutes."""
        delivery = Delivery()
        self._enqueue(Envelope(self._ids.next("En"), Kind.EVENT, payload), delivery)
        return delivery

    def _enqueue(
        self, envelope: Envelope, delivery: Delivery, delay: timedelta = timedelta(0)
    ) -> None:
        with self._condition:
            due = (self._clock.now() + delay).timestamp()
            heapq.heappush(
                self._queue, _Pending(due, self._ids.number("delivery"), envelope, delivery)
            )
            if not self._workers and not self._closed:
                self._workers = [
                    threading.Thread(target=self._work, name=f"courier-{n}", daemon=True)
                    for n in range(_WORKERS)
                ]
                for worker in self._workers:
                    worker.start()
            self._condition.notify_all()

    def wake(self) -> None:
        """A connection has come: what was parked goes out."""
        with self._condition:
            parked, self._parked = self._parked, []
        for item in parked:
            self._enqueue(item.envelope, item.delivery)

    def _look(self) -> None:
        with self._condition:
            self._condition.notify_all()

    def _release(self) -> None:
        with self._condition:
            held, self._held = self._held, []
        for item in held:
            self._enqueue(item.envelope, item.delivery)

    def _work(self) -> None:
        while (item := self._next()) is not None:
            self._attempt(item)

    def _next(self) -> _Pending | None:
        with self._condition:
            while not self._closed:
                now = self._clock.now().timestamp()
                if self._queue and self._queue[0].due <= now:
                    return heapq.heappop(self._queue)
                self._condition.wait(_LOOK_AGAIN if self._queue else None)
        return None

    def _attempt(self, item: _Pending) -> None:
        fault = self._faults.take(Kind.EVENT.value, outgoing=True)
        if fault is not None and fault.trouble is Trouble.REORDER:
            with self._condition:
                self._held.append(item)
            item.delivery.settle()
            return
        try:
            self._send(item.envelope, fault)
        except UndeliveredError as lost:
            self._put_off(item, lost.reason)
        else:
            item.delivery.attempts += 1
            item.delivery.acknowledged = True
        item.delivery.settle()
        self._release()

    def _put_off(self, item: _Pending, reason: Undelivered) -> None:
        if reason in (Undelivered.NO_CONNECTION, Undelivered.CONNECTION_LOST):
            with self._condition:
                self._parked.append(item)
            if self.connected:
                self.wake()
            return
        item.delivery.attempts += 1
        done = item.envelope.retry
        if done < len(limits.EVENT_RETRIES):
            again = Envelope(
                id=self._ids.next("En"),
                kind=Kind.EVENT,
                payload=item.envelope.payload,
                retry=done + 1,
                retry_reason=_RETRY_REASONS[reason],
            )
            self._enqueue(again, item.delivery, limits.EVENT_RETRIES[done])
