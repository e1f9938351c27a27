"""Printed numbers: two levels without gaps, any other business last, every item once."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.numbering import Line, numbered, place_for_new
from storage.vocabulary import ItemId, StandingKind

KINDS = st.sampled_from([None, None, None, *StandingKind])


@st.composite
def agendas(draw: st.DrawFn) -> list[Line]:
    """Lines in any order, with parents that exist, don't, stand too deep or go in circles."""
    count = draw(st.integers(0, 25))
    ids = draw(st.permutations(range(1, count + 1)))
    parents = st.none() | st.integers(1, max(count, 1) + 3)
    return [
        Line(
            ItemId(each),
            None if (above := draw(parents)) is None else ItemId(above),
            draw(st.integers(0, 9)),
            draw(KINDS),
        )
        for each in ids
    ]


@given(agendas())
def test_every_item_is_printed_exactly_once(lines):
    assert sorted(each.id for each in numbered(lines)) == sorted(line.id for line in lines)


@given(agendas())
def test_numbers_have_two_levels_and_no_gaps(lines):
    top = under = 0
    for each in numbered(lines):
        first, _, second = each.number.partition(".")
        if second:
            under += 1
            assert (int(first), int(second)) == (top, under)
        else:
            top, under = top + 1, 0
            assert int(first) == top


@given(agendas())
def test_any_other_business_is_last_on_the_first_level(lines):
    known = {line.id: line for line in lines}
    kinds = [known[each.id].standing for each in numbered(lines) if "." not in each.number]
    closing = [kind is StandingKind.ANY_OTHER_BUSINESS for kind in kinds]
    assert closing == sorted(closing)


@given(agendas())
def test_a_child_of_a_first_level_item_stands_beneath_it(lines):
    numbers = {each.id: each.number for each in numbered(lines)}
    for line in lines:
        above = numbers.get(line.parent_id) if line.parent_id else None
        if above and "." not in above and "." in numbers[line.id]:
            assert numbers[line.id].partition(".")[0] == above


def sent(lines: list[Line]) -> list[Line]:
    """The lines with the numbers that an agenda of them is sent with."""
    numbers = {each.id: each.number for each in numbered(lines)}
    return [replace(line, fixed=numbers[line.id]) for line in lines]


def joined_by(lines: list[Line], new: Line) -> list[Line]:
    """A line that comes after sending, with the number that it is given."""
    numbers = {each.id: each.number for each in numbered([*lines, new])}
    assert {line.id: line.fixed for line in lines}.items() <= numbers.items()
    return [*lines, replace(new, fixed=numbers[new.id])]


@given(agendas(), st.lists(st.none() | st.integers(1, 25), max_size=30))
def test_what_comes_after_sending_changes_no_number(lines, above):
    """Each newcomer, alone or under another line, gets a number that no other has."""
    lines = sent([Line(ItemId(900), None, 99, None), *lines])
    for count, parent in enumerate(above):
        new = Line(ItemId(1000 + count), parent and ItemId(parent), 0, None)
        lines = joined_by(lines, new)
    numbers = [line.fixed for line in lines]
    assert len(set(numbers)) == len(numbers)
    assert all(number.count(".") <= 1 and len(number) <= 10 for number in numbers)


@given(agendas(), st.integers(1, 30))
def test_any_other_business_closes_a_sent_agenda_too(lines, count):
    closing = Line(ItemId(900), None, 99, StandingKind.ANY_OTHER_BUSINESS)
    others = [replace(line, standing=None) for line in lines]
    lines = sent([*others, closing])
    for each in range(count):
        lines = joined_by(lines, Line(ItemId(1000 + each), None, 0, None))
    assert numbered(lines)[-1].id == closing.id


def test_a_late_line_is_put_in_between_with_a_letter():
    kinds = [None, StandingKind.NEXT_MEETING, StandingKind.ANY_OTHER_BUSINESS]
    lines = sent([Line(ItemId(at), None, at, kind) for at, kind in enumerate(kinds, start=1)])
    for each in range(30):
        lines = joined_by(lines, Line(ItemId(10 + each), None, 0, None))
    numbers = [each.number for each in numbered(lines)]
    assert numbers[:4] == ["1", "2", "2a", "2b"]
    assert numbers[-6:] == ["2z", "2aa", "2ab", "2ac", "2ad", "3"]


def test_a_late_sub_item_gets_the_next_number_under_its_item():
    lines = sent([Line(ItemId(1), None, 1, None), Line(ItemId(2), ItemId(1), 1, None)])
    lines = joined_by(lines, Line(ItemId(3), ItemId(1), 0, None))
    lines = joined_by(lines, Line(ItemId(4), None, 0, None))
    lines = joined_by(lines, Line(ItemId(5), ItemId(4), 0, None))
    assert [each.number for each in numbered(lines)] == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_new_item_comes_before_what_closes_a_meeting():
    kinds = [None, StandingKind.STATUS, StandingKind.NEXT_MEETING, StandingKind.ANY_OTHER_BUSINESS]
    lines = [Line(ItemId(at), None, at, kind) for at, kind in enumerate(kinds, start=1)]
    assert place_for_new(lines) == 2
    assert place_for_new([]) == 0
