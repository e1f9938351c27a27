"""Papers as they were sent."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Integer, LargeBinary, UniqueConstraint
from sqlmodel import Field

from storage.columns import UtcTime, word
from storage.tables.base import Table
from storage.vocabulary import DocumentId, DocumentKind, Language, MeetingId


class Document(Table, table=True):
    """Bytes and checksum of a paper; a correction is a new version."""

    __tablename__ = "documents"
    __table_args__ = (
        UniqueConstraint("meeting_id", "kind", "version"),
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint("length(sha256) = 64", name="sha256"),
    )

    id: DocumentId = Field(default=None, sa_type=Integer, primary_key=True)
    meeting_id: MeetingId = Field(sa_type=Integer, foreign_key="meetings.id", index=True)
    kind: DocumentKind = word(DocumentKind, "kind")
    version: int
    language: Language = word(Language, "language")
    filename: str = Field(max_length=200)
    sha256: str
    content: bytes = Field(sa_type=LargeBinary)
    slack_file: str = ""  # Slack's id of the upload
    made_at: datetime = Field(sa_type=UtcTime)
