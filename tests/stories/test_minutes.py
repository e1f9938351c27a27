"""The meeting runs, is written down, goes out as a draft and is approved."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Barrier

import docx
import pytest
from sqlmodel import col, select

from bot.cycle import entries
from bot.demo.screens import Seen
from bot.ports import Asker
from bot.rules.minutes import LONGEST_TEXT, EntryDraft
from storage.tables import (
    ActionItem,
    AuditEntry,
    Document,
    Job,
    Meeting,
    MinuteEntry,
)
from storage.vocabulary import (
    ActionKind,
    ActionState,
    DocumentKind,
    EntryKind,
    ItemId,
    ItemState,
    JobKind,
    JobState,
    Language,
    MeetingState,
    Person,
    Tenant,
)
from tests.support.joint import STARTS, Joint
from tests.support.session import (
    CHANNEL,
    TITLES,
    agenda_is_sent,
    card,
    ends,
    item,
    panel,
    publishes,
    starts,
    state,
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


def goes_to(town: Town, title: str) -> Seen:
    """The organiser turns to an item by the panel's menu."""
    shown = panel(town)
    option = next(line for line in shown.words.splitlines() if line.endswith(title))
    town.cast.mette.chooses(shown, "Gå til punkt", option)
    return panel(town)


# ── Start ────────────────────────────────────────────────────────────────────


def test_at_the_meetings_hour_the_panel_is_offered_and_starts_it(town: Town, series: Joint):
    mette = town.cast.mette
    with town.bot.house.database.work() as session:
        meeting = session.get_one(Meeting, series.meeting)
        meeting.state = MeetingState.AGENDA_SENT
        session.add(
            Job(
                kind=JobKind.START_PANEL,
                key=f"start_panel:{meeting.id}",
                tenant=Tenant(town.cast.workspace.home.id),
                payload={"meeting": meeting.id},
                due_at=STARTS,
                made_at=town.clock.now(),
            )
        )
    town.clock.move_to(STARTS)
    shown = panel(town)
    assert shown.says("Start mødet, når I er klar")
    mette.clicks(shown, "Start mødet")
    assert state(town, series) is MeetingState.IN_SESSION
    assert panel(town).says("Punkt 1 af 4")


def test_a_start_too_early_says_what_to_do_first(town: Town, series: Joint):
    answer = town.cast.mette.command(CHANNEL, "/referat", "start")
    assert "Dagsordenen er ikke sendt ud endnu" in answer.words
    assert state(town, series) is MeetingState.COLLECTING


def test_a_second_start_is_refused_and_the_first_can_be_taken_back(town: Town, series: Joint):
    shown = starts(town, series)
    again = town.cast.mette.command(CHANNEL, "/referat", "start")
    assert "Mødet kan ikke startes, for det er i gang." in again.words
    town.cast.mette.clicks(shown, "Behandlet")
    assert item(town, "Gensidig orientering").state is ItemState.TREATED
    town.cast.mette.clicks(panel(town), "Fortryd start")
    assert state(town, series) is MeetingState.AGENDA_SENT
    first = "Gensidig orientering"
    assert item(town, first).state is ItemState.ACCEPTED, "nothing is treated before the meeting"
    assert panel(town).says("Start mødet, når I er klar")


@pytest.mark.parametrize("word", ["start", "notat Vi er klar", "udkast", "godkend"])
def test_only_organisers_lead_the_meeting(town: Town, series: Joint, word: str):
    agenda_is_sent(town, series)
    answer = town.cast.anders.command(CHANNEL, "/referat", word)
    assert "Det kan kun mødelederen gøre" in answer.words
    assert word in answer.words, "what was typed isn't lost"


def test_somebody_unknown_gets_no_panel_and_no_minutes(town: Town, series: Joint):
    starts(town, series)
    answer = town.cast.peter.command(CHANNEL, "/referat")
    assert RULE not in answer.words


# ── From item to item ────────────────────────────────────────────────────────


def test_the_panel_leads_from_item_to_item(town: Town, series: Joint):
    starts(town, series)
    shown = goes_to(town, RULE)
    assert shown.says(f"*3.* {RULE}")
    town.cast.mette.clicks(shown, "Næste punkt")
    assert panel(town).says(f"*4.* {LOG}")
    town.cast.mette.clicks(panel(town), "Forrige punkt")
    assert panel(town).says(f"*3.* {RULE}")


def test_a_double_click_goes_one_item_on(town: Town, series: Joint):
    """The button says where it leads, so a second click of another trigger leads there too."""
    shown = starts(town, series)
    mette = town.cast.mette
    mette.clicks(shown, "Næste punkt")
    mette.clicks(shown, "Næste punkt")
    assert panel(town).says("Punkt 2 af 6")


def test_treated_and_deferred_can_be_taken_back(town: Town, series: Joint):
    starts(town, series)
    mette = town.cast.mette
    mette.clicks(goes_to(town, RULE), "Behandlet")
    assert item(town, RULE).state is ItemState.TREATED
    mette.clicks(panel(town), "Tag op igen")
    assert item(town, RULE).state is ItemState.ACCEPTED
    mette.clicks(panel(town), "Udsæt…")
    dialog = mette.gets_dialog("Udsæt punkt")
    assert not mette.submits(dialog, {"Hvorfor?": "andet"}).ok
    away = {"Hvorfor?": "en part deltager ikke", "Hvem drejer det sig om?": "SDS"}
    assert mette.submits(dialog, away).ok
    shown = panel(town)
    assert item(town, RULE).state is ItemState.DEFERRED
    assert shown.says("da SDS ikke deltager")
    mette.clicks(shown, "Tag op igen")
    assert item(town, RULE).reason == ""


# ── Entries ──────────────────────────────────────────────────────────────────


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


