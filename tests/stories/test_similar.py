"""A proposal that resembles something already there: the proposer is asked whether it is that."""

import pytest

from bot.cycle import meetings, proposals, similar
from bot.cycle.meetings import Typed
from bot.cycle.steps.actions import raise_action
from bot.errors import NotFound, WrongMoment
from bot.ports import Clockwork
from bot.results.similar import AlikeKind
from bot.rules.actions import ActionDraft
from bot.rules.items import ItemDraft
from storage.queries import meetings as rows
from storage.vocabulary import ActionId, ActionKind, ChannelId, Language, MeetingId, Tenant
from tests.support.agendas import (
    CHANNEL,
    asks,
    beside,
    card,
    defers,
    freezes,
    plans_the_next,
    printed,
    proposes,
    shown,
)
from tests.support.joint import Joint
from tests.support.town import Town

ITEM, ALIKE = "Skærmning af borgeren i Fælles Stamkort", "Skærmning af borgere i FSK"
PROMISE = "Komme med løsningsmuligheder for automatisk opdatering"
ASKS = "Er det det samme som"


def owes(town: Town, series: Joint, meeting: MeetingId, text: str) -> ActionId:
    """SDS owes something from a meeting."""
    by = Clockwork(Tenant(town.cast.workspace.home.id), "owes")
    with town.bot.house.work(by) as work:
        held = rows.visible(work.session, meeting, None)
        assert held is not None
        draft = ActionDraft(ActionKind.TASK, text, series.organisations["SDS"])
        return raise_action(work, held, draft).id


def test_the_same_matter_is_put_together_with_it_and_that_can_be_undone(town: Town, series: Joint):
    anders, nina = town.cast.anders, town.cast.nina
    proposes(town, anders, ITEM)
    asked = proposes(town, nina, ALIKE).replies[0]
    assert asked.says(f"{ASKS} punkt 3: »{ITEM}«?")
    nina.clicks(asked, "Ja, det samme")
    town.settle()
    assert ALIKE not in printed(card(town)).values()
    assert anders.hears(anders.dm, "Nina Frost har foreslået det samme som dit punkt")
    item = next(each for each in shown(town, series.meeting).items if each.title == ITEM)
    assert item.background == f"Også foreslået af Nina Frost, Dedalus: {ALIKE}"
    told = nina.again(asked)
    assert told.says(f"»{ALIKE}« er lagt ind under punkt 3")
    nina.clicks(told, "Fortryd")
    assert ALIKE in printed(card(town)).values()
    item = next(each for each in shown(town, series.meeting).items if each.title == ITEM)
    assert item.background == ""


def test_a_matter_of_its_own_is_kept(town: Town, series: Joint):
    nina = town.cast.nina
    proposes(town, town.cast.anders, ITEM)
    asked = proposes(town, nina, ALIKE).replies[0]
    nina.clicks(asked, "Nej, behold")
    kept = nina.again(asked)
    assert not kept.says(ASKS)
    assert kept.buttons == ("Ret", "Træk tilbage")
    assert ALIKE in printed(card(town)).values()


def test_what_is_merely_related_isnt_asked_about(town: Town, series: Joint):
    proposes(town, town.cast.anders, ITEM)
    answer = proposes(town, town.cast.nina, "Ibrugtagning af Fælles Stamkort")
    assert ASKS not in answer.words


def test_an_open_action_is_taken_up_by_the_proposal(town: Town, series: Joint):
    promise = owes(town, series, series.meeting, PROMISE)
    nina = town.cast.nina
    asked = proposes(town, nina, "Automatisk opdatering af Fælles Stamkort").replies[0]
    assert asked.says(f"{ASKS} A-19-01: »{PROMISE}«?")
    nina.clicks(asked, "Ja, det samme")
    assert beside(card(town), "Automatisk opdatering af Fælles Stamkort").endswith("· A-19-01")
    item = next(each for each in shown(town, series.meeting).items if each.proposer)
    with pytest.raises(WrongMoment, match="not_open"):  # a second click
        similar.match(town.bot.house, item.id, AlikeKind.ACTION, promise, by=asks(town, nina))
    nina.clicks(nina.again(asked), "Fortryd")
    assert "A-19-01" not in card(town).words


def test_a_deferred_item_comes_back_by_the_proposal(town: Town, series: Joint):
    proposes(town, town.cast.anders, ITEM)
    why = {"Hvorfor?": "en part deltager ikke", "Hvem drejer det sig om?": "SDS"}
    defers(town, ITEM, {**why, "Hvornår kommer punktet igen?": "når en bestemt part deltager"})
    following = plans_the_next(town, series)
    house, nina = town.bot.house, town.cast.nina
    saved = proposals.add(
        house, ItemDraft(ALIKE), channel=ChannelId(town.cast.meeting.id), meeting_id=following,
        by=asks(town, nina),
    )  # fmt: skip
    assert saved.alike is not None
    assert (saved.alike.kind, saved.alike.title) == (AlikeKind.DEFERRED, ITEM)
    similar.match(house, saved.item.id, saved.alike.kind, saved.alike.id, by=asks(town, nina))
    line = beside(card(town, "Fællesmøde nr. 20"), ALIKE)
    assert "udsat fra møde nr. 19, da SDS ikke deltager" in line
    similar.part(house, saved.item.id, by=asks(town, nina))
    assert beside(card(town, "Fællesmøde nr. 20"), ALIKE) == "til drøftelse"


def test_what_waits_for_the_organiser_adds_nothing_to_a_sent_paper(town: Town, series: Joint):
    proposes(town, town.cast.anders, ITEM)
    freezes(town)
    nina = town.cast.nina
    asked = proposes(town, nina, ALIKE).replies[0]
    nina.clicks(asked, "Ja, det samme")
    town.settle()
    town.clock.move(minutes=2)
    assert not card(town).says("Tillægsdagsorden")
    assert not card(town).says("ventelisten")


def test_nobody_hears_of_what_they_may_not_see(town: Town, series: Joint):
    """A separate meeting's promises, and what others have on the waiting list."""
    house, mette, nina = town.bot.house, town.cast.mette, town.cast.nina
    typed = Typed("5. april 2022 kl. 10", "Teams", Language.DANISH)
    apart = meetings.plan(
        house, series.series, typed, vendor_id=series.organisations["KMD"], by=asks(town, mette)
    )
    hidden = owes(town, series, apart.meeting.id, PROMISE)
    answer = proposes(town, nina, "Automatisk opdatering af Fælles Stamkort")
    assert ASKS not in answer.words
    own = next(each for each in shown(town, series.meeting).items if each.proposer)
    for unknown in (hidden, ActionId(600_000)):
        with pytest.raises(NotFound) as refused:
            similar.match(house, own.id, AlikeKind.ACTION, unknown, by=asks(town, nina))
        assert refused.value.message.id == "common.not_found"
    freezes(town)
    proposes(town, town.cast.anders, ITEM)
    assert ASKS not in proposes(town, nina, ALIKE).words
    assert f"{ASKS} »" in mette.command(CHANNEL, "/dagsorden", ALIKE).words
