"""The engine and `work()`: the only place that commits."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

BUSY_TIMEOUT = 2_000  # milliseconds that SQLite waits for the other writer; Slack waits 3 s


class BusyError(Exception):
    """Another writer held the database for longer than BUSY_TIMEOUT; nothing was changed."""


class Database:
    """One engine. `work` is a transaction that writes, `look` one that only reads."""

    def __init__(self, url: str | URL) -> None:
        self.engine = _engine(make_url(url))
        # SQLite has one writer. Threads of one process queue up here: its own waiting is by
        # polling, in which an unlucky one can starve.
        self._turn = threading.Lock() if self.is_sqlite else None

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def work(self) -> Iterator[Session]:
        """A session that commits at the end, or leaves no trace if anything is raised.

        Raises BusyError if its turn to write doesn't come.
        """
        with (
            self._my_turn(),
            Session(self.engine, expire_on_commit=False, autoflush=True) as session,
            session.begin(),
        ):
            if self.is_sqlite:
                # Taking the writer's lock at once: upgrading a read lock later could fail.
                session.connection(execution_options={"writes": True})
            yield session

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        if self._turn is None:
            yield
            return
        if not self._turn.acquire(timeout=BUSY_TIMEOUT / 1_000):
            raise BusyError
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def look(self) -> Iterator[Session]:
        """A session for reading; what it changes is thrown away."""
        with Session(self.engine, expire_on_commit=False, autoflush=False) as session:
            yield session

    def answers(self) -> bool:
        """Whether the database is within reach."""
        try:
            with self.engine.connect() as connection:
                connection.exec_driver_sql("SELECT 1")
        except SQLAlchemyError:
            return False
        return True

    def close(self) -> None:
        self.engine.dispose()


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "postgresql" and url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    engine = create_engine(url, pool_pre_ping=url.get_backend_name() == "postgresql")
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401
    connection.isolation_level = None  # we begin ourselves, see _begin_sqlite
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",  # a committed promise survives a power cut
        "foreign_keys = ON",
        f"busy_timeout = {BUSY_TIMEOUT}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
