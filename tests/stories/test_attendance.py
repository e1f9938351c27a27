"""Organisations answer for themselves; the organiser notes who was there."""

from collections.abc import Sequence

import pytest
from sqlmodel import col, select

from bot.cycle import meetings, people
from bot.cycle.people import Newcomers
from bot.cycle.steps import paper_head
from bot.demo.acting import Persona, Seen
from bot.documents import context
from bot.rules.people import OrganisationDraft
from storage.tables import Attendee, Meeting, MeetingParty, Participant
from storage.vocabulary import AttendanceState, MeetingState, OrganisationKind, Role
from tests.support.agendas import asks
from tests.support.joint import Joint, profile
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


def sends_apologies(who: Persona, reason: str, **more: str) -> None:
    who.clicks(menu(who), "Afbud…")
    assert who.submits(who.gets_dialog("Afbud"), {"reason": reason, **more}).ok


def invitation(town: Town, who: Persona) -> Seen:
    """The one invitation in somebody's direct messages."""
    town.settle()
    found = [each for each in who.sees(who.dm) if each.text.startswith("Du er inviteret til")]
    assert len(found) == 1, "one invitation each, updated in place"
    return found[0]


def opens_anew(town: Town, series: Joint) -> None:
    """The meeting opens for items once more: everybody is asked."""
    for verb in (meetings.close_for_items, meetings.open_for_items):
        verb(town.bot.house, series.meeting, by=asks(town, town.cast.mette))
    town.settle()


def paper(town: Town, series: Joint) -> context.Meeting:
    """The head of the minutes' paper."""
    with town.bot.house.look(asks(town, town.cast.mette)) as work:
        meeting = work.session.get(Meeting, series.meeting)
        assert meeting is not None
        return paper_head.of(work, meeting, held=True)


def fills_sheet(town: Town, fields: dict[str, str | Sequence[str]]) -> dict[str, str]:
    town.cast.mette.command(CHANNEL, "/moede", "deltagelse")
    dialog = town.cast.mette.gets_dialog("Fremmøde")
    return town.cast.mette.submits(dialog, fields).errors


def present(town: Town) -> set[str]:
    with town.bot.house.database.look() as session:
        there = select(Participant.name).join(
            Attendee, col(Attendee.participant_id) == col(Participant.id)
        )
        were = (AttendanceState.PRESENT, AttendanceState.LEFT_EARLY)
        return set(session.exec(there.where(col(Attendee.state).in_(were))).all())


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
    sends_apologies(town.cast.sofie, "Messe", whom="Hele organisationen (Systematic)")
    assert answered(town, series, "Systematic") == (AttendanceState.APOLOGIES, "Messe")
    assert menu(town.cast.anders).says("jeres svar: afbud")


def test_one_persons_apologies_leave_the_organisation_its_others(town: Town, series: Joint):
    anders, sofie = town.cast.anders, town.cast.sofie
    anders.clicks(menu(anders), "Deltager")
    sends_apologies(sofie, "Ferie")
    told = sofie.hears(CHANNEL, "Du har meldt afbud til Fællesmøde nr. 19.")
    assert told.says("Systematic deltager i Fællesmøde nr. 19.")
    assert answered(town, series, "Systematic") == (AttendanceState.ACCEPTED, "")
    away = {each.organisation: each for each in paper(town, series).apologies}
    assert (away["Systematic"].people, away["Systematic"].reason) == (("Sofie Winther",), "Ferie")
    sends_apologies(anders, "")  # nobody is left
    assert answered(town, series, "Systematic")[0] is AttendanceState.APOLOGIES


def test_a_substitute_is_told_and_invited(town: Town, series: Joint):
    karen, peter = town.cast.karen, town.cast.peter
    opens_anew(town, series)
    karen.clicks(invitation(town, karen), "Afbud…")
    sent = {"reason": "Kursus", "substitute": peter.id}
    assert karen.submits(karen.gets_dialog("Afbud"), sent).ok
    own = invitation(town, karen)
    assert own.says("Du har meldt afbud til Fællesmøde nr. 19.")
    assert own.says("Peter Friis er stedfortræder og har fået besked.")
    assert peter.hears(peter.dm, "har valgt dig som stedfortræder for SDS")
    assert town.cast.mette.hears(town.cast.mette.dm, "Stedfortræder: Peter Friis")
    assert answered(town, series, "SDS")[0] is AttendanceState.INVITED
    asked = invitation(town, peter)
    assert asked.says("Du er stedfortræder for Karen Lund")
    peter.clicks(asked, "Deltager")
    assert answered(town, series, "SDS")[0] is AttendanceState.ACCEPTED
    away = {each.organisation: each for each in paper(town, series).apologies}
    assert away["SDS"].people == ("Karen Lund (stedfortræder: Peter Friis)",)


