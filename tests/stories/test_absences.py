"""An organisation sends apologies: what needs it is proposed to the organiser for deferral."""

import pytest

from bot.cycle import absences, attendance, meetings
from bot.cycle.attendance import Apologies
from bot.cycle.meetings import Typed
from bot.demo.acting import Persona
from bot.demo.screens import Seen
from bot.errors import WrongMoment
from storage.vocabulary import AbsenceId, Language, MeetingId
from tests.support.agendas import (
    CHANNEL,
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
from tests.support.town import Town

PHONES, LOGS, OURS = "Håndtering af telefonnumre", "Visning af logoplysninger", "Samlet release"


@begins
def two_need_sds(town: Town, series: Joint) -> None:
    """Of three items, one is SDS' own and one Karen Holm's of SDS."""
    anders = town.cast.anders
    proposes(town, anders, f"{PHONES} (drøftelse, v/ SDS)")
    proposes(town, anders, f"{LOGS} (v/ {town.cast.karen.user.real_name})")
    proposes(town, anders, f"{OURS} (v/ KMD)")
    town.settle()


def stays_away(town: Town, meeting: MeetingId, who: Persona | None = None) -> None:
    by = asks(town, who or town.cast.karen)
    attendance.send_apologies(town.bot.house, meeting, Apologies(for_all=True), by=by)
    town.settle()


def comes(town: Town, meeting: MeetingId) -> None:
    attendance.come(town.bot.house, meeting, by=asks(town, town.cast.karen))
    town.settle()


def notices(town: Town, about: str = "SDS") -> list[Seen]:
    town.settle()
    mette = town.cast.mette
    heads = tuple(f"{about} {said}" for said in ("har meldt afbud til", "deltager alligevel i"))
    return [each for each in mette.sees(mette.dm) if each.text.startswith(heads)]


def notice(town: Town, about: str = "SDS") -> Seen:
    found = notices(town, about)
    assert len(found) == 1, "one message an organisation, updated in place"
    return found[0]


def states(town: Town, meeting: MeetingId) -> dict[str, str]:
    wanted = (PHONES, LOGS, OURS)
    return {each.title: each.state.value for each in shown(town, meeting).items
            if each.title in wanted}  # fmt: skip


def test_one_message_names_all_that_needs_sds(town: Town, series: Joint):
    two_need_sds(town, series)
    stays_away(town, series.meeting)
    told = notice(town)
    assert told.says("SDS har meldt afbud til Fællesmøde nr. 19.")
    assert told.says("Disse 2 punkter på dagsordenen venter på SDS.")
    assert told.says(PHONES)
    assert told.says(LOGS)
    assert not told.says(OURS)


def test_nothing_is_said_where_no_item_needs_who_stays_away(town: Town, series: Joint):
    two_need_sds(town, series)
    stays_away(town, series.meeting, town.cast.nina)
    assert not notices(town, "Dedalus")


def test_one_click_defers_them_all_until_sds_attends(town: Town, series: Joint):
    two_need_sds(town, series)
    stays_away(town, series.meeting)
    mette = town.cast.mette
    mette.clicks(notice(town), "Udsæt alle 2")
    seen = card(town)
    for title in (PHONES, LOGS):
        line = beside(seen, title)
        assert line.endswith("udsat, da SDS ikke deltager · kommer igen, når SDS deltager")
    assert "udsat" not in beside(seen, OURS)
    assert notice(town).says("2 punkter er udsat, til SDS deltager:")
    with pytest.raises(WrongMoment):  # a second click that was under way
        absences.defer(town.bot.house, AbsenceId(1), (), by=asks(town, mette))
    following = plans_the_next(town, series)
    assert PHONES not in [each.title for each in shown(town, following).items]
    comes(town, following)
    assert {each.title for each in shown(town, following).waiting} == {PHONES, LOGS}


def test_one_is_deferred_and_taken_back_from_the_message(town: Town, series: Joint):
    two_need_sds(town, series)
    stays_away(town, series.meeting)
    mette = town.cast.mette
    mette.clicks(notice(town), "Udsæt", beside=PHONES)
    assert states(town, series.meeting) == {PHONES: "deferred", LOGS: "accepted", OURS: "accepted"}
    assert notice(town).says("Dette punkt på dagsordenen venter på SDS.")
    mette.clicks(notice(town), "Fortryd udsættelsen")
    assert states(town, series.meeting)[PHONES] == "accepted"
    assert notice(town).says("Disse 2 punkter")


def test_the_message_follows_who_changes_their_mind(town: Town, series: Joint):
    two_need_sds(town, series)
    stays_away(town, series.meeting)
    mette = town.cast.mette
    mette.clicks(notice(town), "Udsæt", beside=PHONES)
    comes(town, series.meeting)
    told = notice(town)
    assert told.says("SDS deltager alligevel i Fællesmøde nr. 19.")
    assert tuple(told.buttons) == ("Fortryd udsættelsen",)
    with pytest.raises(WrongMoment):
        absences.defer(town.bot.house, AbsenceId(1), (), by=asks(town, mette))
    assert states(town, series.meeting)[LOGS] == "accepted"
    mette.clicks(told, "Fortryd udsættelsen")
    assert states(town, series.meeting)[PHONES] == "accepted"
    stays_away(town, series.meeting)
    assert notice(town).says("Disse 2 punkter")


def test_an_item_that_was_put_off_before_for_sds_needs_it_again(town: Town, series: Joint):
    proposes(town, town.cast.anders, PHONES)
    defers(
        town,
        PHONES,
        {
            "Hvorfor?": "en part deltager ikke",
            "Hvem drejer det sig om?": "SDS",
            "Hvornår kommer punktet igen?": "på næste møde",
        },
    )
    following = plans_the_next(town, series)
    stays_away(town, following)
    told = notice(town)
    assert told.says("SDS har meldt afbud til Fællesmøde nr. 20.")
    assert told.says(PHONES)


def test_an_item_that_comes_later_joins_the_message(town: Town, series: Joint):
    stays_away(town, series.meeting)
    assert not notices(town)
    proposes(town, town.cast.anders, f"{PHONES} (v/ SDS)")
    assert notice(town).says(PHONES)


def test_the_message_asks_nothing_once_the_meeting_is_off(town: Town, series: Joint):
    two_need_sds(town, series)
    stays_away(town, series.meeting)
    held = shown(town, series.meeting).meeting
    by = asks(town, town.cast.mette)
    meetings.cancel(town.bot.house, series.meeting, "Aflyst", seen=held.version, by=by)
    assert tuple(notice(town).buttons) == ()


def test_a_separate_meetings_message_reaches_only_who_may_know_of_it(town: Town, series: Joint):
    typed = Typed("5. april 2022 kl. 10", "Teams", Language.DANISH)
    by = asks(town, town.cast.mette)
    vendor = series.organisations["KMD"]
    apart = meetings.plan(town.bot.house, series.series, typed, vendor_id=vendor, by=by).meeting
    meetings.open_for_items(town.bot.house, apart.id, by=asks(town, town.cast.mette))
    assert shown(town, apart.id)
    two_need_sds(town, series)
    stays_away(town, apart.id, town.cast.lars)
    assert not notices(town, "KMD"), "the joint meeting's item isn't the separate one's"


def test_an_item_that_names_sds_as_needed_is_in_the_message(town: Town, series: Joint):
    stays_away(town, series.meeting)
    anders = town.cast.anders
    anders.clicks(anders.command(CHANNEL, "/dagsorden").replies[-1], "Tilføj punkt")
    typed = {"Titel": PHONES, "Skal deltage": ("SDS",)}
    assert anders.submits(anders.gets_dialog("Nyt punkt"), typed).ok
    assert notice(town).says(PHONES)
