"""The organiser refuses a line that Referent drafted: it stays off this agenda only."""

from datetime import date

import pytest

from storage.tables import Meeting
from storage.vocabulary import ActionKind, MeetingState
from tests.stories.test_carry_over import QUESTION, owes, refreshes, titles
from tests.support.agendas import defers, picks, plans_the_next, proposes
from tests.support.joint import Joint
from tests.support.town import Town

FOLLOW_UP, STANDING = "Opfølgning på opgaver: KMD", "Gensidig orientering"


@pytest.mark.parametrize(
    ("title", "why"),
    [
        (QUESTION, "Overført: spørgsmålet A-19-01 er ikke besvaret"),
        (FOLLOW_UP, "Overført: fristen er overskredet for A-19-02"),
        (STANDING, "Fast punkt i mødeserien"),
    ],
)
def test_a_drafted_line_is_explained_refused_and_taken_back(
    town: Town, series: Joint, title: str, why: str
):
    owes(town, series, "SDS", QUESTION, kind=ActionKind.QUESTION)
    owes(town, series, "KMD", "Plan for samlet release", by=date(2022, 2, 10))
    with town.bot.house.database.work() as session:
        session.get_one(Meeting, series.meeting).state = MeetingState.APPROVED
    following = plans_the_next(town, series)
    mette = town.cast.mette
    panel = picks(town, title)
    assert panel.says(why)
    mette.clicks(panel, "Tag af dagsordenen")  # the panel now says so, with the way back
    assert title not in titles(town, following)
    refreshes(town, following)
    assert title not in titles(town, following), "what was refused stays off this agenda"
    later = plans_the_next(town, series, "30. maj 2022 kl. 14")
    assert title in titles(town, later), "and stands on the next as before"
    mette.clicks(panel, "Fortryd")
    assert title in titles(town, following)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_waits_is_found_on_the_organisers_home_tab(town: Town, series: Joint):
    mette, karen = town.cast.mette, town.cast.karen
    proposes(town, town.cast.anders, "Håndtering af telefonnumre")
    defers(town, "Håndtering af telefonnumre", {"Hvorfor?": "tiden slog ikke til"})
    mette.clicks(mette.opens_home("Fællesmøde nr. 19"), "Udsatte punkter")
    assert mette.hears(mette.dm, "Håndtering af telefonnumre").says("udsat på nr. 19")
    assert "Udsatte punkter" not in str(karen.opens_home("Fællesmøde nr. 19").blocks)
