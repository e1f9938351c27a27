"""Organisations answer for themselves; the organiser notes who was there."""

from collections.abc import Sequence

import pytest
from sqlmodel import col, select

from bot.demo.acting import Persona, Seen
from storage.tables import Attendee, Meeting, MeetingParty, Participant
from storage.vocabulary import AttendanceState, MeetingState
from tests.support.joint import Joint
from tests.support.town import Town

CHANNEL = "eoj-faellesmoede"


def answered(town: Town, series: Joint, organisation: str) -> tuple[AttendanceState, str]:
    with town.bot.house.database.look() as session:
        party = session.exec(
            select(MeetingParty).where(
                col(MeetingParty.meeting_id) == series.meeting,
                col(MeetingParty.organisation_id) == series.organisations[organisation],
            )
        ).one()
    return party.state, party.reason


def menu(who: Persona) -> Seen:
    who.mentions_bot(CHANNEL, "møde")
    return who.hears(CHANNEL, "Fællesmøde nr. 19")


def sends_apologies(who: Persona, reason: str) -> None:
    who.clicks(menu(who), "Afbud…")
    assert who.submits(who.gets_dialog("Afbud"), {"reason": reason}).ok


def fills_sheet(town: Town, fields: dict[str, str | Sequence[str]]) -> dict[str, str]:
    town.cast.mette.command(CHANNEL, "/moede", "deltagelse")
    dialog = town.cast.mette.gets_dialog("Fremmøde")
    return town.cast.mette.submits(dialog, fields).errors


def present(town: Town) -> set[str]:
    with town.bot.house.database.look() as session:
        return set(
            session.exec(
                select(Participant.name).join(
                    Attendee, col(Attendee.participant_id) == col(Participant.id)
                )
            ).all()
        )


def test_sds_sends_apologies_with_a_reason(town: Town, series: Joint):
    karen = town.cast.karen
    sends_apologies(karen, "Kursus hele dagen")
    told = karen.hears(CHANNEL, "SDS har meldt afbud til Fællesmøde nr. 19.")
    assert told.says("Kursus hele dagen")
    assert answered(town, series, "SDS") == (AttendanceState.APOLOGIES, "Kursus hele dagen")
    karen.clicks(told, "Deltager")
    assert answered(town, series, "SDS") == (AttendanceState.ACCEPTED, "")


def test_the_agenda_card_says_who_is_away(town: Town, series: Joint):
    town.cast.mette.command(CHANNEL, "/dagsorden", "Visning af log")
    sends_apologies(town.cast.karen, "Kursus")
    town.settle()
    card = town.cast.anders.hears(CHANNEL, "Visning af log")
    assert card.says("Afbud")
    assert card.says("SDS")


def test_either_contact_answers_for_the_organisation(town: Town, series: Joint):
    town.cast.anders.clicks(menu(town.cast.anders), "Deltager")
    assert answered(town, series, "Systematic")[0] is AttendanceState.ACCEPTED
    sends_apologies(town.cast.sofie, "")
    assert answered(town, series, "Systematic") == (AttendanceState.APOLOGIES, "")
    assert menu(town.cast.anders).says("jeres svar: afbud")


def test_a_second_click_changes_nothing(town: Town, series: Joint):
    shown = menu(town.cast.lars)
    town.cast.lars.clicks(shown, "Deltager")
    again = town.cast.lars.clicks(shown, "Deltager")
    assert "KMD deltager i Fællesmøde nr. 19." in again.words
    assert answered(town, series, "KMD")[0] is AttendanceState.ACCEPTED


def test_after_the_meeting_nobody_answers_any_more(town: Town, series: Joint):
    shown = menu(town.cast.lars)
    with town.bot.house.database.work() as session:
        session.exec(select(Meeting)).one().state = MeetingState.DRAFTING
    assert "Svaret kan ikke ændres mere" in town.cast.lars.clicks(shown, "Deltager").words
    assert answered(town, series, "KMD")[0] is AttendanceState.INVITED


def test_the_organiser_notes_who_was_there(town: Town, series: Joint):
    sds, kmd = series.organisations["SDS"], series.organisations["KMD"]
    errors = fills_sheet(
        town,
        {
            f"state:{sds}": "afbud",
            f"reason:{sds}": "Kursus",
            "present": ["Mette Holm", "Lars Bæk"],
        },
    )
    assert errors == {}
    assert present(town) == {"Mette Holm", "Lars Bæk"}
    assert answered(town, series, "SDS") == (AttendanceState.APOLOGIES, "Kursus")
    assert answered(town, series, "KMD")[0] is AttendanceState.PRESENT
    assert town.cast.mette.hears(CHANNEL, "2 til stede, afbud: SDS")
    # Taken back: Lars wasn't there after all, and KMD had apologised.
    assert fills_sheet(town, {f"state:{kmd}": "afbud", "present": ["Mette Holm"]}) == {}
    assert present(town) == {"Mette Holm"}
    assert answered(town, series, "KMD")[0] is AttendanceState.APOLOGIES


def test_whoever_came_is_present_whatever_was_answered(town: Town, series: Joint):
    sends_apologies(town.cast.karen, "Kursus")
    assert fills_sheet(town, {"present": ["Karen Lund"]}) == {}
    assert answered(town, series, "SDS") == (AttendanceState.PRESENT, "")


def test_after_approval_the_list_stands(town: Town, series: Joint):
    town.cast.mette.command(CHANNEL, "/moede", "deltagelse")
    dialog = town.cast.mette.gets_dialog("Fremmøde")
    with town.bot.house.database.work() as session:
        session.exec(select(Meeting)).one().state = MeetingState.APPROVED
    sent = town.cast.mette.submits(dialog, {"present": ["Mette Holm"]})
    assert sent.errors
    assert present(town) == set()


@pytest.mark.usefixtures("series")
def test_only_organisers_have_the_list(town: Town):
    answer = town.cast.nina.command(CHANNEL, "/moede", "deltagelse")
    assert "Det kan kun mødelederen gøre" in answer.words


@pytest.mark.usefixtures("series")
def test_a_mention_offers_the_list(town: Town):
    town.cast.mette.mentions_bot(CHANNEL, "møde deltagelse")
    assert town.cast.mette.hears(CHANNEL, "Hvem deltager").buttons == ("Fremmøde…",)
