"""The organiser's agenda: order, deferral, freeze and sending."""

from bot import access
from bot.cycle.steps.reading import agenda_of
from bot.errors import NotFound
from bot.ports import By
from bot.results.agenda import Agenda
from bot.work import House
from storage.vocabulary import ChannelId, MeetingId


def show(house: House, meeting_id: MeetingId, *, by: By) -> Agenda:
    """A meeting's agenda as it stands."""
    with house.look(by) as work:
        _, meeting = access.meeting(work, meeting_id)
        return agenda_of(work, meeting)


def card(house: House, meeting_id: MeetingId, audience: ChannelId, *, by: By) -> Agenda | None:
    """What the card in a channel shows; None if the meeting isn't held there."""
    with house.look(by) as work:
        try:
            _, meeting = access.meeting(work, meeting_id)
        except NotFound:
            return None
        return agenda_of(work, meeting) if meeting.channel == audience else None
