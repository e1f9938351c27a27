"""The status prompts in the direct messages of those who speak for vendors."""

from bot.cycle.steps import voices
from bot.work import Work
from storage.queries import status as rows
from storage.tables import Meeting, StatusRound
from storage.vocabulary import CardKind


def show(work: Work, asked: StatusRound, meeting: Meeting) -> None:
    """Posts a prompt to everybody who speaks for the vendor, or brings it up to date."""
    work.session.flush()
    for speaker in voices.of(work, meeting.series_id, asked.organisation_id, meeting.id):
        work.project(
            CardKind.STATUS_PROMPT,
            asked.id,
            speaker.user,
            series=meeting.series_id,
            meeting=meeting.id,
        )
    work.reproject(CardKind.STATUS_PROMPT, asked.id, series=meeting.series_id, meeting=meeting.id)


def refresh(work: Work, meeting: Meeting) -> None:
    """Brings all prompts of a meeting up to date: when it is over, they lose their buttons."""
    for asked in rows.rounds(work.session, meeting.id):
        show(work, asked, meeting)