def test_only_a_colleague_can_be_a_substitute(town: Town, series: Joint):
    karen = town.cast.karen
    karen.clicks(menu(karen), "Afbud…")
    dialog = karen.gets_dialog("Afbud")
    refused = karen.submits(dialog, {"substitute": town.cast.lars.id}).errors
    assert "kan ikke være stedfortræder her" in refused["substitute"]
    everybody = {"whom": "Hele organisationen (SDS)", "substitute": town.cast.peter.id}
    assert "Kun mig" in karen.submits(dialog, everybody).errors["substitute"]
    assert answered(town, series, "SDS")[0] is AttendanceState.INVITED


class TestInvitations:
    def test_everybody_who_answers_gets_one_and_it_follows_the_meeting(
        self, town: Town, series: Joint
    ):
        opens_anew(town, series)
        lars = town.cast.lars
        shown = invitation(town, lars)
        assert shown.says("Deltager du?")
        lars.clicks(shown, "Deltager")
        assert invitation(town, lars).says("KMD deltager i Fællesmøde nr. 19.")
        opens_anew(town, series)  # asks nobody twice
        assert invitation(town, lars).says("KMD deltager")
        by = asks(town, town.cast.mette)
        seen = meetings.read(town.bot.house, series.meeting, by=by).version
        meetings.cancel(town.bot.house, series.meeting, "Sygdom", seen=seen, by=by)
        assert invitation(town, lars).buttons == ()

    def test_observers_get_none(self, town: Town, series: Joint):
        with town.bot.house.database.work() as session:
            nina = session.exec(
                select(Participant).where(col(Participant.user) == town.cast.nina.id)
            ).one()
            nina.role = Role.OBSERVER
        opens_anew(town, series)
        assert not [each for each in town.cast.nina.sees(town.cast.nina.dm) if each.buttons]

    def test_who_comes_later_is_asked_too(self, town: Town, series: Joint):
        mette, peter = town.cast.mette, town.cast.peter
        house = town.bot.house
        newcomers = Newcomers(participants=[profile(peter)])
        people.add(
            house,
            series.series,
            OrganisationDraft("KMD", "KMD", OrganisationKind.VENDOR),
            newcomers,
            by=asks(town, mette),
        )
        assert invitation(town, peter).says("Deltager du?")


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


def test_who_left_early_is_noted_with_the_hour(town: Town, series: Joint):
    there = ["Mette Holm", "Lars Bæk"]
    assert "hvornår" in fills_sheet(town, {"present": there, "left": ["Lars Bæk"]})["left_at"]
    mette = town.cast.mette
    early = {"present": there, "left": ["Lars Bæk"], "left_at": "13:10"}
    dialog = mette.gets_dialog("Fremmøde")
    assert "inden for mødet" in mette.submits(dialog, early).errors["left_at"]
    assert mette.submits(dialog, {**early, "left_at": "14:40"}).ok
    assert answered(town, series, "KMD")[0] is AttendanceState.LEFT_EARLY
    came = {each.organisation: each.people for each in paper(town, series).attending}
    assert came == {"MedCom": ("Mette Holm",), "KMD": ("Lars Bæk (gik kl. 14.40)",)}
    assert fills_sheet(town, {"left": []}) == {}  # he stayed after all
    assert answered(town, series, "KMD")[0] is AttendanceState.PRESENT


def test_an_organisation_without_people_in_slack_was_there(town: Town, series: Joint):
    assert fills_sheet(town, {f"state:{series.organisations['KL']}": "til stede"}) == {}
    assert [each.organisation for each in paper(town, series).attending] == ["KL"]


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


def test_who_is_taken_off_the_list_stands_as_they_answered(town: Town, series: Joint):
    """The organiser's slip costs nobody their answer, given with a reason or without."""
    town.cast.anders.clicks(menu(town.cast.anders), "Deltager")
    sends_apologies(town.cast.karen, "")
    both = ["Anders Kjær", "Karen Lund"]
    assert not fills_sheet(town, {"present": both})
    assert present(town) == set(both)
    assert not fills_sheet(town, {"present": []})
    assert present(town) == set()
    assert answered(town, series, "Systematic")[0] is AttendanceState.ACCEPTED
    assert answered(town, series, "SDS")[0] is AttendanceState.APOLOGIES
