"""What is said at the meeting is written under its items, by command, mention and dialog."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlmodel import col, select

from bot.cycle import entries
from bot.ports import Asker
from bot.rules.minutes import LONGEST_TEXT, EntryDraft
from storage.tables import (
    ActionItem,
    MinuteEntry,
)
from storage.vocabulary import (
    ActionKind,
    ActionState,
    EntryKind,
    ItemId,
    Language,
    Person,
    Tenant,
)
from tests.support.joint import Joint
from tests.support.session import (
    CHANNEL,
    TITLES,
    goes_to,
    item,
    panel,
    starts,
    writes,
)
from tests.support.town import Town

RULE, LOG = TITLES


def all_entries(town: Town) -> list[MinuteEntry]:
    with town.bot.house.database.look() as session:
        return list(session.exec(select(MinuteEntry).order_by(col(MinuteEntry.id))).all())


def all_actions(town: Town) -> list[ActionItem]:
    with town.bot.house.database.look() as session:
        return list(session.exec(select(ActionItem).order_by(col(ActionItem.sequence))).all())


def test_a_note_by_command_stands_under_the_item_that_is_spoken_of(town: Town, series: Joint):
    starts(town, series)
    goes_to(town, RULE)
    answer = writes(town, "notat Den igangværende implementeringsplan fortsætter")
    assert f"Skrevet i referatet under punkt 3: {RULE}" in answer.words
    assert panel(town).says("*Notat*: Den igangværende implementeringsplan fortsætter")


def test_an_action_by_mention_has_owner_and_deadline(town: Town, series: Joint):
    starts(town, series)
    town.cast.mette.mentions_bot(
        CHANNEL, "opgave til SDS: vende tilbage med løsningsmuligheder senest 1. april"
    )
    town.settle()
    [action] = all_actions(town)
    assert action.owner_id == series.organisations["SDS"]
    assert action.text == "vende tilbage med løsningsmuligheder"
    assert action.due_day is not None
    assert action.due_day.isoformat() == "2022-04-01"
    assert panel(town).says("*Opgave A-19-01* · SDS · frist 1. april 2022")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("beslutning: Møderne fortsætter", EntryKind.DECISION),
        ("decision: Møderne fortsætter", EntryKind.DECISION),
        ("notat: Møderne fortsætter", EntryKind.NOTE),
        ("spørgsmål til KL: Møderne fortsætter", EntryKind.QUESTION),
        ("question to KL: Møderne fortsætter", EntryKind.QUESTION),
    ],
)
def test_mentions_write_in_both_languages(town: Town, series: Joint, said: str, kind: EntryKind):
    starts(town, series)
    town.cast.mette.mentions_bot(CHANNEL, said)
    town.settle()
    [entry] = all_entries(town)
    assert (entry.kind, entry.text) == (kind, "Møderne fortsætter")


def test_an_owner_without_people_in_slack_can_be_asked(town: Town, series: Joint):
    starts(town, series)
    writes(town, "spørgsmål til KL: Hvem ser medarbejderens fulde navn?")
    [action] = all_actions(town)
    assert action.kind is ActionKind.QUESTION
    assert action.owner_id == series.organisations["KL"]


def test_an_unknown_owner_is_refused_with_those_there_are(town: Town, series: Joint):
    starts(town, series)
    answer = writes(town, "opgave til Hjørring: undersøger det")
    assert "Jeg kender ikke »Hjørring« i denne mødeserie" in answer.words
    assert "KMD" in answer.words
    assert "undersøger det" in answer.words, "what was typed isn't lost"
    assert not all_actions(town)


def test_an_action_without_an_owner_is_asked_for_one(town: Town, series: Joint):
    starts(town, series)
    answer = writes(town, "opgave undersøger det")
    assert "Hvem har opgaven?" in answer.words


def test_the_panels_dialog_writes_a_question_with_who_asked(town: Town, series: Joint):
    starts(town, series)
    mette = town.cast.mette
    mette.clicks(goes_to(town, LOG), "Spørgsmål")
    dialog = mette.gets_dialog("Nyt spørgsmål")
    sent = mette.submits(
        dialog,
        {
            "Tekst": "Vises logoplysninger for andre sektorer?",
            "Ansvarlig organisation": "SDS",
            "Spurgt af": "Hedensted Kommune",
            "Frist": "uge 14",
        },
    )
    assert sent.ok, sent.errors
    shown = panel(town)
    assert shown.says("Spørgsmål A-19-01")
    assert shown.says("spurgt af Hedensted Kommune")
    assert item(town, LOG).id == all_entries(town)[0].item_id


@pytest.mark.parametrize(
    ("due", "complaint"),
    [("når det passer", "når det passer"), ("1. februar 2022", "gået"), ("løbende", "løbende")],
)
def test_a_date_that_cant_be_read_is_said_beneath_its_field(
    town: Town, series: Joint, due: str, complaint: str
):
    shown = starts(town, series)
    mette = town.cast.mette
    mette.clicks(shown, "Opgave")
    dialog = mette.gets_dialog("Ny opgave")
    fields = {"Tekst": "Se på det", "Ansvarlig organisation": "SDS", "Frist": due}
    sent = mette.submits(dialog, fields)
    assert complaint in sent.errors["due"]
    assert mette.submits(dialog, {"Frist": "næste møde"}).ok
    assert all_actions(town)[0].due is None


def test_a_long_and_odd_text_is_kept_whole(town: Town, series: Joint):
    shown = starts(town, series)
    mette = town.cast.mette
    odd = "<!channel> *æøå* & <b>" + "x" * (LONGEST_TEXT - 30)
    mette.clicks(shown, "Notat")
    assert mette.submits(mette.gets_dialog("Nyt notat"), {"Tekst": odd}).ok
    assert all_entries(town)[0].text == odd
    assert "<!channel>" not in str(panel(town).blocks)


def test_a_message_is_taken_into_the_minutes_with_its_link(town: Town, series: Joint):
    starts(town, series)
    mette = town.cast.mette
    message = town.cast.karen.says(CHANNEL, "SDS vender tilbage om forretningsreglen")
    mette.message_shortcut(message, "shortcut.minutes_from_message")
    dialog = mette.gets_dialog("Tilføj til referat")
    assert mette.submits(dialog, {"Slags": "beslutning"}).ok
    [entry] = all_entries(town)
    assert entry.text == "SDS vender tilbage om forretningsreglen"
    assert entry.kind is EntryKind.DECISION
    assert message.ts.replace(".", "") in entry.source


def test_an_entry_is_changed_and_its_action_with_it(town: Town, series: Joint):
    starts(town, series)
    mette = town.cast.mette
    private = writes(town, "opgave til SDS: se på reglen senest 1. april").replies[-1]
    mette.clicks(private, "Ret…")
    dialog = mette.gets_dialog("Ret referatet")
    assert mette.submits(dialog, {"Tekst": "se på reglen igen", "Ansvarlig organisation": "KL"}).ok
    [action] = all_actions(town)
    assert action.text == "se på reglen igen"
    assert action.owner_id == series.organisations["KL"]
    assert str(action.due_day) == "2022-04-01", "what wasn't touched stays"


def test_a_stale_dialog_is_told_that_somebody_was_faster(town: Town, series: Joint):
    starts(town, series)
    mette = town.cast.mette
    private = writes(town, "notat Første udgave").replies[-1]
    mette.clicks(private, "Ret…")
    dialog = mette.gets_dialog("Ret referatet")
    with town.bot.house.database.work() as session:
        session.exec(select(MinuteEntry)).one().text = "Anden udgave"
    sent = mette.submits(dialog, {"Tekst": "Min udgave"})
    assert "ændret af en anden imens" in " ".join(sent.errors.values())
    assert all_entries(town)[0].text == "Anden udgave"


def test_a_removed_entry_takes_its_action_along_and_both_come_back(town: Town, series: Joint):
    starts(town, series)
    mette = town.cast.mette
    writes(town, "opgave til SDS: se på reglen")
    shown = panel(town)
    removed = mette.chooses(shown, "Fjern", beside="se på reglen").replies[-1]
    assert not panel(town).says("se på reglen")
    assert all_actions(town)[0].state is ActionState.DROPPED
    mette.clicks(removed, "Fortryd")
    assert panel(town).says("Opgave A-19-01")
    assert all_actions(town)[0].state is ActionState.OPEN


def test_action_numbers_have_no_gaps_when_two_write_at_once(town: Town, series: Joint):
    starts(town, series)
    house, mette = town.bot.house, town.cast.mette
    under = ItemId(item(town, RULE).id)
    together = Barrier(4)

    def write(number: int) -> None:
        together.wait()
        by = Asker(
            Person(mette.user.team.id, mette.id),
            Tenant(town.cast.workspace.home.id),
            f"write:{number}",
        )
        draft = EntryDraft(EntryKind.ACTION, f"nr. {number}", series.organisations["SDS"])
        entries.add(house, under, draft, language=Language.DANISH, by=by)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    assert [each.sequence for each in all_actions(town)] == [1, 2, 3, 4]


def test_writing_before_the_meeting_keeps_the_text_for_later(town: Town, series: Joint):
    answer = writes(town, "notat Vi begynder snart")
    assert "Mødet er ikke begyndt" in answer.words
    assert "Vi begynder snart" in answer.words


def test_words_that_arent_known_are_answered_with_what_works(town: Town, series: Joint):
    starts(town, series)
    answer = writes(town, "Vi fortsætter som hidtil")
    assert "Jeg skrev ikke »Vi fortsætter som hidtil« i referatet" in answer.words
    assert not all_entries(town)


def test_help_names_what_the_command_can(town: Town, series: Joint):
    answer = town.cast.mette.command(CHANNEL, "/referat", "hjælp")
    for said in ("notat", "beslutning", "opgave til SDS", "start", "udkast", "godkend"):
        assert said in answer.words
