"""The agenda as a reader sees it."""

from dataclasses import replace

import pytest

from bot.documents import agenda
from bot.documents.context import Address, AgendaPaper, Item
from bot.documents.text import allowed
from bot.inputs import one_line
from storage.vocabulary import ItemState, Purpose
from tests.documents import meeting19, meeting19_english
from tests.documents.reading import (
    DANISH,
    ENGLISH,
    TEMPLATES,
    addresses,
    below,
    headings,
    lines,
    marks,
    running_heads,
    text,
)

EMPTY = AgendaPaper(meeting19.MEETING)


@pytest.fixture(scope="module")
def danish() -> bytes:
    return agenda(meeting19.AGENDA, DANISH, TEMPLATES)


def test_the_head_says_what_when_where_and_who(danish):
    head = lines(danish)[:12]

    assert head == [
        "Dagsorden",
        "Fællesmøde nr. 19",
        "Fællesmøde EOJ-leverandører SDS & MedCom · Fælles Stamkort og Aftaleoversigt",
        "Tid\ttorsdag den 10. marts 2022 kl. 14.00–15.15",
        "Sted\tTeams",
        "Inviterede\tMedCom: Karen Lund, Jonas Friis",
        "\tSystematic: Peter Winther, Lise Bech",
        "\tKMD: Henrik Storm",
        "\tDedalus: Sofie Krag",
        "Afbud\tSDS: Mette Dahl (deltager i et andet møde)",
        "Mødeleder\tKaren Lund, MedCom",
        "Referent\tJonas Friis, MedCom",
    ]


def test_items_are_headings_in_printed_order_with_sub_items_a_level_below(danish):
    assert headings(danish)[:6] == [
        (1, "Punkter"),
        (2, "1.\tGensidig orientering"),
        (3, "1.1\tStatus på implementeringsstøtte"),
        (3, "1.2\tTest og certificering: status og spørgsmål"),
        (3, "1.3\tTidsplaner i de øvrige sektorer"),
        (2, "2.\tStatus på tidsplaner i kommunerne"),
    ]


def test_an_item_says_its_purpose_presenter_and_time(danish):
    details = below(danish, "2.\tStatus på tidsplaner i kommunerne")[0]

    assert details == "Status · v/ alle · 20 min. · fast punkt"


def test_a_mark_after_the_title_says_the_purpose_and_a_line_what_it_stands_for(danish):
    assert marks(danish) == {
        "1": "O", "1.1": "S", "1.2": "D", "1.3": "O", "2": "S", "3": "O", "4": "D", "5": "B",
        "6": "O", "6.1": "D",
    }  # fmt: skip
    assert below(danish, "Punkter")[0] == (
        "(O) til orientering · (D) til drøftelse · (B) til beslutning · (S) status"
    )


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("words", [DANISH, ENGLISH])
def test_what_is_printed_is_read_when_it_is_typed(words, purpose):
    mark = words(Item("1", "Emne", purpose).mark)

    assert one_line.item(f"Emne ({mark})").purpose is purpose
    assert f"({mark}) {words.word(purpose)}" in words(EMPTY.marks)


def test_what_is_carried_over_and_deferred_says_why(danish):
    heading = "6.1\tHåndtering af telefonnumre: tekst og specialtegn tillades"

    assert below(danish, heading)[1] == "Udsat fra møde nr. 18, da SDS ikke deltog"
    assert "Udsat, da SDS ikke deltager" in below(danish, heading)


def test_an_items_links_lead_to_their_addresses(danish):
    heading = "4.\tVisning af logoplysninger i systemerne og på sundhed.dk"

    assert below(danish, heading)[-2:] == ["Bekendtgørelse om log", "MinLog – skærmbilleder.pdf"]
    assert addresses(danish) == {
        "Bekendtgørelse om log": "https://www.retsinformation.dk/eli/lta/2022/282",
        "MinLog – skærmbilleder.pdf": "https://medcom.slack.com/files/U1/F2/minlog.pdf",
    }


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://medcom.example/?a=1&b=<2>\"'#æ{{ meeting.title }}", "{{ meeting.series }}"),
        ("https://medcom.example/{%p endif %}", '{%p endfor %} & <b>\n"x"'),
        ("https://medcom.example/{_{ x }_}\x00\ud800", "{_{ meeting.title }_}\x07"),
        ("https://medcom.example/" + "x" * 970, "y" * 150),
    ],
)
def test_what_people_typed_of_a_link_is_data(url, name):
    item = Item("1", "Emne", Purpose.DISCUSSION, links=(Address(url, name),))
    paper = agenda(replace(EMPTY, items=(item,)), DANISH, TEMPLATES)

    assert addresses(paper) == {allowed(name).replace("\n", " "): allowed(url)}


