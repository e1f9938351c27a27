"""A series is created in a channel, and its habits are set."""

from datetime import UTC, datetime

import pytest
from sqlmodel import col, select

from bot.demo.acting import Screen
from storage.tables import (
    Job,
    Organisation,
    Participant,
    Series,
    StandingItem,
    StatusReport,
    StatusTopic,
)
from storage.vocabulary import (
    CertificationState,
    JobKind,
    JobState,
    Role,
    StandingKind,
)
from tests.support.joint import Joint
from tests.support.town import Town

CHANNEL = "eoj-faellesmoede"
FIELDS = {
    "name": "Fællesmøde EOJ-leverandører SDS & MedCom",
    "subject": "Fælles Stamkort og Aftaleoversigt",
    "next_number": "19",
    "start_time": "14",
    "duration_minutes": "75",
    "organisation": "MedCom",
}


def create_dialog(town: Town) -> Screen:
    town.cast.mette.command(CHANNEL, "/moede", "serie")
    return town.cast.mette.gets_dialog("Ny mødeserie")


def settings_dialog(town: Town) -> Screen:
    town.cast.mette.command(CHANNEL, "/moede", "indstillinger")
    return town.cast.mette.gets_dialog("Indstillinger")


def solutions(town: Town) -> dict[int, str]:
    with town.bot.house.database.look() as session:
        rows = session.exec(select(StatusTopic).order_by(col(StatusTopic.position))).all()
    return {row.id: row.name for row in rows}


def standing(town: Town) -> list[tuple[StandingKind, str]]:
    with town.bot.house.database.look() as session:
        rows = session.exec(select(StandingItem).order_by(col(StandingItem.position))).all()
    return [(row.kind, row.title) for row in rows]


class TestCreating:
    def test_who_creates_it_organises_it(self, town: Town):
        mette = town.cast.mette
        menu = mette.command(CHANNEL, "/moede").replies[0]
        mette.clicks(menu, "Ny mødeserie")
        assert mette.submits(mette.gets_dialog("Ny mødeserie"), FIELDS).ok
        told = mette.hears(CHANNEL, "er oprettet, og du er mødeleder")
        assert told.buttons == ("Tilføj organisation", "Indstillinger", "Nyt møde")
        with town.bot.house.database.look() as session:
            series = session.exec(select(Series)).one()
            organiser = session.exec(select(Participant)).one()
            organisation = session.exec(select(Organisation)).one()
        assert (series.next_number, series.start_time, series.joint_title) == (
            19,
            "14.00",
            "Fællesmøde nr. #",
        )
        assert (organiser.user, organiser.role) == (mette.id, Role.ORGANIZER)
        assert (organiser.name, organisation.short_name) == ("Mette Holm", "MedCom")
        mette.clicks(told, "Nyt møde")
        assert mette.gets_dialog("Nyt møde").says("Fællesmøde nr. 19")

    def test_standing_items_speak_the_language_of_the_series(self, town: Town):
        assert town.cast.mette.submits(create_dialog(town), {**FIELDS, "language": "engelsk"}).ok
        assert standing(town) == [
            (StandingKind.ORIENTATION, "Mutual updates"),
            (StandingKind.STATUS, "Status of implementation plans"),
            (StandingKind.NEXT_MEETING, "Next meeting and its form"),
            (StandingKind.ANY_OTHER_BUSINESS, "Any other business"),
        ]

    @pytest.mark.parametrize(
        ("field", "typed", "complaint"),
        [
            ("name", "   ", "mangler et navn"),
            ("start_time", "25.00", "»25.00« er ikke et klokkeslæt"),
            ("start_time", "klokken to", "er ikke et klokkeslæt"),
            ("organisation", "  ", "mangler et navn"),
        ],
    )
    def test_what_cant_be_used_is_said_and_nothing_is_lost(
        self, town: Town, field, typed, complaint
    ):
        dialog = create_dialog(town)
        sent = town.cast.mette.submits(dialog, {**FIELDS, field: typed})
        assert any(complaint in said for said in sent.errors.values())
        with town.bot.house.database.look() as session:
            assert session.exec(select(Series)).first() is None
        assert town.cast.mette.submits(dialog, FIELDS).ok

    def test_a_channel_has_one_series(self, town: Town):
        first, second = create_dialog(town), None
        town.cast.jens.command(CHANNEL, "/moede", "serie")
        second = town.cast.jens.gets_dialog("Ny mødeserie")
        assert town.cast.mette.submits(first, FIELDS).ok
        sent = town.cast.jens.submits(second, FIELDS)
        assert "allerede en mødeserie i kanalen" in next(iter(sent.errors.values()))

    def test_a_series_doesnt_live_in_a_direct_message(self, town: Town):
        mette = town.cast.mette
        answer = mette.command(mette.dm, "/moede")
        assert "Skriv /moede i den kanal" in answer.words
        mette.command(mette.dm, "/moede", "serie")
        sent = mette.submits(mette.gets_dialog("Ny mødeserie"), FIELDS)
        assert "bor i en kanal" in next(iter(sent.errors.values()))

    def test_by_mention_too(self, town: Town):
        lars = town.cast.lars
        lars.mentions_bot(CHANNEL, "møde")
        lars.clicks(lars.hears(CHANNEL, "ingen mødeserie"), "Ny mødeserie")
        assert lars.submits(lars.gets_dialog("Ny mødeserie"), FIELDS).ok
        with town.bot.house.database.look() as session:
            assert session.exec(select(Participant)).one().team == lars.user.team.id


