"""The status prompts in the direct messages of vendors' contacts."""

from bot.work import Work
from storage.queries import people
from storage.queries import status as rows
from storage.tables import Meeting, StatusRound
from storage.vocabulary import CardKind


def show(work: Work, asked: StatusRound, meeting: Meeting) -> None:
    """Posts a prompt to every contact of the vendor, or brings it up to date."""
    work.session.flush()
    for contact in people.contacts(work.session, meeting.series_id, asked.organisation_id):
        work.project(
            CardKind.STATUS_PROMPT,
            asked.id,
            contact.user,
            series=meeting.series_id,
            meeting=meeting.id,
        )


def refresh(work: Work, meeting: Meeting) -> None:
    """Brings all prompts of a meeting up to date: when it is over, they lose their buttons."""
    for asked in rows.rounds(work.session, meeting.id):
        show(work, asked, meeting)
