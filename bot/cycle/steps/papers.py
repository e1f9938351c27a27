"""Papers asked for inside one transaction; they are made and delivered afterwards."""

from bot.work import Work
from storage.tables import Meeting
from storage.vocabulary import DocumentKind, JobKind


def ask_for(work: Work, meeting: Meeting, kind: DocumentKind) -> None:
    """Has a paper made and sent to the meeting's channel."""
    work.later(
        JobKind.RENDER,
        f"render:{kind.value}:{meeting.id}",
        {"meeting": meeting.id, "kind": kind.value},
        series=meeting.series_id,
        meeting=meeting.id,
    )
