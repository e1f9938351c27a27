"""Participants remark on the draft, and the organiser answers every remark."""

from datetime import UTC, datetime

import pytest
from sqlmodel import col, select

from bot.rules.minutes import LONGEST_TEXT
from storage.tables import Comment, MinuteEntry
from storage.vocabulary import CommentState, MeetingState
from tests.support.beginnings import begins
from tests.support.joint import Joint
from tests.support.session import CHANNEL, card, ends, panel, publishes, starts, state, writes
from tests.support.town import Town
from tests.support.within_reach import papers

DEADLINE = datetime(2022, 3, 17, 15, 0, tzinfo=UTC)  # 16.00 in Copenhagen


@begins
def drafted(town: Town, series: Joint) -> None:
    """A draft with one note is out for comments."""
    starts(town, series)
    writes(town, "notat Cura ruller ud fra uge 9")
    ends(town)
    publishes(town)


def remarks(town: Town, text: str = "Det skal være uge 12") -> None:
    """Anders writes a remark by the card's button."""
    anders = town.cast.anders
    anders.clicks(card(town), "Bemærkning…")
    sent = anders.submits(anders.gets_dialog("Bemærkning"), {"Din bemærkning": text})
    assert sent.ok, sent.errors
    town.settle()


def comments(town: Town) -> list[Comment]:
    with town.bot.house.database.look() as session:
        return list(session.exec(select(Comment).order_by(col(Comment.id))).all())


def entry(town: Town) -> MinuteEntry:
    with town.bot.house.database.look() as session:
        return session.exec(select(MinuteEntry)).one()


def test_a_remark_by_button_reaches_the_organiser(town: Town, series: Joint):
    drafted(town, series)
    remarks(town)
    mette = town.cast.mette
    assert mette.hears(mette.dm, "Anders Kjær, Systematic, har en bemærkning")
    assert panel(town).says("»Det skal være uge 12«")
    assert card(town).says("1 bemærkning · venter på svar: 1")


def test_a_remark_by_mention_in_the_minutes_thread(town: Town, series: Joint):
    """People of other workspaces have no commands."""
    drafted(town, series)
    lars = town.cast.lars
    said = lars.mentions_bot(CHANNEL, "bemærkning: Nexus mangler", thread=card(town, lars))
    town.settle()
    assert lars.hears(CHANNEL, "Din bemærkning til referatet", after=said).ephemeral
    assert [each.text for each in comments(town)] == ["Nexus mangler"]


def test_accepting_changes_the_entry_and_tells_the_author(town: Town, series: Joint):
    drafted(town, series)
    remarks(town)
    mette = town.cast.mette
    mette.clicks(panel(town), "Indarbejd…")
    chosen = mette.gets_dialog("Indarbejd bemærkning")
    assert chosen.says("Det skal være uge 12")
    option = "1 Notat: Cura ruller ud fra uge 9"
    assert mette.submits(chosen, {"Hvad skal rettes?": option}).ok
    change = mette.gets_dialog("Indarbejd bemærkning")
    assert change.says("Det skal være uge 12"), "the remark stands above the field"
    assert mette.submits(change, {"Tekst": "Cura ruller ud fra uge 12"}).ok
    town.settle()
    assert entry(town).text == "Cura ruller ud fra uge 12"
    assert comments(town)[0].state is CommentState.ACCEPTED
    assert town.cast.anders.hears(town.cast.anders.dm, "er indarbejdet")


def test_accepting_may_add_an_entry_or_change_nothing(town: Town, series: Joint):
    drafted(town, series)
    remarks(town, "Nexus mangler")
    remarks(town, "Er rettet, tak")
    mette = town.cast.mette
    mette.clicks(panel(town), "Indarbejd…", beside="Nexus")
    chosen = mette.gets_dialog("Indarbejd bemærkning")
    assert mette.submits(chosen, {"Hvad skal rettes?": "Tilføj en ny post"}).ok
    change = mette.gets_dialog("Indarbejd bemærkning")
    assert mette.submits(change, {"Tekst": "Nexus er i pilotdrift"}).ok
    mette.clicks(panel(town), "Indarbejd…", beside="Er rettet")
    chosen = mette.gets_dialog("Indarbejd bemærkning")
    nothing = "Ingenting: det er allerede rettet"
    assert mette.submits(chosen, {"Hvad skal rettes?": nothing}).ok
    assert {each.state for each in comments(town)} == {CommentState.ACCEPTED}
    with town.bot.house.database.look() as session:
        assert len(session.exec(select(MinuteEntry)).all()) == 2


