"""Whatever people do, a matter is settled, stands on a coming agenda, or is on the list."""

from collections.abc import Callable, Sequence
from random import Random

import pytest
from sqlmodel import col, select

from bot.cycle import (
    absences,
    attendance,
    deferrals,
    meetings,
    merging,
    ordering,
    proposals,
    put_off,
    waiting,
)
from bot.cycle.attendance import Apologies
from bot.cycle.meetings import Typed
from bot.cycle.steps import carry_over
from bot.errors import Refusal
from bot.ports import Clockwork
from bot.rules.deferrals import DeferralDraft
from bot.rules.items import ItemDraft
from storage.queries import meetings as all_meetings
from storage.tables import Absence, AgendaItem, Deferral, Meeting
from storage.vocabulary import (
    ChannelId,
    DeferReason,
    ItemId,
    ItemOrigin,
    ItemState,
    Language,
    MeetingId,
    MeetingState,
    ReturnWhen,
    Tenant,
)
from tests.support.agendas import asks
from tests.support.joint import Joint
from tests.support.town import Town

STEPS = 45
DAYS = ("1. april 2022", "1. juni 2022", "1. august 2022")
_MOSTLY = 0.85
_AHEAD = (MeetingState.PLANNED, MeetingState.COLLECTING, MeetingState.AGENDA_SENT)
_OPEN = (MeetingState.PLANNED, MeetingState.COLLECTING)
_SETTLED = (
    ItemState.TREATED,
    ItemState.WITHDRAWN,
    ItemState.DECLINED,
    ItemState.MERGED,
)


class Secretary:
    """Somebody who does anything that may be done, at random; refusals change nothing."""

    def __init__(self, town: Town, series: Joint, seed: int) -> None:
        self.town, self.series, self.chance = town, series, Random(seed)
        self.house = town.bot.house
        self.months = iter(range(4, 12))

    def acts(self) -> None:
        act = self.chance.choice(self._acts())
        try:
            act()
        except Refusal:
            return

    def _acts(self) -> list[Callable[[], object]]:
        by = asks(self.town, self.town.cast.mette)
        item, other, meeting = self._item(), self._item(), self._meeting()
        house = self.house
        return [
            self._proposes,
            self._proposes,
            self._defers,
            self._defers,
            lambda: deferrals.recall(house, item, by=by),
            lambda: waiting.carry(house, item, by=by),
            lambda: waiting.accept(house, item, by=by),
            lambda: waiting.reconsider(house, item, by=by),
            lambda: waiting.decline(house, item, "Passer ikke", by=by),
            lambda: proposals.withdraw(house, item, by=by),
            lambda: proposals.restore(house, item, by=by),
            lambda: merging.merge(house, item, other, by=by),
            lambda: merging.take_apart(house, item, by=by),
            lambda: ordering.move(house, item, 1, by=by),
            self._stays_away,
            lambda: put_off.fetch(house, item, by=by),
            lambda: put_off.send_back(house, item, by=by),
            lambda: put_off.drop(house, item, "Løst", by=by),
            lambda: put_off.pick_up(house, item, by=by),
            self._answers,
            self._plans,
            lambda: self._holds(meeting),
            lambda: meetings.cancel(house, meeting, "Sygdom", seen=self._version(meeting), by=by),
            lambda: meetings.reinstate(house, meeting, by=by),
        ]

    def _proposes(self) -> None:
        self._adds(self._meeting())

    def _adds(self, meeting: MeetingId, presenter: str = "") -> None:
        draft = ItemDraft(f"Sag {self.chance.randrange(1000)}", presenter=presenter)
        by = asks(self.town, self.town.cast.mette)
        proposals.add(self.house, draft, channel=ChannelId(""), meeting_id=meeting, by=by)

    def _defers(self) -> None:
        draft = DeferralDraft(
            kind=DeferReason.NO_TIME,
            returns=self.chance.choice(
                (ReturnWhen.NEXT_MEETING, ReturnWhen.PARTY_ATTENDS, ReturnWhen.ON_DATE)
            ),
            party_id=self.series.organisations["SDS"],
            day=self.chance.choice(DAYS),
        )
        by = asks(self.town, self.town.cast.mette)
        deferrals.defer(self.house, self._item(), draft, language=Language.DANISH, by=by)

    def _answers(self) -> None:
        by, meeting = asks(self.town, self.town.cast.karen), self._meeting()
        if self.chance.random() < 0.5:
            attendance.come(self.house, meeting, by=by)
        else:
            attendance.send_apologies(self.house, meeting, Apologies(for_all=True), by=by)

    def _stays_away(self) -> None:
        """SDS sends apologies, and the organiser defers all that needs it."""
        meeting, cast = self._meeting(), self.town.cast
        self._adds(meeting, "SDS")
        gone = Apologies(for_all=True)
        attendance.send_apologies(self.house, meeting, gone, by=asks(self.town, cast.karen))
        with self.house.database.look() as session:
            told = session.exec(select(Absence).where(col(Absence.meeting_id) == meeting)).all()
        for each in told:
            absences.defer(self.house, each.id, (), by=asks(self.town, cast.mette))

    def _plans(self) -> None:
        month = next(self.months, None)
        if month is None:
            return
        typed = Typed(f"{10}.{month}.2022 kl. 14", "Teams", Language.DANISH)
        by = asks(self.town, self.town.cast.mette)
        meetings.plan(self.house, self.series.series, typed, by=by)

    def _holds(self, meeting: MeetingId) -> None:
        """The meeting is over: what isn't deferred was treated."""
        with self.house.work(self._clock()) as work:
            held = work.session.get_one(Meeting, meeting)
            if held.state not in _AHEAD:
                return
            held.state = MeetingState.DRAFTING
            work.session.add(held)
            for item in self._items(meeting):
                kept = work.session.get_one(AgendaItem, item)
                if kept.state is ItemState.ACCEPTED:
                    kept.state = ItemState.TREATED
            carry_over.refresh_coming(work, held.series_id)

    def _clock(self) -> Clockwork:
        tenant = Tenant(self.town.cast.workspace.home.id)
        return Clockwork(tenant, f"clock:{self.house.ids.new()}")

    def _item(self) -> ItemId:
        """Mostly one that isn't settled."""
        alive = self._items(but=_SETTLED) if self.chance.random() < _MOSTLY else []
        return self.chance.choice(alive or self._items() or [ItemId(0)])

    def _items(
        self, meeting: MeetingId | None = None, *, but: Sequence[ItemState] = ()
    ) -> list[ItemId]:
        with self.house.database.look() as session:
            rows = session.exec(select(AgendaItem)).all()
            return [
                each.id
                for each in rows
                if each.standing is None
                and meeting in (None, each.meeting_id)
                and each.state not in but
            ]

    def _meeting(self) -> MeetingId:
        with self.house.database.look() as session:
            rows = session.exec(select(Meeting).order_by(col(Meeting.id))).all()
            ahead = [each for each in rows if each.state in _AHEAD]
            mostly = ahead if ahead and self.chance.random() < _MOSTLY else rows
            return self.chance.choice(mostly).id

    def _version(self, meeting: MeetingId) -> int:
        with self.house.database.look() as session:
            return session.get_one(Meeting, meeting).version


