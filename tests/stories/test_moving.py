"""A meeting is put to another time: what was set to happen before it comes along."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar
from sqlmodel import col, select

from bot.cycle import meetings, status
from bot.cycle.meetings import Typed
from storage.tables import Job
from storage.vocabulary import JobKind, JobState, Language, MeetingId
from tests.support.agendas import CHANNEL, asks, card, freezes, shown
from tests.support.joint import Joint
from tests.support.town import Town

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def moves(town: Town, meeting: MeetingId, when: str) -> None:
    seen = shown(town, meeting).meeting.version
    typed = Typed(when, "Teams", Language.DANISH)
    meetings.move(town.bot.house, meeting, typed, seen=seen, by=asks(town, town.cast.mette))
    town.settle()


def reminders(town: Town, meeting: MeetingId) -> Sequence[datetime]:
    """When the clock will remind those who haven't answered, by the local clock."""
    with town.bot.house.database.look() as session:
        due = session.exec(
            select(col(Job.due_at))
            .where(
                Job.meeting_id == meeting,
                Job.kind == JobKind.REMIND_STATUS,
                Job.state == JobState.WAITING,
            )
            .order_by(col(Job.due_at))
        ).all()
    return [each.astimezone(COPENHAGEN).replace(tzinfo=None) for each in due]


def invitations(town: Town) -> list[Any]:
    """As a calendar program reads them, in the order in which they came."""
    files = [each for each in town.cast.workspace.files.values() if each.name.endswith(".ics")]
    return [Calendar.from_ical(each.content).walk("VEVENT")[0] for each in files]


def at(day: int, month: int = 3) -> datetime:
    return datetime(2022, month, day, 9)  # noqa: DTZ001 by the clock on the wall


def test_reminders_outlive_the_agenda_and_follow_the_meeting(town: Town, series: Joint):
    status.ask(town.bot.house, series.meeting, by=asks(town, town.cast.mette))
    assert reminders(town, series.meeting) == [at(3), at(8)]
    freezes(town)
    assert reminders(town, series.meeting) == [at(3), at(8)], "those who are silent are reminded"
    moves(town, series.meeting, "31. marts 2022 kl. 14-15.15")  # after the clocks have changed
    assert reminders(town, series.meeting) == [at(24), at(29)]
    town.until(datetime(2022, 3, 29, 7, 30, tzinfo=UTC))  # 9.30 in summer time
    nina = town.cast.nina
    assert len([seen for seen in nina.sees(nina.dm) if seen.says("Husk status på")]) == 4


def test_a_cancelled_meeting_reminds_nobody_until_it_is_held_after_all(town: Town, series: Joint):
    house = town.bot.house
    status.ask(house, series.meeting, by=asks(town, town.cast.mette))
    seen = shown(town, series.meeting).meeting.version
    meetings.cancel(house, series.meeting, "Ferie", seen=seen, by=asks(town, town.cast.mette))
    assert reminders(town, series.meeting) == []
    meetings.reinstate(house, series.meeting, by=asks(town, town.cast.mette))
    assert reminders(town, series.meeting) == [at(3), at(8)]


def test_across_midnight_card_and_calendar_say_the_next_day(town: Town, series: Joint):
    freezes(town)
    moves(town, series.meeting, "17. marts 2022 kl. 23-01")
    when = "torsdag den 17. marts 2022 kl. 23.00 – fredag den 18. marts 2022 kl. 01.00"
    assert card(town).says(when)
    before, after = invitations(town)
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after["DTSTART"].dt.isoformat() == "2022-03-17T23:00:00+01:00"
    assert after["DTEND"].dt.isoformat() == "2022-03-18T01:00:00+01:00"
    town.cast.mette.command(CHANNEL, "/moede", "flyt")
    dialog = town.cast.mette.gets_dialog("Flyt møde")
    assert "Tid og sted er de samme" in town.cast.mette.submits(dialog).errors["when"]


def test_the_night_when_the_clocks_change_is_as_long_as_it_is(town: Town, series: Joint):
    freezes(town)
    moves(town, series.meeting, "27. marts 2022 kl. 1.30-3.30")
    assert card(town).says("søndag den 27. marts 2022 kl. 01.30–03.30")
    held = invitations(town)[-1]
    assert held["DTEND"].dt.astimezone(UTC) - held["DTSTART"].dt.astimezone(UTC) == timedelta(
        hours=1
    )
