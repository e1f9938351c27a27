"""What each kind of card shows: row ids → use case that reads → view."""

from collections.abc import Callable
from typing import TypeAlias

from bot.cycle import (
    absences,
    agenda,
    attendance,
    cards,
    inquiries,
    joining,
    minutes,
    polls,
    reminders,
    session,
    status,
)
from bot.ports import By
from bot.slack.replies import Reply
from bot.slack.views import absences as absence_views
from bot.slack.views import actions as action_views
from bot.slack.views import agenda as agenda_views
from bot.slack.views import attendance as attendance_views
from bot.slack.views import inquiries as inquiry_views
from bot.slack.views import joining as joining_views
from bot.slack.views import minutes as minutes_views
from bot.slack.views import polls as poll_views
from bot.slack.views import session as session_views
from bot.slack.views import status as status_views
from bot.slack.words import Tongues
from bot.texts import Words
from bot.work import House
from storage.vocabulary import (
    AbsenceId,
    CardKind,
    CardRef,
    ChannelId,
    InquiryId,
    JoinRequestId,
    MeetingId,
    PollId,
    RoundId,
)

Projection: TypeAlias = Callable[[House, Tongues, CardRef, By], Reply | None]


def project(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    """The card's message now; None when what it showed no longer exists."""
    return PROJECTIONS[ref.kind](house, tongues, ref, by)


def _agenda(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    shown = agenda.card(house, MeetingId(ref.subject), ChannelId(ref.audience), by=by)
    if shown is None:
        return None
    return agenda_views.card(shown, tongues.to(shown.meeting.language, shown.meeting.zone))


def _poll(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    shown = polls.card(house, PollId(ref.subject), ref.audience, by=by)
    return poll_views.card(shown, _words(house, tongues, ref, by)) if shown else None


def _status_prompt(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    shown = status.card(house, RoundId(ref.subject), ref.audience, by=by)
    return status_views.prompt(shown, _words(house, tongues, ref, by)) if shown else None


def _join_request(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    shown = joining.card(house, JoinRequestId(ref.subject), ref.audience, by=by)
    return joining_views.card(shown, tongues.to(shown.language, shown.zone)) if shown else None


def _panel(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    shown = session.panel(house, MeetingId(ref.subject), ref.audience, by=by)
    return session_views.panel(shown, _words(house, tongues, ref, by)) if shown else None


def _minutes(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    shown = minutes.card(house, MeetingId(ref.subject), ChannelId(ref.audience), by=by)
    if shown is None:
        return None
    return minutes_views.card(shown, tongues.to(shown.meeting.language, shown.meeting.zone))


def _digest(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    shown = reminders.digest(house, ref.subject, ref.audience, by=by)
    return action_views.digest(shown, _words(house, tongues, ref, by)) if shown else None


def _inquiry(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    shown = inquiries.card(house, InquiryId(ref.subject), ref.audience, by=by)
    return inquiry_views.card(shown, _words(house, tongues, ref, by)) if shown else None


def _published_answer(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    shown = inquiries.answer_card(house, InquiryId(ref.subject), by=by)
    return inquiry_views.answer_card(shown, _words(house, tongues, ref, by)) if shown else None


def _invitation(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    shown = attendance.invitation(house, MeetingId(ref.subject), ref.audience, by=by)
    return attendance_views.invitation(shown, _words(house, tongues, ref, by)) if shown else None


def _absence(house: House, tongues: Tongues, ref: CardRef, by: By) -> Reply | None:
    shown = absences.card(house, AbsenceId(ref.subject), ref.audience, by=by)
    return absence_views.card(shown, _words(house, tongues, ref, by)) if shown else None


def _words(house: House, tongues: Tongues, ref: CardRef, by: By) -> Words:
    """The words of whoever the card is for: a channel's series, or a person."""
    language, zone = cards.language_for(house, ref.audience, by=by)
    return tongues.to(language or tongues.default, zone)


PROJECTIONS: dict[CardKind, Projection] = {
    CardKind.ABSENCE: _absence,
    CardKind.AGENDA: _agenda,
    CardKind.DIGEST: _digest,
    CardKind.INQUIRY: _inquiry,
    CardKind.INVITATION: _invitation,
    CardKind.JOIN_REQUEST: _join_request,
    CardKind.MINUTES: _minutes,
    CardKind.PANEL: _panel,
    CardKind.POLL: _poll,
    CardKind.PUBLISHED_ANSWER: _published_answer,
    CardKind.STATUS_PROMPT: _status_prompt,
}
