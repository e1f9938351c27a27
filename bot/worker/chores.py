"""What the clock does: a due row's kind → the use case."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from bot.ports import Clockwork
from bot.work import House
from storage.vocabulary import JobKind

Chore: TypeAlias = Callable[[House, Mapping[str, Any], Clockwork], None]

CHORES: dict[JobKind, Chore] = {}
