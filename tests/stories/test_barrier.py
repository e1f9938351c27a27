"""Nobody finds a trace of a separate meeting that isn't theirs, whatever they ask and how.

Random separate meetings are held as far as they go; then everybody asks every listener of the
app about every row of them, the clock runs on, and all that was delivered is searched.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from itertools import count
from random import Random

import pytest
from sqlmodel import select

from bot.demo import payloads, sight
from bot.demo.acting import Persona
from storage.tables import AuditEntry
from tests.support.hidden import FIRST_APART, FIRST_LATER, STAGES, UNKNOWN, apart, hold, mark
from tests.support.joint import Joint
from tests.support.listeners import Asked, Asking, Listener, all_of
from tests.support.town import Town

VENDORS = {"Systematic": "anders", "KMD": "lars", "Dedalus": "nina"}
OWN = {"anders": "Systematic", "sofie": "Systematic", "lars": "KMD", "nina": "Dedalus", "peter": ""}
FEW, MANY = 100, 600  # requests of one example


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("seed", range(2))
def test_nobody_finds_what_is_hidden(town: Town, series: Joint, seed: int, caplog):
    _prove(town, series, Random(seed), FEW, caplog)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(100, 106))
def test_nobody_finds_what_is_hidden_however_long_they_look(
    town: Town, series: Joint, seed: int, caplog
):
    _prove(town, series, Random(seed), MANY, caplog)


def _prove(
    town: Town, series: Joint, rng: Random, requests: int, caplog: pytest.LogCaptureFixture
) -> None:
    assert town.cast.mette.command(town.cast.meeting, "/dagsorden", "Noget for alle").ok
    town.settle()
    before = {name: _home(town, name) for name in OWN}
    foreign = _hide(town, series, rng)
    assert {name: _home(town, name) for name in OWN if name not in foreign.owners} == {
        name: before[name] for name in OWN if name not in foreign.owners
    }, "the page of somebody outside says nothing new"
    with apart(count(FIRST_LATER), []):
        _look_around(town, rng, foreign.rows, requests)
    town.days_pass(3)
    for name in OWN:
        _finds_nothing(name, "\n".join(_delivered(town, getattr(town.cast, name))))
    _audit_holds_no_text(town)
    assert "hemmeligt" not in caplog.text


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


def _delivered(town: Town, who: Persona) -> Iterator[str]:
    """All that the workspace holds for one person: messages, files, dialogs, the home tab."""
    ws = town.cast.workspace
    who.opens_home()
    for place in sight.conversations(ws, who.user):
        yield place.name + place.topic
        for said in sight.visible(ws, place, who.user):
            yield json.dumps(payloads.message(ws, said, metadata=True), ensure_ascii=False)
    for stored in ws.files.values():
        if sight.may_open_file(ws, stored.id, who.user):
            yield stored.name + stored.title
            yield from _inside(stored.content)
    for view in [*(ws.modals.get(who.id) or ()), ws.homes[who.id]]:
        yield json.dumps(payloads.view(ws, view), ensure_ascii=False)


def _inside(content: bytes) -> Iterator[str]:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        yield content.decode()
        return
    with zipfile.ZipFile(io.BytesIO(content)) as paper:
        for part in paper.namelist():
            yield paper.read(part).decode(errors="replace")


def _audit_holds_no_text(town: Town) -> None:
    with town.bot.house.database.look() as session:
        for entry in session.exec(select(AuditEntry)).all():
            assert "hemmeligt" not in repr(entry)
