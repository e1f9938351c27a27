"""Vendors tell where their plans stand, before each meeting."""

from datetime import UTC, datetime

import pytest
from sqlmodel import select

from bot.cycle import status, status_answers
from bot.cycle.steps import status_page
from bot.demo import sight
from bot.demo.acting import Persona
from bot.demo.screens import Seen
from bot.errors import NotFound
from bot.ports import Asker, Clockwork
from storage.tables import Meeting, MeetingParty, StatusReport, StatusRound
from storage.vocabulary import (
    MeetingFormat,
    MeetingId,
    MeetingState,
    Person,
    Tenant,
)
from tests.support.joint import STARTS, Joint
from tests.support.session import ends, panel, starts
from tests.support.town import Town

CHANNEL = "eoj-faellesmoede"
STAMKORT = "Status: Fælles Stamkort"
KNOWN = {
    "Udrulning": "Udrulning til første kommuner planlagt fra uge 9 og frem",
    "Certificering": "certificeret",
    "Planlagt dato": "uge 9",
}


def the_page(town: Town, who: Persona | None = None) -> Seen:
    return (who or town.cast.mette).command(CHANNEL, "/moede", "status").replies[-1]


def known(town: Town, entries: dict[str, str], *, nth: int = 0, told: bool = False) -> None:
    """Mette writes down what MedCom knows of a vendor's plan (by its line on the page)."""
    town.cast.mette.clicks(the_page(town), "Kendt status…", nth=nth)
    source = (
        "Leverandøren har oplyst det til dette møde"
        if told
        else "Kendt i forvejen; leverandøren skal selv opdatere"
    )
    dialog = town.cast.mette.gets_dialog("Status")
    entries = {"Certificering": "ansøgt", **entries}
    sent = town.cast.mette.submits(dialog, {**entries, "Hvor kommer det fra?": source})
    assert sent.ok, sent


def asks(town: Town) -> None:
    town.cast.mette.clicks(the_page(town), "Spørg leverandørerne")
    town.settle()


def prompt(who: Persona, head: str = STAMKORT) -> Seen:
    return who.hears(who.dm, head)


def updates(who: Persona, entries: dict[str, str], head: str = STAMKORT):
    seen = prompt(who, head)
    who.clicks(seen, "Opdatér…" if "Opdatér…" in seen.buttons else "Ret…")
    return who.submits(who.gets_dialog("Status"), {"Certificering": "certificeret", **entries})


def test_a_contact_confirms_last_answer_with_one_click(town: Town, series: Joint):
    known(town, KNOWN)
    asks(town)
    seen = prompt(town.cast.anders)
    assert seen.says("Systematic (Cura) · til Fællesmøde nr. 19")
    assert seen.says("Sidst oplyst i dag af Mette Holm, MedCom")
    assert seen.says("*Udrulning:* Udrulning til første kommuner planlagt fra uge 9 og frem")
    answer = town.cast.anders.clicks(seen, "Uændret")
    town.settle()
    assert answer.words == "Tak. Fælles Stamkort er bekræftet uændret til Fællesmøde nr. 19."
    for who in (town.cast.anders, town.cast.sofie):
        assert prompt(who).says("*Bekræftet uændret til mødet* af Anders Kjær, Systematic")


def test_confirming_twice_is_one_answer(town: Town, series: Joint):
    known(town, KNOWN)
    asks(town)
    town.cast.anders.clicks(prompt(town.cast.anders), "Uændret")
    again = town.cast.sofie.clicks(prompt(town.cast.sofie), "Uændret")
    assert again.words.startswith("Status på Fælles Stamkort er allerede givet af Anders Kjær")
    assert len(reports(town)) == 2


