"""Payload → typed values → one use case → one view, a file a feature."""

from collections.abc import Callable, Sequence

from bot.slack.front import Front
from bot.slack.listeners import (
    actions,
    attendance,
    comments,
    entries,
    home,
    joining,
    meetings,
    minutes,
    people,
    polls,
    proposals,
    series,
    session,
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
    session.register,
    entries.register,
    comments.register,
    minutes.register,
    actions.register,
)
