"""Changes to an agenda that was sent go out together, as a numbered supplement."""

from bot import access
from bot.access import Right
from bot.cycle.steps import supplements
from bot.cycle.steps.meetings import show
from bot.cycle.steps.papers import ask_for
from bot.ports import Clockwork
from bot.rules import documents as rules
from bot.work import House
from storage.queries import agenda
from storage.vocabulary import DocumentKind, MeetingId


def send(house: House, meeting_id: MeetingId, *, by: Clockwork) -> None:
    """Numbers what changed since the last paper; if all is as it was, nothing goes out."""
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        rules.may_make(DocumentKind.SUPPLEMENT, meeting.state)
        if not supplements.changes(work, meeting, None):
            agenda.tell_changes(work.session, meeting, 0)
            return
        meeting.supplements += 1
        work.session.add(meeting)
        agenda.tell_changes(work.session, meeting, meeting.supplements)
        work.session.flush()
        ask_for(work, meeting, DocumentKind.SUPPLEMENT, meeting.supplements)
        work.note(
            "agenda.supplement",
            f"meeting:{meeting.id}",
            series=meeting.series_id,
            meeting=meeting.id,
            after={"supplement": meeting.supplements},
        )
        show(work, meeting)
