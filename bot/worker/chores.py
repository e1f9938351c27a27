"""What the clock does: a due row's kind → the use case."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias

from bot.cycle import (
    agenda,
    documents,
    meetings,
    minutes,
    polls,
    reminders,
    session,
    status,
    supplements,
)
from bot.ports import Clockwork
from bot.work import House
from storage.vocabulary import DocumentKind, JobKind, MeetingId, PollId, SeriesId

Chore: TypeAlias = Callable[[House, Mapping[str, Any], Clockwork], None]


def _close_poll(house: House, payload: Mapping[str, Any], by: Clockwork) -> None:
    polls.close_due(house, PollId(payload["poll"]), by=by)


def _ask_status(house: House, payload: Mapping[str, Any], by: Clockwork) -> None:
    status.ask(house, MeetingId(payload["meeting"]), by=by)


def _remind_status(house: House, payload: Mapping[str, Any], by: Clockwork) -> None:
    status.remind(house, MeetingId(payload["meeting"]), by=by)


def _open_for_items(house: House, payload: Mapping[str, Any], by: Clockwork) -> None:
    meetings.open_for_items(house, MeetingId(payload["meeting"]), by=by)


def _start_panel(house: House, payload: Mapping[str, Any], by: Clockwork) -> None:
    session.offer_panel(house, MeetingId(payload["meeting"]), by=by)


def _end_comments(house: House, payload: Mapping[str, Any], by: Clockwork) -> None:
    minutes.end_comments(house, MeetingId(payload["meeting"]), by=by)


def _follow_up(house: House, payload: Mapping[str, Any], by: Clockwork) -> None:
    since = payload.get("since")
    reminders.follow_up(
        house, SeriesId(payload["series"]), date.fromisoformat(since) if since else None, by=by
    )


def _freeze(house: House, payload: Mapping[str, Any], by: Clockwork) -> None:
    agenda.freeze_due(house, MeetingId(payload["meeting"]), by=by)


def _render(house: House, payload: Mapping[str, Any], by: Clockwork) -> None:
    kind = DocumentKind(payload["kind"])
    documents.render(house, MeetingId(payload["meeting"]), kind, payload.get("supplement"), by=by)


def _supplement(house: House, payload: Mapping[str, Any], by: Clockwork) -> None:
    supplements.send(house, MeetingId(payload["meeting"]), by=by)


CHORES: dict[JobKind, Chore] = {
    JobKind.OPEN_FOR_ITEMS: _open_for_items,
    JobKind.ASK_STATUS: _ask_status,
    JobKind.FREEZE: _freeze,
    JobKind.RENDER: _render,
    JobKind.SUPPLEMENT: _supplement,
    JobKind.CLOSE_POLL: _close_poll,
    JobKind.REMIND_STATUS: _remind_status,
    JobKind.START_PANEL: _start_panel,
    JobKind.END_COMMENTS: _end_comments,
    JobKind.FOLLOW_UP: _follow_up,
}
