"""The meeting starts, goes from item to item, and ends."""

import pytest

from storage.tables import (
    Job,
    Meeting,
)
from storage.vocabulary import (
    ItemState,
    JobKind,
    MeetingState,
    Tenant,
)
from tests.support.joint import STARTS, Joint
from tests.support.session import (
    CHANNEL,
    TITLES,
    agenda_is_sent,
    ends,
    goes_to,
    item,
    panel,
    starts,
    state,
    writes,
)
from tests.support.town import Town

RULE, LOG = TITLES


# ── Start ─────────────────────────────────────────────────────────────────────


def test_at_the_meetings_hour_the_panel_is_offered_and_starts_it(town: Town, series: Joint):
    mette = town.cast.mette
    with town.bot.house.database.work() as session:
        meeting = session.get_one(Meeting, series.meeting)
        meeting.state = MeetingState.AGENDA_SENT
        session.add(
            Job(
                kind=JobKind.START_PANEL,
                key=f"start_panel:{meeting.id}",
                tenant=Tenant(town.cast.workspace.home.id),
                payload={"meeting": meeting.id},
                due_at=STARTS,
                made_at=town.clock.now(),
            )
        )
    town.clock.move_to(STARTS)
    shown = panel(town)
    assert shown.says("Start mødet, når I er klar")
    mette.clicks(shown, "Start mødet")
    assert state(town, series) is MeetingState.IN_SESSION
    assert panel(town).says("Punkt 1 af 4")


def test_a_start_too_early_says_what_to_do_first(town: Town, series: Joint):
    answer = town.cast.mette.command(CHANNEL, "/referat", "start")
    assert "Dagsordenen er ikke sendt ud endnu" in answer.words
    assert state(town, series) is MeetingState.COLLECTING


def test_a_second_start_is_refused_and_the_first_can_be_taken_back(town: Town, series: Joint):
    shown = starts(town, series)
    again = town.cast.mette.command(CHANNEL, "/referat", "start")
    assert "Mødet kan ikke startes, for det er i gang." in again.words
    town.cast.mette.clicks(shown, "Behandlet")
    assert item(town, "Gensidig orientering").state is ItemState.TREATED
    town.cast.mette.clicks(panel(town), "Fortryd start")
    assert state(town, series) is MeetingState.AGENDA_SENT
    first = "Gensidig orientering"
    assert item(town, first).state is ItemState.ACCEPTED, "nothing is treated before the meeting"
    assert panel(town).says("Start mødet, når I er klar")


@pytest.mark.parametrize("word", ["start", "notat Vi er klar", "udkast", "godkend"])
def test_only_organisers_lead_the_meeting(town: Town, series: Joint, word: str):
    agenda_is_sent(town, series)
    answer = town.cast.anders.command(CHANNEL, "/referat", word)
    assert "Det kan kun mødelederen gøre" in answer.words
    assert word in answer.words, "what was typed isn't lost"


def test_somebody_unknown_gets_no_panel_and_no_minutes(town: Town, series: Joint):
    starts(town, series)
    answer = town.cast.peter.command(CHANNEL, "/referat")
    assert RULE not in answer.words


# ── From item to item ─────────────────────────────────────────────────────────


def test_the_panel_leads_from_item_to_item(town: Town, series: Joint):
    starts(town, series)
    shown = goes_to(town, RULE)
    assert shown.says(f"*3.* {RULE}")
    town.cast.mette.clicks(shown, "Næste punkt")
    assert panel(town).says(f"*4.* {LOG}")
    town.cast.mette.clicks(panel(town), "Forrige punkt")
    assert panel(town).says(f"*3.* {RULE}")


def test_a_double_click_goes_one_item_on(town: Town, series: Joint):
    """The button says where it leads, so a second click of another trigger leads there too."""
    shown = starts(town, series)
    mette = town.cast.mette
    mette.clicks(shown, "Næste punkt")
    mette.clicks(shown, "Næste punkt")
    assert panel(town).says("Punkt 2 af 6")


def test_treated_and_deferred_can_be_taken_back(town: Town, series: Joint):
    starts(town, series)
    mette = town.cast.mette
    mette.clicks(goes_to(town, RULE), "Behandlet")
    assert item(town, RULE).state is ItemState.TREATED
    mette.clicks(panel(town), "Tag op igen")
    assert item(town, RULE).state is ItemState.ACCEPTED
    mette.clicks(panel(town), "Udsæt…")
    dialog = mette.gets_dialog("Udsæt punkt")
    assert not mette.submits(dialog, {"Hvorfor?": "andet"}).ok
    away = {"Hvorfor?": "en part deltager ikke", "Hvem drejer det sig om?": "SDS"}
    assert mette.submits(dialog, away).ok
    shown = panel(town)
    assert item(town, RULE).state is ItemState.DEFERRED
    assert shown.says("da SDS ikke deltager")
    mette.clicks(shown, "Tag op igen")
    assert item(town, RULE).reason == ""


# ── End ───────────────────────────────────────────────────────────────────────


def test_what_wasnt_reached_is_deferred_at_the_end(town: Town, series: Joint):
    starts(town, series)
    goes_to(town, RULE)
    writes(town, "notat Drøftet")
    ends(town)
    assert state(town, series) is MeetingState.DRAFTING
    assert item(town, RULE).state is ItemState.TREATED
    untreated = item(town, LOG)
    assert (untreated.state, untreated.reason) == (ItemState.DEFERRED, "ikke nået")


def test_the_organiser_decides_otherwise_in_the_end_dialog(town: Town, series: Joint):
    starts(town, series)
    ends(town, deferred=[f"3 {RULE}"])
    assert item(town, RULE).state is ItemState.DEFERRED
    assert item(town, LOG).state is ItemState.TREATED


def test_the_end_can_be_taken_back(town: Town, series: Joint):
    starts(town, series)
    ends(town)
    town.cast.mette.clicks(panel(town), "Genoptag mødet")
    assert state(town, series) is MeetingState.IN_SESSION
    assert panel(town).says("Punkt 1 af 6")
