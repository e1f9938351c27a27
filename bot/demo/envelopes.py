"""What travels from Slack to an app, whatever the road.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.demo.model import Json


class Kind(StrEnum):
    EVENT = "events_api"
    INTERACTION = "interactive"
    COMMAND = "slash_commands"


@dataclass(frozen=True)
class Envelope:
    """One delivery. `retry` counts attempts before this one, for events only."""

    id: str
    kind: Kind
    payload: Json
    retry: int = 0
    retry_reason: str = ""


class Undelivered(StrEnum):
    """Why an app didn't acknowledge; the words that Slack shows or puts in a retry's reason."""

    NO_CONNECTION = "dispatch_failed"
    CONNECTION_LOST = "connection_failed"
    TIMEOUT = "operation_timeout"
    HTTP_ERROR = "http_error"


class UndeliveredError(Exception):
    def __init__(self, reason: Undelivered) -> None:
        super().__init__(reason.value)
        self.reason = reason


Reply = Json | str | None
"""What an app put in its acknowledgement."""


class Transport(Protocol):
    """A road to one app: Socket Mode, signed HTTP, or a call in the same process."""

    def deliver(self, envelope: Envelope, *, patience: float) -> Reply:
        """Hand over and wait `patience` seconds for the ack; UndeliveredError if none came."""
        ...

    @property
    def connected(self) -> bool: ...

    def close(self) -> None: ...
