"""What is shown of questions that were asked in private."""

from dataclasses import dataclass
from datetime import datetime

from bot.results.series import SeriesHead
from storage.vocabulary import InquiryId, InquiryState, OrganisationId


@dataclass(frozen=True)
class Published:
    """Question and answer as everybody reads them: nothing in it leads to who asked."""

    number: int
    question: str
    answer: str
    answered_by: str  # organisation; empty if it isn't said
    published_at: datetime


@dataclass(frozen=True)
class InquiryLine:
    """A question before its asker or an organiser."""

    id: InquiryId
    series: SeriesHead
    asked: str
    asker: str  # "Name, Organisation"
    state: InquiryState
    reason: str
    answer: str  # to all, or to the asker alone
    published: Published | None
    version: int


@dataclass(frozen=True)
class AnswerForm:
    """A question with the organisations that may have answered it."""

    inquiry: InquiryLine
    organisations: tuple[tuple[OrganisationId, str], ...]


@dataclass(frozen=True)
class Inquiries:
    """Answers given to all in a series, newest first, and what concerns the reader alone.

    `own`: questions of theirs that wait, or that were answered to them only.
    """

    series: SeriesHead
    published: tuple[Published, ...]
    own: tuple[InquiryLine, ...]
    takes_part: bool