def test_dismissing_needs_a_reply_and_can_be_taken_back(town: Town, series: Joint):
    drafted(town, series)
    remarks(town)
    mette = town.cast.mette
    mette.clicks(panel(town), "Svar uden ændring…")
    dialog = mette.gets_dialog("Svar uden ændring")
    assert "Skriv et kort svar" in mette.submits(dialog, {"Dit svar": " "}).errors["reply"]
    assert mette.submits(dialog, {"Dit svar": "Uge 9 var planen på mødet"}).ok
    town.settle()
    anders = town.cast.anders
    assert anders.hears(anders.dm, "Uge 9 var planen på mødet")
    confirmation = mette.hears(mette.dm, "besvaret uden ændring")
    mette.clicks(confirmation, "Fortryd")
    assert comments(town)[0].state is CommentState.OPEN
    assert panel(town).says("»Det skal være uge 12«")


def test_the_final_paper_owns_to_remarks_that_changed_nothing(town: Town, series: Joint):
    drafted(town, series)
    remarks(town)
    mette = town.cast.mette
    mette.clicks(panel(town), "Svar uden ændring…")
    assert mette.submits(mette.gets_dialog("Svar uden ændring"), {"Dit svar": "Uge 9"}).ok
    town.settle()
    mette.clicks(panel(town), "Godkend referatet")
    town.settle()
    read = "".join(papers(town.cast.workspace, town.cast.anders))
    assert "uden rettelser. Bemærkningerne er besvaret." in read
    assert "uden bemærkninger" not in read


def test_approval_waits_for_every_answer(town: Town, series: Joint):
    drafted(town, series)
    remarks(town)
    answer = town.cast.mette.clicks(panel(town), "Godkend referatet")
    assert "Der er 1 bemærkning, som ikke er besvaret" in answer.words
    assert state(town, series) is MeetingState.IN_REVIEW


def test_a_remark_answered_meanwhile_isnt_answered_twice(town: Town, series: Joint):
    drafted(town, series)
    remarks(town)
    mette = town.cast.mette
    mette.clicks(panel(town), "Svar uden ændring…")
    dialog = mette.gets_dialog("Svar uden ændring")
    with town.bot.house.database.work() as session:
        session.exec(select(Comment)).one().state = CommentState.ACCEPTED
    sent = mette.submits(dialog, {"Dit svar": "Nej"})
    assert "Bemærkningen er allerede indarbejdet." in sent.errors["reply"]


def test_when_the_period_ends_the_organiser_is_reminded_and_nothing_is_approved(
    town: Town, series: Joint
):
    drafted(town, series)
    remarks(town)
    town.clock.move_to(DEADLINE)
    town.settle()
    mette = town.cast.mette
    assert mette.hears(mette.dm, "1 bemærkning venter på dit svar")
    assert state(town, series) is MeetingState.IN_REVIEW


@pytest.mark.parametrize("text", ["  ", "x" * (LONGEST_TEXT + 1)])
def test_an_empty_or_endless_remark_is_refused(town: Town, series: Joint, text: str):
    drafted(town, series)
    answer = town.cast.jens.command(CHANNEL, "/referat", f"bemærkning {text}")
    assert answer.ok
    assert not comments(town)


def test_without_a_draft_the_remark_is_given_back(town: Town, series: Joint):
    starts(town, series)
    answer = town.cast.jens.command(CHANNEL, "/referat", "bemærkning Husk kommunerne")
    assert "Der er ikke noget udkast til kommentering" in answer.words
    assert "Husk kommunerne" in answer.words


def test_after_approval_remarks_are_closed(town: Town, series: Joint):
    drafted(town, series)
    shown = card(town)
    town.cast.anders.clicks(shown, "Bemærkning…")
    dialog = town.cast.anders.gets_dialog("Bemærkning")
    town.cast.mette.clicks(panel(town), "Godkend referatet")
    town.settle()
    sent = town.cast.anders.submits(dialog, {"Din bemærkning": "For sent?"})
    assert "Referatet er godkendt" in sent.errors["text"]


def test_only_the_organiser_answers_remarks(town: Town, series: Joint):
    drafted(town, series)
    answer = town.cast.anders.clicks(card(town), "For mødelederen…")
    assert "Det kan kun mødelederen gøre" in answer.words
