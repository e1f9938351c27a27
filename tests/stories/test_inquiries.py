"""A vendor asks in private; all get the answer, and nobody learns who asked."""

import json
from collections.abc import Iterator

import pytest
from sqlmodel import select

from bot import access
from bot.cycle import inquiries, meetings
from bot.cycle.export import papers
from bot.cycle.steps import minutes_paper
from bot.demo import payloads, sight
from bot.demo.acting import Persona
from bot.demo.screens import Seen
from bot.documents import minutes as printed_minutes
from bot.rules.inquiries import AnswerDraft
from storage.tables import AuditEntry, Job, Meeting
from storage.vocabulary import MeetingId, MeetingState
from tests.support.agendas import asks as asker
from tests.support.agendas import card, plans_the_next
from tests.support.joint import Joint
from tests.support.town import Town
from tests.support.within_reach import inside

CHANNEL = "eoj-faellesmoede"
OWN_WORDS = "Kan vores Nexusmodul vente til uge 19?"
NEUTRAL = "Kan ibrugtagningen udskydes?"
ANSWER = "Ja, med en måneds varsel."

pytestmark = pytest.mark.usefixtures("series")


def asks(town: Town, who: Persona, text: str = OWN_WORDS) -> Seen:
    """By the button under the agenda, as somebody from another workspace must."""
    assert town.cast.mette.command(CHANNEL, "/dagsorden", "Visning af log").ok
    who.clicks(card(town, who=who), "Spørg fortroligt…")
    sent = who.submits(who.gets_dialog("Fortroligt spørgsmål"), {"Dit spørgsmål": text})
    assert sent.ok, sent
    town.settle()
    return who.hears(CHANNEL, "er sendt til mødelederne")


def request(town: Town) -> Seen:
    return town.cast.mette.hears(town.cast.mette.dm, "spørger fortroligt")


def answers(town: Town) -> None:
    mette = town.cast.mette
    mette.clicks(request(town), "Svar alle…")
    dialog = mette.gets_dialog("Svar alle")
    assert dialog.says(OWN_WORDS)
    sent = mette.submits(
        dialog, {"question": NEUTRAL, "Svar til alle": ANSWER, "Hvem har svaret?": "SDS"}
    )
    assert sent.ok, sent
    town.settle()


def test_all_get_the_answer_and_the_asker_is_told(town: Town):
    asks(town, town.cast.lars)
    assert request(town).says("Lars Bæk, KMD")
    answers(town)
    given = town.cast.nina.hears(CHANNEL, "Spørgsmål og svar til alle, nr. 1")
    assert given.says(NEUTRAL)
    assert given.says(ANSWER)
    assert given.says("besvaret af SDS")
    lars = town.cast.lars
    assert lars.hears(lars.dm, "besvaret over for alle").says("nr. 1")
    assert request(town).buttons == ()


def test_nothing_that_others_read_leads_to_the_asker(town: Town, caplog):
    lars = town.cast.lars
    before = {name: len(_read(town, getattr(town.cast, name))) for name in ("nina", "anders")}
    asks(town, lars)
    with town.bot.house.database.look() as session:
        seen = {each.id for each in session.exec(select(AuditEntry))}
    answers(town)
    town.days_pass(1)
    for name in before:
        fresh = _read(town, getattr(town.cast, name))[before[name] :]
        told = "\n".join(each for each in fresh if "Spørgsmål og svar" in each)
        assert NEUTRAL in told
        for trace in (OWN_WORDS, lars.id, "Lars", "KMD", "Nexusmodul"):
            assert trace not in told
        assert not any(OWN_WORDS in each for each in fresh)
    with town.bot.house.database.look() as session:
        for entry in session.exec(select(AuditEntry)):
            if entry.verb.startswith("inquiries."):
                assert (entry.user, entry.team) == ("", "")
                assert OWN_WORDS not in repr(entry)
        assert seen
        public = [each for each in session.exec(select(Job)) if each.lane == town.cast.meeting.id]
        assert not any(lars.id in json.dumps(each.payload) for each in public)
    assert OWN_WORDS not in caplog.text
    assert not any(OWN_WORDS.encode() in each.content for each in papers(town.bot.house))


def test_the_answer_stands_in_the_minutes_of_the_joint_meeting(town: Town, series: Joint):
    asks(town, town.cast.lars)
    answers(town)
    told = _minutes(town, series.meeting)
    for line in ("Spørgsmål og svar", "Spørgsmål nr. 1", NEUTRAL, f"Svar fra SDS: {ANSWER}"):
        assert line in told
    assert not any(trace in told for trace in (OWN_WORDS, "Nexusmodul"))


