"""Who comes: what an organisation may answer, and what presence makes of it."""

from bot.errors import WrongMoment
from bot.texts import msg
from storage.vocabulary import AttendanceState, MeetingState

LONGEST_REASON = 300  # characters

_OPEN = (
    MeetingState.PLANNED,
    MeetingState.COLLECTING,
    MeetingState.AGENDA_SENT,
    MeetingState.IN_SESSION,
)


def may_be_answered(meeting: MeetingState) -> bool:
    return meeting in _OPEN


def may_answer(meeting: MeetingState) -> None:
    """Organisations answer until the meeting has ended."""
    if not may_be_answered(meeting):
        raise WrongMoment(msg("attendance.over", state=meeting))


def may_correct(meeting: MeetingState) -> None:
    """The organiser corrects the list until the minutes are approved."""
    if meeting in (MeetingState.APPROVED, MeetingState.CANCELLED):
        raise WrongMoment(msg("attendance.over", state=meeting))


def settled(answered: AttendanceState, *, somebody_there: bool) -> AttendanceState:
    """Who is there is present whatever was answered; who isn't, is no longer."""
    if somebody_there:
        return AttendanceState.PRESENT
    return AttendanceState.ACCEPTED if answered is AttendanceState.PRESENT else answered
