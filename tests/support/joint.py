"""The joint-meeting series of the story, with its people, ready for a test."""

from dataclasses import dataclass, fields
from datetime import UTC, datetime

from sqlalchemy import update
from sqlmodel import col

from bot.cycle import meetings, people, series
from bot.cycle.meetings import Typed
from bot.cycle.people import Newcomers
from bot.cycle.series import Founder
from bot.demo.acting import Persona
from bot.ports import Asker
from bot.results.series import SeriesHead
from bot.rules.people import OrganisationDraft, Profile
from bot.rules.series import Habits, SeriesDraft
from bot.texts import Message
from storage.tables import Job
from storage.vocabulary import (
    ChannelId,
    JobState,
    Language,
    MeetingId,
    OrganisationId,
    OrganisationKind,
    Person,
    SeriesId,
    Tenant,
)
from tests.support.grounds import Ground
from tests.support.town import Town

PICTURE = "gathered"

SERIES = "Fællesmøde EOJ-leverandører SDS & MedCom"
STARTS = datetime(2022, 3, 10, 13, 0, tzinfo=UTC)  # 14.00 in Copenhagen
ENDS = datetime(2022, 3, 10, 14, 15, tzinfo=UTC)


@dataclass(frozen=True)
class Joint:
    """Ids of what the story starts with."""

    series: SeriesId
    meeting: MeetingId  # no. 19, open for items
    organisations: dict[str, OrganisationId]  # by short name


def gather(town: Town) -> Joint:
    """Series, organisations, participants and meeting no. 19, open for items."""
    house, cast = town.bot.house, town.cast
    mette = cast.mette

    def by() -> Asker:
        person = Person(mette.user.team.id, mette.id)
        return Asker(person, Tenant(cast.workspace.home.id), f"gather:{house.ids.new()}")

    kind = OrganisationKind
    sheet = series.create(
        house,
        SeriesDraft(
            name=SERIES,
            subject="Fælles Stamkort og Aftaleoversigt",
            language=Language.DANISH,
            next_number=19,
            start_time="14.00",
            duration_minutes=75,
        ),
        Founder(
            profile(mette),
            OrganisationDraft("MedCom", "MedCom", kind.COORDINATOR, "", "medcom.example"),
        ),
        channel=ChannelId(cast.meeting.id),
        by=by(),
    )
    for name, short, what, product, domain, contacts, others in (
        ("MedCom", "MedCom", kind.COORDINATOR, "", "", [], [cast.jens]),
        ("Sundhedsdatastyrelsen", "SDS", kind.AUTHORITY, "", "sds.example", [cast.karen], []),
        ("Systematic", "Systematic", kind.VENDOR, "Cura", "systematic.example",
         [cast.anders, cast.sofie], []),
        ("KMD", "KMD", kind.VENDOR, "Nexus", "kmd.example", [cast.lars], []),
        ("Dedalus", "Dedalus", kind.VENDOR, "", "dedalus.example", [cast.nina], []),
        ("Kommunernes Landsforening", "KL", kind.ASSOCIATION, "", "", [], []),
    ):  # fmt: skip
        people.add(
            house,
            sheet.head.id,
            OrganisationDraft(name, short, what, product, domain),
            Newcomers([profile(each) for each in contacts], [profile(each) for each in others]),
            by=by(),
        )
    series.set_habits(
        house,
        sheet.head.id,
        habits_of(sheet.head),
        "Fælles Stamkort\nAftaleoversigt",
        seen=sheet.head.version,
        by=by(),
    )
    planned = meetings.plan(
        house,
        sheet.head.id,
        Typed("10. marts 2022 kl. 14.00-15.15", "Teams", Language.DANISH),
        by=by(),
    )
    meetings.open_for_items(house, planned.meeting.id, by=by())
    listed = people.listed(house, sheet.head.id, by=by())
    with house.database.work() as session:  # stories begin in silence, with nothing on its way
        waiting = update(Job).where(col(Job.state) == JobState.WAITING)
        session.execute(waiting.values(state=JobState.CANCELLED))
    return Joint(
        sheet.head.id,
        planned.meeting.id,
        {each.short_name: each.id for each in listed.organisations},
    )


def ready(town: Town, ground: Ground) -> Joint:
    """As `gather` in a town just founded; from a picture of it after the first time."""
    if not ground.knows(PICTURE):
        ground.keep(PICTURE, (gather(town), town.ids.count))
    found: Joint
    found, town.ids.count = ground.restore(PICTURE)
    town.ground = ground
    town.rest(PICTURE)
    return found


def profile(who: Persona) -> Profile:
    return Profile(Person(who.user.team.id, who.id), who.user.real_name)


def habits_of(head: SeriesHead) -> Habits:
    """A series' habits as they are."""
    return Habits(**{field.name: getattr(head, field.name) for field in fields(Habits)})


def said(town: Town, message: Message) -> str:
    """A sentence as Danish readers see it."""
    return town.words(message)
