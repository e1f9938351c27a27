"""Papers asked for inside one transaction; they are made and delivered afterwards."""

from bot.work import Work
from storage.tables import Meeting
from storage.vocabulary import DocumentKind, JobKind


def ask_for(
    work: Work, meeting: Meeting, kind: DocumentKind, supplement: int | None = None
) -> None:
    """Has a paper made and sent to the meeting's channel; of supplements each by its number."""
    numbered = f":{supplement}" if supplement else ""
    work.later(
        JobKind.RENDER,
        f"render:{kind.value}:{meeting.id}{numbered}",
        {"meeting": meeting.id, "kind": kind.value, "supplement": supplement},
        series=meeting.series_id,
        meeting=meeting.id,
    )
