"""Organisations and people: added, changed, removed, and everybody's own language."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from sqlalchemy import event
from sqlmodel import Session, col, select

from bot.cycle import people
from bot.demo import happenings
from bot.demo.acting import Persona, Screen
from bot.errors import Refusal
from storage.tables import MeetingParty, Organisation, Participant
from storage.vocabulary import OrganisationKind, Role
from tests.support.agendas import asks
from tests.support.joint import Joint
from tests.support.town import Town

pytestmark = pytest.mark.usefixtures("series")

CHANNEL = "eoj-faellesmoede"


def participant(town: Town, who: Persona) -> Participant:
    with town.bot.house.database.look() as session:
        return session.exec(select(Participant).where(col(Participant.user) == who.id)).one()


def people_dialog(town: Town, text: str = "") -> Screen:
    town.cast.mette.command(CHANNEL, "/moede", f"folk {text}".strip())
    return town.cast.mette.gets_dialog("Folk")


def person_dialog(town: Town, organisation: str, name: str) -> Screen:
    mette = town.cast.mette
    mette.clicks(people_dialog(town), "Ret", beside=organisation)
    mette.clicks(mette.gets_dialog("Ret organisation"), "Ret", beside=name)
    return mette.gets_dialog("Ret deltager")


class TestOrganisations:
    def test_one_is_added_with_its_people(self, town: Town, series: Joint):
        mette, peter = town.cast.mette, town.cast.peter
        mette.clicks(people_dialog(town), "Tilføj organisation")
        sent = mette.submits(
            mette.gets_dialog("Tilføj organisation"),
            {
                "name": "Hedensted Kommune",
                "short_name": "Hedensted",
                "kind": "kommune",
                "email_domain": "@hedensted.example",
                "contacts": [peter.id],
            },
        )
        assert sent.ok, sent
        assert mette.dialog is None  # the list beneath would show the old
        assert mette.hears(CHANNEL, "Tilføjet: Peter Friis")
        town.settle()
        assert peter.hears(peter.dm, "Du er nu med i Fællesmøde EOJ-leverandører")
        seat = participant(town, peter)
        assert (seat.is_contact, seat.role, seat.team) == (
            True, Role.PARTICIPANT, peter.user.team.id,
        )  # fmt: skip
        with town.bot.house.database.look() as session:
            held = session.exec(
                select(Organisation).where(col(Organisation.short_name) == "Hedensted")
            ).one()
            assert (held.kind, held.email_domain) == (
                OrganisationKind.MUNICIPALITY,
                "hedensted.example",
            )
            # It is invited to the meeting that lies ahead.
            parties = session.exec(
                select(MeetingParty).where(col(MeetingParty.organisation_id) == held.id)
            ).all()
        assert [party.meeting_id for party in parties] == [series.meeting]
        assert peter.command(CHANNEL, "/dagsorden", "Skærmning af borgeren").ok

    def test_somebody_of_another_workspace_keeps_their_own_team(self, town: Town):
        """A user id means somebody only together with the user's own workspace."""
        assert participant(town, town.cast.lars).team == town.cast.lars.user.team.id
        assert participant(town, town.cast.lars).team != town.cast.mette.user.team.id

    def test_who_takes_part_already_keeps_their_place(self, town: Town, series: Joint):
        mette = town.cast.mette
        mette.clicks(people_dialog(town), "Ret", beside="KMD")
        sent = mette.submits(
            mette.gets_dialog("Ret organisation"), {"contacts": [town.cast.nina.id]}
        )
        assert sent.ok
        assert mette.hears(CHANNEL, "Deltog allerede og er uændret: Nina Frost")
        assert participant(town, town.cast.nina).organisation_id == series.organisations["Dedalus"]

    @pytest.mark.parametrize(
        ("fields", "where", "complaint"),
        [
            ({"name": "   "}, "name", "mangler et navn"),
            ({"name": "SDS"}, "name", "bruges allerede af SDS"),
            ({"email_domain": "ikke et domæne"}, "email_domain", "er ikke et domæne"),
        ],
    )
    def test_what_cant_be_used_is_said_beneath_the_field(
        self, town: Town, fields, where, complaint
    ):
        mette = town.cast.mette
        mette.clicks(people_dialog(town), "Ret", beside="KMD")
        sent = mette.submits(mette.gets_dialog("Ret organisation"), fields)
        assert complaint in sent.errors[where]

    def test_the_list_can_be_searched(self, town: Town):
        dialog = people_dialog(town, "nexus")
        assert dialog.says("KMD")
        assert not dialog.says("Systematic")

    def test_participants_read_the_list_only(self, town: Town):
        town.cast.nina.command(CHANNEL, "/moede", "folk")
        dialog = town.cast.nina.gets_dialog("Folk")
        assert dialog.says("Mette Holm (mødeleder, kontakt)")
        assert dialog.labels == ("Meld mig ud", "Mandater…")  # of their own organisation

    def test_a_mention_lists_people_too(self, town: Town):
        town.cast.lars.mentions_bot(CHANNEL, "møde folk")
        assert town.cast.lars.hears(CHANNEL, "Nina Frost").ephemeral


