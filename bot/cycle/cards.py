"""Where living messages stand, and what deliveries need to know."""

from dataclasses import dataclass

from bot.cycle.steps import supplements
from bot.errors import NotFound
from bot.ports import By
from bot.texts import Message, msg
from bot.work import House, Work
from storage.queries import desk, documents, meetings, people, series
from storage.tables import Card, Document, Meeting
from storage.vocabulary import (
    CardKind,
    CardRef,
    ChannelId,
    DocumentId,
    DocumentKind,
    Language,
    MeetingId,
    MeetingState,
)

DEFAULT_ZONE = "Europe/Copenhagen"


@dataclass(frozen=True)
class Shown:
    channel: ChannelId
    ts: str
    fingerprint: str


@dataclass(frozen=True)
class Paper:
    """A document ready for upload."""

    id: DocumentId
    filename: str
    content: bytes
    comment: Message
    language: Language
    zone: str


def find(house: House, ref: CardRef, *, by: By) -> Shown | None:
    """Where a card stands now; None before it was first posted."""
    with house.look(by) as work:
        card = desk.card(work.session, ref)
        return Shown(card.channel, card.ts, card.fingerprint) if card else None


def posted(
    house: House, ref: CardRef, *, channel: ChannelId, ts: str, fingerprint: str, by: By
) -> None:
    """Remembers a post or update."""
    with house.work(by) as work:
        card = desk.card(work.session, ref)
        if card is None:
            card = Card(
                kind=ref.kind,
                subject=ref.subject,
                audience=ref.audience,
                channel=channel,
                ts=ts,
                fingerprint=fingerprint,
                projected_at=work.now,
            )
        card.channel, card.ts, card.fingerprint = channel, ts, fingerprint
        card.projected_at = work.now
        work.session.add(card)


def card_at(house: House, channel: ChannelId, ts: str, *, by: By) -> CardRef | None:
    """The card that a message is, if it is the one we keep up to date."""
    with house.look(by) as work:
        card = desk.card_at(work.session, channel, ts)
        return CardRef(card.kind, card.subject, card.audience) if card else None


def language_for(house: House, audience: str, *, by: By) -> tuple[Language | None, str]:
    """The language and zone of a channel's series, or of a person."""
    with house.look(by) as work:
        held = series.in_channel(work.session, by.tenant, ChannelId(audience))
        if held is None:
            separate = series.meeting_in_channel(work.session, by.tenant, ChannelId(audience))
            held = series.get(work.session, separate.series_id) if separate else None
        if held is not None:
            return held.language, held.zone
        person = people.by_user(work.session, by.tenant, audience)
        if person is None:
            return None, DEFAULT_ZONE
        own = series.get(work.session, person.series_id)
        return person.language, own.zone if own else DEFAULT_ZONE


def paper(house: House, document: DocumentId, *, by: By) -> Paper:
    """A stored document with the words that go with it."""
    with house.look(by) as work:
        held = documents.get(work.session, document)
        meeting = meetings.visible(work.session, held.meeting_id, None) if held else None
        its_series = series.get(work.session, meeting.series_id) if meeting else None
        if held is None or meeting is None or its_series is None:
            raise NotFound(msg("common.not_found"))
        return Paper(
            id=held.id,
            filename=held.filename,
            content=held.content,
            comment=_comment(work, held, meeting),
            language=held.language,
            zone=its_series.zone,
        )


def _comment(work: Work, document: Document, meeting: Meeting) -> Message:
    kind = document.kind
    if kind is DocumentKind.SUPPLEMENT:
        return supplements.notice(work, meeting, document.version)
    cancels = kind is DocumentKind.INVITATION and meeting.state is MeetingState.CANCELLED
    known = "cancellation" if cancels else kind.value
    return msg(f"documents.sent_{known}", meeting=meeting.title, when=meeting.starts_at)


def uploaded(house: House, document: DocumentId, file_id: str, *, by: By) -> None:
    with house.work(by) as work:
        held = documents.get(work.session, document)
        if held is not None:
            held.slack_file = file_id
            work.session.add(held)


def group_opened(house: House, meeting_id: MeetingId, channel: ChannelId, *, by: By) -> None:
    """A separate meeting has its group: its agenda card is posted there."""
    with house.work(by) as work:
        meeting = meetings.visible(work.session, meeting_id, None)
        if meeting is None or meeting.channel is not None:
            return
        meeting.channel = channel
        work.session.add(meeting)
        work.note(
            "meetings.group_opened",
            f"meeting:{meeting.id}",
            series=meeting.series_id,
            meeting=meeting.id,
        )
        work.project(
            CardKind.AGENDA, meeting.id, channel, series=meeting.series_id, meeting=meeting.id
        )
        for paper in documents.of_meeting(work.session, meeting.id):  # made before it had one
            work.send_document(paper.id, channel, series=meeting.series_id, meeting=meeting.id)
