"""Habits that can be, times of day, and lists that people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Unclear
from bot.rules import series as rules
from storage.vocabulary import StandingKind

names = st.lists(st.text(min_size=1, max_size=8), unique_by=str.casefold, max_size=8)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("14.00", "14.00"),
        ("14:30", "14.30"),
        ("9", "09.00"),
        ("kl. 9.15", "09.15"),
        ("KL 8", "08.00"),
        ("00.00", "00.00"),
        ("23.59", "23.59"),
    ],
)
def test_times_of_day(typed, kept):
    assert rules.clock(typed) == kept


@pytest.mark.parametrize("typed", ["", "24", "14.60", "to", "14.0", "14.00.00", "-1", "١٤.٠٠x"])
def test_what_is_no_time_of_day(typed):
    with pytest.raises(Unclear) as refused:
        rules.clock(typed)
    assert refused.value.field == "start_time"


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day_is_read_back(hour, minute):
    kept = rules.clock(f"{hour}.{minute:02d}")
    assert rules.clock(kept) == kept
    assert kept.split(".") == [f"{hour:02d}", f"{minute:02d}"]


@given(old=names, new=names)
def test_matching_keeps_order_and_loses_nothing(old, new):
    lines = rules.matched(old, new)
    assert [text for _, text in lines.kept] == new
    used = [index for index, _ in lines.kept if index is not None]
    assert len(used) == len(set(used))  # no old line becomes two
    assert sorted([*used, *lines.gone]) == list(range(len(old)))


@given(old=names, new=names)
def test_a_line_with_the_same_words_is_the_same_line(old, new):
    by_words = {text.casefold(): index for index, text in enumerate(old)}
    for index, text in rules.matched(old, new).kept:
        if text.casefold() in by_words:
            assert index == by_words[text.casefold()]


def test_a_changed_line_is_a_new_name_and_a_moved_one_is_itself():
    lines = rules.matched(["A", "B", "C"], ["A", "X", "C"])
    assert lines.kept == ((0, "A"), (1, "X"), (2, "C"))
    assert rules.matched(["A", "B"], ["B", "A"]).kept == ((1, "B"), (0, "A"))
    assert rules.matched(["A", "B"], ["B"]).gone == (0,)


@given(st.text())
def test_typed_lines_are_distinct_tidy_and_few_or_refused(text):
    try:
        found = rules.lines(text, "others", 20)
    except Unclear:  # too many lines, or one that is too long
        typed = {line.strip().casefold() for line in text.splitlines()}
        assert len(typed) > rules.MOST_LINES or max(map(len, text.splitlines())) > 20
        return
    assert len(found) <= rules.MOST_LINES
    assert all(line == line.strip() and 0 < len(line) <= 20 for line in found)
    assert len({line.casefold() for line in found}) == len(found)


def test_standing_items_come_in_the_order_of_an_agenda():
    titles = {kind: kind.value for kind in StandingKind if kind is not StandingKind.OTHER}
    kinds = [each.kind for each in rules.standing(titles, ["Siden sidst"])]
    assert kinds == [
        StandingKind.ORIENTATION,
        StandingKind.STATUS,
        StandingKind.OTHER,
        StandingKind.NEXT_MEETING,
        StandingKind.ANY_OTHER_BUSINESS,
    ]
