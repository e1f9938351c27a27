"""Papers with their metadata, for the operator's archive or case system."""

from dataclasses import dataclass
from datetime import datetime

from bot.work import House
from storage.queries import documents
from storage.vocabulary import DocumentKind, Language, MeetingFormat


@dataclass(frozen=True)
class Archived:
    """One paper as it was sent, with what a case system asks for."""

    series: str
    meeting: int
    format: MeetingFormat
    vendor: str  # short name; empty for a joint meeting
    starts_at: datetime
    kind: DocumentKind
    version: int
    language: Language
    filename: str
    sha256: str
    made_at: datetime
    content: bytes


def papers(house: House) -> tuple[Archived, ...]:
    """Every paper of every series, oldest first: only the operator asks for this."""
    with house.database.look() as session:
        return tuple(
            Archived(
                series=series.name,
                meeting=meeting.number,
                format=meeting.format,
                vendor=vendor.short_name if vendor else "",
                starts_at=meeting.starts_at,
                kind=paper.kind,
                version=paper.version,
                language=paper.language,
                filename=paper.filename,
                sha256=paper.sha256,
                made_at=paper.made_at,
                content=paper.content,
            )
            for paper, meeting, series, vendor in documents.archive(session)
        )