# ── End ──────────────────────────────────────────────────────────────────────


def test_what_wasnt_reached_is_deferred_at_the_end(town: Town, series: Joint):
    starts(town, series)
    goes_to(town, RULE)
    writes(town, "notat Drøftet")
    ends(town)
    assert state(town, series) is MeetingState.DRAFTING
    assert item(town, RULE).state is ItemState.TREATED
    untreated = item(town, LOG)
    assert (untreated.state, untreated.reason) == (ItemState.DEFERRED, "ikke nået")


def test_the_organiser_decides_otherwise_in_the_end_dialog(town: Town, series: Joint):
    starts(town, series)
    ends(town, deferred=[f"3 {RULE}"])
    assert item(town, RULE).state is ItemState.DEFERRED
    assert item(town, LOG).state is ItemState.TREATED


def test_the_end_can_be_taken_back(town: Town, series: Joint):
    starts(town, series)
    ends(town)
    town.cast.mette.clicks(panel(town), "Genoptag mødet")
    assert state(town, series) is MeetingState.IN_SESSION
    assert panel(town).says("Punkt 1 af 6")


# ── Draft and approval ───────────────────────────────────────────────────────


def papers(town: Town, kind: DocumentKind) -> list[Document]:
    with town.bot.house.database.look() as session:
        return list(
            session.exec(
                select(Document).where(col(Document.kind) == kind).order_by(col(Document.version))
            ).all()
        )


def printed(document: Document) -> str:
    paper = docx.Document(BytesIO(document.content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in paper.paragraphs), *cells])


def test_the_draft_lands_in_the_channel_with_a_card(town: Town, series: Joint):
    starts(town, series)
    writes(town, "beslutning Implementeringsplanen fortsætter")
    writes(town, "opgave til SDS: vende tilbage senest 1. april")
    ends(town)
    shown = publishes(town)
    assert shown.says("Frist for bemærkninger: 17. marts 2022 kl. 16.00")
    [draft] = papers(town, DocumentKind.MINUTES_DRAFT)
    text = printed(draft)
    for said in ("Implementeringsplanen fortsætter", "A-19-01", "ikke nået", "Mette Holm"):
        assert said in text
    files = [each.name for seen in town.cast.anders.sees(CHANNEL) for each in seen.files]
    assert any("udkast" in name for name in files)


def test_a_new_draft_and_a_recall_update_the_one_card(town: Town, series: Joint):
    starts(town, series)
    ends(town)
    publishes(town)
    mette = town.cast.mette
    mette.clicks(panel(town), "Send nyt udkast")
    card(town)
    assert [each.version for each in papers(town, DocumentKind.MINUTES_DRAFT)] == [1, 2]
    mette.clicks(panel(town), "Træk udkastet tilbage")
    assert card(town).says("Udkastet er trukket tilbage")
    assert state(town, series) is MeetingState.DRAFTING
    with town.bot.house.database.look() as session:
        left = session.exec(
            select(Job).where(
                col(Job.kind) == JobKind.END_COMMENTS, col(Job.state) == JobState.WAITING
            )
        ).all()
    assert not left


def test_approval_sends_the_final_paper_and_cant_be_repeated(town: Town, series: Joint):
    starts(town, series)
    ends(town)
    publishes(town)
    mette = town.cast.mette
    mette.clicks(panel(town), "Godkend referatet")
    assert card(town).says("Referatet er godkendt.")
    assert state(town, series) is MeetingState.APPROVED
    assert len(papers(town, DocumentKind.MINUTES_FINAL)) == 1
    again = mette.command(CHANNEL, "/referat", "godkend")
    assert "allerede godkendt" in again.words
    assert len(papers(town, DocumentKind.MINUTES_FINAL)) == 1


def test_a_correction_is_a_new_version_and_the_approved_one_stays(town: Town, series: Joint):
    starts(town, series)
    writes(town, "notat Første udgave")
    ends(town)
    publishes(town)
    mette = town.cast.mette
    mette.clicks(panel(town), "Godkend referatet")
    town.settle()
    [approved] = papers(town, DocumentKind.MINUTES_FINAL)
    mette.clicks(panel(town), "Ret i referatet…")
    chosen = mette.gets_dialog("Ret referatet")
    assert mette.submits(chosen, {"Hvad skal rettes?": "1 Notat: Første udgave"}).ok
    assert mette.submits(mette.gets_dialog("Ret referatet"), {"Tekst": "Rettet udgave"}).ok
    mette.clicks(panel(town), "Send rettet version")
    town.settle()
    first, second = papers(town, DocumentKind.MINUTES_FINAL)
    assert first.sha256 == approved.sha256
    assert "Rettet udgave" in printed(second)


def test_the_draft_waits_for_the_end_of_the_meeting(town: Town, series: Joint):
    starts(town, series)
    answer = writes(town, "udkast")
    assert "Udkastet kan først sendes, når mødet er slut" in answer.words


def test_participants_read_the_minutes_so_far(town: Town, series: Joint):
    starts(town, series)
    writes(town, "notat Den fælles plan fortsætter")
    answer = town.cast.lars.mentions_bot(CHANNEL, "referat")
    heard = town.cast.lars.hears(CHANNEL, "Den fælles plan fortsætter", after=answer)
    assert heard.ephemeral
    assert "Notat" not in heard.buttons


def test_every_step_stands_in_the_audit_trail(town: Town, series: Joint):
    starts(town, series)
    writes(town, "notat Kort")
    ends(town)
    publishes(town)
    with town.bot.house.database.look() as session:
        verbs = [each.verb for each in session.exec(select(AuditEntry)).all()]
    for verb in ("minutes.start", "minutes.write", "minutes.end", "minutes.publish"):
        assert verb in verbs