def test_an_update_is_new_and_what_was_said_before_is_kept(town: Town, series: Joint):
    known(town, KNOWN)
    asks(town)
    sent = updates(
        town.cast.anders,
        {
            "Udrulning": "Implementering fra uge 12",
            "Planlagt dato": "uge 12/2022",
            "Behov fra andre": "SDS har brug for en måneds varsel <!here>",
        },
    )
    assert sent.ok, sent
    town.settle()
    page = the_page(town, town.cast.jens)
    assert page.says("*Systematic (Cura) – Fælles Stamkort* · Nyt\n")
    assert page.says("*Planlagt:* uge 12")
    assert "<!here>" not in str(page.blocks)
    first, second = reports(town)
    assert (first.rollout, second.rollout) == (KNOWN["Udrulning"], "Implementering fra uge 12")
    assert second.planned is not None
    assert second.planned.text == "uge 12/2022"


def test_the_dialog_is_filled_with_the_last_answer(town: Town, series: Joint):
    known(town, KNOWN)
    asks(town)
    town.cast.anders.clicks(prompt(town.cast.anders), "Opdatér…")
    held = str(town.cast.anders.gets_dialog("Status").payload)
    assert KNOWN["Udrulning"] in held
    assert "uge 9" in held


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        ({"Udrulning": "På vej", "Planlagt dato": "afventer SDS"}, "planned"),
        ({"Udrulning": "På vej", "Planlagt dato": "uge 12 eller uge 14"}, "planned"),
        ({"Udrulning": "På vej", "Planlagt dato": "30. februar"}, "planned"),
        ({"Udrulning": "   "}, "rollout"),
    ],
)
def test_what_cant_be_read_is_said_beneath_its_field(
    town: Town, series: Joint, entries: dict[str, str], field: str
):
    asks(town)
    sent = updates(town.cast.lars, entries)
    assert list(sent.errors) == [field]
    assert reports(town) == []


def test_the_answer_of_a_colleague_meanwhile_isnt_overwritten(town: Town, series: Joint):
    asks(town)
    town.cast.anders.clicks(prompt(town.cast.anders), "Opdatér…")
    dialog = town.cast.anders.gets_dialog("Status")
    assert updates(town.cast.sofie, {"Udrulning": "Uge 12"}).ok
    sent = town.cast.anders.submits(dialog, {"Certificering": "ansøgt", "Udrulning": "Uge 9"})
    assert list(sent.errors.values()) == [town.t("status.changed_meanwhile", by="Sofie Winther")]
    assert [each.rollout for each in reports(town)] == ["Uge 12"]


def test_an_answer_is_corrected_until_the_meeting_is_over(town: Town, series: Joint):
    asks(town)
    assert updates(town.cast.anders, {"Udrulning": "Uge 9"}).ok
    town.settle()
    set_state(town, series.meeting, MeetingState.IN_SESSION)
    assert updates(town.cast.anders, {"Udrulning": "Uge 12"}).ok
    town.settle()
    set_state(town, series.meeting, MeetingState.DRAFTING)
    answer = town.cast.anders.clicks(prompt(town.cast.anders), "Ret…")
    assert answer.words == town.t("status.meeting_over")


def test_only_contacts_of_the_vendor_are_asked_and_others_are_refused(town: Town, series: Joint):
    asks(town)
    for who in (town.cast.karen, town.cast.jens, town.cast.peter):
        assert not any(seen.says("Status:") for seen in who.sees(who.dm))
    with town.bot.house.database.look() as session:
        systematic = session.exec(
            select(StatusRound).where(
                StatusRound.organisation_id == series.organisations["Systematic"]
            )
        ).first()
    assert systematic is not None
    with pytest.raises(NotFound):
        status_answers.read(town.bot.house, systematic.id, by=asker(town, "lars"))