def nothing_has_fallen_out(town: Town, series: Joint) -> None:
    with town.bot.house.database.look() as session:
        items = session.exec(select(AgendaItem)).all()
        matters = {
            each.id: each
            for each in items
            if each.origin in (ItemOrigin.NEW, ItemOrigin.DEFERRED) and not each.moot
        }
        held_at = {each.id: each for each in session.exec(select(Meeting)).all()}
        dropped = {each.item_id for each in session.exec(select(Deferral)).all() if each.dropped_at}
        coming = [
            each
            for each in all_meetings.taking_items(session, series.series, None)
            if each.state in _OPEN
        ]
    taken_up = [each.carried_from_id for each in matters.values() if each.carried_from_id]
    assert len(taken_up) == len(set(taken_up)), "a matter stands twice"
    by = asks(town, town.cast.mette)
    listed = put_off.listed(town.bot.house, series.meeting, by=by)
    on_list = {each.item.id: each for each in listed.lines}
    for item in matters.values():
        meeting = held_at[item.meeting_id]
        ahead = meeting.state in _AHEAD and item.state in (ItemState.ACCEPTED, ItemState.PROPOSED)
        if item.id in taken_up or item.state in _SETTLED or ahead:
            continue
        assert item.id in on_list, f"{item.title} ({item.state}) of no. {meeting.number} is lost"
        waits = on_list[item.id].item.comeback
        by_itself = waits is None or waits.when is ReturnWhen.NEXT_MEETING
        later = [each for each in coming if each.number > meeting.number]
        if later and by_itself and item.id not in dropped:
            raise AssertionError(f"{item.title} of no. {meeting.number} stands on no agenda")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("seed", range(4))
def test_every_matter_is_somewhere(town: Town, series: Joint, seed: int):
    secretary = Secretary(town, series, seed)
    for _ in range(STEPS):
        secretary.acts()
        nothing_has_fallen_out(town, series)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 112))
def test_every_matter_is_somewhere_however_long_it_goes_on(town: Town, series: Joint, seed: int):
    secretary = Secretary(town, series, seed)
    for _ in range(4 * STEPS):
        secretary.acts()
        nothing_has_fallen_out(town, series)
