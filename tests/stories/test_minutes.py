"""The minutes go out as a draft and are approved."""

from io import BytesIO

import docx
from sqlmodel import col, select

from storage.tables import (
    AuditEntry,
    Document,
    Job,
)
from storage.vocabulary import (
    DocumentKind,
    JobKind,
    JobState,
    MeetingState,
)
from tests.support.joint import Joint
from tests.support.session import (
    CHANNEL,
    card,
    ends,
    panel,
    publishes,
    starts,
    state,
    writes,
)
from tests.support.town import Town


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
