"""What the rooms need of the world outside, as protocols that `wiring` fills."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.texts import Message
from storage.vocabulary import JobId, JobKind, Person, Tenant


class Clock(Protocol):
    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class Ids(Protocol):
    def new(self) -> str:
        """An id that nobody has had: for calendar UIDs, faults and workers."""
        ...


@dataclass(frozen=True)
class Asker:
    """Who asks, and the id of the request, under which it has its effect once."""

    person: Person
    tenant: Tenant
    request: str
    remarks: list[Message] = field(default_factory=list, compare=False, repr=False)
    """What they are told beside the answer: how something that they typed was understood."""


@dataclass(frozen=True)
class Clockwork:
    """Referent itself, acting by the clock."""

    tenant: Tenant
    request: str


By = Asker | Clockwork


@dataclass(frozen=True)
class Delivery:
    """A claimed job that speaks to Slack.

    `again` says that an earlier attempt may have reached Slack: look before posting.
    """

    id: JobId
    kind: JobKind
    tenant: Tenant
    lane: str
    payload: Mapping[str, Any]
    again: bool
    remember: Callable[[Mapping[str, Any]], None]
    """Stores progress in the job's payload at once, for the attempt after a crash."""


class DeliveryFailed(Exception):  # noqa: N818 the worker's word
    """Slack didn't take it. `retry_after` in seconds as Slack asked, None to back off.

    `final` says that trying again can't help. `code` is Slack's error code or ours.
    """

    def __init__(self, code: str, *, retry_after: int | None = None, final: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after = retry_after
        self.final = final


class Messenger(Protocol):
    def deliver(self, delivery: Delivery) -> None:
        """Speaks to Slack; raises DeliveryFailed."""
        ...
