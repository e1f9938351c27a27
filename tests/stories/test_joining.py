"""Somebody unknown acts in a series' channel; nothing that they typed is lost."""

import pytest
from sqlmodel import col, select

from bot.cycle import joining
from bot.demo.acting import Seen
from bot.errors import NotAllowed
from bot.ports import Asker
from storage.tables import AgendaItem, JoinRequest, Meeting, Organisation, Participant
from storage.vocabulary import JoinState, MeetingState, Person, Role, Tenant
from tests.support.joint import Joint
from tests.support.town import Town

pytestmark = pytest.mark.usefixtures("series")

CHANNEL = "eoj-faellesmoede"
SENTENCE = "Skærmning af borgeren i Fælles Stamkort"


def request_of(town: Town) -> JoinRequest:
    with town.bot.house.database.look() as session:
        return session.exec(select(JoinRequest)).one()


def is_asked(town: Town, text: str = SENTENCE) -> Seen:
    answer = town.cast.peter.command(CHANNEL, "/dagsorden", text)
    assert "Hvem arbejder du for?" in answer.words
    return answer.replies[0]


def answers(town: Town, question: Seen, organisation: str = "SDS") -> Seen:
    """Peter answers; Mette's card."""
    town.cast.peter.chooses(question, "Vælg organisation", organisation)
    town.settle()
    return town.cast.mette.hears(town.cast.mette.dm, "vil gerne deltage")


def test_an_approved_stranger_finds_their_item_on_the_agenda(town: Town):
    peter, mette = town.cast.peter, town.cast.mette
    question = is_asked(town)
    assert question.ephemeral
    assert question.says(SENTENCE)
    card = answers(town, question)
    assert card.says("fra SDS vil gerne deltage")
    assert card.says(SENTENCE)
    mette.clicks(card, "Godkend")
    town.settle()
    assert peter.hears(peter.dm, f"»{SENTENCE}« er sat på dagsordenen for Fællesmøde nr. 19")
    assert peter.hears(CHANNEL, SENTENCE)
    card = mette.again(card)
    assert card.says("deltager nu i")
    assert card.buttons == ()
    with town.bot.house.database.look() as session:
        item = session.exec(select(AgendaItem).where(col(AgendaItem.title) == SENTENCE)).one()
        person = session.exec(select(Participant).where(col(Participant.user) == peter.id)).one()
    assert item.proposed_by == person.id
    assert peter.command(CHANNEL, "/dagsorden", "Et punkt til").words.startswith("Sat på")


def test_the_mail_domain_suggests_an_organisation(town: Town, series: Joint):
    with town.bot.house.database.work() as session:
        kl = session.exec(select(Organisation).where(col(Organisation.short_name) == "KL")).one()
        kl.email_domain = "hedensted.example"
    question = is_asked(town)
    assert question.buttons[0] == "Jeg arbejder for KL"
    answer = town.cast.peter.clicks(question, "Jeg arbejder for KL")
    assert "Du har svaret KL" in answer.words
    assert request_of(town).organisation_id == series.organisations["KL"]


def test_a_mention_asks_too(town: Town):
    peter = town.cast.peter
    peter.mentions_bot(CHANNEL, f"punkt: {SENTENCE}")
    assert peter.hears(CHANNEL, "Hvem arbejder du for?").says(SENTENCE)


def test_the_cards_button_asks_too(town: Town):
    town.cast.mette.command(CHANNEL, "/dagsorden", "Visning af log")
    town.settle()
    peter = town.cast.peter
    answer = peter.clicks(peter.hears(CHANNEL, "Visning af log"), "Tilføj punkt")
    assert "Hvem arbejder du for?" in answer.words


def test_what_stood_in_a_dialog_is_kept_when_somebody_is_no_longer_known(town: Town, series: Joint):
    nina = town.cast.nina
    nina.command(CHANNEL, "/dagsorden", "Visning af log")
    town.settle()
    nina.clicks(nina.hears(CHANNEL, "*3.* Visning af log"), "Tilføj punkt")
    dialog = nina.gets_dialog("Nyt punkt")
    with town.bot.house.database.work() as session:
        row = session.exec(select(Participant).where(col(Participant.user) == nina.id)).one()
        row.active = False
    sent = nina.submits(dialog, {"title": SENTENCE, "background": "Spørgsmål fra en kommune"})
    assert sent.ok
    assert nina.hears(CHANNEL, "Hvem arbejder du for?").says(SENTENCE)
    kept = request_of(town)
    assert (kept.pending_title, kept.pending_background) == (SENTENCE, "Spørgsmål fra en kommune")


