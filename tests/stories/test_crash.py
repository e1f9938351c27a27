"""The bot is killed at random moments of the story, and nobody can tell afterwards."""

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


def told(database_url: str, folder: Path, perils: Perils, *, processes: int) -> Ending:
    """The whole story in a town of its own."""
    with hamlet(database_url, folder, perils=perils, processes=processes) as living:
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
    """The story as it goes when nothing happens to the bot."""
    folder = tmp_path_factory.mktemp("calm")
    shutil.copy(sqlite_ground.file(EMPTY), folder / "calm.sqlite3")
    return told(f"sqlite:///{folder / 'calm.sqlite3'}", folder, Perils(), processes=1)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_one_process_dies_twenty_times(calm, new_database, tmp_path, crash_seed):
    """On SQLite: whoever clicks meanwhile clicks again."""
    perils = Perils(Moment.draw(Random(crash_seed), KILLS, calm.happenings))
    same(calm, told(new_database("sqlite"), tmp_path, perils, processes=1))


@pytest.mark.slow
@pytest.mark.postgres
@pytest.mark.timeout(300)
def test_one_of_two_processes_dies_twenty_times(calm, new_database, tmp_path, crash_seed):
    """On PostgreSQL: the other one carries on."""
    perils = Perils(Moment.draw(Random(crash_seed), KILLS, calm.happenings))
    same(calm, told(new_database("postgres"), tmp_path, perils, processes=2))


def same(calm: Ending, wild: Ending) -> None:
    assert (calm.deaths, wild.deaths) == (0, KILLS)
    assert difference(calm.messages, wild.messages) == []
    assert difference(calm.rows, wild.rows) == []


def difference(calm: Counter[str], wild: Counter[str]) -> list[str]:
    """What is missing (-) after the crashes and what is there too often (+)."""
    missing = [f"- {line}" for line in (calm - wild).elements()]
    extra = [f"+ {line}" for line in (wild - calm).elements()]
    return sorted(missing + extra, key=lambda line: line[2:])
