"""Payload → typed values → one use case → one view, a file a feature."""

from collections.abc import Callable, Sequence

from bot.slack.front import Front
from bot.slack.listeners import (
    actions,
    agenda,
    attendance,
    choosing,
    comments,
    deferrals,
    documents,
    entries,
    home,
    joining,
    meetings,
    minutes,
    ordering,
    people,
    polls,
    proposals,
    series,
    session,
    shortcuts,
    status,
    support,
    waiting,
)

LISTENERS: Sequence[Callable[[Front], None]] = (
    proposals.register,
    agenda.register,
    ordering.register,
    deferrals.register,
    waiting.register,
    support.register,
    documents.register,
    shortcuts.register,
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
    choosing.register,
)
