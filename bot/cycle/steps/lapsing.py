"""What was sent back to its proposer and never sent again, at its meeting's end."""

from bot.cycle.steps.proposing import changed
from bot.cycle.steps.telling import tell_proposer
from bot.rules.items import after_lapsing
from bot.work import Work
from storage.queries import agenda
from storage.tables import Meeting
from storage.vocabulary import ItemState


def lapse(work: Work, meeting: Meeting) -> None:
    """Such an item is withdrawn; its proposer may propose it for the next meeting."""
    for item in agenda.of_meeting(work.session, meeting.id, [ItemState.RETURNED]):
        item.state = after_lapsing(item.state)
        work.session.add(item)
        changed(work, "proposals.lapse", item, meeting)
        tell_proposer(work, item, meeting, "taking_off.told_lapsed")
