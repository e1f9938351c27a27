"""What was put off comes back when its condition holds, and can't fall out before that."""

import pytest

from bot.cycle import actions, agenda, attendance, deferrals, history, meetings, ordering, waiting
from bot.cycle.attendance import Apologies
from bot.cycle.meetings import Typed
from bot.cycle.steps import paper_head
from bot.demo.acting import Persona
from bot.demo.screens import Seen
from bot.errors import NotFound
from bot.rules.deferrals import DeferralDraft
from bot.rules.minutes import EntryDraft
from bot.slack.views import organizing
from storage.vocabulary import DeferReason, EntryKind, ItemState, Language, MeetingId, ReturnWhen
from tests.support.agendas import (
    asks,
    beside,
    card,
    defers,
    desk,
    plans_the_next,
    proposes,
    shown,
)
from tests.support.beginnings import begins
from tests.support.joint import Joint
from tests.support.promises import action
from tests.support.session import CHANNEL
from tests.support.town import Town

PHONES = "Håndtering af telefonnumre"
WHY, PARTY, WHEN, DAY, WHICH = (
    "Hvorfor?",
    "Hvem drejer det sig om?",
    "Hvornår kommer punktet igen?",
    "Tidligst hvornår?",
    "Hvilken opgave?",
)
AWAY = {WHY: "en part deltager ikke", PARTY: "SDS"}


@begins
def waits_for_sds(town: Town, series: Joint) -> None:
    """Anders' item is put off until SDS attends."""
    proposes(town, town.cast.anders, PHONES)
    defers(town, PHONES, {**AWAY, WHEN: "når en bestemt part deltager"})


def titles(town: Town, meeting: MeetingId) -> list[str]:
    return [each.title for each in shown(town, meeting).items]


def comes(town: Town, meeting: MeetingId) -> None:
    attendance.come(town.bot.house, meeting, by=asks(town, town.cast.karen))
    town.settle()


def stays_away(town: Town, meeting: MeetingId) -> None:
    by = asks(town, town.cast.karen)
    attendance.send_apologies(town.bot.house, meeting, Apologies(for_all=True), by=by)
    town.settle()


def test_the_agenda_says_what_it_waits_for(town: Town, series: Joint):
    waits_for_sds(town, series)
    line = beside(card(town), PHONES)
    assert line.endswith("udsat, da SDS ikke deltager · kommer igen, når SDS deltager")
    anders = town.cast.anders
    assert anders.hears(anders.dm, "er udsat og kommer igen, når SDS deltager")


def test_it_is_proposed_once_the_party_has_accepted(town: Town, series: Joint):
    waits_for_sds(town, series)
    following = plans_the_next(town, series)
    assert PHONES not in titles(town, following)
    comes(town, following)
    agenda_now = shown(town, following)
    assert [each.title for each in agenda_now.waiting] == [PHONES]
    assert PHONES not in titles(town, following), "the organiser decides"
    mette = town.cast.mette
    told = mette.hears(mette.dm, f"SDS deltager i Fællesmøde nr. 20: Punktet »{PHONES}«")
    mette.clicks(told, "Sæt på dagsordenen")
    assert titles(town, following)[0] == PHONES
    assert "udsat fra møde nr. 19, da SDS ikke deltager" in beside(
        card(town, "Fællesmøde nr. 20"), PHONES
    )


def test_a_proposal_that_nobody_took_goes_when_the_party_stays_away_after_all(
    town: Town, series: Joint
):
    waits_for_sds(town, series)
    following = plans_the_next(town, series)
    comes(town, following)
    stays_away(town, following)
    assert not shown(town, following).waiting
    comes(town, following)
    assert [each.title for each in shown(town, following).waiting] == [PHONES]


def test_it_is_proposed_beside_an_agenda_that_is_sent(town: Town, series: Joint):
    waits_for_sds(town, series)
    following = plans_the_next(town, series)
    agenda.freeze(town.bot.house, following, by=asks(town, town.cast.mette))
    comes(town, following)
    (line,) = shown(town, following).waiting
    assert (line.title, line.late) == (PHONES, True)


def test_it_waits_over_a_meeting_at_which_the_party_is_missing(town: Town, series: Joint):
    waits_for_sds(town, series)
    plans_the_next(town, series)
    third = plans_the_next(town, series, "30. maj 2022 kl. 14")
    comes(town, third)
    (line,) = shown(town, third).waiting
    assert (line.title, line.carried_from, line.raised_at) == (PHONES, 19, 19)


