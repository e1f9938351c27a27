"""Meetings are planned, opened for items, moved and cancelled."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from sqlmodel import col, select

from bot.cycle import meetings
from bot.cycle.meetings import Typed
from bot.demo.acting import Screen, Seen
from bot.ports import Asker
from storage.tables import AuditEntry, Job, Meeting, MeetingParty, Series
from storage.vocabulary import JobKind, JobState, Language, MeetingState, Person, Tenant
from tests.support.joint import Joint
from tests.support.town import Town

pytestmark = pytest.mark.usefixtures("series")

CHANNEL = "eoj-faellesmoede"


def stored(town: Town, number: int = 20) -> Meeting:
    with town.bot.house.database.look() as session:
        return session.exec(
            select(Meeting).where(col(Meeting.number) == number, col(Meeting.scope) == 0)
        ).one()


def chores(town: Town, meeting: int) -> dict[JobKind, datetime]:
    """What the clock still has to do for a meeting."""
    with town.bot.house.database.look() as session:
        rows = session.exec(
            select(Job).where(
                col(Job.meeting_id) == meeting,
                col(Job.state) == JobState.WAITING,
                col(Job.lane).is_(None),
            )
        ).all()
    return {row.kind: row.due_at for row in rows}


def plan_dialog(town: Town) -> Screen:
    town.cast.mette.command(CHANNEL, "/moede", "nyt")
    return town.cast.mette.gets_dialog("Nyt møde")


def plans(town: Town, when: str, **fields: str) -> Seen:
    sent = town.cast.mette.submits(plan_dialog(town), {"when": when, **fields})
    assert sent.ok, sent
    return town.cast.mette.hears(CHANNEL, "er oprettet")


class TestPlanning:
    def test_the_next_meeting_has_the_next_number_and_its_deadlines(self, town: Town):
        dialog = plan_dialog(town)
        assert dialog.says("Fællesmøde nr. 20")
        plans(town, "25. april kl. 14-15.15", place="Teams")
        meeting = stored(town)
        assert meeting.starts_at == datetime(2022, 4, 25, 12, 0, tzinfo=UTC)
        assert meeting.ends_at == datetime(2022, 4, 25, 13, 15, tzinfo=UTC)
        assert (meeting.state, meeting.place) == (MeetingState.PLANNED, "Teams")
        # Counted in working days; Easter 2022 is 14 to 18 April.
        assert chores(town, meeting.id) == {
            JobKind.OPEN_FOR_ITEMS: datetime(2022, 3, 23, 8, 0, tzinfo=UTC),
            JobKind.ASK_STATUS: datetime(2022, 4, 6, 7, 0, tzinfo=UTC),
            JobKind.FREEZE: datetime(2022, 4, 13, 10, 0, tzinfo=UTC),
            JobKind.START_PANEL: datetime(2022, 4, 25, 12, 0, tzinfo=UTC),
        }

    def test_a_day_alone_takes_the_usual_time(self, town: Town):
        told = plans(town, "torsdag i uge 17")
        assert told.says("torsdag den 28. april 2022 kl. 14.00–15.15")

    def test_a_wrong_weekday_is_pointed_out(self, town: Town):
        told = plans(town, "tirsdag den 25. april 2022 kl. 14")
        assert told.says("mandag den 25. april 2022 kl. 14.00–15.15")
        assert told.says("Ugedagen passede ikke")

    @pytest.mark.parametrize(
        ("typed", "complaint"),
        [
            ("snart", "Jeg kan ikke finde en dato i »snart«"),
            ("10. januar 2022 kl. 10", "Jeg læste datoen som 10. januar 2022"),
            ("uge 17", "er ikke en bestemt dag"),
            ("30. februar 2022", "findes ikke i kalenderen"),
            ("i morgen 14", "Jeg forstod ikke hele"),
            ("25. april kl. 14 eller 26. april kl. 10", "flere datoer"),
        ],
    )
    def test_a_date_that_cant_be_used_is_asked_for_again(self, town: Town, typed, complaint):
        dialog = plan_dialog(town)
        sent = town.cast.mette.submits(dialog, {"when": typed})
        assert complaint in sent.errors["when"]
        assert town.cast.mette.dialog is not None  # what was typed still stands there
        assert town.cast.mette.submits(dialog, {"when": "25. april kl. 14"}).ok

    def test_it_opens_for_items_by_itself(self, town: Town):
        plans(town, "25. april kl. 14-15.15")
        town.until(datetime(2022, 3, 23, 8, 30, tzinfo=UTC))
        assert stored(town).state is MeetingState.COLLECTING
        assert town.cast.anders.hears(CHANNEL, "Fællesmøde nr. 20").says("Gensidig orientering")

    def test_a_meeting_planned_late_is_opened_at_once_but_not_sent_by_the_clock(self, town: Town):
        plans(town, "16. februar kl. 14")
        assert JobKind.FREEZE not in chores(town, stored(town).id)
        town.settle()
        assert stored(town).state is MeetingState.COLLECTING

    def test_numbers_have_no_gaps_when_a_dialog_is_sent_twice(self, town: Town):
        dialog = plan_dialog(town)
        assert town.cast.mette.submits(dialog, {"when": "25. april kl. 14"}).ok
        plans(town, "25. maj kl. 14")
        with town.bot.house.database.look() as session:
            numbers = session.exec(select(Meeting.number).order_by(Meeting.number)).all()
            assert session.exec(select(Series.next_number)).one() == 22
        assert list(numbers) == [19, 20, 21]

    def test_of_two_who_plan_at_once_each_gets_a_number(self, town: Town, series: Joint):
        house, mette = town.bot.house, town.cast.mette
        ready = Barrier(2)

        def plan(month: str) -> int:
            person = Person(mette.user.team.id, mette.id)
            by = Asker(person, Tenant(town.cast.workspace.home.id), f"test:{month}")
            typed = Typed(f"25. {month} 2022 kl. 14", "", Language.DANISH)
            ready.wait(timeout=10)
            return meetings.plan(house, series.series, typed, by=by).meeting.number

        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(plan, ("april", "maj"))) == [20, 21]

    def test_only_organisers_plan(self, town: Town):
        answer = town.cast.jens.command(CHANNEL, "/moede", "nyt")
        assert "Det kan kun mødelederen gøre" in answer.words
        assert town.cast.jens.dialog is None


class TestSeparate:
    def test_only_the_vendor_and_the_hosts_know_of_it(self, town: Town, series: Joint):
        told = plans(town, "27. april kl. 9.30-10", vendor="Separat møde med KMD")
        assert told.says("Separat møde nr. 1 – KMD er oprettet")
        town.settle()
        with town.bot.house.database.look() as session:
            meeting = session.exec(select(Meeting).where(col(Meeting.vendor_id).is_not(None))).one()
            parties = session.exec(
                select(MeetingParty.organisation_id).where(
                    col(MeetingParty.meeting_id) == meeting.id
                )
            ).all()
        names: dict[int, str] = {held: name for name, held in series.organisations.items()}
        assert {names[each] for each in parties} == {"KMD", "MedCom", "SDS"}
        assert meeting.channel is not None
        assert town.cast.lars.hears(meeting.channel, "Separat møde nr. 1 – KMD")
        answer = town.cast.nina.command(CHANNEL, "/moede")
        assert "KMD" not in answer.words
        assert "Separat møde nr. 1 – KMD" in town.cast.mette.command(CHANNEL, "/moede").words

    def test_a_vendor_without_people_cant_be_met(self, town: Town):
        mette = town.cast.mette
        mette.command(CHANNEL, "/moede", "folk")
        mette.clicks(mette.gets_dialog("Folk"), "Tilføj organisation")
        mette.submits(mette.gets_dialog("Tilføj organisation"), {"name": "Columna"})
        sent = mette.submits(
            plan_dialog(town), {"when": "25. april", "vendor": "Separat møde med Columna"}
        )
        assert "ingen deltagere" in sent.errors["vendor"]
        assert stored(town, 19)  # and no number was used up
        with town.bot.house.database.look() as session:
            assert len(session.exec(select(Meeting)).all()) == 1


class TestChanging:
    def test_opening_can_be_taken_back(self, town: Town):
        plans(town, "25. april kl. 14-15.15")
        mette = town.cast.mette
        told = mette.hears(CHANNEL, "er oprettet")
        opened = mette.clicks(told, "Åbn for punkter")
        assert "er åbent for punkter" in opened.words
        town.settle()
        card = mette.hears(CHANNEL, "Fællesmøde nr. 20")
        assert "er lukket for punkter igen" in mette.clicks(opened.replies[0], "Luk").words
        town.settle()
        assert stored(town).state is MeetingState.PLANNED
        assert mette.again(card).says("planlagt")  # the same message, brought up to date
        town.days_pass(1)
        assert stored(town).state is MeetingState.PLANNED  # the clock doesn't open it again

    def test_a_second_click_finds_it_open(self, town: Town):
        told = plans(town, "25. april kl. 14-15.15")
        mette = town.cast.mette
        mette.clicks(told, "Åbn for punkter")
        again = mette.clicks(told, "Åbn for punkter")
        assert "kan ikke åbnes for punkter, for det er allerede: åben for punkter" in again.words

    def test_moving_takes_deadlines_and_card_along(self, town: Town):
        town.cast.mette.command(CHANNEL, "/dagsorden", "Visning af log")
        town.settle()
        card = town.cast.anders.hears(CHANNEL, "Visning af log")
        town.cast.mette.command(CHANNEL, "/moede", "flyt")
        dialog = town.cast.mette.gets_dialog("Flyt møde")
        sent = town.cast.mette.submits(dialog, {"when": "17. marts kl. 10-11", "place": "Odense"})
        assert sent.ok
        town.settle()
        assert town.cast.anders.again(card).says("torsdag den 17. marts 2022 kl. 10.00–11.00")
        told = town.cast.anders.hears(CHANNEL, "er flyttet til 17. marts 2022 kl. 10.00")
        assert told.says("Odense")
        meeting = stored(town, 19)
        assert meeting.sequence == 1
        assert chores(town, meeting.id)[JobKind.FREEZE] == datetime(2022, 3, 10, 11, tzinfo=UTC)

    def test_the_time_in_the_dialog_is_read_back_as_it_is(self, town: Town):
        town.cast.mette.command(CHANNEL, "/moede", "flyt")
        dialog = town.cast.mette.gets_dialog("Flyt møde")
        assert "Tid og sted er de samme" in town.cast.mette.submits(dialog).errors["when"]
        assert town.cast.mette.submits(dialog, {"place": "Odense"}).ok
        assert stored(town, 19).starts_at == datetime(2022, 3, 10, 13, tzinfo=UTC)

    def test_a_dialog_that_went_stale_changes_nothing(self, town: Town):
        mette = town.cast.mette
        mette.command(CHANNEL, "/moede", "flyt")
        dialog = mette.gets_dialog("Flyt møde")
        mette.clicks(mette.command(CHANNEL, "/moede").replies[0], "Luk for punkter")
        sent = mette.submits(dialog, {"when": "17. marts kl. 10"})
        assert "En anden har ændret det imens" in next(iter(sent.errors.values()))
        assert stored(town, 19).starts_at == datetime(2022, 3, 10, 13, tzinfo=UTC)

    def test_a_cancelled_meeting_says_why_and_can_be_reinstated(self, town: Town, series: Joint):
        mette = town.cast.mette
        mette.command(CHANNEL, "/dagsorden", "Visning af log")
        mette.command(CHANNEL, "/moede", "aflys")
        dialog = mette.gets_dialog("Aflys møde")
        assert mette.submits(dialog, {"reason": "   "}).errors
        assert mette.submits(dialog, {"reason": "for få kan deltage"}).ok
        town.settle()
        told = town.cast.anders.hears(CHANNEL, "er aflyst: for få kan deltage")
        assert not told.ephemeral
        assert chores(town, series.meeting) == {}
        card = town.cast.anders.hears(CHANNEL, "Visning af log")
        assert card.says("aflyst")
        mette.clicks(mette.hears(CHANNEL, "Fællesmøde nr. 19 er aflyst."), "Fortryd aflysning")
        town.settle()
        assert stored(town, 19).state is MeetingState.COLLECTING
        assert town.cast.anders.again(card).says("åben for punkter")
        assert town.cast.anders.hears(CHANNEL, "holdes alligevel")
        assert JobKind.START_PANEL in chores(town, series.meeting)

    def test_after_its_time_a_cancellation_stands(self, town: Town):
        mette = town.cast.mette
        mette.command(CHANNEL, "/moede", "aflys")
        mette.submits(mette.gets_dialog("Aflys"), {"reason": "ferie"})
        told = mette.hears(CHANNEL, "er aflyst.")
        town.clock.move_to(datetime(2022, 3, 11, 8, tzinfo=UTC))
        assert "tidspunkt er forbi" in mette.clicks(told, "Fortryd aflysning").words
        assert stored(town, 19).state is MeetingState.CANCELLED

    def test_a_running_meeting_cant_be_moved(self, town: Town):
        with town.bot.house.database.work() as session:
            meeting = session.exec(select(Meeting)).one()
            meeting.state = MeetingState.IN_SESSION
        mette = town.cast.mette
        mette.command(CHANNEL, "/moede", "flyt")
        sent = mette.submits(mette.gets_dialog("Flyt"), {"when": "17. marts kl. 10"})
        assert "i gang" in next(iter(sent.errors.values()))

    def test_every_change_is_in_the_audit_trail(self, town: Town):
        told = plans(town, "25. april kl. 14-15.15")
        town.cast.mette.clicks(told, "Åbn for punkter")
        with town.bot.house.database.look() as session:
            trail = session.exec(
                select(AuditEntry)
                .where(col(AuditEntry.meeting_id) == stored(town).id)
                .order_by(AuditEntry.id)
            ).all()
        verbs = [entry.verb for entry in trail if entry.verb.startswith("meetings.")]
        assert verbs == ["meetings.plan", "meetings.open"]
        assert all(entry.user == town.cast.mette.id for entry in trail)


class TestMenu:
    def test_a_mention_shows_the_menu_and_its_buttons_open_the_dialogs(self, town: Town):
        mette = town.cast.mette
        mette.mentions_bot(CHANNEL, "møde")
        menu = mette.hears(CHANNEL, "Fællesmøde nr. 19")
        assert menu.ephemeral
        assert {"Nyt møde", "Folk", "Indstillinger", "Flyt…", "Aflys…"} <= set(menu.buttons)
        mette.clicks(menu, "Flyt…")
        assert mette.gets_dialog("Flyt møde")

    def test_a_mention_that_asks_for_a_dialog_gets_its_button(self, town: Town):
        mette = town.cast.mette
        mette.mentions_bot(CHANNEL, "møde flyt")
        offered = mette.hears(CHANNEL, "Fællesmøde nr. 19, torsdag")
        assert offered.buttons == ("Flyt…",)

    def test_participants_see_no_organisers_buttons(self, town: Town):
        menu = town.cast.nina.command(CHANNEL, "/moede").replies[0]
        theirs = {"Deltager", "Afbud…", "Folk", "English"}
        assert set(menu.buttons) == theirs | {"Spørg fortroligt…", "Spørgsmål og svar"}

    def test_other_channels_offer_a_new_series(self, town: Town):
        answer = town.cast.mette.command("generelt", "/moede")
        assert answer.replies[0].buttons == ("Ny mødeserie",)
        assert "Fællesmøde" not in answer.words

    def test_help_lists_what_can_be_said(self, town: Town):
        words = town.cast.mette.command(CHANNEL, "/moede", "hjælp").words
        for verb in ("nyt", "folk", "indstillinger", "flyt", "aflys", "afbud", "sprog"):
            assert f"/moede {verb}" in words
