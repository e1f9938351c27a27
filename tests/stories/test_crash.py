"""The bot is killed at random moments of the story, and nobody can tell afterwards."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random, SystemRandom

import pytest

from bot.demo.story.prelude import set_up
from bot.demo.story.script import SCRIPT
from storage.database import Database
from tests.support import endings
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
    folder.mkdir()
    with hamlet(database_url, folder, perils=perils, processes=processes) as living:
        set_up(living.cast)
        perils.threaten(living.processes)
        living.live(SCRIPT)
        database = Database(database_url)
        rows = endings.state(database)
        database.close()
        messages = endings.messages(living.cast.workspace)
    return Ending(rows, messages, perils.happenings, perils.deaths)


@pytest.mark.slow
@pytest.mark.crash
@pytest.mark.timeout(400)
def test_one_process_dies_twenty_times(new_database, tmp_path, crash_seed):
    """On SQLite: whoever clicks meanwhile clicks again."""
    survives(new_database("sqlite"), new_database("sqlite"), tmp_path, crash_seed, processes=1)


@pytest.mark.slow
@pytest.mark.crash
@pytest.mark.postgres
@pytest.mark.timeout(400)
def test_one_of_two_processes_dies_twenty_times(new_database, tmp_path, crash_seed):
    """On PostgreSQL: the other one carries on."""
    survives(new_database("postgres"), new_database("postgres"), tmp_path, crash_seed, processes=2)


def survives(calm_url: str, wild_url: str, folder: Path, seed: int, *, processes: int) -> None:
    calm = told(calm_url, folder / "calm", Perils(), processes=processes)
    moments = Moment.draw(Random(seed), KILLS, calm.happenings)
    wild = told(wild_url, folder / "wild", Perils(moments), processes=processes)

    assert (calm.deaths, wild.deaths) == (0, KILLS)
    assert difference(calm.messages, wild.messages) == []
    assert difference(calm.rows, wild.rows) == []


def difference(calm: Counter[str], wild: Counter[str]) -> list[str]:
    """What is missing (-) after the crashes and what is there too often (+)."""
    missing = [f"- {line}" for line in (calm - wild).elements()]
    extra = [f"+ {line}" for line in (wild - calm).elements()]
    return sorted(missing + extra, key=lambda line: line[2:])