def test_a_reason_that_is_no_clause_follows_a_colon():
    item = Item(
        "1",
        "Telefonnumre",
        Purpose.DISCUSSION,
        state=ItemState.DEFERRED,
        reason="SDS er fraværende",
    )

    assert "Udsat: SDS er fraværende" in lines(
        agenda(replace(EMPTY, items=(item,)), DANISH, TEMPLATES)
    )


@pytest.mark.parametrize(
    ("items", "minutes"),
    [
        ([("1", 20), ("1.1", 5), ("1.2", 10), ("2", 15)], 35),  # sub-items share their item's time
        ([("1", None), ("1.1", 5), ("1.2", 10)], 15),  # unless it has none of its own
        ([("1", None)], 0),
    ],
)
def test_minutes_are_summed_without_counting_sub_items_twice(items, minutes):
    paper = replace(
        EMPTY,
        items=tuple(Item(nr, "Punkt", Purpose.STATUS, minutes=each) for nr, each in items),
    )

    assert paper.minutes == minutes


def test_deferred_items_take_no_time():
    deferred = Item("1", "Udsat", Purpose.STATUS, minutes=30, state=ItemState.DEFERRED)

    assert replace(EMPTY, items=(deferred,)).minutes == 0


def test_an_overdue_action_says_so_in_words(danish):
    rows = below(danish, "Opfølgning på opgaver")

    assert rows[0] == "Nr. | Opgave | Ansvarlig | Frist | Status"
    assert rows[1].endswith("| SDS | 1. marts 2022 | Åben, over fristen")
    assert rows[2].endswith("| Dedalus | næste møde | Åben")


def test_an_empty_meeting_prints_its_head_and_no_empty_tables():
    paper = agenda(EMPTY, DANISH, TEMPLATES)

    assert headings(paper) == [(1, "Punkter")]
    assert "Der er endnu ingen punkter." in lines(paper)
    assert "Der er i alt afsat" not in text(paper)


def test_sixty_items_are_all_there():
    items = tuple(Item(str(nr), f"Emne {nr}", Purpose.DISCUSSION) for nr in range(1, 61))

    paper = agenda(replace(EMPTY, items=items), DANISH, TEMPLATES)

    assert [title for _, title in headings(paper)][1:] == [f"{n}.\tEmne {n}" for n in range(1, 61)]


def test_the_head_leaves_out_what_isnt_known():
    bare = replace(
        meeting19.MEETING,
        subject="",
        place="",
        chair="",
        minute_taker="",
        issued_by="",
        attending=(),
        apologies=(),
    )

    paper = agenda(AgendaPaper(bare), DANISH, TEMPLATES)

    assert lines(paper)[:4] == [
        "Dagsorden",
        "Fællesmøde nr. 19",
        "Fællesmøde EOJ-leverandører SDS & MedCom",
        "Tid\ttorsdag den 10. marts 2022 kl. 14.00–15.15",
    ]
    assert lines(paper)[4] == "Punkter"


def test_an_agenda_is_no_draft(danish):
    assert not any("Udkast" in head for head in running_heads(danish))


def test_the_english_twin_is_english():
    paper = agenda(meeting19_english.AGENDA, ENGLISH, TEMPLATES)

    assert lines(paper)[:4] == [
        "Agenda",
        "Joint meeting no. 19",
        f"{meeting19_english.MEETING.series} · {meeting19_english.MEETING.subject}",
        "Time\tThursday 10 March 2022, 14:00–15:15",
    ]
    assert "Deferred, because SDS is absent" in lines(paper)
    assert "For discussion · presented by MedCom · 10 min" in lines(paper)
