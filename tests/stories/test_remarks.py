"""What people say without a mandate is kept, but isn't their organisation's answer."""

from sqlmodel import select

from bot.cycle import mandates
from bot.cycle.mandates import MandateDraft
from bot.demo.acting import Persona, Screen, Seen
from storage.tables import ActionItem, Ballot, Participant, Remark, StatusReport
from storage.vocabulary import ActionState, Language
from tests.support.agendas import asks
from tests.support.joint import Joint
from tests.support.poll import (
    CHANNEL,
    JOINT,
    QUESTION,
    starts_format_poll,
    votes,
)
from tests.support.promises import lists, promised
from tests.support.town import Town
from tests.support.within_reach import everything

STAMKORT = "Status: Fælles Stamkort"


def only_sofie_speaks(town: Town, series: Joint) -> None:
    """The organiser gives Sofie the mandate of Systematic."""
    with town.bot.house.database.look() as session:
        sofie = session.exec(
            select(Participant).where(Participant.user == town.cast.sofie.id)
        ).one()
    mandates.give(
        town.bot.house,
        series.series,
        series.organisations["Systematic"],
        MandateDraft(sofie.id),
        language=Language.DANISH,
        by=asks(town, town.cast.mette),
    )
    town.settle()


def heard(who: Persona) -> list[Seen]:
    """The remarks that somebody was told of."""
    return [each for each in who.sees(who.dm) if each.says("har ikke mandat, men skrev")]


def shown(who: Persona, organisation: str = "") -> Seen | Screen:
    """An organisation's mandates, beneath which the remarks stand."""
    who.mentions_bot(CHANNEL, "møde folk" if organisation else "møde mandater")
    if organisation:
        listed = who.hears(CHANNEL, "deltagere fra")
        who.chooses(listed, "Mandater for…", organisation)
        return who.gets_dialog("Mandater")
    return who.hears(CHANNEL, "taler og stemmer")


def asks_for_status(town: Town) -> None:
    page = town.cast.mette.command(CHANNEL, "/moede", "status").replies[-1]
    town.cast.mette.clicks(page, "Spørg leverandørerne")
    town.settle()


def test_a_ballot_without_a_mandate_is_a_wish_that_stays_at_home(town: Town, series: Joint):
    mette, anders, sofie, lars = (
        town.cast.mette, town.cast.anders, town.cast.sofie, town.cast.lars,
    )  # fmt: skip
    card = starts_format_poll(town)
    only_sofie_speaks(town, series)
    answer = votes(anders, card, JOINT)
    town.settle()
    assert answer.words.startswith("For Systematic taler Sofie Winther.")
    assert "gemt som en bemærkning" in answer.words
    with town.bot.house.database.look() as session:
        assert not session.exec(select(Ballot)).all()
    assert [each.says(QUESTION) for each in heard(sofie)] == [True]
    assert shown(sofie).says("ønskede at stemme")
    for who in (mette, lars):
        assert not heard(who)
    assert not shown(mette, "Systematic").says("ønskede at stemme")
    for who in (mette, lars):
        assert "ønskede at stemme" not in "".join(everything(town.cast.workspace, who))
    votes(sofie, card, JOINT)
    with town.bot.house.database.look() as session:
        assert len(session.exec(select(Ballot)).all()) == 1


def test_a_status_answer_without_a_mandate_is_told_and_kept(town: Town, series: Joint):
    mette, anders, sofie = town.cast.mette, town.cast.anders, town.cast.sofie
    asks_for_status(town)
    only_sofie_speaks(town, series)
    anders.clicks(anders.hears(anders.dm, STAMKORT), "Opdatér…")
    said = {"Certificering": "certificeret", "Udrulning": "Vi er klar i uge 14"}
    assert anders.submits(anders.gets_dialog("Status"), said).ok
    town.settle()
    assert anders.hears(anders.dm, "For Systematic taler Sofie Winther.").says("»Vi er klar i uge")
    with town.bot.house.database.look() as session:
        assert not session.exec(select(StatusReport)).all()
    for who in (mette, sofie):
        assert heard(who)[0].says("om »Fælles Stamkort«: Vi er klar i uge 14")
    assert shown(mette, "Systematic").says("Vi er klar i uge 14")
    for competitor in (town.cast.lars, town.cast.nina):
        shown(competitor)
        assert "klar i uge 14" not in "".join(everything(town.cast.workspace, competitor))


def test_an_action_is_answered_by_who_holds_the_mandate(town: Town, series: Joint):
    anders, sofie = town.cast.anders, town.cast.sofie
    promised(town, series, "til Systematic: sende tidsplanen senest 1. april")
    only_sofie_speaks(town, series)
    answer = anders.clicks(lists(anders), "Udført")
    assert "For Systematic taler Sofie Winther." in answer.words
    with town.bot.house.database.look() as session:
        assert session.exec(select(ActionItem)).one().state is ActionState.OPEN
    sofie.clicks(lists(sofie), "Udført")
    with town.bot.house.database.look() as session:
        assert session.exec(select(ActionItem)).one().state is ActionState.DONE


def test_its_author_takes_a_remark_back(town: Town, series: Joint):
    anders, sofie = town.cast.anders, town.cast.sofie
    card = starts_format_poll(town)
    only_sofie_speaks(town, series)
    votes(anders, card, JOINT)
    kept = anders.hears(CHANNEL, "gemt som en bemærkning")
    assert "Træk tilbage" not in shown(sofie).buttons
    assert anders.clicks(kept, "Træk tilbage")
    assert anders.hears(CHANNEL, "er trukket tilbage")
    assert not shown(sofie).says("ønskede at stemme")
    with town.bot.house.database.look() as session:
        assert session.exec(select(Remark)).one().withdrawn_at is not None


def test_the_same_click_twice_is_one_remark(town: Town, series: Joint):
    card = starts_format_poll(town)
    only_sofie_speaks(town, series)
    town.cast.workspace.faults.next("interactive", "duplicate")
    votes(town.cast.anders, card, JOINT)
    with town.bot.house.database.look() as session:
        assert len(session.exec(select(Remark)).all()) == 1


def test_a_participant_who_never_spoke_may_answer_where_nobody_holds_a_mandate(
    town: Town, series: Joint
):
    """Without mandates everybody of the owner answers its actions, as before."""
    promised(town, series, "til MedCom: sende referatet senest 1. april")
    jens = town.cast.jens
    jens.clicks(lists(jens), "Udført")
    with town.bot.house.database.look() as session:
        assert session.exec(select(ActionItem)).one().state is ActionState.DONE
