"""Another program holds SQLite's one pen: nothing is half done, and people may try again."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import make_url

from storage import database
from tests.support.agendas import CHANNEL, card, printed
from tests.support.joint import Joint
from tests.support.town import Town


@contextmanager
def held(url: str) -> Iterator[None]:
    """The database in somebody else's hand, as while a backup program writes to it."""
    other = sqlite3.connect(str(make_url(url).database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_command_while_the_database_is_held_is_answered_before_slack_gives_up(
    town: Town, series: Joint, database_url: str
):
    anders = town.cast.anders
    assert database.BUSY_TIMEOUT < 3_000
    with held(database_url):
        refused = anders.command(CHANNEL, "/dagsorden", "Samlet release")
        assert refused.words.startswith(town.t("common.busy"))
        assert "/dagsorden Samlet release" in refused.words
    anders.command(CHANNEL, "/dagsorden", "Samlet release")
    assert list(printed(card(town)).values()).count("Samlet release") == 1