def test_vendors_are_asked_and_reminded_by_the_clock(town: Town, series: Joint):
    house = town.bot.house
    assert status.ask(house, series.meeting, by=Clockwork(tenant(town), "test:ask")).vendors == (
        "Systematic",
        "KMD",
        "Dedalus",
    )
    town.settle()
    assert updates(town.cast.lars, {"Udrulning": "Pilotafprøvning"}).ok
    assert updates(town.cast.lars, {"Udrulning": "Samlet release"}, "Status: Aftaleoversigt").ok
    town.until(datetime(2022, 3, 3, 8, 30, tzinfo=UTC))  # five working days before, 9.30
    nina, lars = town.cast.nina, town.cast.lars
    reminded = [seen for seen in nina.sees(nina.dm) if seen.says("Husk status på")]
    assert len(reminded) == 2
    assert not any(seen.says("Husk status på") for seen in lars.sees(lars.dm))
    told = town.cast.mette.hears(town.cast.mette.dm, "mangler status fra")
    assert told.says("Systematic, Dedalus. De er mindet om det.")
    assert the_page(town).says("Mangler svar: Systematic (Fælles Stamkort, Aftaleoversigt)")
    town.until(datetime(2022, 3, 8, 8, 30, tzinfo=UTC))  # two working days before
    reminded = [seen for seen in nina.sees(nina.dm) if seen.says("Husk status på")]
    assert len(reminded) == 4


def test_nobody_is_reminded_once_the_meetings_hour_has_come(town: Town, series: Joint):
    """The bot stood still over the days of the reminders."""
    asks(town)
    town.clock.move_to(STARTS)
    town.settle()
    nina, mette = town.cast.nina, town.cast.mette
    assert not [seen for seen in nina.sees(nina.dm) if seen.says("Husk status på")]
    assert not [seen for seen in mette.sees(mette.dm) if seen.says("mangler status fra")]


def test_asking_again_repeats_nothing(town: Town, series: Joint):
    asks(town)
    before = town.cast.lars.sees(town.cast.lars.dm)
    town.cast.mette.clicks(the_page(town), "Spørg igen")
    town.settle()
    assert [seen.ts for seen in town.cast.lars.sees(town.cast.lars.dm)] == [
        seen.ts for seen in before
    ]


def test_what_the_organiser_knows_is_shown_but_is_to_be_updated(town: Town, series: Joint):
    known(town, {"Udrulning": "1. release til kundetest i Sønderborg"}, nth=4)
    page = the_page(town)
    assert page.says("*Dedalus – Fælles Stamkort* · Skal opdateres\n")
    assert page.says("_Kendt af mødelederen: Mette Holm, MedCom")
    known(town, {"Udrulning": "Kundetest i gang"}, nth=4, told=True)
    assert the_page(town).says("*Dedalus – Fælles Stamkort* · Nyt\n")


def test_papers_get_a_row_for_every_vendor_and_solution(town: Town, series: Joint):
    known(town, KNOWN)
    asks(town)
    town.cast.anders.clicks(prompt(town.cast.anders), "Uændret")
    with town.bot.house.look(Clockwork(tenant(town), "")) as work:
        meeting = work.session.get(Meeting, series.meeting)
        assert meeting is not None
        rows = status_page.of_meeting(work, meeting)
    assert [(row.vendor, row.solution) for row in rows] == [
        (vendor, solution)
        for vendor in ("Systematic", "KMD", "Dedalus")
        for solution in ("Fælles Stamkort", "Aftaleoversigt")
    ]
    assert (rows[0].new, rows[0].product) == (False, "Cura")
    assert rows[0].planned.startswith("uge 9")
    assert all(row.stale for row in rows[1:])


def test_people_without_the_right_see_the_page_but_no_buttons(town: Town, series: Joint):
    assert the_page(town, town.cast.jens).buttons == ()
    lars = town.cast.lars
    lars.mentions_bot(CHANNEL, "status")
    assert lars.hears(CHANNEL, "Leverandørernes status til Fællesmøde nr. 19").ephemeral


def test_what_waits_for_each(town: Town, series: Joint):
    asks(town)
    updates(town.cast.lars, {"Udrulning": "Pilotafprøvning"})
    house = town.bot.house
    mine = status.due(house, series.series, by=asker(town, "lars"))
    assert [each.line.topic for each in mine.prompts] == ["Aftaleoversigt"]
    assert mine.missing == ()
    organiser = status.due(house, series.series, by=asker(town, "mette"))
    assert organiser.prompts == ()
    ((_, late),) = organiser.missing
    assert [each.organisation for each in late] == ["Systematic", "KMD", "Dedalus"]


