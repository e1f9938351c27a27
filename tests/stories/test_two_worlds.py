"""Two worlds that differ in one secret look alike to everybody who may not know it.

All that they read is compared, so that no mark need be searched for: a count, a gap between
numbers, an order or a line left out would tell as well.
"""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from sqlmodel import select

from bot.cycle import inquiries
from bot.cycle.export import papers
from bot.rules.inquiries import AnswerDraft
from storage.tables import metadata
from storage.vocabulary import InquiryId
from tests.support.agendas import asks, plans_the_next
from tests.support.grounds import Ground
from tests.support.hidden import FOR_ALL, everybodys, goes, planned
from tests.support.joint import Joint
from tests.support.town import Town
from tests.support.within_reach import inside
from tests.support.worlds import hears, reach, reads, world

pytestmark = pytest.mark.slow

VENDORS = {"Systematic": "anders", "KMD": "lars", "Dedalus": "nina"}
OWN = {"anders": "Systematic", "sofie": "Systematic", "lars": "KMD", "nina": "Dedalus", "peter": ""}
BY_COMMAND = ("anders", "sofie", "nina", "peter")  # Slack gives commands to one's own workspace
STAGES = 6  # of a meeting, after its planning
STEP = 10  # minutes between two steps of the joint meeting

Told = dict[str, list[str]]


@pytest.mark.parametrize(("seed", "stages", "days"), [(1, 3, 1), (100, STAGES, 14)])
def test_nobody_can_tell_whether_others_meet(
    sqlite_ground: Ground, seed: int, stages: int, days: int
):
    rng = Random(seed)
    vendors = rng.sample(sorted(VENDORS), rng.randint(1, 2))
    course = ["all"] * stages
    for vendor in vendors:
        for _ in range(rng.randint(2, stages + 1)):
            course.insert(rng.randrange(len(course) + 1), vendor)
    outsiders = [name for name, vendor in OWN.items() if vendor not in vendors]
    quiet = _lived(sqlite_ground, [each for each in course if each == "all"], outsiders, days)
    busy = _lived(sqlite_ground, course, outsiders, days)
    for name in outsiders:
        assert quiet[name] == busy[name], f"{name} notices that {vendors} meet"
        assert any(FOR_ALL in line for line in quiet[name])


def _lived(ground: Ground, course: list[str], outsiders: list[str], days: int) -> Told:
    """The joint meeting takes its course, and separate ones in between."""
    with world(ground) as (town, series):
        meetings = {each: _held(town, series, each) for each in course}
        minutes = STEP
        for each in course:
            if each == "all":
                reach(town, minutes)
                minutes += STEP
            next(meetings[each])
        _the_next_is_prepared(town, series, minutes)
        town.days_pass(days)
        told = {name: reads(town, getattr(town.cast, name)) for name in outsiders}
        curious = next(name for name in outsiders if name in BY_COMMAND)
        told[curious] += hears(town, getattr(town.cast, curious))
        return told


def _held(town: Town, series: Joint, which: str) -> Iterator[str]:
    if which == "all":
        yield from goes(everybodys(town, series, "KMD", town.cast.lars))
    else:
        held = planned(town, series, which, getattr(town.cast, VENDORS[which]))
        town.settle()
        yield "planned"
        yield from goes(held)


def _the_next_is_prepared(town: Town, series: Joint, minutes: int) -> None:
    reach(town, minutes)
    plans_the_next(town, series)
    reach(town, minutes + STEP)
    town.days_pass(1)


# ── Who asked in private ─────────────────────────────────────────────────────

ASKERS = ("anders", "nina")  # of whom nobody else can tell who asked
OTHERS = ("karen", "lars", "jens", "peter")
SECRET = {
    "inquiries": {"asked_by", "organisation_id"},
    "cards": {"fingerprint"},
    "documents": {"content", "sha256"},
}
"""What rows say of the asker, or differs from one making to the next; papers are read below."""
DESK = {"alembic_version", "jobs", "receipts"}


@pytest.mark.parametrize("ending", ["published", "answered", "withdrawn"])
def test_nobody_can_tell_who_asked(sqlite_ground: Ground, ending: str):
    one, other = (_asked(sqlite_ground, name, ending) for name in ASKERS)
    for what, told in one.items():
        assert told == other[what], f"{what}: what is told depends on who asked"
    for name in OTHERS:
        answered = any("Hvornår ventes et svar?" in line for line in one[name])
        assert answered == (ending == "published")
    printed = any("Spørgsmål nr. 1" in part for part in one["archive"])
    assert printed == (ending == "published")


def _asked(ground: Ground, asker: str, ending: str) -> Told:
    """One vendor asks before the joint meeting, which takes its course."""
    with world(ground) as (town, series):
        course = goes(everybodys(town, series, "KMD", town.cast.lars))
        next(course)
        inquiry = _asks(town, series, asker)
        reach(town, STEP)
        _settles(town, inquiry, asker, ending)
        minutes = 2 * STEP
        for _ in range(STAGES - 1):
            reach(town, minutes)
            next(course)
            minutes += STEP
        _the_next_is_prepared(town, series, minutes)
        return _told(town)


def _asks(town: Town, series: Joint, asker: str) -> InquiryId:
    who = getattr(town.cast, asker)
    return inquiries.ask(
        town.bot.house, series.series, "Hvornår svarer SDS?", by=asks(town, who)
    ).id


def _settles(town: Town, inquiry: InquiryId, asker: str, ending: str) -> None:
    house, mette = town.bot.house, asks(town, town.cast.mette)
    if ending == "published":
        draft = AnswerDraft("Hvornår ventes et svar?", "Hvornår det så kommer.")
        inquiries.publish(house, inquiry, draft, by=mette)
    elif ending == "answered":
        inquiries.answer_asker(house, inquiry, "Det ved I allerede.", by=mette)
    else:
        inquiries.withdraw(house, inquiry, by=asks(town, getattr(town.cast, asker)))


def _told(town: Town) -> Told:
    """What others read, what the organiser reads where all may look, and what is kept."""
    told = {name: reads(town, getattr(town.cast, name)) for name in OTHERS}
    told["lists"] = hears(town, town.cast.jens)
    told["mette"] = [
        line
        for line in reads(town, town.cast.mette)
        if "ortroligt spørgsmål fra" not in line and "spørger fortroligt" not in line
    ]
    told["archive"] = [part for each in papers(town.bot.house) for part in inside(each.content)]
    told["rows"] = list(_rows(town))
    return told


def _rows(town: Town) -> Iterator[str]:
    with town.bot.house.database.look() as session:
        for table in metadata.sorted_tables:
            if table.name in DESK:
                continue
            hidden = SECRET.get(table.name, set())
            shown = [column for column in table.columns if column.name not in hidden]
            for row in session.exec(select(*shown).order_by(*table.primary_key)):
                facts: dict[str, Any] = dict(row._mapping)
                yield f"{table.name} {facts}"
