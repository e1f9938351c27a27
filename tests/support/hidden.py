"""A separate meeting full of what nobody else may read: every text bears the vendor's mark.

The joint meeting can be held in the same way, with a mark that everybody may read.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any

from sqlalchemy import event
from sqlmodel import SQLModel, col, select

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
from bot.work import House
from storage.tables import (
    AgendaItem,
    ItemLink,
    ItemVersion,
    Mandate,
    Meeting,
    Participant,
    Remark,
    StatusReport,
    StatusRound,
)
from storage.vocabulary import (
    CertificationState,
    EntryKind,
    ItemId,
    Language,
    MeetingId,
    MeetingState,
    OrganisationId,
    PollKind,
    Purpose,
    RemarkAbout,
)
from tests.support.agendas import asks
from tests.support.joint import Joint
from tests.support.town import Town

FIRST_APART = 700_000  # ids from here on are of hidden rows only, each of one single row
FIRST_LATER = 800_000  # and from here on of rows that people make while they look around
UNKNOWN = 600_000  # the id of nothing at all
STAGES = ("planned", "collecting", "agenda_sent", "in_session", "drafting", "in_review", "approved")

DA = Language.DANISH


FOR_ALL = "kendtaltord"
"""What stands in every text of the joint meeting."""


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
    held = planned(town, series, vendor, contact)
    take(held, stage)
    return held.id


def planned(town: Town, series: Joint, vendor: str, contact: Persona) -> "Held":
    """A separate meeting, of which there is only the plan."""
    meeting = meetings.plan(
        town.bot.house,
        series.series,
        Typed("5. april 2022 kl. 9.17-10.03", f"Lokale {mark(vendor)}", DA),
        vendor_id=series.organisations[vendor],
        by=asks(town, town.cast.mette),
    ).meeting.id
    with town.bot.house.database.work() as work:
        work.get_one(Meeting, meeting).title = f"Møde {mark(vendor)}"
    return Held(town, meeting, series.organisations[vendor], mark(vendor), contact)


def everybodys(town: Town, series: Joint, vendor: str, contact: Persona) -> "Held":
    """Joint meeting no. 19, at which one vendor's contact has much to say."""
    return Held(town, series.meeting, series.organisations[vendor], FOR_ALL, contact)


def take(held: "Held", stage: str) -> None:
    """As far as `stage`, from the beginning."""
    if stage == STAGES[0]:
        return
    for reached in goes(held):
        if reached == stage:
            return


def goes(held: "Held") -> Iterator[str]:
    """The whole way of a meeting, a stage at a time."""
    steps: tuple[Callable[[Held], None], ...] = (
        _open, _freeze, _start, _end, _publish, _approve,
    )  # fmt: skip
    for stage, step in zip(STAGES[1:], steps, strict=True):
        step(held)
        held.town.settle()
        yield stage


@dataclass(frozen=True)
class Held:
    """The meeting, and its two sides: the organiser and a vendor's contact."""

    town: Town
    id: MeetingId
    vendor: OrganisationId
    mark: str  # in all that is written there
    contact: Persona

    @property
    def house(self) -> House:
        return self.town.bot.house

    @property
    def mette(self) -> Asker:
        return asks(self.town, self.town.cast.mette)

    @property
    def theirs(self) -> Asker:
        return asks(self.town, self.contact)

    def text(self, what: str) -> str:
        return f"{what} {self.mark}"


def _open(held: Held) -> None:
    with held.house.database.look() as work:
        state = work.get_one(Meeting, held.id).state
    if state is MeetingState.PLANNED:
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
    later = ItemDraft(title=held.text("Må vente"), background=held.text("Baggrund"))
    proposals.add(
        held.house, later, channel=held.town.cast.meeting.id, meeting_id=held.id, by=held.theirs
    )
    _mandate(held)
    karen = asks(held.town, held.town.cast.karen)
    attendance.send_apologies(
        held.house, held.id, attendance.Apologies(reason=held.text("Afbud"), for_all=True), by=karen
    )
    status.ask(held.house, held.id, by=held.mette)
    with held.house.database.look() as work:
        asked = work.exec(
            select(StatusRound).where(
                StatusRound.meeting_id == held.id, StatusRound.organisation_id == held.vendor
            )
        ).first()
        assert asked is not None
        known = work.exec(
            select(StatusReport.id)
            .where(
                StatusReport.organisation_id == held.vendor,
                StatusReport.topic_id == asked.topic_id,
            )
            .order_by(col(StatusReport.id).desc())
        ).first()
    status_answers.answer(
        held.house,
        asked.id,
        StatusDraft(CertificationState.CERTIFIED, held.text("Udrulning"), "", held.text("Behov")),
        seen=known,
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
            (held.vendor,),
        ),
        language=DA,
        by=held.mette,
    )


def _mandate(held: Held) -> None:
    """Somebody speaks for the vendor at this meeting, and another said something without."""
    with held.house.database.work() as work:
        person = work.exec(
            select(Participant).where(
                Participant.organisation_id == held.vendor, Participant.user == held.contact.id
            )
        ).one()
        work.add(
            Mandate(
                series_id=person.series_id,
                organisation_id=held.vendor,
                participant_id=person.id,
                from_day=held.house.clock.now().date(),
                meeting_id=held.id,
                reason=held.text("Mandat"),
                given_at=held.house.clock.now(),
            )
        )
        asked = work.exec(select(StatusRound).where(StatusRound.meeting_id == held.id)).first()
        work.add(
            Remark(
                meeting_id=held.id,
                participant_id=person.id,
                organisation_id=held.vendor,
                about=RemarkAbout.STATUS,
                subject_id=asked.id if asked else 0,
                text=held.text("Sagt uden mandat"),
                made_at=held.house.clock.now(),
            )
        )


def _freeze(held: Held) -> None:
    agenda.freeze(held.house, held.id, by=held.mette)


def _start(held: Held) -> None:
    session.start(held.house, held.id, by=held.mette)
    item = _item(held, "Punkt")
    for kind in EntryKind:
        promise = kind in (EntryKind.ACTION, EntryKind.QUESTION)
        draft = EntryDraft(
            kind=kind,
            text=held.text("Ført til referat"),
            owner_id=held.vendor if promise else None,
            asked_by=held.text("Kommune") if kind is EntryKind.QUESTION else "",
        )
        entries.add(held.house, item, draft, language=DA, by=held.mette)


def _item(held: Held, what: str) -> ItemId:
    with held.house.database.look() as work:
        return (
            work.exec(
                select(AgendaItem).where(
                    AgendaItem.meeting_id == held.id, AgendaItem.title == held.text(what)
                )
            )
            .one()
            .id
        )


def _end(held: Held) -> None:
    waits = [_item(held, "Må vente")]
    session.end(held.house, held.id, waits, held.text("Udsat"), by=held.mette)


def _publish(held: Held) -> None:
    minutes.publish(held.house, held.id, by=held.mette)
    saved = comments.add(held.house, held.id, held.text("Bemærkning"), by=held.theirs)
    comments.dismiss(
        held.house, saved.comment.id, held.text("Svar"), seen=saved.comment.version, by=held.mette
    )


def _approve(held: Held) -> None:
    minutes.approve(held.house, held.id, by=held.mette)
