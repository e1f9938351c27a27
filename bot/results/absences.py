"""What organisers are shown of an organisation that stays away."""

from dataclasses import dataclass

from bot.results.agenda import ItemLine
from bot.results.meetings import MeetingHead
from storage.vocabulary import AbsenceId, AttendanceState


@dataclass(frozen=True)
class AbsenceNotice:
    """An organisation's answer, and the items that can't be treated without it."""

    id: AbsenceId
    meeting: MeetingHead
    organisation: str
    state: AttendanceState  # what it answered since
    items: tuple[ItemLine, ...]  # still to be treated
    put_off: tuple[ItemLine, ...]  # deferred until it attends
    open: bool  # the meeting hasn't begun
