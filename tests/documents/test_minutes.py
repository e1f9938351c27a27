"""The minutes as a reader sees them: first a draft, then approved."""

from dataclasses import replace
from datetime import date

import pytest

from bot.documents import minutes
from bot.documents.context import Approval, Draft, MinutesPaper, Option
from storage.vocabulary import FormatChoice, ItemState, PollOutcome
from tests.documents import meeting19, meeting19_english
from tests.documents.reading import (
    DANISH,
    ENGLISH,
    TEMPLATES,
    below,
    fill_of,
    headings,
    lines,
    running_heads,
    tables,
    text,
)

GREEN = "DDF1E0"
STATUS_TABLE = 0  # the first in the paper


@pytest.fixture(scope="module")
def draft() -> bytes:
    return minutes(meeting19.MINUTES, DANISH, TEMPLATES)


def approved(*corrections: str) -> bytes:
    approval = Approval(date(2022, 3, 24), corrections)
    paper = replace(meeting19.MINUTES, draft=None, approval=approval)
    return minutes(paper, DANISH, TEMPLATES)


def test_a_draft_is_marked_on_every_page_and_says_until_when_it_may_be_commented(draft):
    first, later, *_ = running_heads(draft)

    assert "Udkast 1" in first
    assert "Udkast 1" in later
    assert any(
        "Bemærkninger modtages senest 24. marts 2022 kl. 12.00." in line for line in lines(draft)
    )


def test_an_approved_paper_is_no_draft_and_says_when_it_was_approved():
    paper = approved()

    assert "Godkendt 24. marts 2022 uden bemærkninger." in lines(paper)
    assert "Udkast" not in text(paper) + "".join(running_heads(paper))


def test_remarks_that_changed_nothing_are_not_passed_over():
    approval = Approval(date(2022, 3, 24), answered=True)
    paper = replace(meeting19.MINUTES, draft=None, approval=approval)
    printed = lines(minutes(paper, DANISH, TEMPLATES))

    assert "Godkendt 24. marts 2022 uden rettelser. Bemærkningerne er besvaret." in printed


def test_corrections_are_listed_with_the_approval():
    found = lines(approved("Punkt 2: uge 12, ikke uge 9 (Systematic)."))

    at = found.index("Godkendt 24. marts 2022, rettet efter bemærkninger:")
    assert found[at + 1] == "Punkt 2: uge 12, ikke uge 9 (Systematic)."


@pytest.mark.parametrize(
    "marks", [{}, {"draft": Draft(1), "approval": Approval(date(2022, 3, 24))}]
)
def test_minutes_are_either_a_draft_or_approved(marks):
    with pytest.raises(ValueError, match="draft or approved"):
        MinutesPaper(meeting19.MEETING, **marks)


def test_what_was_said_stands_under_its_item_with_kind_owner_and_due_date(draft):
    said = below(draft, "1.2\tTest og certificering: status og spørgsmål")

    assert (
        "Opgave A-19-01: Komme tilbage med løsningsmuligheder for forretningsreglen om "
        "automatisk opdatering (SDS, frist 1. april 2022)"
    ) in said


def test_a_note_has_no_label_and_keeps_its_lines(draft):
    said = below(draft, "2.\tStatus på tidsplaner i kommunerne")

    assert said[-1] == (
        "Uge 12: Favrskov, Ishøj, Esbjerg og Odsherred.\n"
        "Uge 13: Syddjurs, Ikast-Brande og Høje-Taastrup."
    )


def test_decisions_stand_under_their_item_and_again_at_the_front(draft):
    assert below(draft, "Beslutninger") == [
        "Punkt 2: Den igangværende implementeringsplan fortsætter.",
        "Punkt 5: Møderne fortsætter som fællesmøder.",
    ]
    assert "Beslutning: Møderne fortsætter som fællesmøder." in below(
        draft, "5.\tFremtidige møder: fælles eller hver for sig?"
    )


def test_what_is_new_is_green_and_says_so(draft):
    table = tables(draft)[STATUS_TABLE]
    green = [nr for nr in range(len(table.rows)) if fill_of(table, nr) == {GREEN}]

    assert [table.rows[nr].cells[0].text for nr in green] == [
        "Systematic (Cura)\nFælles Stamkort\nNyt",
        "KMD (Nexus)\nFælles Stamkort\nNyt",
    ]


def test_what_wasnt_confirmed_is_to_be_updated(draft):
    cells = [row.cells[0].text for row in tables(draft)[STATUS_TABLE].rows]

    assert [cell for cell in cells if "Skal opdateres" in cell] == [
        "Dedalus\nFælles Stamkort\nSkal opdateres",
        "Dedalus\nAftaleoversigt\nSkal opdateres",
    ]


def test_states_are_words(draft):
    certification = [row.cells[1].text for row in tables(draft)[STATUS_TABLE].rows[1:]]

    assert certification == ["Certificeret", "Ikke ansøgt", "Certificeret", "Ansøgt", "–"]


