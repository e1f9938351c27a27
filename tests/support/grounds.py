"""The ground on which towns are founded: one database an engine, cleared for each test.

Clearing takes a few milliseconds where a new database takes fifty, and the same engine goes on
knowing the statements that SQLAlchemy has compiled for it.
"""

import shutil
from abc import ABC, abstractmethod
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event

from storage import migrations
from storage.database import Database
from storage.tables import metadata

EMPTY = "empty"
_TABLES = [table.name for table in metadata.sorted_tables]
_END_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""  # whoever a test forgot may still hold a lock
_VACUUM_EVERY = 25  # restorations: deleted rows slow down later reads


@cache
def database(url: str) -> Database:
    """The one engine for a URL in this process."""
    return Database(url)


class Ground(ABC):
    """A migrated database, of which pictures are kept."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.database = database(url)
        self.touched = False  # since the last restoration
        self._notes: dict[str, Any] = {}
        event.listen(self.database.engine, "commit", self._touch)

    def knows(self, picture: str) -> bool:
        return picture in self._notes

    def keep(self, picture: str, note: Any = None) -> None:
        """Remembers all rows as they are now."""
        self._notes[picture] = note
        self._keep(picture)
        self.touched = False

    def restore(self, picture: str) -> Any:
        """All rows as they were, and the note made then. `EMPTY` is known from the start."""
        self.database.close()
        self._restore(picture)
        self.touched = False
        return self._notes[picture]

    def _plain(self, picture: str) -> str:
        """A name that any file and schema may have."""
        return f"picture_{list(self._notes).index(picture)}"

    def _touch(self, _: Connection) -> None:
        self.touched = True

    @abstractmethod
    def _keep(self, picture: str) -> None: ...

    @abstractmethod
    def _restore(self, picture: str) -> None: ...


class SqliteGround(Ground):
    """Pictures are files beside the real one."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "ground.sqlite3"
        super().__init__(f"sqlite:///{self._path}")
        event.listen(self.database.engine, "connect", _hastily)
        migrations.upgrade(self.database)
        self.keep(EMPTY)

    def file(self, picture: str) -> Path:
        return self._path.with_suffix(f".{self._plain(picture)}")

    def _keep(self, picture: str) -> None:
        with self.database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        self.database.close()
        shutil.copyfile(self._path, self.file(picture))

    def _restore(self, picture: str) -> None:
        for rest in ("-wal", "-shm"):
            Path(f"{self._path}{rest}").unlink(missing_ok=True)
        shutil.copyfile(self.file(picture), self._path)


def _hastily(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous = OFF")  # no test cuts the power


class PostgresGround(Ground):
    """Pictures are schemas beside the real one."""

    def __init__(self, url: str) -> None:
        """`url` of a migrated, empty database that nobody else uses."""
        super().__init__(url)
        self._scripts: dict[str, str] = {}
        self._restored = 0
        self.keep(EMPTY)

    def _keep(self, picture: str) -> None:
        schema = self._plain(picture)
        script = [
            _END_OTHERS,
            "SET LOCAL session_replication_role = replica",  # foreign keys needn't be looked at
            *(f"DELETE FROM {table}" for table in _TABLES),
        ]
        with self.database.engine.begin() as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
            for table in _TABLES:
                copied = connection.exec_driver_sql(
                    f"CREATE TABLE {schema}.{table} AS TABLE public.{table}"
                )
                if copied.rowcount:
                    script.append(f"INSERT INTO public.{table} TABLE {schema}.{table}")
            script.append(_sequences_as_now(connection))
        self._scripts[picture] = ";\n".join(script)

    def _restore(self, picture: str) -> None:
        with self.database.engine.begin() as connection:
            connection.exec_driver_sql(self._scripts[picture])
        self._restored += 1
        if self._restored % _VACUUM_EVERY == 0:
            with self.database.engine.connect() as connection:
                connection.execution_options(isolation_level="AUTOCOMMIT")
                connection.exec_driver_sql("VACUUM")


def _sequences_as_now(connection: Connection) -> str:
    held = connection.exec_driver_sql(
        "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
    )
    settings = [
        f"setval('{name}', {last or 1}, {'true' if last else 'false'})" for name, last in held
    ]
    return "SELECT " + ", ".join(settings)
