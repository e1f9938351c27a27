"""A request has its effect once, on each engine."""

from datetime import UTC, datetime

from storage.database import Database
from storage.queries import desk

AT = datetime(2022, 3, 10, 13, 0, tzinfo=UTC)


def test_a_receipt_is_taken_once(database_url: str):
    database = Database(database_url)
    with database.work() as session:
        assert desk.take_receipt(session, "trigger:1", AT)
    with database.work() as session:
        assert not desk.take_receipt(session, "trigger:1", AT)
        assert desk.take_receipt(session, "trigger:2", AT)
    database.close()
