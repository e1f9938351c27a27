"""The joint-meeting series of the story, with its people, ready for a test."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.demo.acting import Persona
from bot.texts import Message
from storage.tables import (
    Meeting,
    MeetingParty,
    Organisation,
    Participant,
    Series,
    SeriesOrganisation,
    StandingItem,
    StatusTopic,
)
from storage.vocabulary import (
    MeetingFormat,
    MeetingId,
    MeetingState,
    OrganisationId,
    OrganisationKind,
    Purpose,
    Role,
    SeriesId,
    StandingKind,
    Tenant,
)
from tests.support.town import Town

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
    cast = town.cast
    tenant = Tenant(cast.workspace.home.id)
    with town.bot.house.database.work() as session:
        series = Series(
            tenant=tenant, channel=cast.meeting.id, name=SERIES, next_number=20,
            subject="Fælles Stamkort og Aftaleoversigt",
            joint_title="Fællesmøde nr. #", separate_title="Separat møde nr. #",
        )  # fmt: skip
        session.add(series)
        organisations = {
            "MedCom": Organisation(
                tenant=tenant, name="MedCom", short_name="MedCom",
                kind=OrganisationKind.COORDINATOR, email_domain="medcom.example",
            ),
            "SDS": Organisation(
                tenant=tenant, name="Sundhedsdatastyrelsen", short_name="SDS",
                kind=OrganisationKind.AUTHORITY, email_domain="sds.example",
            ),
            "Systematic": Organisation(
                tenant=tenant, name="Systematic", short_name="Systematic", product="Cura",
                kind=OrganisationKind.VENDOR, email_domain="systematic.example",
            ),
            "KMD": Organisation(
                tenant=tenant, name="KMD", short_name="KMD", product="Nexus",
                kind=OrganisationKind.VENDOR, email_domain="kmd.example",
            ),
            "Dedalus": Organisation(
                tenant=tenant, name="Dedalus", short_name="Dedalus",
                kind=OrganisationKind.VENDOR, email_domain="dedalus.example",
            ),
            "KL": Organisation(
                tenant=tenant, name="Kommunernes Landsforening", short_name="KL",
                kind=OrganisationKind.ASSOCIATION,
            ),
        }  # fmt: skip
        session.add_all(organisations.values())
        session.flush()
        ids = {name: each.id for name, each in organisations.items()}
        for organisation_id in ids.values():
            session.add(SeriesOrganisation(series_id=series.id, organisation_id=organisation_id))

        def joins(who: Persona, whom: str, role: Role = Role.PARTICIPANT, *, contact: bool) -> None:
            session.add(
                Participant(
                    series_id=series.id,
                    organisation_id=ids[whom],
                    team=who.user.team.id,
                    user=who.id,
                    name=who.user.real_name,
                    role=role,
                    is_contact=contact,
                )
            )

        joins(cast.mette, "MedCom", Role.ORGANIZER, contact=True)
        joins(cast.jens, "MedCom", contact=False)
        joins(cast.karen, "SDS", contact=True)
        joins(cast.anders, "Systematic", contact=True)
        joins(cast.sofie, "Systematic", contact=True)
        joins(cast.lars, "KMD", contact=True)
        joins(cast.nina, "Dedalus", contact=True)
        for position, (kind, title, purpose) in enumerate(
            (
                (StandingKind.ORIENTATION, "Gensidig orientering", Purpose.INFORMATION),
                (StandingKind.STATUS, "Status på implementeringsplaner", Purpose.STATUS),
                (StandingKind.NEXT_MEETING, "Næste møde og mødeform", Purpose.DECISION),
                (StandingKind.ANY_OTHER_BUSINESS, "Eventuelt", Purpose.INFORMATION),
            ),
            start=1,
        ):
            session.add(
                StandingItem(
                    series_id=series.id, position=position, kind=kind, title=title, purpose=purpose
                )
            )
        for position, solution in enumerate(("Fælles Stamkort", "Aftaleoversigt"), start=1):
            session.add(StatusTopic(series_id=series.id, position=position, name=solution))
        meeting = Meeting(
            series_id=series.id, number=19, title="Fællesmøde nr. 19", starts_at=STARTS,
            ends_at=ENDS, place="Teams", format=MeetingFormat.JOINT, channel=cast.meeting.id,
            state=MeetingState.COLLECTING, uid="meeting-19@referent",
        )  # fmt: skip
        session.add(meeting)
        session.flush()
        for organisation_id in ids.values():
            session.add(MeetingParty(meeting_id=meeting.id, organisation_id=organisation_id))
        return Joint(series.id, meeting.id, ids)


def said(town: Town, message: Message) -> str:
    """A sentence as Danish readers see it."""
    return town.words(message)