def test_an_organisation_that_we_dont_know_is_named_by_the_organiser(town: Town):
    peter, mette = town.cast.peter, town.cast.mette
    peter.clicks(is_asked(town), "Anden…")
    peter.submits(peter.gets_dialog("Hvem arbejder du for?"), {"organisation": "Hedensted Kommune"})
    assert peter.hears(CHANNEL, "Du har svaret Hedensted Kommune")
    town.settle()
    card = mette.hears(mette.dm, "fra Hedensted Kommune vil gerne deltage")
    mette.clicks(card, "Godkend…")
    dialog = mette.gets_dialog("Godkend deltager")
    sent = mette.submits(dialog, {"short_name": "Hedensted", "kind": "kommune"})
    assert sent.ok, sent
    town.settle()
    assert peter.hears(peter.dm, "Du er nu deltager i")
    assert mette.again(card).says("fra Hedensted deltager nu")


def test_a_declined_stranger_gets_their_words_back(town: Town):
    peter, mette = town.cast.peter, town.cast.mette
    card = answers(town, is_asked(town))
    mette.clicks(card, "Afvis")
    town.settle()
    assert peter.hears(peter.dm, "har sagt nej").says(SENTENCE)
    assert "har sagt nej" in peter.command(CHANNEL, "/dagsorden", "Igen").words
    assert request_of(town).state is JoinState.DECLINED
    mette.clicks(card, "Godkend")  # and the no can be taken back
    town.settle()
    assert peter.hears(CHANNEL, SENTENCE)


def test_who_waits_isnt_asked_again_and_the_newest_item_is_kept(town: Town):
    peter = town.cast.peter
    card = answers(town, is_asked(town))
    answer = peter.command(CHANNEL, "/dagsorden", "En bedre titel")
    assert "mødelederen i Fællesmøde EOJ-leverandører SDS &amp; MedCom er spurgt" in answer.words
    assert not answer.replies[0].buttons
    town.settle()
    assert town.cast.mette.again(card).says("En bedre titel")


def test_until_they_answer_they_are_asked_again(town: Town):
    """Slack forgets a message that only one person sees."""
    is_asked(town, "Første")
    assert is_asked(town, "Anden titel").says("Anden titel")
    assert request_of(town).pending_title == "Anden titel"


def test_an_item_that_is_too_long_is_refused_before_it_is_kept(town: Town):
    answer = town.cast.peter.command(CHANNEL, "/dagsorden", "x" * 4000)
    assert "Titlen er på 4000 tegn" in answer.words
    assert "xxxx" in answer.words


def test_two_organisers_the_first_decides(town: Town):
    with town.bot.house.database.work() as session:
        jens = session.exec(
            select(Participant).where(col(Participant.user) == town.cast.jens.id)
        ).one()
        jens.role = Role.ORGANIZER
    card = answers(town, is_asked(town))
    second = town.cast.jens.hears(town.cast.jens.dm, "vil gerne deltage")
    town.cast.mette.clicks(card, "Godkend")
    answer = town.cast.jens.clicks(second, "Afvis")
    assert "Anmodningen er allerede afgjort: godkendt" in answer.words
    town.settle()
    assert town.cast.jens.again(second).says("deltager nu i")


def test_an_approval_without_a_coming_meeting_gives_the_words_back(town: Town):
    card = answers(town, is_asked(town))
    with town.bot.house.database.work() as session:
        session.exec(select(Meeting)).one().state = MeetingState.DRAFTING
    town.cast.mette.clicks(card, "Godkend")
    town.settle()
    assert town.cast.peter.hears(town.cast.peter.dm, "ikke noget møde").says(SENTENCE)


@pytest.mark.parametrize("who", ["anders", "peter"])
def test_only_organisers_answer_requests(town: Town, who):
    answers(town, is_asked(town))
    persona = getattr(town.cast, who)
    by = Asker(
        Person(persona.user.team.id, persona.id), Tenant(town.cast.workspace.home.id), "test"
    )
    with pytest.raises(NotAllowed):
        joining.approve(town.bot.house, request_of(town).id, by=by)


def test_strangers_elsewhere_arent_asked(town: Town):
    answer = town.cast.mette.command("generelt", "/dagsorden", "Et punkt")
    assert "Hvem arbejder du for?" not in answer.words
    peter = town.cast.peter
    assert "Hvem arbejder du for?" not in peter.command(peter.dm, "/dagsorden", "Et punkt").words
    with town.bot.house.database.look() as session:
        assert session.exec(select(JoinRequest)).first() is None
