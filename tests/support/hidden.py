"""A separate meeting full of what nobody else may read: every text bears the vendor's mark."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from sqlalchemy import event
from sqlmodel import Session, SQLModel, select

from bot.cycle import (
    agenda,
    attendance,
    comments,
    entries,
    meetings,
    minutes,
    polls,
    proposals,
    session,
    status,
    status_answers,
)
from bot.cycle.meetings import Typed
from bot.demo.acting import Persona
from bot.ports import Asker
from bot.rules.items import ItemDraft
from bot.rules.minutes import EntryDraft
from bot.rules.polls import PollDraft
from bot.rules.status import StatusDraft
from storage.tables import AgendaItem, ItemLink, ItemVersion, Meeting, StatusRound
from storage.vocabulary import (
    CertificationState,
    EntryKind,
    Language,
    MeetingId,
    PollKind,
    Purpose,
)
from tests.support.agendas import asks
from tests.support.joint import Joint
from tests.support.town import Town

FIRST_APART = 700_000  # ids from here on are of hidden rows only, each of one single row
FIRST_LATER = 800_000  # and from here on of rows that people make while they look around
UNKNOWN = 600_000  # the id of nothing at all
STAGES = ("planned", "collecting", "agenda_sent", "in_session", "drafting", "in_review", "approved")

DA = Language.DANISH


def mark(vendor: str) -> str:
    """What stands in every text of a vendor's separate meeting."""
    return f"hemmeligt{vendor}ord"


@contextmanager
def apart(numbers: "count[int]", used: list[int]) -> Iterator[None]:
    """New rows get ids that no row elsewhere has, so that a foreign id is foreign everywhere."""

    def number(mapper: Any, connection: Any, target: Any) -> None:
        if "id" in type(target).model_fields and target.id is None:
            target.id = next(numbers)
            used.append(target.id)

    event.listen(SQLModel, "before_insert", number, propagate=True)
    try:
        yield
    finally:
        event.remove(SQLModel, "before_insert", number)


def hold(town: Town, series: Joint, vendor: str, stage: str, contact: Persona) -> MeetingId:
    """Plans a separate meeting with a vendor and takes it as far as `stage`."""
    steps: tuple[Callable[[_Held], None], ...] = (
        _open, _freeze, _start, _end, _publish, _approve,
    )  # fmt: skip
    held = _Held(town, series, vendor, contact)
    for step in steps[: STAGES.index(stage)]:
        step(held)
        town.settle()
    return held.id


class _Held:
    """The meeting, and its two sides: the organiser and the vendor's contact."""

    def __init__(self, town: Town, series: Joint, vendor: str, contact: Persona) -> None:
        self.house, self.town, self.mark, self.contact = town.bot.house, town, mark(vendor), contact
        self.id = meetings.plan(
            self.house,
            series.series,
            Typed("5. april 2022 kl. 9.17-10.03", f"Lokale {self.mark}", DA),
            vendor_id=series.organisations[vendor],
            by=self.mette,
        ).meeting.id
        with self.house.database.work() as work:
            work.get_one(Meeting, self.id).title = f"Møde {self.mark}"

    @property
    def mette(self) -> Asker:
        return asks(self.town, self.town.cast.mette)

    @property
    def theirs(self) -> Asker:
        return asks(self.town, self.contact)

    def text(self, what: str) -> str:
        return f"{what} {self.mark}"


def _open(held: _Held) -> None:
    meetings.open_for_items(held.house, held.id, by=held.mette)
    draft = ItemDraft(
        title=held.text("Punkt"),
        background=held.text("Baggrund"),
        purpose=Purpose.DECISION,
        presenter=held.text("Oplægsholder"),
        source=f"https://medcom.slack.com/{held.mark}",
    )
    saved = proposals.add(
        held.house, draft, channel=held.town.cast.meeting.id, meeting_id=held.id, by=held.theirs
    )
    with held.house.database.work() as work:
        work.add(
            ItemLink(
                item_id=saved.item.id,
                position=0,
                title=held.text("Bilag"),
                url=f"https://example.dk/{held.mark}",
            )
        )
        if not work.exec(select(ItemVersion).where(ItemVersion.item_id == saved.item.id)).all():
            work.add(
                ItemVersion(
                    item_id=saved.item.id,
                    number=1,
                    title=held.text("Punkt"),
                    background=held.text("Baggrund"),
                    purpose=Purpose.DECISION,
                    written_at=held.house.clock.now(),
                )
            )
    karen = asks(held.town, held.town.cast.karen)
    attendance.send_apologies(
        held.house, held.id, attendance.Apologies(reason=held.text("Afbud"), for_all=True), by=karen
    )
    status.ask(held.house, held.id, by=held.mette)
    with held.house.database.look() as work:
        asked = work.exec(select(StatusRound).where(StatusRound.meeting_id == held.id)).first()
    assert asked is not None
    status_answers.answer(
        held.house,
        asked.id,
        StatusDraft(CertificationState.CERTIFIED, held.text("Udrulning"), "", held.text("Behov")),
        seen=None,
        language=DA,
        by=held.theirs,
    )
    polls.start(
        held.house,
        held.id,
        PollDraft(
            PollKind.CHOICE,
            held.text("Spørgsmål"),
            (held.text("Ja"), held.text("Nej")),
            (_organisation(held),),
        ),
        language=DA,
        by=held.mette,
    )


def _organisation(held: _Held) -> Any:
    with held.house.database.look() as work:
        return work.get_one(Meeting, held.id).vendor_id


def _freeze(held: _Held) -> None:
    agenda.freeze(held.house, held.id, by=held.mette)


def _start(held: _Held) -> None:
    session.start(held.house, held.id, by=held.mette)
    with held.house.database.look() as work:
        item = _first(work, held.id)
    for kind in EntryKind:
        promise = kind in (EntryKind.ACTION, EntryKind.QUESTION)
        draft = EntryDraft(
            kind=kind,
            text=held.text("Ført til referat"),
            owner_id=_organisation(held) if promise else None,
            asked_by=held.text("Kommune") if kind is EntryKind.QUESTION else "",
        )
        entries.add(held.house, item, draft, language=DA, by=held.mette)


def _first(work: Session, meeting: MeetingId) -> Any:
    return work.exec(select(AgendaItem.id).where(AgendaItem.meeting_id == meeting)).first()


def _end(held: _Held) -> None:
    session.end(held.house, held.id, [], held.text("Udsat"), by=held.mette)


def _publish(held: _Held) -> None:
    minutes.publish(held.house, held.id, by=held.mette)
    saved = comments.add(held.house, held.id, held.text("Bemærkning"), by=held.theirs)
    comments.dismiss(
        held.house, saved.comment.id, held.text("Svar"), seen=saved.comment.version, by=held.mette
    )


def _approve(held: _Held) -> None:
    minutes.approve(held.house, held.id, by=held.mette)