@pytest.mark.usefixtures("series")
class TestHabits:
    def test_deadlines_of_coming_meetings_follow(self, town: Town, series: Joint):
        sent = town.cast.mette.submits(settings_dialog(town), {"freeze_days": "3"})
        assert sent.ok, sent
        with town.bot.house.database.look() as session:
            freeze = session.exec(
                select(Job).where(
                    col(Job.meeting_id) == series.meeting,
                    col(Job.kind) == JobKind.FREEZE,
                    col(Job.state) == JobState.WAITING,
                )
            ).one()
        assert freeze.due_at == datetime(2022, 3, 7, 11, 0, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("fields", "where"),
        [
            ({"joint_title": "Fællesmøde"}, "joint_title"),
            ({"zone": "Mars/Base"}, "zone"),
            ({"zone": "../../etc/passwd"}, "zone"),
            ({"start_time": "kvart over"}, "start_time"),
            ({"freeze_days": "30"}, "freeze_days"),
            ({"solutions": "x" * 80}, "solutions"),
            ({"solutions": "\n".join(f"Løsning {n}" for n in range(30))}, "solutions"),
        ],
    )
    def test_habits_that_cant_be_are_said_beneath_their_field(self, town: Town, fields, where):
        assert where in town.cast.mette.submits(settings_dialog(town), fields).errors

    def test_solutions_are_renamed_added_and_removed(self, town: Town):
        before = solutions(town)
        first, second = before
        sent = town.cast.mette.submits(
            settings_dialog(town), {"solutions": "Det Fælles Stamkort\nAftaleoversigt\nNSP"}
        )
        assert sent.ok
        after = solutions(town)
        assert after[first] == "Det Fælles Stamkort"  # the same solution by its new name
        assert after[second] == "Aftaleoversigt"
        assert list(after.values())[2:] == ["NSP"]
        assert town.cast.mette.submits(settings_dialog(town), {"solutions": "Aftaleoversigt"}).ok
        assert solutions(town) == {second: "Aftaleoversigt"}

    def test_a_solution_that_was_reported_on_stays(self, town: Town, series: Joint):
        topic = next(iter(solutions(town)))
        with town.bot.house.database.work() as session:
            by = session.exec(select(Participant)).first()
            assert by is not None
            session.add(
                StatusReport(
                    topic_id=topic,
                    organisation_id=series.organisations["KMD"],
                    certification=CertificationState.CERTIFIED,
                    rollout="Pilot i Silkeborg",
                    by_id=by.id,
                    reported_at=town.clock.now(),
                )
            )
        sent = town.cast.mette.submits(settings_dialog(town), {"solutions": "Aftaleoversigt"})
        assert "Fælles Stamkort" in sent.errors["solutions"]
        assert len(solutions(town)) == 2

    def test_a_dialog_that_went_stale_changes_nothing(self, town: Town):
        old = settings_dialog(town)
        with town.bot.house.database.work() as session:
            session.exec(select(Series)).one().subject = "Et andet emne"
        sent = town.cast.mette.submits(old, {"subject": "Mit emne"})
        assert "En anden har ændret det" in next(iter(sent.errors.values()))
        with town.bot.house.database.look() as session:
            assert session.exec(select(Series)).one().subject == "Et andet emne"

    def test_standing_items_keep_their_meaning(self, town: Town):
        mette = town.cast.mette
        menu = mette.command(CHANNEL, "/moede").replies[0]
        mette.clicks(menu, "Faste punkter")
        sent = mette.submits(
            mette.gets_dialog("Faste punkter"),
            {
                "status": "Status fra leverandørerne",
                "orientation": "",
                "others": "Godkendelse af referat\n\nSiden sidst\nsiden sidst",
            },
        )
        assert sent.ok
        assert standing(town) == [
            (StandingKind.STATUS, "Status fra leverandørerne"),
            (StandingKind.OTHER, "Godkendelse af referat"),
            (StandingKind.OTHER, "Siden sidst"),
            (StandingKind.NEXT_MEETING, "Næste møde og mødeform"),
            (StandingKind.ANY_OTHER_BUSINESS, "Eventuelt"),
        ]

    def test_only_organisers_set_them(self, town: Town):
        answer = town.cast.nina.command(CHANNEL, "/moede", "indstillinger")
        assert "Det kan kun mødelederen gøre" in answer.words
