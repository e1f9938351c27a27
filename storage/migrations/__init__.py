"""Alembic migrations; configured in pyproject.toml, also usable without it (as installed)."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from storage.database import Database

_FOLDER = Path(__file__).resolve().parent


def upgrade(database: Database) -> None:
    """Brings the schema up to date; safe when it already is."""
    with database.engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


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
