"""Web addresses as people type them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Unclear
from bot.inputs import links, one_line
from bot.results.agenda import PageLink
from storage.vocabulary import Purpose

URL = "https://medcom.dk/standarder"


@pytest.mark.parametrize(
    ("line", "link"),
    [
        (URL, PageLink(URL)),
        (f"Standarder {URL}", PageLink(URL, "Standarder")),
        (f"Standarder: {URL}", PageLink(URL, "Standarder")),
        (f"{URL} – Standarder, del 2", PageLink(URL, "Standarder, del 2")),
        (f"Se ({URL}).", PageLink(URL, "Se")),
        (f"«Aftale» <{URL}>", PageLink(URL, "Aftale")),
        ("www.sundhed.dk", PageLink("https://www.sundhed.dk")),
        (
            "Wiki https://da.wikipedia.org/wiki/Log_(datalogi)",
            PageLink("https://da.wikipedia.org/wiki/Log_(datalogi)", "Wiki"),
        ),
        ("HTTPS://medcom.dk/A?x=1&y=|2", PageLink("HTTPS://medcom.dk/A?x=1&y=%7C2")),
        ("http://intranet:8080/sag", PageLink("http://intranet:8080/sag")),
    ],
)
def test_a_line_is_an_address_with_a_title_before_or_after_it(line, link):
    assert links.typed(f"\n  {line}  \n") == (link,)


@pytest.mark.parametrize(
    "line",
    ["medcom.dk", "ftp://medcom.dk/x", "javascript:alert(1)", "https://", "http://:80/",
     "https://[nej", "https://medcom.dk:port/", "et navn uden adresse", f"{URL} {URL}/2"],
)  # fmt: skip
def test_what_is_no_link_is_refused_under_its_field(line):
    with pytest.raises(Unclear) as refused:
        links.typed(line)
    assert refused.value.field == "links"


@pytest.mark.parametrize(
    ("said", "title", "found"),
    [
        (f"Skærmning {URL} (drøftelse)", "Skærmning", [URL]),
        (f"Skærmning ({URL})", "Skærmning", [URL]),
        (f"Skærmning, se {URL}, og mere", "Skærmning, se, og mere", [URL]),
        (f"Skærmning (beslutning, {URL})", "Skærmning", [URL]),
        (URL, "medcom.dk/standarder", [URL]),
        ("Er https:// nok?", "Er https:// nok?", []),
    ],
)
def test_addresses_are_taken_out_of_one_line(said, title, found):
    item = one_line.item(said)
    assert (item.title, [each.url for each in item.links]) == (title, found)
    assert item.purpose is (Purpose.DECISION if "beslutning" in said else Purpose.DISCUSSION)


@given(st.text(max_size=200))
def test_a_text_without_an_address_stays_as_it_is(text):
    left, found = links.taken_out(text)
    assert found or left == text


@given(st.text(max_size=60), st.sampled_from(["", "a b", "[", "::", "%", "|>", "?q=(", "\x00"]))
def test_no_address_ends_a_link_of_slack_too_early(title, tail):
    with suppress(Unclear):
        found = links.typed(f"{title} https://x.dk/{tail}")
        assert not any(sign in each.url for each in found for sign in '|<>" \n')
