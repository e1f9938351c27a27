"""What the clock does: a due row's kind → the use case."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from bot.cycle import polls
from bot.ports import Clockwork
from bot.work import House
from storage.vocabulary import JobKind, PollId

Chore: TypeAlias = Callable[[House, Mapping[str, Any], Clockwork], None]


def _close_poll(house: House, payload: Mapping[str, Any], by: Clockwork) -> None:
    polls.close_due(house, PollId(payload["poll"]), by=by)


CHORES: dict[JobKind, Chore] = {
    JobKind.CLOSE_POLL: _close_poll,
}