class TestRoles:
    def test_a_role_an_organisation_and_a_voice_are_changed(self, town: Town, series: Joint):
        dialog = person_dialog(town, "MedCom", "Jens Dam")
        sent = town.cast.mette.submits(
            dialog, {"organisation": "SDS", "role": "mødeleder", "contact": ["contact"]}
        )
        assert sent.ok, sent
        jens = participant(town, town.cast.jens)
        assert (jens.role, jens.is_contact) == (Role.ORGANIZER, True)
        assert jens.organisation_id == series.organisations["SDS"]

    def test_the_last_organiser_can_neither_step_down_nor_leave(self, town: Town):
        mette = town.cast.mette
        for role in ("deltager", "deltager ikke længere"):
            dialog = person_dialog(town, "MedCom", "Mette Holm")
            sent = mette.submits(dialog, {"role": role})
            assert "mindst én mødeleder" in sent.errors["role"]
            mette.closes(mette.gets_dialog("Ret deltager"))
            mette.closes(mette.gets_dialog("Ret organisation"))
            mette.closes(mette.gets_dialog("Folk"))
        assert participant(town, mette).role is Role.ORGANIZER

    def test_two_organisers_who_remove_each_other_at_once_leave_one(self, town: Town):
        house, cast = town.bot.house, town.cast
        mette, jens = participant(town, cast.mette), participant(town, cast.jens)
        people.change_person(
            house, jens.id, organisation_id=jens.organisation_id, role=Role.ORGANIZER,
            is_contact=True, seen=jens.version, by=asks(town, cast.mette),
        )  # fmt: skip
        together, decided = Barrier(2), Barrier(2)

        def wait_for_the_other(session: Session, *_: object) -> None:
            """Both have looked who organises, if nothing keeps the second from looking."""
            if any(isinstance(each, Participant) for each in session.dirty):
                with suppress(BrokenBarrierError):
                    decided.wait(timeout=0.3)

        def removes(who: Persona, other: Participant) -> str:
            by = asks(town, who)
            together.wait(timeout=20)
            try:
                people.remove_person(house, other.id, seen=other.version, by=by)
            except Refusal as refused:
                return refused.message.id
            return "removed"

        event.listen(Session, "before_flush", wait_for_the_other)
        with ThreadPoolExecutor(2) as pool:
            jens = participant(town, cast.jens)
            both = [pool.submit(removes, cast.mette, jens), pool.submit(removes, cast.jens, mette)]
            ended = [each.result(timeout=20) for each in both]
        event.remove(Session, "before_flush", wait_for_the_other)
        assert ended.count("removed") == 1, ended
        seats = [participant(town, who) for who in (cast.mette, cast.jens)]
        assert sum(each.active and each.role is Role.ORGANIZER for each in seats) == 1

    def test_somebody_who_leaves_is_unknown_until_they_come_back(self, town: Town):
        mette, nina = town.cast.mette, town.cast.nina
        sent = mette.submits(
            person_dialog(town, "Dedalus", "Nina Frost"), {"role": "deltager ikke længere"}
        )
        assert sent.ok, sent
        assert "Hvem arbejder du for?" in nina.command(CHANNEL, "/dagsorden", "Et punkt").words
        mette.clicks(people_dialog(town), "Ret", beside="Dedalus")
        mette.submits(mette.gets_dialog("Ret organisation"), {"participants": [nina.id]})
        assert nina.command(CHANNEL, "/dagsorden", "Et punkt").words.startswith("Sat på")
        with town.bot.house.database.look() as session:
            rows = session.exec(select(Participant).where(col(Participant.user) == nina.id)).all()
        assert len(rows) == 1  # what she said before stays hers

    def test_a_dialog_that_went_stale_changes_nothing(self, town: Town):
        dialog = person_dialog(town, "MedCom", "Jens Dam")
        with town.bot.house.database.work() as session:
            row = session.exec(
                select(Participant).where(col(Participant.user) == town.cast.jens.id)
            ).one()
            row.role = Role.OBSERVER
        sent = town.cast.mette.submits(dialog, {"role": "mødeleder"})
        assert "En anden har ændret det" in next(iter(sent.errors.values()))
        assert participant(town, town.cast.jens).role is Role.OBSERVER

    def test_an_observer_reads_and_changes_nothing(self, town: Town):
        sent = town.cast.mette.submits(
            person_dialog(town, "Dedalus", "Nina Frost"), {"role": "observatør"}
        )
        assert sent.ok
        assert not participant(town, town.cast.nina).is_contact  # no voice without a say
        answer = town.cast.nina.command(CHANNEL, "/dagsorden", "Et punkt")
        assert "Du kan læse med her" in answer.words
        menu = town.cast.nina.command(CHANNEL, "/moede").replies[0]
        assert "Afbud…" not in menu.buttons


