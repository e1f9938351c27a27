"""The calendar invitation, read back as a calendar program would."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from bot.documents import invitation
from bot.documents.context import InvitationPaper, Party, Span
from storage.vocabulary import Language
from tests.documents import meeting19
from tests.documents.reading import BOTH, DANISH, ENGLISH

STAMP = datetime(2022, 3, 3, 11, 0, tzinfo=UTC)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
INVITATION = meeting19.INVITATION


def calendar(paper: InvitationPaper, words=DANISH) -> Any:
    """As icalendar reads it; untyped, as its values are unions of thirty types."""
    read = Calendar.from_ical(invitation(paper, words, STAMP))
    assert not read.errors
    return read


def event(paper: InvitationPaper, words=DANISH) -> Any:
    (found,) = calendar(paper, words).walk("VEVENT")
    assert not found.errors
    return found


def between(starts: datetime, ends: datetime) -> InvitationPaper:
    meeting = replace(meeting19.MEETING, when=Span(starts, ends))
    return replace(INVITATION, meeting=meeting)


def test_it_asks_people_to_a_meeting_at_a_local_hour():
    found = event(INVITATION)

    assert calendar(INVITATION)["METHOD"] == "REQUEST"
    assert found["SUMMARY"] == "Fællesmøde nr. 19 · Fællesmøde EOJ-leverandører SDS & MedCom"
    assert found["LOCATION"] == "Teams"
    assert found["DTSTART"].dt == datetime(2022, 3, 10, 14, 0, tzinfo=COPENHAGEN)
    assert found["DTSTART"].params["TZID"] == "Europe/Copenhagen"
    assert found["DTEND"].dt - found["DTSTART"].dt == timedelta(minutes=75)
    assert found["DTSTAMP"].dt == STAMP
    assert found["STATUS"] == "CONFIRMED"


def test_the_description_holds_the_agenda_without_what_is_deferred():
    written = event(INVITATION)["DESCRIPTION"]

    assert "\n1. Gensidig orientering\n1.1 Status på implementeringsstøtte\n" in written
    assert "telefonnumre" not in written


def test_people_are_named_without_inventing_addresses():
    written = invitation(INVITATION, DANISH, STAMP).decode()
    found = event(INVITATION)

    assert found["ORGANIZER"].params["CN"] == "Karen Lund, MedCom"
    assert [each.params["CN"] for each in found["ATTENDEE"]] == [
        "Karen Lund, MedCom",
        "Jonas Friis, MedCom",
        "Peter Winther, Systematic",
        "Lise Bech, Systematic",
        "Henrik Storm, KMD",
        "Sofie Krag, Dedalus",
    ]
    assert "mailto" not in written.lower()
    addresses = [str(each) for each in found["ATTENDEE"]]
    assert len(set(addresses)) == len(addresses)
    assert all(address.startswith("urn:uuid:") for address in addresses)


def test_an_organisation_without_named_people_is_invited_by_its_name():
    meeting = replace(meeting19.MEETING, attending=(Party("KL"), Party("KL")))

    attendees = event(replace(INVITATION, meeting=meeting))["ATTENDEE"]

    assert attendees.params["CN"] == "KL"


def test_a_moved_meeting_replaces_the_earlier_invitation():
    earlier, later = event(INVITATION), event(replace(INVITATION, sequence=1))

    assert later["UID"] == earlier["UID"]
    assert (earlier["SEQUENCE"], later["SEQUENCE"]) == (0, 1)
    assert list(later["ATTENDEE"]) == list(earlier["ATTENDEE"])


def test_a_cancelled_meeting_frees_the_calendar():
    paper = replace(INVITATION, cancelled=True, sequence=2)
    found = event(paper)

    assert calendar(paper)["METHOD"] == "CANCEL"
    assert found["STATUS"] == "CANCELLED"
    assert found["TRANSP"] == "TRANSPARENT"
    assert found["UID"] == INVITATION.uid
    assert found["SUMMARY"] == "Aflyst: Fællesmøde nr. 19"


def test_a_meeting_across_midnight_ends_the_next_day():
    found = event(
        between(
            datetime(2022, 3, 10, 22, 30, tzinfo=UTC), datetime(2022, 3, 10, 23, 30, tzinfo=UTC)
        )
    )

    assert found["DTSTART"].dt.isoformat() == "2022-03-10T23:30:00+01:00"
    assert found["DTEND"].dt.isoformat() == "2022-03-11T00:30:00+01:00"


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (datetime(2022, 3, 27, 0, 30, tzinfo=UTC), datetime(2022, 3, 27, 1, 30, tzinfo=UTC)),
        (datetime(2022, 10, 30, 0, 30, tzinfo=UTC), datetime(2022, 10, 30, 1, 30, tzinfo=UTC)),
        (datetime(2022, 10, 30, 1, 30, tzinfo=UTC), datetime(2022, 10, 30, 2, 30, tzinfo=UTC)),
    ],
)
def test_a_meeting_across_a_clock_change_keeps_its_instants(starts, ends):
    found = event(between(starts, ends))

    assert found["DTSTART"].dt.astimezone(UTC) == starts
    assert found["DTEND"].dt.astimezone(UTC) == ends


@given(
    st.integers(0, 11 * 365 * 24 * 4), st.integers(1, 96), st.sampled_from(["da", "en"]),
    st.booleans(),
)  # fmt: skip
@settings(max_examples=40, deadline=None)
def test_any_meeting_of_these_years_keeps_its_instants_and_names_its_zone(
    quarters, length, language, cancelled
):
    starts = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * quarters)
    paper = replace(between(starts, starts + timedelta(minutes=15 * length)), cancelled=cancelled)
    found = event(paper, BOTH[Language(language)])

    assert found["DTSTART"].dt.astimezone(UTC) == starts
    assert found["DTEND"].dt.astimezone(UTC) == starts + timedelta(minutes=15 * length)
    for moment in (found["DTSTART"], found["DTEND"]):
        twice = moment.dt.astimezone(COPENHAGEN).fold  # only then by the world's clock
        assert moment.params.get("TZID", "") == ("" if twice else "Europe/Copenhagen")


@pytest.mark.parametrize("day", [date(2022, 3, 10), date(2022, 7, 1), date(2031, 11, 3)])
def test_the_zone_says_when_the_clock_changes_in_denmark(day):
    starts = datetime.combine(day, time(12), UTC)
    (zone,) = calendar(between(starts, starts + timedelta(hours=1))).walk("VTIMEZONE")

    rules = {rule.name: rule for rule in zone.subcomponents}
    assert zone["TZID"] == "Europe/Copenhagen"
    assert set(rules) == {"STANDARD", "DAYLIGHT"}
    assert rules["DAYLIGHT"]["RRULE"].to_ical() == b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"
    assert rules["DAYLIGHT"]["DTSTART"].dt.hour == 2
    assert rules["STANDARD"]["RRULE"].to_ical() == b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"
    assert rules["STANDARD"]["DTSTART"].dt.hour == 3
    assert rules["STANDARD"]["TZOFFSETTO"].td == timedelta(hours=1)
    assert max(rule["DTSTART"].dt for rule in rules.values()) < starts.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("zone", "rrules"),
    [
        (
            "America/New_York",
            {b"FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", b"FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"},
        ),
        ("Asia/Tokyo", set()),
    ],
)
def test_other_zones_have_their_own_rules(zone, rrules):
    (told,) = calendar(INVITATION, DANISH.within(zone)).walk("VTIMEZONE")

    held = {rule["RRULE"].to_ical() for rule in told.subcomponents if "RRULE" in rule}
    assert told["TZID"] == zone
    assert held == rrules
    assert told.subcomponents


def test_typed_text_stays_text():
    typed = 'Møde; med, "tegn" \\ og\r\nMETHOD:CANCEL\x00\nBEGIN:VALARM'
    meeting = replace(
        meeting19.MEETING, title=typed, place=typed, attending=(Party("KL", (typed,)),)
    )
    paper = replace(INVITATION, meeting=meeting)
    found = event(paper)

    assert calendar(paper)["METHOD"] == "REQUEST"
    assert not found.subcomponents
    flat = 'Møde; med, "tegn" \\ og METHOD:CANCEL BEGIN:VALARM'
    assert found["LOCATION"] == flat
    assert found["SUMMARY"].startswith(flat)
    assert found["ATTENDEE"].params["CN"] == flat.replace('"', "'") + ", KL"


def test_every_line_is_folded_at_75_octets_and_ended_as_rfc_5545_says():
    written = invitation(INVITATION, DANISH, STAMP)

    assert written.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert max(len(line) for line in written.split(b"\r\n")) <= 75


def test_it_speaks_the_language_of_its_series():
    found = event(replace(INVITATION, cancelled=True), ENGLISH)

    assert found["SUMMARY"] == "Cancelled: Fællesmøde nr. 19"
    assert "Invited:" in found["DESCRIPTION"]


@pytest.mark.parametrize("language", list(Language))
def test_the_same_paper_gives_the_same_bytes(language):
    words = BOTH[language]

    assert invitation(INVITATION, words, STAMP) == invitation(INVITATION, words, STAMP)
