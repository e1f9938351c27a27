"""Who comes: what people may answer, and what their answers make of their organisation's."""

from collections.abc import Collection
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.errors import Unclear, WrongMoment
from bot.texts import msg
from storage.vocabulary import AttendanceState, MeetingState

LONGEST_REASON = 300  # characters

LONGEST_OVERRUN = timedelta(hours=4)
"""How long after its end somebody may have left a meeting; a later hour is a slip of the pen."""

WERE_THERE = (AttendanceState.PRESENT, AttendanceState.LEFT_EARLY)

COMES = (AttendanceState.ACCEPTED, *WERE_THERE)

_OPEN = (
    MeetingState.PLANNED,
    MeetingState.COLLECTING,
    MeetingState.AGENDA_SENT,
    MeetingState.IN_SESSION,
)


def may_be_answered(meeting: MeetingState) -> bool:
    return meeting in _OPEN


def may_answer(meeting: MeetingState) -> None:
    """People answer until the meeting has ended."""
    if not may_be_answered(meeting):
        raise WrongMoment(msg("attendance.over", state=meeting))


def may_correct(meeting: MeetingState) -> None:
    """The organiser corrects the list until the minutes are approved."""
    if meeting in (MeetingState.APPROVED, MeetingState.CANCELLED):
        raise WrongMoment(msg("attendance.over", state=meeting))


def organisation(said: AttendanceState, people: Collection[AttendanceState]) -> AttendanceState:
    """An organisation's state: presence before promises, people before what was `said` for all.

    `people` holds a state for each person who could come, INVITED for those who are silent.
    """
    for there in WERE_THERE:
        if there is said or there in people:
            return there
    if AttendanceState.ACCEPTED in people:
        return AttendanceState.ACCEPTED
    if people and set(people) == {AttendanceState.APOLOGIES}:
        return AttendanceState.APOLOGIES
    return said


def after_answering(before: AttendanceState, answer: AttendanceState) -> AttendanceState:
    """Whom the organiser has noted as there, has been there whatever they answer."""
    return before if before in WERE_THERE else answer


def after_noting(answered: AttendanceState, *, there: bool, left: bool) -> AttendanceState:
    """What the organiser's list makes of a person; taken off it, they stand as they answered."""
    if left:
        return AttendanceState.LEFT_EARLY
    return AttendanceState.PRESENT if there else answered


def after_apologies_of_all(answered: AttendanceState) -> AttendanceState:
    """Apologies of a whole organisation also take back what its people promised before."""
    promised = answered is AttendanceState.ACCEPTED
    return AttendanceState.APOLOGIES if promised else answered


def checked_apologies(*, for_all: bool, substitute: str) -> None:
    """`substitute`: a name, empty for none. Where nobody comes, nobody comes instead."""
    if for_all and substitute:
        raise Unclear(msg("attendance.all_and_substitute"), field="substitute")


def may_stand_in(name: str, *, themselves: bool, app: bool, could_come: bool) -> None:
    """A substitute is a colleague; `could_come`: of the organisation, and no observer."""
    if themselves or app or not could_come:
        raise Unclear(msg("attendance.no_substitute", name=name), field="substitute")


def left_at(hour: time, starts_at: datetime, ends_at: datetime, zone: str) -> datetime:
    """The moment at which somebody left, from the hour alone; a meeting may cross midnight."""
    local = starts_at.astimezone(ZoneInfo(zone))
    for day in (local.date(), local.date() + timedelta(days=1)):
        moment = datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)
        if starts_at <= moment <= ends_at + LONGEST_OVERRUN:
            return moment
    raise Unclear(msg("attendance.left_outside", starts=starts_at, ends=ends_at), field="left_at")
