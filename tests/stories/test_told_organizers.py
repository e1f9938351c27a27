"""An organiser from another vendor hears nothing of what happens in a separate meeting."""

import pytest
from sqlmodel import col, select

from bot.cycle import agenda, attendance, deferrals, meetings, polls, proposals, taking_off
from bot.cycle.attendance import Apologies
from bot.cycle.meetings import Typed
from bot.demo.acting import Persona
from bot.ports import Clockwork
from bot.rules.deferrals import DeferralDraft
from bot.rules.items import ItemDraft
from bot.rules.polls import PollDraft
from storage.tables import Participant, PollOption
from storage.vocabulary import (
    ChannelId,
    DeferReason,
    Language,
    MeetingId,
    PollKind,
    ReturnWhen,
    Role,
    Tenant,
)
from tests.support.agendas import asks, shown
from tests.support.joint import Joint
from tests.support.town import Town

DA = Language.DANISH
SECRET = "Dedalus’ sag"


class Apart:
    """Separate meetings with Dedalus; Lars of KMD is an organiser of the series too."""

    def __init__(self, town: Town, series: Joint) -> None:
        self.town, self.series, self.house = town, series, town.bot.house
        with self.house.database.work() as session:
            by_user = select(Participant).where(col(Participant.user) == town.cast.lars.id)
            session.exec(by_user).one().role = Role.ORGANIZER

    def opens(self, when: str) -> MeetingId:
        vendor, mette = self.series.organisations["Dedalus"], self.town.cast.mette
        typed = Typed(when, "Teams", DA)
        planned = meetings.plan(
            self.house, self.series.series, typed, vendor_id=vendor, by=asks(self.town, mette)
        )
        meetings.open_for_items(self.house, planned.meeting.id, by=asks(self.town, mette))
        return planned.meeting.id

    def adds(self, meeting: MeetingId, who: Persona, draft: ItemDraft) -> None:
        by = asks(self.town, who)
        proposals.add(self.house, draft, channel=ChannelId(""), meeting_id=meeting, by=by)

    def clock(self) -> Clockwork:
        tenant = Tenant(self.town.cast.workspace.home.id)
        return Clockwork(tenant, f"clock:{self.house.ids.new()}")

    def heard(self, who: Persona) -> str:
        self.town.settle()
        return "\n".join(each.words for each in who.sees(who.dm))


@pytest.fixture
def apart(town: Town, series: Joint) -> Apart:
    return Apart(town, series)


def test_that_something_comes_back(apart: Apart):
    cast, house = apart.town.cast, apart.house
    first = apart.opens("5. april 2022 kl. 10")
    apart.adds(first, cast.mette, ItemDraft(SECRET))
    item = next(each for each in shown(apart.town, first).items if each.title == SECRET)
    later = apart.opens("3. maj 2022 kl. 10")
    sds = apart.series.organisations["SDS"]
    draft = DeferralDraft(DeferReason.PARTY_ABSENT, sds, returns=ReturnWhen.PARTY_ATTENDS)
    deferrals.defer(house, item.id, draft, language=DA, by=asks(apart.town, cast.mette))
    attendance.come(house, later, by=asks(apart.town, cast.karen))
    only_mette_hears(apart, "som ventede på det, kan tages op")


def test_that_a_proposal_waits(apart: Apart):
    meeting = apart.opens("5. april 2022 kl. 10")
    agenda.freeze(apart.house, meeting, by=asks(apart.town, apart.town.cast.mette))
    apart.adds(meeting, apart.town.cast.nina, ItemDraft(SECRET))
    only_mette_hears(apart, SECRET)


def test_that_an_item_needs_who_stays_away(apart: Apart):
    cast, meeting = apart.town.cast, apart.opens("5. april 2022 kl. 10")
    apart.adds(meeting, cast.mette, ItemDraft(SECRET, presenter="SDS"))
    gone = Apologies(for_all=True)
    attendance.send_apologies(apart.house, meeting, gone, by=asks(apart.town, cast.karen))
    only_mette_hears(apart, "SDS har meldt afbud")


def test_that_the_clock_sent_an_agenda_with_a_doubt(apart: Apart):
    meeting = apart.opens("5. april 2022 kl. 10")
    needed = frozenset({apart.series.organisations["SDS"]})
    apart.adds(meeting, apart.town.cast.mette, ItemDraft(SECRET, needs=needed))
    agenda.freeze_due(apart.house, meeting, by=apart.clock())
    only_mette_hears(apart, SECRET)


def test_that_there_was_nothing_to_send(apart: Apart):
    meeting = apart.opens("5. april 2022 kl. 10")
    for item in shown(apart.town, meeting).items:
        proposals.withdraw(apart.house, item.id, by=asks(apart.town, apart.town.cast.mette))
    agenda.freeze_due(apart.house, meeting, by=apart.clock())
    only_mette_hears(apart, "er tom, så den blev ikke sendt")


def test_what_a_poll_came_to(apart: Apart):
    cast, house = apart.town.cast, apart.house
    meeting = apart.opens("5. april 2022 kl. 10")
    dedalus = apart.series.organisations["Dedalus"]
    draft = PollDraft(PollKind.CHOICE, SECRET, ("Ja", "Nej"), (dedalus,))
    polls.start(house, meeting, draft, language=DA, by=asks(apart.town, cast.mette))
    with house.database.look() as session:
        option = session.exec(select(PollOption)).first()
    assert option is not None
    polls.vote(house, option.id, by=asks(apart.town, cast.nina))
    only_mette_hears(apart, SECRET)


def test_that_a_proposer_wants_an_item_off(apart: Apart):
    cast, meeting = apart.town.cast, apart.opens("5. april 2022 kl. 10")
    apart.adds(meeting, cast.nina, ItemDraft(SECRET))
    agenda.freeze(apart.house, meeting, by=asks(apart.town, cast.mette))
    item = next(each for each in shown(apart.town, meeting).items if each.title == SECRET)
    taking_off.ask(apart.house, item.id, "Er løst", by=asks(apart.town, cast.nina))
    only_mette_hears(apart, "Er løst")


def only_mette_hears(apart: Apart, words: str) -> None:
    cast = apart.town.cast
    assert words in apart.heard(cast.mette)
    overheard = apart.heard(cast.lars)
    assert SECRET not in overheard
    assert "Dedalus" not in overheard
