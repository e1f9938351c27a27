"""Papers are made, kept as they were sent, and handed out again."""

import hashlib
from dataclasses import dataclass
from typing import TypeAlias

from bot import access
from bot.access import Place, Right
from bot.cycle.steps import agenda_paper, minutes_paper, paper_head
from bot.cycle.steps.at_hand import meeting_at_hand
from bot.cycle.steps.meetings import show
from bot.cycle.steps.reading import head
from bot.documents import agenda as agenda_docx
from bot.documents import context, filename, invitation
from bot.documents import minutes as minutes_docx
from bot.documents import supplement as supplement_docx
from bot.errors import WrongMoment
from bot.ports import Asker, By
from bot.results.documents import PaperLine, Papers, PaperSent
from bot.rules import documents as rules
from bot.texts import Words, msg
from bot.work import House, Work
from storage.queries import documents, meetings, series
from storage.tables import Document, Meeting
from storage.vocabulary import (
    ChannelId,
    DocumentId,
    DocumentKind,
    MeetingId,
    MeetingState,
)

_Paper: TypeAlias = (
    context.AgendaPaper | context.SupplementPaper | context.MinutesPaper | context.InvitationPaper
)


@dataclass(frozen=True)
class _Gathered:
    """A paper's facts, out of the database, and the version that it becomes."""

    paper: _Paper
    words: Words
    version: int


def render(
    house: House,
    meeting_id: MeetingId,
    kind: DocumentKind,
    supplement: int | None = None,
    *,
    by: By,
) -> None:
    """Makes a paper from the facts as they are now and sends it to the meeting's channel.

    It is printed outside the transaction, which would hold others up. What was sent before
    stays as it is: this is the next version. Of two that are made at once, the database
    refuses one, and its job begins anew.
    """
    gathered = _gather(house, meeting_id, kind, supplement, by)
    content = _printed(house, gathered)
    with house.work(by) as work:
        _, meeting = access.meeting(work, meeting_id)
        rules.may_make(kind, meeting.state)
        document = Document(
            meeting_id=meeting.id,
            kind=kind,
            version=gathered.version,
            language=gathered.words.language,
            filename=filename(kind, gathered.paper.meeting, gathered.words, gathered.version),
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
            made_at=work.now,
        )
        work.session.add(document)
        work.session.flush()
        work.note(
            "documents.render",
            f"document:{document.id}",
            series=meeting.series_id,
            meeting=meeting.id,
            after={"kind": kind.value, "version": document.version, "sha256": document.sha256},
        )
        if meeting.channel:
            work.send_document(
                document.id, meeting.channel, series=meeting.series_id, meeting=meeting.id
            )
        show(work, meeting)


def listed(house: House, meeting_id: MeetingId, *, by: Asker) -> Papers:
    """A meeting's papers."""
    with house.look(by) as work:
        _, meeting = access.meeting(work, meeting_id)
        return _papers(work, meeting)


def here(house: House, channel: ChannelId, *, direct: bool, by: Asker) -> Papers:
    """The papers of the meeting at hand, or of the latest that has any."""
    with house.look(by) as work:
        place = access.place(work, channel, direct=direct)
        for meeting in _likely(work, place):
            if documents.count(work.session, meeting.id):
                return _papers(work, meeting)
        raise WrongMoment(msg("documents.none", series=place.series.name))


def send(house: House, document_id: DocumentId, *, by: Asker) -> PaperSent:
    """Sends a paper to the one who asks, in their direct message."""
    with house.work(by) as work:
        _, document, meeting = access.document(work, document_id)
        work.send_document(
            document.id,
            ChannelId(by.person.user),
            series=meeting.series_id,
            meeting=meeting.id,
        )
        return PaperSent(_line(document), head(work, meeting))


def _gather(
    house: House, meeting_id: MeetingId, kind: DocumentKind, supplement: int | None, by: By
) -> _Gathered:
    with house.look(by) as work:
        member, meeting = access.meeting(work, meeting_id, Right.ORGANIZE)
        rules.may_make(kind, meeting.state)
        held = series.of_meeting(work.session, meeting)
        words = work.texts.words(held.language, held.zone)
        paper: _Paper
        match kind:
            case DocumentKind.AGENDA:
                paper = agenda_paper.of(work, meeting, member)
            case DocumentKind.SUPPLEMENT:
                paper = agenda_paper.supplement(work, meeting, member, supplement or 0)
            case DocumentKind.MINUTES_DRAFT | DocumentKind.MINUTES_FINAL:
                draft = kind is DocumentKind.MINUTES_DRAFT
                paper = minutes_paper.of(work, meeting, member, draft=draft)
            case DocumentKind.INVITATION:
                paper = context.InvitationPaper(
                    meeting=paper_head.of(work, meeting),
                    uid=meeting.uid,
                    sequence=meeting.sequence,
                    organizer=", ".join(filter(None, paper_head.organizer_of(work, meeting))),
                    cancelled=meeting.state is MeetingState.CANCELLED,
                    items=agenda_paper.items(work, meeting, member, words),
                )
        version = supplement or documents.last_version(work.session, meeting.id, kind) + 1
        return _Gathered(paper, words, version)


def _printed(house: House, gathered: _Gathered) -> bytes:
    paper, words = gathered.paper, gathered.words
    match paper:
        case context.AgendaPaper():
            return agenda_docx(paper, words, house.templates)
        case context.SupplementPaper():
            return supplement_docx(paper, words, house.templates)
        case context.MinutesPaper():
            return minutes_docx(paper, words, house.templates)
        case context.InvitationPaper():
            return invitation(paper, words, paper.meeting.made_at)


def _likely(work: Work, place: Place) -> list[Meeting]:
    """Meetings whose papers may be meant, the likeliest first."""
    at_hand = meeting_at_hand(work, place)
    if place.meeting is not None:
        return [place.meeting]
    held = meetings.of_series(work.session, place.series.id, place.member.organisation_id)
    joint = [each for each in held if each.vendor_id is None]
    return [*([at_hand] if at_hand else []), *joint]


def _papers(work: Work, meeting: Meeting) -> Papers:
    held = documents.of_meeting(work.session, meeting.id)
    return Papers(head(work, meeting), tuple(_line(each) for each in reversed(held)))


def _line(document: Document) -> PaperLine:
    return PaperLine(
        document.id, document.kind, document.version, document.filename, document.made_at
    )
