"""Nobody finds a trace of a separate meeting that isn't theirs, whatever they ask and how.

Random separate meetings are held as far as they go; then everybody asks every listener of the
app about every row of them, the clock runs on, and all that was delivered is searched.
"""

import json
import re
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

import pytest
from sqlmodel import select

from bot.demo.acting import Persona
from bot.exporting import INDEX
from bot.exporting import write as written
from storage.tables import AuditEntry
from tests.support.hidden import (
    FIRST_APART,
    FIRST_LATER,
    FOR_ALL,
    STAGES,
    UNKNOWN,
    apart,
    everybodys,
    hold,
    mark,
    take,
)
from tests.support.joint import Joint
from tests.support.listeners import Asked, Asking, Listener, all_of
from tests.support.town import Town
from tests.support.within_reach import everything, inside

VENDORS = {"Systematic": "anders", "KMD": "lars", "Dedalus": "nina"}
OWN = {"anders": "Systematic", "sofie": "Systematic", "lars": "KMD", "nina": "Dedalus", "peter": ""}
FEW, MANY = 100, 600  # requests of one example


@dataclass(frozen=True)
class Search:
    """One example: how it's drawn, how long people look, and what else is looked through."""

    rng: Random
    requests: int
    archive: Path
    logged: pytest.LogCaptureFixture


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("seed", range(2))
def test_nobody_finds_what_is_hidden(town: Town, series: Joint, seed: int, tmp_path, caplog):
    _prove(town, series, Search(Random(seed), FEW, tmp_path, caplog))


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(100, 102))
def test_nobody_finds_what_is_hidden_however_long_they_look(
    town: Town, series: Joint, seed: int, tmp_path, caplog
):
    _prove(town, series, Search(Random(seed), MANY, tmp_path, caplog))


def _prove(town: Town, series: Joint, search: Search) -> None:
    rng, ws = search.rng, town.cast.workspace
    assert town.cast.mette.command(town.cast.meeting, "/dagsorden", "Noget for alle").ok
    town.settle()
    before = {name: _home(town, name) for name in OWN}
    foreign = _hide(town, series, rng)
    assert {name: _home(town, name) for name in OWN if name not in foreign.owners} == {
        name: before[name] for name in OWN if name not in foreign.owners
    }, "the page of somebody outside says nothing new"
    with apart(count(FIRST_LATER), []):
        _look_around(town, rng, foreign.rows, search.requests)
    take(everybodys(town, series, "KMD", town.cast.lars), rng.choice(STAGES[2:]))
    town.days_pass(3)
    for name in OWN:
        _home(town, name)
        told = "\n".join(everything(ws, getattr(town.cast, name)))
        _finds_nothing(name, told)
        assert FOR_ALL in told, "what is meant for all is found where they look"
    _audit_holds_no_text(town)
    _archive_is_kept_apart(town, search.archive)
    assert "hemmeligt" not in search.logged.text


class _Foreign:
    """Ids of hidden rows, by the vendor whose they are."""

    def __init__(self) -> None:
        self.rows: dict[str, list[int]] = {}

    @property
    def owners(self) -> set[str]:
        return {name for name, vendor in OWN.items() if vendor in self.rows}


def _hide(town: Town, series: Joint, rng: Random) -> _Foreign:
    foreign, numbers = _Foreign(), count(FIRST_APART)
    for vendor in rng.sample(sorted(VENDORS), rng.randint(1, 2)):
        rows = foreign.rows.setdefault(vendor, [])
        with apart(numbers, rows):
            hold(town, series, vendor, rng.choice(STAGES), getattr(town.cast, VENDORS[vendor]))
            town.settle()
    return foreign


def _look_around(town: Town, rng: Random, rows: dict[str, list[int]], requests: int) -> None:
    """People ask about what is theirs to see as well as not; the first must not hide the rest."""
    asking = {name: Asking(town, getattr(town.cast, name), Random(rng.random())) for name in OWN}
    listeners = all_of(town)
    every = [
        (name, listener, number)
        for name, vendor in OWN.items()
        for owner, numbers in rows.items()
        if owner != vendor
        for listener in listeners
        for number in numbers
    ]
    unknown: dict[tuple[str, Listener], str] = {}
    for name, listener, number in rng.sample(every, min(requests, len(every))):
        answer = asking[name].about(listener, number)
        _finds_nothing(name, answer.reply + answer.told)
        if listener.kind not in ("press", "form"):  # what brings no id may have its effect
            continue
        known = _plain(answer, number)
        if unknown.get((name, listener)) != known:  # also once they have pressed "English"
            asked = asking[name].about(listener, UNKNOWN)
            unknown[name, listener] = _plain(asked, UNKNOWN)
        assert known == unknown[name, listener], (name, listener, number)


def _plain(answer: Asked, number: int) -> str:
    """The answer without what differs by itself: the id, times, tickets and faults' numbers."""
    text = (answer.reply + answer.told).replace(str(number), "N")
    text = re.sub(r"\d{7,}\.\d+(\.\w+)?", "T", text)
    text = re.sub(r"'(id|hash|block_id|action_id|root_view_id)': '[^']*'", "", text)
    return re.sub(r"\b0\d{7}\b", "F", text)


def _finds_nothing(name: str, text: str) -> None:
    for vendor in VENDORS:
        if vendor != OWN[name]:
            assert mark(vendor) not in text, f"{name} reads {vendor}'s secrets"


def _home(town: Town, name: str) -> str:
    who: Persona = getattr(town.cast, name)
    return who.opens_home().words


def _archive_is_kept_apart(town: Town, folder: Path) -> None:
    """What the operator exports: a folder a meeting, and each speaks of itself alone."""
    written(town.bot.house, folder)
    for path in folder.rglob("*"):
        if path.is_file() and path.name != INDEX:
            told = "\n".join([path.as_posix(), *inside(path.read_bytes())])
            for vendor in VENDORS:
                assert mark(vendor) not in told or path.parent.name.endswith(vendor), path
    listed = json.loads((folder / INDEX).read_text("utf-8")) if (folder / INDEX).exists() else ()
    for line in listed:
        for vendor in VENDORS:
            assert mark(vendor) not in repr(line) or line["vendor"] == vendor


def _audit_holds_no_text(town: Town) -> None:
    with town.bot.house.database.look() as session:
        for entry in session.exec(select(AuditEntry)).all():
            assert "hemmeligt" not in repr(entry)