def test_an_answer_between_two_meetings_goes_into_the_next_minutes(town: Town, series: Joint):
    house, mette = town.bot.house, town.cast.mette
    with house.database.work() as session:
        session.get_one(Meeting, series.meeting).state = MeetingState.IN_REVIEW
    asked = inquiries.ask(house, series.series, OWN_WORDS, by=asker(town, town.cast.lars))
    inquiries.publish(house, asked.id, AnswerDraft(NEUTRAL, ANSWER), by=asker(town, mette))
    following = plans_the_next(town, series)
    assert NEUTRAL not in _minutes(town, series.meeting)
    assert NEUTRAL in _minutes(town, following)
    with house.database.look() as session:
        version = session.get_one(Meeting, following).version
    meetings.cancel(house, following, "Sygdom", seen=version, by=asker(town, mette))
    another = plans_the_next(town, series, "2. maj 2022 kl. 14")
    assert NEUTRAL in _minutes(town, another)
    assert NEUTRAL not in _minutes(town, following)


def test_the_asker_takes_it_back_until_it_is_answered(town: Town):
    lars = town.cast.lars
    lars.clicks(asks(town, lars), "Træk spørgsmålet tilbage")
    town.settle()
    assert request(town).says("trukket tilbage")
    assert request(town).buttons == ()


def test_once_answered_it_stays(town: Town):
    lars = town.cast.lars
    confirmed = asks(town, lars)
    answers(town)
    lars.clicks(confirmed, "Træk spørgsmålet tilbage")
    assert lars.hears(CHANNEL, "Spørgsmålet er allerede")


def test_a_declined_question_is_explained_to_its_asker_alone(town: Town):
    lars, mette = town.cast.lars, town.cast.mette
    asks(town, lars)
    mette.clicks(request(town), "Afvis…")
    sent = mette.submits(
        mette.gets_dialog("Afvis spørgsmål"), {"Begrundelse": "Det hører til i jeres kontrakt."}
    )
    assert sent.ok, sent
    town.settle()
    assert lars.hears(lars.dm, "bliver ikke besvaret").says("jeres kontrakt")
    assert not any("kontrakt" in each for each in _read(town, town.cast.nina))


def test_an_answer_to_the_asker_alone_is_read_by_nobody_else(town: Town, series: Joint):
    lars, mette = town.cast.lars, town.cast.mette
    confirmed = asks(town, lars)
    mette.clicks(request(town), "Svar kun spørgeren…")
    dialog = mette.gets_dialog("Svar kun spørgeren")
    assert dialog.says(OWN_WORDS)
    sent = mette.submits(dialog, {"Svar til spørgeren": ANSWER})
    assert sent.ok, sent
    town.settle()
    assert lars.hears(lars.dm, "svarer på dit fortrolige spørgsmål").says(ANSWER)
    assert request(town).says("besvaret kun over for spørgeren")
    assert request(town).says(ANSWER)
    assert request(town).buttons == ()
    listed = inquiries.listed(town.bot.house, series.series, by=asker(town, lars))
    assert [each.answer for each in listed.own] == [ANSWER]
    lars.clicks(confirmed, "Træk spørgsmålet tilbage")
    assert lars.hears(CHANNEL, "Spørgsmålet er allerede")
    for other in (town.cast.nina, town.cast.karen, town.cast.jens):
        assert not any(ANSWER in each for each in _read(town, other))
    assert "Spørgsmål og svar" not in _minutes(town, series.meeting)


def test_answers_are_found_again_with_ones_own_waiting_question(town: Town):
    anders = town.cast.anders
    asked = anders.command(anders.dm, "/moede", f"spørg {OWN_WORDS}")
    assert "er sendt til mødelederne" in asked.words
    town.settle()
    assert OWN_WORDS in anders.command(CHANNEL, "/moede", "svar").words
    answers(town)
    listed = anders.command(CHANNEL, "/moede", "svar").words
    assert NEUTRAL in listed
    assert OWN_WORDS not in listed
    assert NEUTRAL in town.cast.nina.command(CHANNEL, "/moede", "svar").words


def test_a_mention_that_all_can_read_is_not_taken_for_a_secret(town: Town):
    lars = town.cast.lars
    lars.mentions_bot(CHANNEL, f"spørg {OWN_WORDS}")
    assert lars.hears(CHANNEL, "Spørg fortroligt…").ephemeral


def test_a_foreign_question_looks_like_none(town: Town, series: Joint):
    asks(town, town.cast.lars)
    nina = town.cast.nina
    assert nina.command(CHANNEL, "/moede", "svar").words.count("»") == 0


def _minutes(town: Town, meeting: MeetingId) -> str:
    """What the draft minutes of a meeting would print."""
    house = town.bot.house
    with house.look(asker(town, town.cast.mette)) as work:
        member, held = access.meeting(work, meeting)
        paper = minutes_paper.of(work, held, member, draft=True)
    return "\n".join(inside(printed_minutes(paper, town.words, house.templates)))


def _read(town: Town, who: Persona) -> list[str]:
    return list(_messages(town, who))


def _messages(town: Town, who: Persona) -> Iterator[str]:
    ws = town.cast.workspace
    for place in sight.conversations(ws, who.user):
        for said in sight.visible(ws, place, who.user):
            yield json.dumps(payloads.message(ws, said, metadata=True), ensure_ascii=False)