def test_it_comes_back_at_the_first_meeting_on_or_after_its_day(town: Town, series: Joint):
    proposes(town, town.cast.anders, PHONES)
    defers(town, PHONES, {WHY: "afventer test", WHEN: "fra en bestemt dato", DAY: "1. maj"})
    assert "kommer igen fra den 1. maj 2022" in beside(card(town), PHONES)
    early = plans_the_next(town, series)
    late = plans_the_next(town, series, "30. maj 2022 kl. 14")
    assert PHONES not in titles(town, early)
    assert titles(town, late)[0] == PHONES


def test_it_comes_back_when_the_action_is_answered(town: Town, series: Joint):
    mette, karen = town.cast.mette, town.cast.karen
    mette.command(CHANNEL, "/opgave", "til SDS: undersøge numre senest 1. april")
    proposes(town, town.cast.anders, PHONES)
    picked = f"A-19-{action(town).sequence:02d} SDS: undersøge numre"
    defers(town, PHONES, {WHY: "afventer svar", WHEN: "når en opgave er besvaret", WHICH: picked})
    assert "kommer igen, når A-19-01 er besvaret" in beside(card(town), PHONES)
    following = plans_the_next(town, series)
    assert PHONES not in titles(town, following)
    listed = karen.mentions_bot(CHANNEL, "opgave")
    karen.clicks(karen.hears(CHANNEL, "undersøge numre", after=listed), "Svar…")
    assert karen.submits(karen.gets_dialog(), {"Jeres svar": "Numrene er i orden"}).ok
    town.settle()
    assert titles(town, following)[0] == PHONES


@pytest.mark.parametrize(
    ("why", "field"),
    [
        ({WHY: "tiden slog ikke til", WHEN: "når en bestemt part deltager"}, "party"),
        ({WHY: "tiden slog ikke til", WHEN: "fra en bestemt dato"}, "day"),
        ({WHY: "tiden slog ikke til", WHEN: "fra en bestemt dato", DAY: "engang"}, "day"),
        ({WHY: "tiden slog ikke til", WHEN: "fra en bestemt dato", DAY: "1. marts"}, "day"),
    ],
)
def test_what_is_missing_is_said_beneath_its_field(
    town: Town, series: Joint, why: dict[str, str], field: str
):
    proposes(town, town.cast.anders, PHONES)
    with pytest.raises(AssertionError, match=field):
        defers(town, PHONES, why)
    assert shown(town, series.meeting).items[-2].state is not ItemState.DEFERRED


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("party", [{}, {PARTY: "SDS"}])
def test_every_reason_is_printed_in_words(town: Town, series: Joint, party: dict[str, str]):
    for number, kind in enumerate(DeferReason):
        title = f"Punkt {number}"
        proposes(town, town.cast.anders, title)
        defers(town, title, {WHY: town.words.word(kind), **AWAY_IF[kind], **party})
        assert beside(card(town), title).startswith("til drøftelse · udsat, da ") or (
            kind is DeferReason.OTHER
        )


AWAY_IF: dict[DeferReason, dict[str, str]] = {
    **{kind: {} for kind in DeferReason},
    DeferReason.PARTY_ABSENT: {PARTY: "SDS"},
    DeferReason.OTHER: {"Uddybning": "vi venter på lovforslaget"},
}


def the_list(town: Town, who: Persona | None = None) -> Seen:
    return (who or town.cast.mette).command(CHANNEL, "/dagsorden", "udsatte").replies[-1]


def test_what_waits_is_listed_with_what_it_waits_for(town: Town, series: Joint):
    waits_for_sds(town, series)
    mette, anders = town.cast.mette, town.cast.anders
    for seen in (mette.clicks(desk(town), "Udsatte punkter").replies[-1], the_list(town, anders)):
        assert seen.says("1 punkt venter")
        assert seen.says(f"*{PHONES}* – _udsat på nr. 19, da SDS ikke deltager · kommer igen, når")
    assert "Læg væk…" not in the_list(town, anders).buttons


def test_a_matter_is_taken_up_before_its_time_and_sent_back(town: Town, series: Joint):
    waits_for_sds(town, series)
    following = plans_the_next(town, series)
    mette = town.cast.mette
    told = mette.clicks(the_list(town), "Tag op på nr. 20").replies[-1]
    assert titles(town, following)[0] == PHONES
    assert the_list(town).says("Ingen venter")
    mette.clicks(told, "Fortryd")
    assert PHONES not in titles(town, following)
    assert the_list(town).says("1 punkt venter")
    comes(town, following)
    assert [each.title for each in shown(town, following).waiting] == [PHONES]


