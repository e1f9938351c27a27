"""What people typed is printed as data, whatever it holds."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents import agenda, minutes, text
from bot.documents.context import (
    AgendaPaper,
    Draft,
    Entry,
    Item,
    Meeting,
    MinutesPaper,
    TreatedItem,
)
from storage.vocabulary import EntryKind, Purpose
from tests.documents import meeting19
from tests.documents.reading import DANISH, TEMPLATES, below, headings, opened, part

EVERYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=120)


def titled(title: str) -> bytes:
    item = Item("1", title, Purpose.DISCUSSION)
    return agenda(AgendaPaper(meeting19.MEETING, (item,)), DANISH, TEMPLATES)


def backed(background: str) -> list[str]:
    """The paragraphs that a background becomes."""
    item = Item("1", "Emne", Purpose.DISCUSSION, background=background)
    paper = agenda(AgendaPaper(meeting19.MEETING, (item,)), DANISH, TEMPLATES)
    return below(paper, "1.\tEmne")[1:]


@pytest.mark.parametrize(
    "typed",
    [
        "{{ meeting.series }}",
        "{% for x in items %}boom{% endfor %}",
        "{%p if draft %}",
        "{%tr endfor %}",
        "{# hidden #}",
        "{_{ meeting.series }_} {_% x %_}",
        "}} %} #}",
        "<w:br/><script>alert(1)</script>",
        "A & B < C > D &amp; &lt;",
        "\"quoted\" 'twice' “curly”",
        "</w:t></w:r></w:p>",
        "Emoji 👍🏽 og æøåÆØÅ",
        "C:\\mappe\\fil",
    ],
)
def test_markup_and_tags_survive_as_text(typed):
    assert headings(titled(typed))[1] == (2, f"1.\t{typed}")
    assert backed(typed) == [typed]


def test_control_characters_that_xml_forbids_are_dropped():
    assert backed("Før\x00\x01\x08\x1b\ufffe\uffff\ud800efter") == ["Førefter"]


def test_lines_stay_lines_and_blank_lines_part_paragraphs():
    assert backed("Første\nanden\r\ntredje\n\n \n\nfjerde") == ["Første\nanden\ntredje", "fjerde"]


def test_a_page_break_or_bell_that_somebody_pasted_is_no_break():
    assert backed("før\fefter\x07slut") == ["før\nefterslut"]


def test_a_title_is_one_line():
    assert headings(titled("Første\n\nanden\u2028tredje\tfjerde"))[1] == (
        2,
        "1.\tFørste anden tredje fjerde",
    )


def test_paragraphs_of_an_entry_keep_its_style():
    item = TreatedItem(
        "1", "Emne", Purpose.DECISION, entries=(Entry(EntryKind.DECISION, "Ja.\n\nMen senere."),)
    )
    paper = minutes(MinutesPaper(meeting19.MEETING, (item,), draft=Draft(1)), DANISH, TEMPLATES)

    last = [each for each in opened(paper).paragraphs if each.text == "Men senere."][-1]
    assert last.style
    assert last.style.name == "Beslutning"


def test_four_thousand_characters_are_all_printed():
    typed = "Æ & <ø> " * 500

    assert backed(typed) == [typed.strip()]


def test_a_reason_from_a_person_is_data_too():
    item = replace(meeting19.TELEPHONE_NUMBERS, reason="da {{ meeting.series }} <b>")
    paper = agenda(AgendaPaper(meeting19.MEETING, (item,)), DANISH, TEMPLATES)

    assert "Udsat, da {{ meeting.series }} <b>" in [each.text for each in opened(paper).paragraphs]


@settings(max_examples=60, deadline=None)
@given(typed=EVERYTHING)
def test_any_text_in_any_field_gives_a_document_that_opens(typed):
    meeting = Meeting(
        series=typed,
        number=1,
        title=typed,
        when=meeting19.WHEN,
        made_at=meeting19.MEETING.made_at,
        subject=typed,
        place=typed,
        issued_by=typed,
    )
    item = Item("1", typed, Purpose.STATUS, presenter=typed, background=typed)

    paper = agenda(AgendaPaper(meeting, (item,)), DANISH, TEMPLATES)

    ET.fromstring(part(paper, "word/document.xml"))
    expected = text.line(typed).unescape()
    assert headings(paper)[1] == (2, f"1.\t{expected}")


@given(typed=EVERYTHING)
def test_only_what_xml_forbids_and_outer_space_is_lost(typed):
    kept = text.allowed(typed)

    normal = re.sub("\r\n|[\r\v\f\x85\u2028\u2029]", "\n", typed)
    assert kept == "".join(each for each in normal if is_xml(each)).strip()


def is_xml(character: str) -> bool:
    """XML 1.0, production 2."""
    code = ord(character)
    return (
        character in "\t\n"
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or 0x10000 <= code <= 0x10FFFF
    )