def test_the_status_of_a_separate_meeting_is_behind_the_barrier(town: Town, series: Joint):
    separate = separate_meeting(town, series, "KMD")
    house = town.bot.house
    asked = status.ask(house, separate, by=asker(town, "mette"))
    assert asked.vendors == ("KMD",)
    town.settle()
    lars = town.cast.lars
    for head in (STAMKORT, "Status: Aftaleoversigt"):
        assert prompt(lars, head).says("Separat møde nr. 1 – KMD")
    assert updates(lars, {"Udrulning": "Hemmelig pilot i Silkeborg"}).ok
    town.settle()
    mine = status.of_meeting(house, separate, by=asker(town, "lars"))
    assert {line.vendor for line in mine.lines} == {"KMD"}
    for who in ("anders", "sofie", "nina"):
        with pytest.raises(NotFound):
            status.of_meeting(house, separate, by=asker(town, who))
        assert status.due(house, series.series, by=asker(town, who)).prompts == ()
        persona = getattr(town.cast, who)
        places = sight.conversations(town.cast.workspace, persona.user)
        seen = "".join(each.words for place in places for each in persona.sees(place))
        assert "Separat møde" not in seen
        with town.bot.house.database.look() as session:
            rounds = session.exec(
                select(StatusRound).where(StatusRound.meeting_id == separate)
            ).all()
        for each in rounds:
            with pytest.raises(NotFound):
                status_answers.confirm(house, each.id, by=asker(town, who))
    joint = status.of_meeting(house, series.meeting, by=asker(town, "mette"))
    assert all(line.latest is None for line in joint.lines)


def separate_meeting(town: Town, series: Joint, vendor: str) -> MeetingId:
    """A separate meeting with one vendor, on the day after the joint one."""
    with town.bot.house.database.work() as session:
        meeting = Meeting(
            series_id=series.series,
            scope=series.organisations[vendor],
            number=1,
            title=f"Separat møde nr. 1 – {vendor}",
            starts_at=datetime(2022, 3, 11, 9, 0, tzinfo=UTC),
            ends_at=datetime(2022, 3, 11, 10, 0, tzinfo=UTC),
            format=MeetingFormat.SEPARATE,
            vendor_id=series.organisations[vendor],
            state=MeetingState.COLLECTING,
            uid="separate-1@referent",
        )
        session.add(meeting)
        session.flush()
        for party in (vendor, "MedCom", "SDS"):
            session.add(
                MeetingParty(meeting_id=meeting.id, organisation_id=series.organisations[party])
            )
        return meeting.id


def set_state(town: Town, meeting_id: MeetingId, state: MeetingState) -> None:
    with town.bot.house.database.work() as session:
        meeting = session.get(Meeting, meeting_id)
        assert meeting is not None
        meeting.state = state


def reports(town: Town) -> list[StatusReport]:
    with town.bot.house.database.look() as session:
        return list(session.exec(select(StatusReport).order_by(StatusReport.id)).all())


def tenant(town: Town) -> Tenant:
    return Tenant(town.cast.workspace.home.id)


def asker(town: Town, name: str) -> Asker:
    who: Persona = getattr(town.cast, name)
    return Asker(Person(who.user.team.id, who.id), tenant(town), f"test:{next(_requests)}")


_requests = iter(range(10**6))


def test_when_the_meeting_is_over_its_prompts_lose_their_buttons(town: Town, series: Joint):
    asks(town)
    anders = town.cast.anders
    seen = prompt(anders)
    starts(town, series)
    assert "Opdatér…" in anders.again(seen).buttons
    ends(town)
    assert anders.again(seen).buttons == ()

    town.cast.mette.clicks(panel(town), "Genoptag mødet")
    town.settle()
    assert "Opdatér…" in anders.again(seen).buttons
