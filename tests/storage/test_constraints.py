"""What the database itself refuses."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import select

from storage.database import Database
from storage.tables import (
    Ballot,
    Meeting,
    Organisation,
    Participant,
    Poll,
    PollElector,
    PollOption,
    Series,
)
from storage.vocabulary import (
    MeetingFormat,
    OrganisationKind,
    PollKind,
    Role,
)

START = datetime(2022, 3, 10, 13, 0, tzinfo=UTC)
END = datetime(2022, 3, 10, 14, 15, tzinfo=UTC)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = Database(database_url)
    with opened.work() as session:
        session.add(
            Series(
                tenant="T",
                channel="C",
                name="Fællesmøde",
                joint_title="Møde #",
                separate_title="Møde #",
            )
        )
        for name, kind in (("SDS", "authority"), ("KMD", "vendor"), ("Dedalus", "vendor")):
            session.add(
                Organisation(tenant="T", name=name, short_name=name, kind=OrganisationKind(kind))
            )
        session.flush()
        session.add(
            Participant(
                series_id=1, organisation_id=2, team="T", user="U", name="Lars", role=Role.ORGANIZER
            )
        )
    yield opened
    opened.close()


def meeting(**other: Any) -> Meeting:
    facts: dict[str, Any] = {
        "series_id": 1, "number": 19, "title": "Nr. 19", "starts_at": START, "ends_at": END,
        "format": MeetingFormat.JOINT, "uid": f"uid {sorted(other.items())}",
    }  # fmt: skip
    return Meeting(**{**facts, **other})


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 0},
        {"ends_at": START},
        {"format": "hybrid"},
        {"state": "somewhere"},
        {"series_id": 99},
        {"vendor_id": 2},  # a joint meeting has no vendor
        {"format": MeetingFormat.SEPARATE},  # a separate one needs its vendor
        {"format": MeetingFormat.SEPARATE, "vendor_id": 2, "scope": 3},
    ],
    ids=str,
)
def test_a_wrong_meeting_is_refused(database, wrong):
    with pytest.raises((IntegrityError, StatementError)), database.work() as session:
        session.add(meeting(**wrong))


def test_a_number_is_given_once_in_its_scope(database):
    with database.work() as session:
        session.add(meeting())
        session.add(meeting(format=MeetingFormat.SEPARATE, vendor_id=2, scope=2, uid="separate"))
    with pytest.raises(IntegrityError), database.work() as session:
        session.add(meeting(uid="another"))


def test_a_naive_time_is_refused(database):
    with pytest.raises(StatementError), database.work() as session:
        session.add(meeting(starts_at=START.replace(tzinfo=None)))


def test_times_come_back_in_utc(database):
    with database.work() as session:
        session.add(meeting())
    with database.look() as session:
        assert session.exec(select(Meeting)).one().starts_at == START


def poll(database: Database) -> None:
    with database.work() as session:
        session.add(meeting())
        session.flush()
        for number in (1, 2):
            session.add(
                Poll(
                    id=number, meeting_id=1, kind=PollKind.CHOICE, question="?", quorum=1,
                    opened_by=1, opened_at=START, closes_at=END,
                )
            )  # fmt: skip
        session.flush()
        session.add(PollOption(id=1, poll_id=1, position=1, text="ja"))
        session.add(PollOption(id=2, poll_id=2, position=1, text="nej"))
        session.add(PollElector(poll_id=1, organisation_id=2))
        session.flush()
        session.add(ballot())


def ballot(**other: Any) -> Ballot:
    facts = {"poll_id": 1, "organisation_id": 2, "option_id": 1, "cast_by": 1, "cast_at": START}
    return Ballot(**{**facts, **other})


@pytest.mark.parametrize(
    "wrong",
    [
        {},  # the organisation has voted
        {"organisation_id": 3},  # not in the electorate
        {"option_id": 2},  # an option of another poll
    ],
    ids=["second ballot", "no elector", "foreign option"],
)
def test_a_ballot_that_may_not_be_is_refused(database, wrong):
    poll(database)
    if "option_id" in wrong:
        with database.work() as session:
            session.add(PollElector(poll_id=1, organisation_id=3))
        wrong = {**wrong, "organisation_id": 3}
    with pytest.raises(IntegrityError), database.work() as session:
        session.add(ballot(**wrong))


def test_the_later_of_two_who_change_one_row_is_refused(database):
    with database.work() as session:
        session.add(meeting())
    with database.look() as session:
        seen = session.exec(select(Meeting)).one()
    with database.work() as session:
        session.exec(select(Meeting)).one().title = "Flyttet"
    with pytest.raises(StaleDataError), database.work() as session:
        session.add(seen)
        seen.title = "Omdøbt"


def test_nothing_is_left_of_work_that_failed(database):
    with pytest.raises(RuntimeError), database.work() as session:
        session.add(meeting())
        session.flush()
        raise RuntimeError
    with database.look() as session:
        assert session.exec(select(Meeting)).all() == []