def test_a_poll_shows_question_electorate_counts_outcome_and_consequence(draft):
    shown = below(draft, "Afstemninger")

    assert shown == [
        "Skal vi fortsætte med fælles møder eller mødes særskilt med hver leverandør?",
        "Til punkt 5 · 3 af 3 har stemt · Stemmeberettigede: Systematic, KMD, Dedalus",
        "Svarmulighed | Stemmer",
        "Fællesmøder | 2",
        "Separate møder med hver leverandør | 0",
        "Fællesmøder og separate møder ved behov | 1",
        "Ingen holdning | 0",
        "Udfald: Flest stemmer fik: Fællesmøder",
        "Konsekvens: Møde nr. 20 holdes som fællesmøde.",
    ]


def test_a_tie_names_the_organisers_choice_and_reason():
    poll = replace(
        meeting19.FORMAT_POLL,
        options=(Option(FormatChoice.JOINT, 1, chosen=True), Option(FormatChoice.SEPARATE, 1)),
        outcome=PollOutcome.TIE,
        reason="de fleste punkter er fælles",
    )
    paper = minutes(replace(meeting19.MINUTES, polls=(poll,)), DANISH, TEMPLATES)

    assert (
        "Udfald: Stemmelighed. Mødelederen valgte: Fællesmøder. "
        "Begrundelse: de fleste punkter er fælles"
    ) in lines(paper)


def test_a_poll_without_quorum_decides_nothing():
    poll = replace(
        meeting19.FORMAT_POLL,
        options=(Option("Uge 16", 1), Option("Uge 17", 0)),
        outcome=PollOutcome.NO_QUORUM,
        consequence="",
    )
    paper = minutes(replace(meeting19.MINUTES, polls=(poll,)), DANISH, TEMPLATES)

    assert "Udfald: Ingen afgørelse: ikke beslutningsdygtig" in lines(paper)
    assert "Konsekvens" not in text(paper)


def test_open_questions_say_who_asked_whom_and_what_was_answered(draft):
    rows = below(draft, "Åbne spørgsmål")

    assert rows[0] == "Nr. | Spørgsmål | Stillet af | Til | Svar"
    assert rows[1].endswith("| Systematic | SDS | Afventer svar, frist næste møde")
    assert rows[2].endswith(
        "| Hedensted Kommune | SDS | Nej. Loggen er kun synlig for borgeren selv.\n"
        "Kilde: SDS, 8. marts 2022"
    )


def test_deferred_items_and_the_next_meeting_close_the_paper(draft):
    assert below(draft, "Udsatte punkter") == [
        "6.1 Håndtering af telefonnumre: tekst og specialtegn tillades – da SDS ikke deltager"
    ]
    (following,) = below(draft, "Næste møde")
    assert following == (
        "Fællesmøde nr. 20: mandag den 25. april 2022 kl. 14.00–15.15 (foreløbig dato)"
        " · Teams · fællesmøde"
    )


def test_an_empty_meeting_has_no_empty_sections():
    paper = minutes(MinutesPaper(meeting19.MEETING, draft=Draft(1)), DANISH, TEMPLATES)

    assert headings(paper) == [(1, "Referat af punkterne")]
    assert not tables(paper)


def test_the_english_twin_is_english():
    paper = minutes(meeting19_english.MINUTES, ENGLISH, TEMPLATES)

    assert "Approved on 24 March 2022, corrected after these remarks:" in lines(paper)
    assert [title for level, title in headings(paper) if level == 1] == [
        "Decisions",
        "Minutes of the items",
        "Status of the vendors",
        "Polls",
        "Questions and answers",
        "Action items",
        "Open questions",
        "Deferred items",
        "Next meeting",
    ]
    assert "Case no.\t22/00417" in lines(paper)


def test_what_was_asked_in_private_stands_with_its_answer_under_headings(draft):
    assert below(draft, "Spørgsmål og svar") == [
        "Spørgsmål, der er stillet fortroligt til mødelederne. Det fremgår ikke, hvem der spurgte.",
        "Spørgsmål nr. 1",
        "Kan ibrugtagningen udskydes?",
        "Svar fra SDS: Ja, med en måneds varsel.\nSkriv til SDS, så snart den nye uge er kendt.",
        "Spørgsmål nr. 2",
        "Hvornår lukker testmiljøet?",
        "Svar: Ved udgangen af april.",
    ]
    assert (2, "Spørgsmål nr. 1") in headings(draft)


def test_an_item_that_nobody_had_remarks_to_says_so():
    item = next(each for each in meeting19.MINUTES.items if each.entries)
    spoken = replace(item, state=ItemState.TREATED)
    silent = replace(spoken, entries=())
    told = [
        lines(minutes(replace(meeting19.MINUTES, items=(each,)), DANISH, TEMPLATES))
        for each in (silent, spoken)
    ]
    assert ["Ingen bemærkninger." in each for each in told] == [True, False]
