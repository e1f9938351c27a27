"""What was put off comes back when its condition holds, and can't fall out before that."""

import pytest

from bot.cycle import agenda, attendance
from bot.cycle.attendance import Apologies
from storage.vocabulary import (
    DeferReason,
    ItemState,
    MeetingId,
)
from tests.support.agendas import (
    asks,
    beside,
    card,
    defers,
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
