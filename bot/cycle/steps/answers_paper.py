"""Where answers that all got are printed: in the minutes of the joint meeting at hand."""

from bot.cycle.steps.at_hand import current
from bot.work import Work
from storage.queries import inquiries, meetings
from storage.vocabulary import MeetingState, SeriesId


def find_paper(work: Work, series_id: SeriesId) -> None:
    """Gives those that no minutes print, or a cancelled meeting's, to the joint meeting at hand.

    Minutes that are out for remarks get no more of them. With no meeting planned they wait.
    """
    work.session.flush()
    held = meetings.ahead(work.session, series_id, None, work.now)
    at_hand = current(
        each for each in held if each.vendor_id is None and each.state is not MeetingState.IN_REVIEW
    )
    for inquiry in inquiries.without_paper(work.session, series_id):
        inquiry.meeting_id = at_hand.id if at_hand else None
        work.session.add(inquiry)
    work.session.flush()
