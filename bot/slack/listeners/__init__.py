"""Payload → typed values → one use case → one view, a file a feature."""

from collections.abc import Callable, Sequence

from bot.slack.front import Front
from bot.slack.listeners import polls, proposals

LISTENERS: Sequence[Callable[[Front], None]] = (
    proposals.register,
    polls.register,
)
