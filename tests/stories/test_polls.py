"""Organisations vote, each with one voice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlmodel import select

from bot.cycle import polls
from bot.demo.acting import Persona
from bot.ports import Asker
from storage.tables import Ballot, BallotChange, MinuteEntry, Poll, PollOption
from storage.vocabulary import (
    EntryKind,
    OptionId,
    Person,
    PollOutcome,
    PollState,
    Tenant,
)
from tests.support.joint import Joint
from tests.support.poll import (
    CHANNEL,
    JOINT,
    NO_OPINION,
    QUESTION,
    SEPARATE,
    everybody_votes,
    own_card,
    starts_choice_poll,
    starts_format_poll,
    votes,
)
from tests.support.town import Town


def the_poll(town: Town) -> Poll:
    with town.bot.house.database.look() as session:
        return session.exec(select(Poll)).one()


def test_a_contact_votes_for_the_vendor_and_only_who_has_voted_is_seen(town: Town, series: Joint):
    card = starts_format_poll(town)
    assert card.says("Ingen har stemt endnu. Stemmeberettigede: Systematic, KMD, Dedalus.")
    answer = votes(town.cast.lars, card, SEPARATE)
    town.settle()
    assert answer.words.startswith(
        "KMD har svaret: Separate møder med hver leverandør (afgivet af Lars Bæk, 14. februar 2022"
    )
    card = town.cast.nina.again(card)
    assert card.says("1 af 3 har stemt: KMD. Mangler: Systematic, Dedalus.")
    assert card.says("Svarene er skjult, indtil afstemningen lukker.")
    assert "1 stemme" not in card.words


def test_two_contacts_have_one_vote_and_the_last_answer_stands(town: Town, series: Joint):
    card = starts_format_poll(town)
    votes(town.cast.anders, card, JOINT)
    votes(town.cast.sofie, own_card(town.cast.sofie), SEPARATE)
    town.settle()
    seen = own_card(town.cast.anders)
    assert seen.says("Systematic har svaret: Separate møder med hver leverandør")
    assert seen.says("afgivet af Sofie Winther")
    assert town.cast.nina.again(card).says("1 af 3 har stemt: Systematic.")
    with town.bot.house.database.look() as session:
        assert len(session.exec(select(BallotChange)).all()) == 2


def test_two_contacts_who_press_at_the_same_time_have_one_vote(town: Town, series: Joint):
    starts_format_poll(town)
    house = town.bot.house
    with house.database.look() as session:
        options = [each.id for each in session.exec(select(PollOption)).all()]
    ready = Barrier(2)

    def presses(who: Persona, option: OptionId) -> None:
        by = Asker(Person(who.user.team.id, who.id), tenant, f"test:{who.id}")
        ready.wait(timeout=10)
        polls.vote(house, option, by=by)

    tenant = Tenant(town.cast.workspace.home.id)
    with ThreadPoolExecutor(2) as pool:
        both = [
            pool.submit(presses, town.cast.anders, options[JOINT]),
            pool.submit(presses, town.cast.sofie, options[SEPARATE]),
        ]
        for each in both:
            each.result(timeout=20)
    with house.database.look() as session:
        ballot = session.exec(select(Ballot)).one()
        changes = session.exec(select(BallotChange)).all()
    assert {each.option_id for each in changes} == {options[JOINT], options[SEPARATE]}
    assert ballot.option_id in {options[JOINT], options[SEPARATE]}


def test_pressing_twice_is_one_answer(town: Town, series: Joint):
    card = starts_format_poll(town)
    votes(town.cast.lars, card, JOINT)
    again = votes(town.cast.lars, card, JOINT)
    assert again.words.startswith("KMD har svaret: Fællesmøder")
    with town.bot.house.database.look() as session:
        assert len(session.exec(select(BallotChange)).all()) == 1


def test_nobody_sees_what_others_answered_while_the_poll_runs(town: Town, series: Joint):
    card = starts_format_poll(town)
    votes(town.cast.lars, card, SEPARATE)
    town.settle()
    answer = town.cast.anders.clicks(card, "Din organisations stemme")
    assert answer.words.startswith("Systematic har ikke stemt endnu.")
    for who in (town.cast.anders, town.cast.nina, town.cast.mette):
        for where in (CHANNEL, who.dm):
            assert not any(seen.says("KMD har svaret") for seen in who.sees(where))


def test_when_all_have_voted_the_poll_closes_with_its_counts(town: Town, series: Joint):
    town.cast.mette.command(CHANNEL, "/dagsorden", "Behov for fremtidige fællesmøder")
    card = starts_format_poll(town)
    everybody_votes(town, JOINT, SEPARATE, JOINT)
    card = town.cast.nina.again(card)
    assert card.says("*Fællesmøder* – 2 stemmer · valgt")
    assert card.says("Separate møder med hver leverandør – 1 stemme")
    assert card.says("Udfald: Flest stemmer fik: Fællesmøder")
    assert "Stem" not in card.buttons
    town.cast.mette.hears(town.cast.mette.dm, "er lukket. Udfaldet")
    with town.bot.house.database.look() as session:
        entry = session.exec(select(MinuteEntry)).one()
        assert (entry.kind, entry.poll_id) == (EntryKind.DECISION, the_poll(town).id)
        assert QUESTION in entry.text


def test_a_vote_that_comes_after_the_end_is_kindly_refused(town: Town, series: Joint):
    card = starts_format_poll(town)
    menu = town.cast.lars.mentions_bot(CHANNEL, "afstemning")
    shown = town.cast.lars.hears(CHANNEL, "Der er 1 åben afstemning", after=menu)
    town.cast.lars.clicks(shown, "Stem…")
    dialog = town.cast.lars.gets_dialog("Stem")
    desk = town.cast.mette.clicks(card, "Mødeleder…").replies[-1]
    town.cast.mette.clicks(desk, "Luk afstemningen")
    sent = town.cast.lars.submits(dialog, {"option": "Fællesmøder"})
    assert sent.errors == {"option": town.t("polls.closed")}


def test_the_dialog_gives_the_same_vote(town: Town, series: Joint):
    starts_format_poll(town)
    menu = town.cast.lars.mentions_bot(CHANNEL, "afstemning")
    shown = town.cast.lars.hears(CHANNEL, "Der er 1 åben afstemning", after=menu)
    town.cast.lars.clicks(shown, "Stem…")
    dialog = town.cast.lars.gets_dialog("Stem")
    assert town.cast.lars.submits(dialog, {"option": "Ingen holdning"}).ok
    assert town.cast.lars.hears(CHANNEL, "KMD har svaret: Ingen holdning").ephemeral


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("karen", "SDS har ikke stemme i denne afstemning"),
        ("mette", "MedCom har ikke stemme i denne afstemning"),
        ("peter", "Jeg kender dig ikke"),
    ],
)
def test_others_are_told_kindly_that_they_have_no_vote(
    town: Town, series: Joint, who: str, words: str
):
    card = starts_format_poll(town)
    persona = getattr(town.cast, who)
    answer = votes(persona, card, JOINT)
    heard = answer.words or persona.hears(persona.dm).words
    assert words in heard or who == "peter"
    assert the_poll(town).state is PollState.OPEN
    with town.bot.house.database.look() as session:
        assert not session.exec(select(BallotChange)).all()


def test_only_the_organiser_starts_and_closes_polls(town: Town, series: Joint):
    menu = town.cast.jens.command(CHANNEL, "/afstemning").replies[-1]
    assert menu.buttons == ()
    card = starts_format_poll(town)
    answer = town.cast.anders.clicks(card, "Mødeleder…")
    assert answer.words == town.t("common.needs_organize")


def test_too_few_votes_extend_the_poll_once_and_then_decide_nothing(town: Town, series: Joint):
    card = starts_format_poll(town, closes="fredag kl. 12")
    votes(town.cast.lars, card, JOINT)
    town.until(the_poll(town).closes_at + timedelta(minutes=1))
    held = the_poll(town)
    assert (held.state, held.extended) == (PollState.OPEN, True)
    assert town.cast.nina.again(card).says("forlænget til 23. februar 2022 kl. 16.00")
    told = town.cast.nina.hears(town.cast.nina.dm, "forlænget til 23. februar 2022 kl. 16.00")
    assert told.says("Din organisation har ikke stemt endnu.")
    lars = town.cast.lars
    assert not any(seen.says("har ikke stemt endnu") for seen in lars.sees(lars.dm))
    town.until(held.closes_at + timedelta(minutes=1))
    held = the_poll(town)
    assert (held.state, held.outcome) == (PollState.CLOSED, PollOutcome.NO_QUORUM)
    assert town.cast.nina.again(card).says("Ingen afgørelse: ikke beslutningsdygtig")


def test_a_tie_is_settled_by_the_organiser_with_a_reason(town: Town, series: Joint):
    card = starts_format_poll(town)
    everybody_votes(town, JOINT, SEPARATE, NO_OPINION)
    assert town.cast.nina.again(card).says("stemmelighed. Mødelederen afgør det.")
    desk = town.cast.mette.clicks(card, "Mødeleder…").replies[-1]
    town.cast.mette.clicks(desk, "Afgør…")
    dialog = town.cast.mette.gets_dialog("Afgør stemmelighed")
    assert "Ingen holdning" not in dialog.words
    refused = town.cast.mette.submits(dialog, {"winner": "Fællesmøder", "reason": "  "})
    assert "reason" in refused.errors
    sent = town.cast.mette.submits(
        dialog, {"winner": "Fællesmøder", "reason": "SDS skal kun forberede sig én gang"}
    )
    assert sent.ok
    town.settle()
    card = town.cast.nina.again(card)
    assert card.says("Mødelederen valgte: Fællesmøder. Begrundelse: SDS skal kun forberede sig")


def test_closing_can_be_taken_back_and_the_line_leaves_the_minutes(town: Town, series: Joint):
    town.cast.mette.command(CHANNEL, "/dagsorden", "Behov for fremtidige fællesmøder")
    card = starts_format_poll(town)
    everybody_votes(town, JOINT, SEPARATE, JOINT)
    desk = town.cast.mette.clicks(card, "Mødeleder…").replies[-1]
    town.cast.mette.clicks(desk, "Genåbn")
    town.settle()
    assert town.cast.nina.again(card).says("Alle har stemt")
    with town.bot.house.database.look() as session:
        assert session.exec(select(MinuteEntry)).one().removed
    votes(town.cast.nina, card, SEPARATE)
    town.settle()
    assert town.cast.nina.again(card).says("*Separate møder med hver leverandør* – 2 stemmer")
    with town.bot.house.database.look() as session:
        assert not session.exec(select(MinuteEntry)).one().removed
    posted = [seen for seen in town.cast.nina.sees(CHANNEL) if seen.says(QUESTION)]
    assert len([seen for seen in posted if not seen.ephemeral]) == 1


def test_a_poll_opened_by_mistake_is_withdrawn_and_can_come_back(town: Town, series: Joint):
    card = starts_format_poll(town)
    votes(town.cast.lars, card, JOINT)
    desk = town.cast.mette.clicks(card, "Mødeleder…").replies[-1]
    town.cast.mette.clicks(desk, "Træk tilbage")
    town.settle()
    assert town.cast.nina.again(card).says("trukket tilbage")
    assert "Stem" not in town.cast.nina.again(card).buttons
    desk = town.cast.mette.clicks(card, "Mødeleder…").replies[-1]
    town.cast.mette.clicks(desk, "Genåbn")
    town.settle()
    assert town.cast.nina.again(card).says("1 af 3 har stemt: KMD.")


def test_an_own_question_with_other_electors_and_open_counts(town: Town, series: Joint):
    card = starts_choice_poll(
        town,
        "Hvem holder oplæg om <log> & sikkerhed?",
        "SDS",
        "Leverandørerne",
        electors=["SDS", "KMD"],
        secret="Antallet af stemmer vises undervejs",
        quorum="2",
    )
    votes(town.cast.karen, card, 1)
    town.settle()
    seen = town.cast.lars.again(card)
    assert seen.says("Leverandørerne – 1 stemme")
    assert seen.says("1 af 2 har stemt: SDS. Mangler: KMD.")
    assert votes(town.cast.anders, card, 0).words.startswith("Systematic har ikke stemme")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"options": "Ja"}, "options"),
        ({"options": "Ja\nNej", "closes": "snarest"}, "closes"),
        ({"options": "Ja\nNej", "closes": "1. februar 2022"}, "closes"),
        ({"options": "Ja\nNej", "quorum": "9"}, "quorum"),
    ],
)
def test_what_cant_be_understood_is_said_beneath_its_field(
    town: Town, series: Joint, fields: dict[str, str], field: str
):
    mette = town.cast.mette
    menu = mette.command(CHANNEL, "/afstemning", "Kan vi?").replies[-1]
    mette.clicks(menu, "Eget spørgsmål…")
    sent = mette.submits(mette.gets_dialog("Ny afstemning"), fields)
    assert list(sent.errors) == [field]
    assert "Kan vi?" in str(mette.gets_dialog("Ny afstemning").payload)


def test_sending_the_same_dialog_twice_starts_one_poll(town: Town, series: Joint):
    mette = town.cast.mette
    menu = mette.command(CHANNEL, "/afstemning").replies[-1]
    mette.clicks(menu, "Om mødeform…")
    mette.submits(mette.gets_dialog("Afstemning om mødeform"))
    town.settle()
    assert the_poll(town).state is PollState.OPEN
    assert not any(seen.says("Start en ny") for seen in town.cast.anders.sees(CHANNEL))


def test_a_question_that_is_too_long_is_given_back(town: Town, series: Joint):
    answer = town.cast.mette.command(CHANNEL, "/afstemning", "Skal vi mon " + "å" * 300)
    assert answer.words.startswith("Spørgsmålet må højst fylde 300 tegn.")
    assert "Du skrev: /afstemning Skal vi mon ååå" in answer.words
