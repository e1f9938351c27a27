"""Papers: made when the agenda is sent, kept as they were, and fetched again."""

import hashlib
from typing import Any

import icalendar
import pytest

from bot.cycle import agenda, meetings
from bot.cycle import documents as papers
from bot.cycle.meetings import Typed
from bot.demo.model import StoredFile
from bot.errors import NotFound
from storage.queries import documents
from storage.vocabulary import DocumentKind, Language
from tests.documents.reading import headings, text
from tests.support.agendas import (
    CHANNEL,
    asks,
    card,
    defers,
    desk,
    freezes,
    proposes,
    shown,
)
from tests.support.joint import Joint
from tests.support.town import Town


def files(town: Town, ending: str) -> list[StoredFile]:
    """What was sent to the channel, oldest first."""
    seen = town.cast.anders.sees(CHANNEL)
    return [file for said in seen for file in said.files if file.name.endswith(ending)]


def event(file: StoredFile) -> Any:
    [found] = icalendar.Calendar.from_ical(file.content).walk("VEVENT")
    return found


def test_the_paper_says_what_the_card_says(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Samlet release")
    proposes(town, town.cast.anders, "Håndtering af telefonnumre")
    defers(
        town,
        "Håndtering af telefonnumre",
        {"Hvorfor?": "en part deltager ikke", "Hvem drejer det sig om?": "SDS"},
    )
    karen = town.cast.karen
    karen.clicks(card(town, who=karen), "Afbud…")
    karen.submits(karen.gets_dialog(), {"reason": "deltager i et andet møde"})
    freezes(town)
    [paper] = files(town, ".docx")
    said = text(paper.content)
    assert "torsdag den 10. marts 2022 kl. 14.00–15.15" in said
    assert "Mette Holm, MedCom" in said
    assert "Udsat, da SDS ikke deltager" in said
    assert "deltager i et andet møde" in said
    printed = [line for _, line in headings(paper.content)]
    for item in shown(town, series.meeting).items:
        assert any(item.number in line and item.title in line for line in printed), item.title


def test_what_was_sent_is_kept_with_its_checksum(town: Town, series: Joint):
    freezes(town)
    with town.bot.house.database.look() as session:
        held = documents.of_meeting(session, series.meeting)
        assert [each.kind for each in held] == [DocumentKind.AGENDA, DocumentKind.INVITATION]
        sent = [*files(town, ".docx"), *files(town, ".ics")]
        for document, file in zip(held, sent, strict=True):
            assert document.content == file.content
            assert document.sha256 == hashlib.sha256(file.content).hexdigest()


def test_a_later_version_leaves_the_earlier_as_it_was(town: Town, series: Joint):
    freezes(town)
    [first] = files(town, ".docx")
    mette = town.cast.mette
    mette.clicks(desk(town), "Træk dagsordenen tilbage…")
    proposes(town, town.cast.anders, "Kommer på igen")
    freezes(town)
    earlier, later = files(town, ".docx")
    assert earlier.content == first.content
    assert "Kommer på igen" not in text(earlier.content)
    assert "Kommer på igen" in text(later.content)
    with town.bot.house.database.look() as session:
        versions = [
            (each.version, each.content == earlier.content)
            for each in documents.of_meeting(session, series.meeting)
            if each.kind is DocumentKind.AGENDA
        ]
    assert versions == [(1, True), (2, False)]


def test_a_moved_meeting_sends_the_invitation_anew_under_the_same_uid(town: Town, series: Joint):
    freezes(town)
    house, by = town.bot.house, asks(town, town.cast.mette)
    seen = shown(town, series.meeting).meeting.version
    typed = Typed("11. marts 2022 kl. 9-10", "Teams", Language.DANISH)
    meetings.move(house, series.meeting, typed, seen=seen, by=by)
    town.settle()
    first, second = (event(file) for file in files(town, ".ics"))
    assert first["UID"] == second["UID"]
    assert second["SEQUENCE"] > first["SEQUENCE"]
    assert second["DTSTART"].dt.hour == 9


def test_a_cancelled_meeting_is_taken_out_of_calendars(town: Town, series: Joint):
    freezes(town)
    house, by = town.bot.house, asks(town, town.cast.mette)
    seen = shown(town, series.meeting).meeting.version
    meetings.cancel(house, series.meeting, "for mange afbud", seen=seen, by=by)
    town.settle()
    first, last = files(town, ".ics")
    assert icalendar.Calendar.from_ical(last.content)["METHOD"] == "CANCEL"
    assert event(last)["SEQUENCE"] > event(first)["SEQUENCE"]
    town.cast.anders.hears(CHANNEL, "Fællesmøde nr. 19 er aflyst. Åbn filen")


def test_a_paper_whose_moment_passed_isnt_made(town: Town, series: Joint):
    """The agenda is taken back before the worker came to its paper."""
    mette = town.cast.mette
    mette.clicks(desk(town), "Send dagsordenen…")
    mette.clicks(desk(town), "Træk dagsordenen tilbage…")
    town.settle()
    assert files(town, ".docx") == []


@pytest.mark.parametrize("word", ["dokumenter", "documents"])
def test_papers_are_listed_and_sent_to_whoever_asks(town: Town, series: Joint, word):
    freezes(town)
    lars = town.cast.lars  # of another workspace: a mention, and a button
    lars.mentions_bot(CHANNEL, f"dagsorden {word}")
    listed = lars.hears(CHANNEL, "Dokumenter til Fællesmøde nr. 19")
    assert listed.says("Dagsorden Fællesmøde nr. 19 2022-03-10.docx")
    lars.clicks(listed, "Send igen", beside=".docx")
    town.settle()
    [file] = [file for said in lars.sees(lars.dm) for file in said.files]
    assert file.content == files(town, ".docx")[0].content


def test_the_card_leads_to_the_papers_once_there_are_any(town: Town, series: Joint):
    proposes(town, town.cast.anders, "Noget")
    assert "Dokumenter" not in card(town).buttons
    freezes(town)
    answer = town.cast.nina.clicks(card(town, who=town.cast.nina), "Dokumenter")
    assert "Mødeindkaldelse Fællesmøde nr. 19 2022-03-10.ics" in answer.words


def test_before_the_first_paper_it_is_said_when_they_come(town: Town, series: Joint):
    answer = town.cast.nina.command(CHANNEL, "/dagsorden", "dokumenter")
    assert "De kommer, når mødelederen sender dagsordenen" in answer.words


def test_papers_of_a_separate_meeting_stay_behind_its_barrier(town: Town, series: Joint):
    house, mette = town.bot.house, town.cast.mette
    typed = Typed("5. april 2022 kl. 10", "Teams", Language.DANISH)
    separate = meetings.plan(
        house, series.series, typed, vendor_id=series.organisations["KMD"], by=asks(town, mette)
    ).meeting.id
    town.settle()
    meetings.open_for_items(house, separate, by=asks(town, mette))
    agenda.freeze(house, separate, by=asks(town, mette))
    town.settle()
    with house.database.look() as session:
        paper = documents.of_meeting(session, separate)[0].id
    anders = town.cast.anders
    assert files(town, ".docx") == []  # nothing of it in the joint channel
    with pytest.raises(NotFound):
        papers.send(house, paper, by=asks(town, anders))
    with pytest.raises(NotFound):
        papers.listed(house, separate, by=asks(town, anders))
    assert papers.send(house, paper, by=asks(town, town.cast.lars)).meeting.id == separate
