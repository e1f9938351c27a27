"""Alembic migrations; configured in pyproject.toml, also usable without it (as installed)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.database import Database

_FOLDER = Path(__file__).resolve().parent


def upgrade(database: Database) -> None:
    """Brings the schema up to date; safe when it already is."""
    to(database, "head")


def to(database: Database, revision: str) -> None:
    """Brings the schema up to one revision, all or nothing."""
    with (
        database.engine.connect() as connection,
        _loose_references(connection),
        connection.begin(),
    ):
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        _check_references(connection)


@contextmanager
def _loose_references(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by putting a copy in its place: meanwhile others point nowhere.

    The switch has no effect inside a transaction (SQLite, "PRAGMA foreign_keys").
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.driver_connection
    if driver is None:
        raise ConnectionError
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


def _check_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if lost is not None:
            message = f"a row of {lost[0]} would point nowhere"
            raise RuntimeError(message)


def downgrade(database: Database) -> None:
    """Takes every table away again; only tests and desperate operators want this."""
    with database.engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.downgrade(config, "base")


def pending(database: Database) -> bool:
    """Whether `upgrade` would change anything."""
    with database.engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    return current != ScriptDirectory.from_config(_config()).get_current_head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    return config
