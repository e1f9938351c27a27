"""The home tab of an old series costs what a new one's does: past meetings are never read."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from sqlalchemy import event
from sqlmodel import insert

from storage.tables import ActionItem, AgendaItem, Meeting, MeetingParty
from storage.vocabulary import (
    ActionKind,
    ActionState,
    AttendanceState,
    ItemOrigin,
    ItemState,
    MeetingFormat,
    MeetingState,
    Purpose,
)
from tests.support.joint import STARTS, Joint
from tests.support.town import Town

PAST, ITEMS = 200, 15  # meetings, and items at each
FIRST = 1_000  # ids of the past


@pytest.mark.parametrize("name", ["mette", "anders", "karen"])
def test_the_page_of_an_old_series_takes_no_more_queries(town: Town, series: Joint, name: str):
    who = getattr(town.cast, name)
    who.opens_home()
    with counted(town) as young:
        page = who.opens_home().words
    _years_pass(town, series)
    with counted(town) as old:
        assert who.opens_home().words == page
    assert len(old) == len(young)
    assert sum(rows for _, rows in old) < sum(rows for _, rows in young) + 2 * PAST


@contextmanager
def counted(town: Town) -> Iterator[list[tuple[str, int]]]:
    """The statements of the moment, with the number of rows that each gave."""
    said: list[tuple[str, int]] = []
    engine = town.bot.house.database.engine

    def note(connection, cursor, statement, parameters, context, many) -> None:
        said.append((statement, max(cursor.rowcount, 0)))

    event.listen(engine, "after_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(engine, "after_cursor_execute", note)


def _years_pass(town: Town, series: Joint) -> None:
    """Approved meetings with everything that they left, done and dusted."""
    numbers = range(FIRST, FIRST + PAST)
    joint = {"series_id": series.series, "state": MeetingState.APPROVED, "version": 1}
    with town.bot.house.database.work() as session:
        session.execute(insert(Meeting), [_meeting(each) | joint for each in numbers])
        session.execute(
            insert(MeetingParty),
            [
                {"meeting_id": each, "organisation_id": organisation,
                 "state": AttendanceState.INVITED}
                for each in numbers
                for organisation in series.organisations.values()
            ],
        )  # fmt: skip
        session.execute(
            insert(AgendaItem),
            [_item(each, nth) for each in numbers for nth in range(ITEMS)],
        )
        owner = series.organisations["Systematic"]
        session.execute(
            insert(ActionItem),
            [
                {"series_id": series.series, "meeting_id": each, "sequence": 1, "text": "Gjort",
                 "kind": ActionKind.TASK, "owner_id": owner, "state": ActionState.DONE,
                 "raised_at": _start(each), "version": 1}
                for each in numbers
            ],
        )  # fmt: skip


def _start(number: int) -> datetime:
    return STARTS - timedelta(weeks=FIRST + PAST - number)


def _meeting(number: int) -> dict[str, object]:
    return {
        "id": number,
        "number": number,
        "title": f"Fællesmøde nr. {number}",
        "starts_at": _start(number),
        "ends_at": _start(number) + timedelta(hours=1),
        "format": MeetingFormat.JOINT,
        "uid": f"past-{number}",
    }


def _item(meeting: int, nth: int) -> dict[str, object]:
    return {
        "meeting_id": meeting,
        "position": nth,
        "title": "Et gammelt punkt",
        "purpose": Purpose.DISCUSSION,
        "state": ItemState.TREATED,
        "origin": ItemOrigin.NEW,
        "created_at": _start(meeting),
        "version": 1,
    }
