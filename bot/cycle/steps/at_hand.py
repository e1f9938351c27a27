"""Which meeting is meant where none is named."""

from collections.abc import Iterable

from bot.access import Place
from bot.work import Work
from storage.queries import meetings
from storage.tables import Meeting
from storage.vocabulary import MeetingState

_OVER = (MeetingState.APPROVED, MeetingState.CANCELLED)


def meeting_at_hand(work: Work, place: Place) -> Meeting | None:
    """The separate meeting whose channel it is, or the joint meeting people talk about.

    That is the one in session, or else the first whose minutes aren't approved.
    """
    if place.meeting is not None:
        return place.meeting
    held = meetings.of_series(work.session, place.series.id, place.member.organisation_id)
    return current(each for each in held if each.vendor_id is None)


def current(held: Iterable[Meeting]) -> Meeting | None:
    """Of several meetings, the one in session, or else the first that isn't over."""
    going = sorted(
        (each for each in held if each.state not in _OVER),
        key=lambda each: (each.state is not MeetingState.IN_SESSION, each.starts_at, each.id),
    )
    return going[0] if going else None
