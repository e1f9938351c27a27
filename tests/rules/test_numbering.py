"""Printed numbers: two levels without gaps, any other business last, every item once."""

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


def test_a_new_item_comes_before_what_closes_a_meeting():
    kinds = [None, StandingKind.STATUS, StandingKind.NEXT_MEETING, StandingKind.ANY_OTHER_BUSINESS]
    lines = [Line(ItemId(at), None, at, kind) for at, kind in enumerate(kinds, start=1)]
    assert place_for_new(lines) == 2
    assert place_for_new([]) == 0