class TestLeaving:
    def test_somebody_takes_themselves_out_by_a_mention(self, town: Town):
        lars, mette = town.cast.lars, town.cast.mette
        lars.mentions_bot(CHANNEL, "møde folk")
        lars.clicks(lars.hears(CHANNEL, "Nina Frost"), "Meld mig ud")
        assert lars.hears(CHANNEL, "Du er meldt ud af")
        assert not participant(town, lars).active
        town.settle()
        assert mette.hears(mette.dm, "Lars Bæk (KMD) har meldt sig ud")

    def test_the_last_organiser_stays(self, town: Town):
        mette = town.cast.mette
        mette.mentions_bot(CHANNEL, "møde folk")
        mette.clicks(mette.hears(CHANNEL, "Nina Frost"), "Meld mig ud")
        assert mette.hears(CHANNEL, "mindst én mødeleder")
        assert participant(town, mette).active

    def test_the_last_organiser_who_leaves_the_channel_organises_still(self, town: Town):
        mette = town.cast.mette
        gone = happenings.leave(town.cast.workspace, town.cast.meeting, mette.user)
        assert gone is not None
        assert gone.wait(5)
        town.settle()
        held = participant(town, mette)
        assert (held.active, held.role) == (True, Role.ORGANIZER)

    def test_organisers_hear_who_went_out_of_the_channel(self, town: Town):
        mette, nina = town.cast.mette, town.cast.nina
        gone = happenings.leave(town.cast.workspace, town.cast.meeting, nina.user)
        assert gone is not None
        assert gone.wait(5)
        town.settle()
        assert mette.hears(mette.dm, "Nina Frost (Dedalus) har forladt kanalen")
        assert participant(town, nina).active


class TestLanguage:
    def test_everybody_chooses_their_own(self, town: Town):
        lars = town.cast.lars
        lars.mentions_bot(CHANNEL, "møde sprog english")
        assert lars.hears(CHANNEL, "I write English to you.")
        lars.mentions_bot(CHANNEL, "møde")
        menu = lars.hears(CHANNEL, "Apologies")
        assert menu.says("State: open for items")
        lars.clicks(menu, "Dansk")
        assert lars.hears(CHANNEL, "Jeg skriver dansk til dig.")

    def test_the_channel_keeps_its_language(self, town: Town):
        town.cast.mette.command(CHANNEL, "/moede", "sprog english")
        town.cast.mette.command(CHANNEL, "/dagsorden", "Visning af log")
        town.settle()
        assert town.cast.anders.hears(CHANNEL, "Visning af log").says("til drøftelse")


class TestMentions:
    """An organiser takes people in by naming them."""

    def adds(self, town: Town, text: str) -> str:
        words: str = town.cast.mette.command(CHANNEL, "/moede", f"folk {text}").words
        town.settle()
        return words

    def test_with_their_organisation(self, town: Town, series: Joint):
        peter = town.cast.peter
        assert "Tilføjet: Peter Friis (KL)" in self.adds(town, f"<@{peter.id}> kl")
        assert participant(town, peter).organisation_id == series.organisations["KL"]
        assert peter.hears(peter.dm, "Du er nu med i")

    def test_the_mail_domain_says_whom_they_work_for(self, town: Town, series: Joint):
        """Nobody has to be named an organisation for whose address says it."""
        town.cast.peter.user.email = "peter@foedevarer.sds.example"
        assert "Peter Friis (SDS)" in self.adds(town, f"<@{town.cast.peter.id}>")
        assert participant(town, town.cast.peter).organisation_id == series.organisations["SDS"]

    def test_whom_the_address_says_nothing_of_is_asked_about(self, town: Town):
        told = self.adds(town, f"<@{town.cast.peter.id}>")
        assert "Hvilken organisation arbejder Peter Friis for?" in told
        told = self.adds(town, f"<@{town.cast.peter.id}> Hedensted")
        assert "»Hedensted« deltager ikke i møderne." in told

    def test_who_takes_part_already_keeps_their_place(self, town: Town, series: Joint):
        assert "Lars Bæk" in self.adds(town, f"<@{town.cast.lars.id}> SDS")
        assert participant(town, town.cast.lars).organisation_id == series.organisations["KMD"]

    def test_only_organisers_do(self, town: Town):
        told = town.cast.nina.command(CHANNEL, "/moede", f"folk <@{town.cast.peter.id}> KL").words
        assert "Det kan kun mødelederen gøre" in told
