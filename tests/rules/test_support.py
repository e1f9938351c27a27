"""Some move among the places that they hold; nothing else does."""

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.ordering import in_slots
from storage.vocabulary import ItemId

IDS = st.lists(st.integers(1, 30).map(ItemId), unique=True, max_size=12)


@given(row=IDS, wanted=IDS)
def test_only_the_wanted_change_places(row, wanted):
    placed = in_slots(row, wanted)
    assert sorted(placed) == sorted(row)
    assert [each for each in placed if each in wanted] == [each for each in wanted if each in row]
    assert [at for at, each in enumerate(placed) if each not in wanted] == [
        at for at, each in enumerate(row) if each not in wanted
    ]
