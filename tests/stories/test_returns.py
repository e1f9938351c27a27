"""What brings a deferred item back when the organiser left it to the reason."""

from bot.cycle import attendance
from tests.support.agendas import asks, beside, card, defers, plans_the_next, proposes, shown
from tests.support.joint import Joint
from tests.support.session import CHANNEL, ends, panel, starts
from tests.support.town import Town

PHONES, LOGS = "Håndtering af telefonnumre", "Visning af logoplysninger"


def test_an_absent_partys_item_stands_on_the_next_agenda(town: Town, series: Joint):
    proposes(town, town.cast.anders, PHONES)
    defers(town, PHONES, {"Hvorfor?": "en part deltager ikke", "Hvem drejer det sig om?": "SDS"})
    assert beside(card(town), PHONES).endswith("udsat, da SDS ikke deltager")
    following = plans_the_next(town, series)
    assert shown(town, following).items[0].title == PHONES


def test_an_awaited_answer_brings_it_back(town: Town, series: Joint):
    town.cast.mette.command(CHANNEL, "/opgave", "til SDS: undersøge numre senest 1. april")
    proposes(town, town.cast.anders, PHONES)
    defers(town, PHONES, {"Hvorfor?": "afventer svar", "Hvem drejer det sig om?": "SDS"})
    assert beside(card(town), PHONES).endswith("kommer igen, når A-19-01 er besvaret")


def test_a_day_counts_without_being_chosen(town: Town, series: Joint):
    proposes(town, town.cast.anders, PHONES)
    defers(town, PHONES, {"Hvorfor?": "afventer test", "Tidligst hvornår?": "1. maj"})
    assert beside(card(town), PHONES).endswith("kommer igen fra den 1. maj 2022")


def test_what_the_meeting_put_off_or_never_reached_comes_back(town: Town, series: Joint):
    mette = town.cast.mette
    starts(town, series, (PHONES, LOGS))
    option = next(line for line in panel(town).words.splitlines() if line.endswith(PHONES))
    mette.chooses(panel(town), "Gå til punkt", option)
    mette.clicks(panel(town), "Udsæt…")
    why = {
        "Hvorfor?": "en part deltager ikke",
        "Hvem drejer det sig om?": "SDS",
        "Hvornår kommer punktet igen?": "når en bestemt part deltager",
    }
    assert mette.submits(mette.gets_dialog("Udsæt punkt"), why).ok
    number = next(each.number for each in shown(town, series.meeting).items if each.title == LOGS)
    ends(town, deferred=[f"{number} {LOGS}"])
    following = plans_the_next(town, series)
    line = next(each for each in shown(town, following).items if each.title == LOGS)
    assert (line.carried_from, line.times) == (19, 2)
    assert PHONES not in [each.title for each in shown(town, following).items]
    attendance.come(town.bot.house, following, by=asks(town, town.cast.karen))
    assert [each.title for each in shown(town, following).waiting] == [PHONES]
