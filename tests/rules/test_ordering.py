"""A typed order becomes a tree; what can't be read is told under its field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Unclear
from bot.rules.numbering import Line, numbered
from bot.rules.ordering import Wish, arranged, field_of
from storage.vocabulary import ItemId, StandingKind

LISTED = ["1", "2", "2.1", "2.2", "3", "4"]


def ordered(typed: dict[str, str], listed: list[str] = LISTED, closing: str = "") -> dict[str, str]:
    """Old number → new number, after typing some new ones."""
    wishes = [
        Wish(
            ItemId(at),
            number,
            typed.get(number, number),
            StandingKind.ANY_OTHER_BUSINESS if number == closing else None,
        )
        for at, number in enumerate(listed, start=1)
    ]
    kinds = {wish.id: wish.standing for wish in wishes}
    lines = [Line(p.id, p.parent_id, p.position, kinds[p.id]) for p in arranged(wishes)]
    now = {each.id: each.number for each in numbered(lines)}
    return {wish.number: now[wish.id] for wish in wishes}


@pytest.mark.parametrize(
    ("typed", "moved"),
    [
        ({}, {}),
        ({"4": "1"}, {"4": "1", "1": "2", "2": "3", "2.1": "3.1", "2.2": "3.2", "3": "4"}),
        ({"1": "3"}, {"1": "3", "2": "1", "2.1": "1.1", "2.2": "1.2", "3": "2"}),
        ({"1": "2", "2": "1"}, {"1": "2", "2": "1", "2.1": "1.1", "2.2": "1.2"}),
        ({"3": "2.1"}, {"3": "2.1", "2.1": "2.2", "2.2": "2.3", "4": "3"}),
        ({"2.1": "4"}, {"2.1": "4", "2.2": "2.1", "4": "5"}),
        ({"2.2": "2.1"}, {"2.2": "2.1", "2.1": "2.2"}),
        ({"2.1": "2.2"}, {"2.1": "2.2", "2.2": "2.1"}),
        ({"2.1": "4.1"}, {"2.1": "4.1", "2.2": "2.1"}),
        ({"4": "9"}, {}),
    ],
)  # fmt: skip
def test_lines_come_to_stand_where_they_were_put(typed, moved):
    assert ordered(typed) == {number: moved.get(number, number) for number in LISTED}


@pytest.mark.parametrize("typed", ["1", " 1 ", "1.", "pkt. 1", "Punkt 1", "nr. 1", "no.1"])
def test_numbers_are_read_as_people_write_them(typed):
    assert ordered({"4": typed})["4"] == "1"


@pytest.mark.parametrize("typed", ["2.1", "2,1", "2 . 1", "2.1."])
def test_sub_items_may_be_written_with_a_comma(typed):
    assert ordered({"3": typed})["3"] == "2.1"


@pytest.mark.parametrize(
    ("line", "typed", "refusal"),
    [
        ("3", "to", "ordering.not_a_number"),
        ("3", "", "ordering.not_a_number"),
        ("3", "-1", "ordering.not_a_number"),
        ("3", "9999999999", "ordering.not_a_number"),
        ("3", "1.2.3", "ordering.too_deep"),
        ("3", "0", "ordering.from_one"),
        ("3", "1.0", "ordering.from_one"),
        ("3", "8.1", "ordering.no_parent"),
        ("3", "3.1", "ordering.no_parent"),
        ("2", "1.1", "ordering.has_children"),
    ],
)
def test_what_cant_be_put_anywhere_is_told_under_its_field(line, typed, refusal):
    with pytest.raises(Unclear) as refused:
        ordered({line: typed})
    assert refused.value.message.id == refusal
    assert refused.value.field == field_of(ItemId(LISTED.index(line) + 1))


def test_any_other_business_stays_last_and_on_top():
    assert ordered({"4": "1"}, closing="4")["4"] == "4"
    with pytest.raises(Unclear) as refused:
        ordered({"4": "1.1"}, closing="4")
    assert refused.value.message.id == "ordering.closes"


@st.composite
def typed_agendas(draw: st.DrawFn) -> tuple[list[str], dict[str, str]]:
    listed: list[str] = []
    for top in range(1, draw(st.integers(1, 8)) + 1):
        listed.append(str(top))
        listed += [f"{top}.{under}" for under in range(1, draw(st.integers(0, 3)) + 1)]
    number = st.integers(1, 9).map(str)
    entry = number | st.tuples(number, number).map(".".join) | st.text(max_size=6)
    return listed, draw(st.dictionaries(st.sampled_from(listed), entry))


@given(typed_agendas())
def test_whatever_is_typed_every_item_stands_once_or_a_field_is_named(typed):
    listed, wishes = typed
    after, field = come_out(wishes, listed)
    if field:
        assert field.startswith("place_")
        return
    assert len(set(after.values())) == len(listed)
    tops = sorted(int(number) for number in after.values() if "." not in number)
    assert tops == list(range(1, len(tops) + 1))


def come_out(wishes: dict[str, str], listed: list[str]) -> tuple[dict[str, str], str]:
    """The new numbers, or the field that is complained about."""
    try:
        return ordered(wishes, listed), ""
    except Unclear as refused:
        return {}, refused.field


@given(st.permutations(range(1, 8)))
def test_a_whole_new_order_comes_out_as_typed(order):
    listed = [str(number) for number in range(1, 8)]
    wishes = {old: str(new) for old, new in zip(listed, order, strict=True)}
    assert ordered(wishes, listed) == wishes


@given(typed_agendas())
def test_ordering_again_by_the_numbers_that_came_out_changes_nothing(typed):
    listed, wishes = typed
    after, _ = come_out(wishes, listed)
    settled = sorted(after.values(), key=lambda number: [int(part) for part in number.split(".")])
    assert ordered({}, settled) == {number: number for number in settled}
