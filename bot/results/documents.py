"""What is shown of a meeting's papers."""

from dataclasses import dataclass
from datetime import datetime

from bot.results.meetings import MeetingHead
from storage.vocabulary import DocumentId, DocumentKind


@dataclass(frozen=True)
class PaperLine:
    id: DocumentId
    kind: DocumentKind
    version: int
    filename: str
    made_at: datetime


@dataclass(frozen=True)
class Papers:
    """A meeting's papers, the newest first."""

    meeting: MeetingHead
    papers: tuple[PaperLine, ...]


@dataclass(frozen=True)
class PaperSent:
    """A paper is on its way to the one who asked."""

    paper: PaperLine
    meeting: MeetingHead
