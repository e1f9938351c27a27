"""Payload → typed values → one use case → one view, a file a feature."""

from collections.abc import Callable, Sequence

from bot.slack.front import Front
from bot.slack.listeners import (
    attendance,
    home,
    joining,
    meetings,
    people,
    polls,
    proposals,
    series,
    status,
)

LISTENERS: Sequence[Callable[[Front], None]] = (
    proposals.register,
    polls.register,
    status.register,
    meetings.register,
    attendance.register,
    people.register,
    joining.register,
    series.register,
    home.register,
)
