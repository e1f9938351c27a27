"""How many files and pages an item may have."""

import pytest

from bot.errors import Unclear
from bot.results.agenda import PageLink
from bot.rules import links as rules

TEN = [PageLink(f"https://medcom.dk/{n}") for n in range(10)]


def test_ten_are_enough_and_the_same_one_counts_once():
    assert rules.checked([*TEN, PageLink(TEN[0].url, "Igen")]) == tuple(TEN)


@pytest.mark.parametrize(
    "links",
    [
        [*TEN, PageLink("https://medcom.dk/11")],
        [PageLink("https://" + "x" * 993)],
        [PageLink("https://medcom.dk", "x" * 151)],
        [PageLink(f"https://medcom.dk/{n}" + "x" * 900) for n in range(4)],  # no field holds them
    ],
)
def test_more_or_longer_ones_are_refused(links):
    with pytest.raises(Unclear) as refused:
        rules.checked(links)
    assert refused.value.field == "links"


def test_items_with_too_many_links_together_arent_merged():
    rules.merged(TEN[:6], TEN[4:])
    with pytest.raises(Unclear) as refused:
        rules.merged(TEN, [PageLink("https://medcom.dk/11")])
    assert refused.value.field == "target"
