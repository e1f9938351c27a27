"""The whole story in a town whose bot lives in processes of its own.

It ends alike whichever road Slack takes to the bot and whichever database stands behind it, and
even where the bot is killed at random moments.
"""

import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random, SystemRandom

import pytest

from bot.demo.story.prelude import set_up
from bot.demo.story.script import SCRIPT
from storage.database import Database
from tests.support import endings
from tests.support.bot_process import Road
from tests.support.grounds import EMPTY, SqliteGround
from tests.support.hamlet import Moment, Perils, hamlet

KILLS = 20


@pytest.fixture
def crash_seed(request: pytest.FixtureRequest) -> int:
    """Other moments in every run; `--crash-seed` brings those of a failed one back."""
    given: int | None = request.config.getoption("--crash-seed")
    seed = SystemRandom().randrange(1_000_000) if given is None else given
    print(f"--crash-seed={seed}")  # noqa: T201 shown when the test fails
    return seed


@dataclass(frozen=True)
class Ending:
    """What is left of a story when everything is done."""

    rows: Counter[str]
    messages: Counter[str]
    happenings: int
    deaths: int


def told(
    database_url: str,
    folder: Path,
    perils: Perils,
    *,
    processes: int = 1,
    way: Road = Road.SOCKET,
) -> Ending:
    """The whole story in a town of its own."""
    with hamlet(database_url, folder, perils=perils, processes=processes, way=way) as living:
        set_up(living.cast)
        perils.threaten(living.processes)
        living.live(SCRIPT)
        database = Database(database_url)
        rows = endings.state(database)
        database.close()
        messages = endings.messages(living.cast.workspace)
    return Ending(rows, messages, perils.happenings, perils.deaths)


@pytest.fixture(scope="module")
def calm(sqlite_ground: SqliteGround, tmp_path_factory: pytest.TempPathFactory) -> Ending:
    """The story by Socket Mode on SQLite, in which nothing happens to the bot."""
    folder = tmp_path_factory.mktemp("calm")
    shutil.copy(sqlite_ground.file(EMPTY), folder / "calm.sqlite3")
    return told(f"sqlite:///{folder / 'calm.sqlite3'}", folder, Perils())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("way", "engine"),
    [
        (Road.HTTP, "sqlite"),
        pytest.param(Road.SOCKET, "postgres", marks=[pytest.mark.postgres]),
        pytest.param(Road.HTTP, "postgres", marks=[pytest.mark.postgres]),
    ],
)
def test_it_ends_alike_on_every_road_and_engine(calm, new_database, tmp_path, way, engine):
    same(calm, told(new_database(engine), tmp_path, Perils(), way=way))


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_one_process_dies_twenty_times(calm, new_database, tmp_path, crash_seed):
    """On SQLite: whoever clicks meanwhile clicks again."""
    perils = Perils(Moment.draw(Random(crash_seed), KILLS, calm.happenings))
    wild = told(new_database("sqlite"), tmp_path, perils)
    assert wild.deaths == KILLS
    same(calm, wild)


@pytest.mark.slow
@pytest.mark.postgres
@pytest.mark.timeout(300)
def test_one_of_two_processes_dies_twenty_times(calm, new_database, tmp_path, crash_seed):
    """On PostgreSQL: the other one carries on."""
    perils = Perils(Moment.draw(Random(crash_seed), KILLS, calm.happenings))
    wild = told(new_database("postgres"), tmp_path, perils, processes=2)
    assert wild.deaths == KILLS
    same(calm, wild)


def same(calm: Ending, other: Ending) -> None:
    assert difference(calm.messages, other.messages) == []
    assert difference(calm.rows, other.rows) == []


def difference(calm: Counter[str], other: Counter[str]) -> list[str]:
    """What is missing (-) from the other telling and what is there too often (+)."""
    missing = [f"- {line}" for line in (calm - other).elements()]
    extra = [f"+ {line}" for line in (other - calm).elements()]
    return sorted(missing + extra, key=lambda line: line[2:])
