"""The house and its unit of work: one transaction a use case.

Within it stand the change, its audit entry and the jobs that tell about it. No network
call happens inside.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import Session

from bot.errors import AlreadyDone
from bot.ports import Asker, By, Clock, Ids
from bot.texts import Catalogues, Message, msg
from bot.texts.message import to_json
from storage.database import Database
from storage.queries import desk, jobs
from storage.vocabulary import (
    CardKind,
    CardRef,
    ChannelId,
    DocumentId,
    ItemId,
    JobKind,
    MeetingId,
    SeriesId,
)

CARD_PACE = timedelta(seconds=1)
"""Least time between two updates of one card; Slack takes one message a second a channel."""


@dataclass
class Work:
    """What a use case holds while it runs."""

    session: Session
    now: datetime
    by: By
    ids: Ids
    texts: Catalogues  # for what is written down in a series' language: papers, lines of ours
    _told: int = field(default=0)

    def remark(self, message: Message) -> None:
        """Tells the asker something beside the answer, if what they asked for succeeds."""
        if isinstance(self.by, Asker):
            self.by.remarks.append(message)

    def later(
        self,
        kind: JobKind,
        key: str,
        payload: Mapping[str, Any],
        *,
        due: datetime | None = None,
        lane: str | None = None,
        series: SeriesId | None = None,
        meeting: MeetingId | None = None,
    ) -> None:
        """Leaves a job; one already waiting under the same key is enough.

        Deliveries name their lane (the channel or user that hears them); chores have none.
        """
        jobs.add(
            self.session,
            {
                "kind": kind,
                "key": key,
                "lane": lane,
                "tenant": self.by.tenant,
                "series_id": series,
                "meeting_id": meeting,
                "payload": dict(payload),
                "due_at": due or self.now,
                "made_at": self.now,
            },
        )

    def project(
        self,
        kind: CardKind,
        subject: int,
        audience: str,
        *,
        series: SeriesId | None = None,
        meeting: MeetingId | None = None,
    ) -> None:
        """Has a card posted or brought up to date: at once, then at most once a second."""
        ref = CardRef(kind, subject, audience)
        shown = desk.card(self.session, ref)
        self.later(
            JobKind.CARD,
            f"card:{kind}:{subject}:{audience}",
            {"kind": kind.value, "subject": subject, "audience": audience},
            due=max(self.now, shown.projected_at + CARD_PACE) if shown else None,
            lane=audience,
            series=series,
            meeting=meeting,
        )

    def reproject(
        self,
        kind: CardKind,
        subject: int,
        *,
        series: SeriesId | None = None,
        meeting: MeetingId | None = None,
    ) -> None:
        """Brings a card up to date wherever it has been posted."""
        for shown in desk.cards_of(self.session, kind, subject):
            self.project(kind, subject, shown.audience, series=series, meeting=meeting)

    def tell(
        self,
        audience: str,
        message: Message,
        *,
        thread: CardRef | None = None,
        item: ItemId | None = None,
        series: SeriesId | None = None,
        meeting: MeetingId | None = None,
    ) -> None:
        """Says a sentence to a channel (C…/G…) or, in a direct message, to a user (U…/W…).

        `thread` puts it under a card; `item` puts beneath it what the user can do about that
        item. A user reads it in their own language.
        """
        self._told += 1
        self.later(
            JobKind.TELL,
            f"tell:{self.by.request or self.ids.new()}:{self._told}",
            {
                "audience": audience,
                "message": to_json(message),
                "thread": [thread.kind.value, thread.subject, thread.audience] if thread else None,
                "item": item,
            },
            lane=audience,
            series=series,
            meeting=meeting,
        )

    def send_document(
        self, document: DocumentId, channel: ChannelId, *, series: SeriesId, meeting: MeetingId
    ) -> None:
        """Uploads a document to a channel."""
        self.later(
            JobKind.FILE,
            f"file:{document}:{channel}",
            {"document": document, "audience": channel},
            lane=channel,
            series=series,
            meeting=meeting,
        )

    def note(
        self,
        verb: str,
        subject: str,
        *,
        series: SeriesId | None = None,
        meeting: MeetingId | None = None,
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
        nameless: bool = False,
    ) -> None:
        """Writes the audit entry: `note("agenda.freeze", "meeting:3", before=…, after=…)`.

        States, ids and positions belong in it; what people wrote doesn't, and where who acted
        is to stay hidden (`nameless`), neither does that.
        """
        person = self.by.person if isinstance(self.by, Asker) and not nameless else None
        desk.note(
            self.session,
            {
                "at": self.now,
                "team": person.team if person else "",
                "user": person.user if person else "",
                "series_id": series,
                "meeting_id": meeting,
                "verb": verb,
                "subject": subject,
                "before": dict(before or {}),
                "after": dict(after or {}),
            },
        )


@dataclass(frozen=True)
class House:
    """What every use case needs; built once in `wiring`."""

    database: Database
    clock: Clock
    ids: Ids
    texts: Catalogues
    templates: Path  # folder of the Word templates, by language

    @contextmanager
    def work(self, by: By) -> Iterator[Work]:
        """One transaction. The same request twice raises AlreadyDone the second time."""
        with self.database.work() as session:
            now = self.clock.now()
            if by.request and not desk.take_receipt(session, by.request, now):
                raise AlreadyDone(msg("common.already_done"))
            yield Work(session, now, by, self.ids, self.texts)

    @contextmanager
    def look(self, by: By) -> Iterator[Work]:
        """Reading only: takes no receipt and keeps nothing."""
        with self.database.look() as session:
            yield Work(session, self.clock.now(), by, self.ids, self.texts)
