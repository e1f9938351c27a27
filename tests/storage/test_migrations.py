"""Migrations make exactly the tables that the code describes, on both engines."""

import re
from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from storage import migrations
from storage.database import Database
from storage.tables import metadata


@pytest.fixture
def migrated(empty_database_url: str) -> Iterator[Database]:
    database = Database(empty_database_url)
    migrations.upgrade(database)
    yield database
    database.close()


def test_migrations_and_tables_agree(migrated: Database):
    with migrated.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_constraints_agree_word_for_word(migrated: Database):
    """Alembic doesn't compare CHECKs: a state added in code only would be refused."""
    created = checks(migrated)
    with migrated.engine.begin() as connection:
        metadata.drop_all(connection)
        metadata.create_all(connection)
    assert created == checks(migrated)


def checks(database: Database) -> dict[str, set[str]]:
    looked = inspect(database.engine)
    return {
        table: {
            re.sub(r"[\s()]|::[\w ]+(\[\])?", "", str(each["sqltext"])).lower()
            for each in looked.get_check_constraints(table)
        }
        for table in metadata.tables
    }


def test_there_is_one_head_and_upgrading_twice_is_harmless(migrated: Database):
    assert len(ScriptDirectory.from_config(migrations._config()).get_heads()) == 1
    assert not migrations.pending(migrated)
    migrations.upgrade(migrated)
    assert not migrations.pending(migrated)


def test_an_empty_database_is_behind(empty_database_url: str):
    database = Database(empty_database_url)
    assert migrations.pending(database)
    database.close()


def test_downgrading_leaves_nothing(migrated: Database):
    migrations.downgrade(migrated)
    with migrated.engine.connect() as connection:
        left = set(inspect(connection).get_table_names()) - {"alembic_version"}
        assert not left
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 0