def test_a_matter_is_let_go_with_a_reason_and_picked_up_again(town: Town, series: Joint):
    waits_for_sds(town, series)
    mette, anders = town.cast.mette, town.cast.anders
    mette.clicks(the_list(town), "Læg væk…")
    dialog = mette.gets_dialog("Læg punkt væk")
    assert mette.submits(dialog, {"Begrundelse": "Løst ad anden vej"}).ok
    town.settle()
    assert anders.hears(anders.dm, "er lagt væk. Begrundelse: Løst ad anden vej")
    following = plans_the_next(town, series)
    comes(town, following)
    assert not shown(town, following).waiting
    seen = the_list(town)
    assert seen.says(f"Lagt væk: »{PHONES}« – Løst ad anden vej")
    mette.clicks(seen, "Tag frem igen")
    assert [each.title for each in shown(town, following).waiting] == [PHONES]


def test_a_carried_line_is_refused_for_one_agenda_only(town: Town, series: Joint):
    proposes(town, town.cast.anders, PHONES)
    defers(town, PHONES, {WHY: "tiden slog ikke til"})
    following = plans_the_next(town, series)
    third = plans_the_next(town, series, "30. maj 2022 kl. 14")
    mette = town.cast.mette
    line = next(each for each in shown(town, following).items if each.title == PHONES)
    panel = organizing.panel(
        ordering.panel(town.bot.house, line.id, by=asks(town, mette)), town.words
    )
    assert "Overført fra møde nr. 19" in str(panel.blocks)
    waiting.carry(town.bot.house, line.id, by=asks(town, mette))
    assert PHONES not in titles(town, following)
    assert titles(town, third)[0] == PHONES
    waiting.reconsider(town.bot.house, line.id, by=asks(town, mette))
    assert PHONES in titles(town, following)
    assert PHONES not in titles(town, third)


def test_a_matter_keeps_its_identity_and_is_flagged_the_third_time(town: Town, series: Joint):
    proposes(town, town.cast.anders, PHONES)
    defers(town, PHONES, {**AWAY, WHEN: "på næste møde"})
    house, mette = town.bot.house, town.cast.mette
    second = plans_the_next(town, series)
    third = plans_the_next(town, series, "30. maj 2022 kl. 14")
    draft = DeferralDraft(DeferReason.NO_TIME)
    for meeting in (second, third):
        line = next(each for each in shown(town, meeting).items if each.title == PHONES)
        deferrals.defer(house, line.id, draft, language=Language.DANISH, by=asks(town, mette))
    seen = card(town, "Fællesmøde nr. 21")
    assert "rejst på nr. 19, tredje gang" in beside(seen, PHONES)
    assert the_list(town).says("⚠ udsat 3 gange")
    line = next(each for each in shown(town, third).items if each.title == PHONES)
    kept = history.of(house, line.id, by=asks(town, mette))
    assert [(each.number, each.state) for each in kept.rounds] == [
        (20, ItemState.DEFERRED),
        (19, ItemState.DEFERRED),
    ]
    told = paper_head.item(line).carried
    assert told is not None
    assert town.words(told) == (
        "Udsat fra møde nr. 20, da tiden ikke slår til; rejst på nr. 19, tredje gang"
    )


def test_what_a_cancelled_meeting_held_goes_on_to_the_next(town: Town, series: Joint):
    proposes(town, town.cast.anders, PHONES)
    following = plans_the_next(town, series)
    house, by = town.bot.house, asks(town, town.cast.mette)
    version = shown(town, series.meeting).meeting.version
    meetings.cancel(house, series.meeting, "Sygdom", seen=version, by=by)
    assert PHONES in titles(town, following)
    meetings.reinstate(house, series.meeting, by=asks(town, town.cast.mette))
    assert PHONES not in titles(town, following)
    assert PHONES in titles(town, series.meeting)


def test_an_action_of_a_separate_meeting_never_shows_on_a_joint_agenda(town: Town, series: Joint):
    house, mette = town.bot.house, town.cast.mette
    kmd = series.organisations["KMD"]
    typed = Typed("5. april 2022 kl. 10", "Teams", Language.DANISH)
    separate = meetings.plan(house, series.series, typed, vendor_id=kmd, by=asks(town, mette))
    promise = EntryDraft(EntryKind.ACTION, "hemmeligt", owner_id=kmd)
    actions.add(house, separate.meeting.id, promise, language=Language.DANISH, by=asks(town, mette))
    proposes(town, town.cast.anders, PHONES)
    line = next(each for each in shown(town, series.meeting).items if each.title == PHONES)
    draft = DeferralDraft(
        DeferReason.AWAITS_ANSWER,
        returns=ReturnWhen.ACTION_ANSWERED,
        action_id=action(town).id,
    )
    with pytest.raises(NotFound):
        deferrals.defer(house, line.id, draft, language=Language.DANISH, by=asks(town, mette))
