"""Migrations make exactly the tables that the code describes, on both engines."""

import re
from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

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


def test_what_was_deferred_and_who_was_there_survive_the_second_schema(empty_database_url: str):
    database = Database(empty_database_url)
    migrations.to(database, "0001")
    with database.engine.begin() as connection:
        for statement in BEFORE_0002:
            connection.execute(text(statement))
    migrations.upgrade(database)

    def held(query: str) -> list[tuple[object, ...]]:
        with database.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query))]

    assert held("SELECT id, first_id FROM agenda_items ORDER BY id") == [(1, None), (2, 1), (3, 1)]
    assert held("SELECT item_id, returns FROM deferrals ORDER BY item_id") == [
        (1, "next_meeting"),
        (2, "next_meeting"),
    ]
    assert held("SELECT item_id, number, title FROM item_versions ORDER BY item_id") == [
        (1, 1, "Telefonnumre"),
        (2, 1, "Telefonnumre"),
        (3, 1, "Telefonnumre"),
    ]
    assert held("SELECT participant_id, state FROM attendees") == [(1, "present")]
    assert held("SELECT participant_id FROM mandates") == []  # contacts speak as before
    with pytest.raises(IntegrityError), database.engine.begin() as connection:
        connection.execute(text("UPDATE agenda_items SET meeting_id = 99"))
    database.close()


BEFORE_0002 = (
    """INSERT INTO organisations (id, tenant, name, short_name, kind, product, email_domain)
       VALUES (1, 'T1', 'MedCom', 'MedCom', 'coordinator', '', '')""",
    """INSERT INTO series (version, id, tenant, channel, name, subject, language, zone, start_time,
           duration_minutes, joint_title, separate_title, next_number, open_days, freeze_days,
           prompt_days, comment_days)
       VALUES (1, 1, 'T1', 'C1', 'Fællesmøde', '', 'da', 'Europe/Copenhagen', '14.00', 75,
           'Fællesmøde nr. #', 'Møde nr. #', 20, 20, 5, 10, 5)""",
    """INSERT INTO participants (version, id, series_id, organisation_id, team, "user", name, role,
           is_contact, language, active)
       VALUES (1, 1, 1, 1, 'T1', 'U1', 'Mette Holm', 'organizer', true, 'da', true)""",
    *(
        f"""INSERT INTO meetings (version, id, series_id, scope, number, title, starts_at, ends_at,
               place, format, state, cancel_reason, uid, sequence, next_action)
           VALUES (1, {id_}, 1, 0, {number}, 'Fællesmøde', '2022-0{id_}-10 13:00:00',
               '2022-0{id_}-10 14:00:00', '', 'joint', '{state}', '', 'uid-{id_}', 0, 1)"""
        for id_, number, state in ((1, 17, "approved"), (2, 18, "approved"), (3, 19, "collecting"))
    ),
    *(
        f"""INSERT INTO agenda_items (version, id, meeting_id, position, title, background, purpose,
               presenter, state, reason, origin, carried_from_id, source, late, moot, created_at)
           VALUES (1, {id_}, {id_}, 1, 'Telefonnumre', '', 'discussion', '', '{state}', '',
               'new', {carried}, '', false, false, '2022-01-01 12:00:00')"""
        for id_, state, carried in ((1, "deferred", "NULL"), (2, "deferred", 1), (3, "accepted", 2))
    ),
    "INSERT INTO attendees (meeting_id, participant_id) VALUES (2, 1)",
)
