"""What a meeting must be, and how its state may change before it begins."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.errors import Unclear, WrongMoment
from bot.texts import msg
from storage.vocabulary import MeetingFormat, MeetingState, OrganisationId, Role

LONGEST = timedelta(hours=24)
LONGEST_PLACE = 300  # characters
LONGEST_TITLE = 150  # characters
LONGEST_REASON = 300  # characters
NUMBER_SIGN = "#"
"""Stands for the number in a series' pattern for titles: "Fællesmøde nr. #"."""

GROUP = 8
"""People in a group conversation beside the app (docs.slack.dev, conversations.open)."""


@dataclass(frozen=True)
class MeetingDraft:
    """A meeting as it is planned; number, title and parties follow from the series."""

    starts_at: datetime  # aware
    ends_at: datetime  # aware
    place: str = ""
    format: MeetingFormat = MeetingFormat.JOINT
    vendor_id: OrganisationId | None = None  # of a separate meeting


def checked(draft: MeetingDraft, now: datetime, zone: str) -> MeetingDraft:
    """The draft, or a refusal that names the field."""
    day = draft.starts_at.astimezone(ZoneInfo(zone)).date()
    if draft.starts_at <= now:
        raise Unclear(msg("meetings.past", day=day), field="when")
    if draft.ends_at <= draft.starts_at:
        raise Unclear(msg("meetings.ends_before_start"), field="when")
    if draft.ends_at - draft.starts_at > LONGEST:
        raise Unclear(msg("meetings.too_long"), field="when")
    if len(draft.place) > LONGEST_PLACE:
        raise Unclear(msg("meetings.place_too_long", most=LONGEST_PLACE), field="place")
    return draft


def title_of(pattern: str, number: int, vendor: str = "") -> str:
    """A meeting's title: the pattern with its number, and the vendor of a separate meeting."""
    named = pattern.replace(NUMBER_SIGN, str(number))
    whole = f"{named} – {vendor}" if vendor else named
    return whole[:LONGEST_TITLE]


def after_opening(state: MeetingState) -> MeetingState:
    if state is not MeetingState.PLANNED:
        raise WrongMoment(msg("meetings.not_planned", state=state))
    return MeetingState.COLLECTING


def after_closing(state: MeetingState) -> MeetingState:
    """Takes the opening back."""
    if state is not MeetingState.COLLECTING:
        raise WrongMoment(msg("meetings.not_collecting", state=state))
    return MeetingState.PLANNED


BEFORE_SESSION = (MeetingState.PLANNED, MeetingState.COLLECTING, MeetingState.AGENDA_SENT)


def may_move(state: MeetingState) -> None:
    """A meeting can be put to another time until it begins."""
    if state not in BEFORE_SESSION:
        raise WrongMoment(msg("meetings.begun", state=state))


def after_cancelling(state: MeetingState) -> MeetingState:
    may_move(state)
    return MeetingState.CANCELLED


def after_reinstating(state: MeetingState, before: MeetingState) -> MeetingState:
    """Takes a cancellation back: the state in which the meeting was cancelled."""
    if state is not MeetingState.CANCELLED:
        raise WrongMoment(msg("meetings.not_cancelled", state=state))
    return before


def reason(text: str) -> str:
    """Why others are to live with a change."""
    if not text.strip():
        raise Unclear(msg("meetings.reason_missing"), field="reason")
    if len(text) > LONGEST_REASON:
        raise Unclear(msg("meetings.reason_too_long", most=LONGEST_REASON), field="reason")
    return text.strip()


@dataclass(frozen=True)
class Seat:
    """A person who may be put into the group conversation of a separate meeting."""

    user: str
    role: Role
    is_contact: bool
    of_vendor: bool


def group(seats: Iterable[Seat]) -> list[str]:
    """Who is in the group: the vendor's people and the organisers first, then contacts.

    Slack holds eight; observers and whoever has no room read the papers.
    """

    def order(seat: Seat) -> tuple[bool, bool, bool]:
        needed = seat.of_vendor or seat.role is Role.ORGANIZER
        return not needed, not seat.is_contact, not seat.of_vendor

    invited = [seat for seat in seats if seat.role is not Role.OBSERVER]
    return [seat.user for seat in sorted(invited, key=order)[:GROUP]]
