"""Lists of people, organisations and meetings stay inside Slack's limits however long they grow."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.views import View

from bot.cycle.jobs import DeadJob
from bot.demo.blockkit import check_message_blocks, check_view
from bot.results.agenda import Agenda
from bot.results.attendance import Attendance, AttendanceSheet, AttendeeLine, PartyLine
from bot.results.home import Control, Home, SeriesHome
from bot.results.meetings import MeetingHead, PlanOptions, VendorChoice
from bot.results.people import JoinAsked, JoinLine, OrganisationLine, PeopleList, PersonLine
from bot.results.series import Menu, MenuMeeting, SeriesHead
from bot.slack import limits
from bot.slack.replies import Reply
from bot.slack.views import attendance, home, joining, meetings, people
from storage.vocabulary import (
    AttendanceState,
    ChannelId,
    JobId,
    JobKind,
    JoinRequestId,
    JoinState,
    Language,
    MeetingFormat,
    MeetingId,
    MeetingState,
    OrganisationId,
    OrganisationKind,
    ParticipantId,
    Role,
    SeriesId,
)
from tests.support.town import words

DANISH = words()
START = datetime(2022, 3, 10, 13, 0, tzinfo=UTC)
texts = st.text(min_size=1, max_size=40)
names = st.one_of(texts, st.just("Ø" * 120), st.just("<!channel> & co"))
counts = st.integers(0, 130)


def fits(shown: Reply | View) -> None:
    """What Slack itself would say, through the local workspace's reading of its rules."""
    if isinstance(shown, Reply):
        held: dict[str, Any] = limits.message(shown)
        check_message_blocks(held["blocks"])
    else:
        check_view(limits.view(shown), shown.type or "modal")


def head(number: int, title: str, state: MeetingState = MeetingState.COLLECTING) -> MeetingHead:
    return MeetingHead(
        id=MeetingId(number),
        series_id=SeriesId(1),
        series="Fællesmøde",
        number=number,
        title=title[:150],
        starts_at=START,
        ends_at=START + timedelta(minutes=75),
        place=title,
        format=MeetingFormat.JOINT,
        vendor="",
        state=state,
        channel=None,
        language=Language.DANISH,
        zone="Europe/Copenhagen",
        version=1,
    )


def series(name: str) -> SeriesHead:
    return SeriesHead(
        id=SeriesId(1), name=name, subject=name, channel=ChannelId("C1"),
        language=Language.DANISH, zone="Europe/Copenhagen", joint_title="Nr. #",
        separate_title="Nr. #", next_number=20, start_time="14.00", duration_minutes=75,
        open_days=20, prompt_days=10, freeze_days=5, comment_days=5, moderated=False, version=1,
    )  # fmt: skip


def person(number: int, name: str) -> PersonLine:
    return PersonLine(
        ParticipantId(number), f"U{number}", name, OrganisationId(1), name[:40],
        Role.ORGANIZER, is_contact=True, language=Language.DANISH, version=1,
    )  # fmt: skip


def request(number: int, name: str, state: JoinState = JoinState.WAITING) -> JoinLine:
    return JoinLine(
        JoinRequestId(number), SeriesId(1), name, f"U{number}", name, None, name,
        name, name * 60, state, Language.DANISH, "Europe/Copenhagen",
    )  # fmt: skip


@st.composite
def lists_of_people(draw: st.DrawFn) -> PeopleList:
    name = draw(names)
    folk = draw(counts)
    organisations = tuple(
        OrganisationLine(
            OrganisationId(number), name, name[:40], OrganisationKind.VENDOR, name[:60], "",
            tuple(person(each, name) for each in range(folk if number < 2 else 3)),
        )
        for number in range(draw(counts))
    )  # fmt: skip
    requests = tuple(request(number, name) for number in range(draw(counts)))
    return PeopleList(SeriesId(1), name, organisations, requests, draw(st.booleans()))


@settings(max_examples=30, deadline=None)
@given(lists_of_people())
def test_people(listed):
    fits(people.overview(listed, DANISH, channel="C1"))
    fits(people.message(listed, DANISH))
    for line in listed.organisations[:1]:
        fits(people.organisation_form(listed, line, DANISH, channel="C1"))
        for each in line.people[:1]:
            fits(people.person_form(each, listed, DANISH, channel="C1"))
    for each in listed.requests[:1]:
        fits(joining.approve_form(each, listed, DANISH, channel="C1"))


@settings(max_examples=30, deadline=None)
@given(names, counts, st.sampled_from(JoinState))
def test_strangers(name, count, state):
    offered = tuple((OrganisationId(number), f"{name}{number}") for number in range(count))
    asked = JoinAsked(JoinRequestId(1), name, state, offered, OrganisationId(0), name, name)
    fits(joining.question(asked, DANISH))
    fits(joining.card(request(1, name, state), DANISH))


@settings(max_examples=20, deadline=None)
@given(names, counts, st.integers(0, 250))
def test_attendance(name, count, folk):
    parties = tuple(
        PartyLine(OrganisationId(number), name[:40], AttendanceState.APOLOGIES, name)
        for number in range(count)
    )
    everybody = tuple(
        AttendeeLine(ParticipantId(number), name, OrganisationId(number % 3), name[:40])
        for number in range(folk)
    )
    sheet = AttendanceSheet(head(19, name), Attendance(parties, everybody), everybody)
    fits(attendance.sheet_form(sheet, DANISH, channel="C1"))
    fits(attendance.sheet_saved(sheet, DANISH))


@settings(max_examples=30, deadline=None)
@given(names, st.integers(0, 40), st.sampled_from(MeetingState), st.booleans())
def test_menus_and_the_home_tab(name, count, state, organizes):
    lines = tuple(
        MenuMeeting(head(number + 1, name, state), AttendanceState.ACCEPTED)
        for number in range(count)
    )
    fits(home.menu(Menu(series(name), organizes, takes_part=True, meetings=lines[:10]), DANISH))
    first = lines[0] if lines else None
    page = SeriesHome(
        series=series(name), organizes=organizes, takes_part=True, organisation=name,
        meeting=first,
        agenda=Agenda(first.head, (), (), (), minutes=0, papers=count) if first else None,
        control=Control(first, (name,) * count) if first else None,
        further=lines[1:], waiting=count, own_waiting=count,
    )  # fmt: skip
    dead = [DeadJob(JobId(number), JobKind.TELL, "U1", name, 8) for number in range(count)]
    fits(home.home(Home(name, (page, page)), DANISH, {}, {SeriesId(1): dead}))


@settings(max_examples=20, deadline=None)
@given(names, counts)
def test_planning(name, count):
    vendors = tuple(VendorChoice(OrganisationId(number), name) for number in range(count))
    options = PlanOptions(
        SeriesId(1), name, name, vendors, "14.00", 75, name, Language.DANISH, "Europe/Copenhagen"
    )
    fits(meetings.plan_form(options, DANISH, channel="C1"))
