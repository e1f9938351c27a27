"""Items typed in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.inputs import one_line
from bot.rules.items import LONGEST_TITLE, ItemDraft
from storage.vocabulary import Purpose

INFORMATION, DISCUSSION = Purpose.INFORMATION, Purpose.DISCUSSION
DECISION, STATUS = Purpose.DECISION, Purpose.STATUS
TITLE = "Skærmning af borgeren i FSK"


@pytest.mark.parametrize(
    ("said", "purpose", "minutes", "presenter"),
    [
        ("(drøftelse, 10 min, v/ Hedensted)", DISCUSSION, 10, "Hedensted"),
        ("(discussion, 10 min, by Hedensted)", DISCUSSION, 10, "Hedensted"),
        ("(til beslutning; ca. 10 min.; v. alle)", DECISION, 10, "alle"),
        ("(for information, alle)", INFORMATION, None, "alle"),
        ("(b, 1 t, v/Anders Juul, Hedensted)", DECISION, 60, "Anders Juul, Hedensted"),
        ("(v/ Anders Juul, Hedensted, 5 min.)", DISCUSSION, 5, "Anders Juul, Hedensted"),
        ("(O) (15 min)", INFORMATION, 15, ""),
        ("(status, 1,5 time)", STATUS, 90, ""),
        ("(1 time og 15 minutter)", DISCUSSION, 75, ""),
        ("(et kvarter, ved Nina)", DISCUSSION, 15, "Nina"),
        ("(approx. 2 hours)", DISCUSSION, 120, ""),
    ],
)
def test_what_stands_in_brackets_is_read(said, purpose, minutes, presenter):
    assert one_line.item(f"{TITLE} {said}") == ItemDraft(
        TITLE, purpose=purpose, minutes=minutes, presenter=presenter
    )


@pytest.mark.parametrize(
    "title",
    [
        "Status på Fælles Stamkort (FSK)",
        "Håndtering af fejl (ved overførsel)",
        "Tidsplan (1. halvår)",
        "Test (drøftelse, FSK)",
        "Plan (b)",
        "Adgang (alle)",
        "Udrulning (beslutning, drøftelse)",
        "Samlet (10 min, 15 min)",
        "Uden titel i parentes (",
        "(10 min)",
        f"Navn (v/ {'meget ' * 30}langt)",
    ],
)
def test_ordinary_brackets_stay_in_the_title(title):
    assert one_line.item(title) == ItemDraft(title)


WORDS = st.text("abcdefghijklmnopæøåABC 0123456789,.-/", min_size=1, max_size=60).map(str.strip)
NAMES = st.from_regex(r"[A-ZÆØÅ][a-zæøå]{1,12}( [A-ZÆØÅ][a-zæøå]{1,12})?", fullmatch=True)


@given(
    title=WORDS.filter(bool),
    purpose=st.sampled_from(Purpose),
    minutes=st.none() | st.integers(1, 600),
    presenter=st.just("") | NAMES,
)
def test_a_written_line_is_read_as_what_it_was(title, purpose, minutes, presenter):
    draft = ItemDraft(title, purpose=purpose, minutes=minutes, presenter=presenter)
    assert one_line.item(one_line.line(draft)) == draft


@given(st.text() | st.text("ab() 10min,v/.;", max_size=40))
def test_nothing_typed_is_lost(text):
    """Either a fact was read, or the whole line is the title; reading it again changes nothing."""
    read = one_line.item(text)
    assert text.strip().startswith(read.title)
    if read == ItemDraft(read.title):
        rest = text.strip().removeprefix(read.title)
        assert not rest or "(" in rest
    assert bool(read.title) == bool(text.strip())
    assert one_line.item(read.title).title == read.title or read != ItemDraft(read.title)


def test_a_line_without_room_for_its_facts_keeps_its_title():
    title = "x" * LONGEST_TITLE
    assert one_line.line(ItemDraft(title, minutes=10)) == title
