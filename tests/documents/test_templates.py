"""The Word templates: their fields, their form, and what happens to a broken one."""

import re
import shutil
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from bot.documents import agenda, minutes, supplement
from bot.documents.context import AgendaPaper, MinutesPaper, SupplementPaper
from bot.documents.printing import field_paths
from bot.documents.templates import BrokenTemplateError, fields_named, fields_unknown
from storage.vocabulary import Language
from tests.documents import meeting19
from tests.documents.reading import BOTH, DANISH, TEMPLATES, opened, part, tables

PAPERS = {"agenda": AgendaPaper, "supplement": SupplementPaper, "minutes": MinutesPaper}
UNUSED = {
    "agenda": {"meeting.number"},  # the title names it
    "supplement": {"meeting.number", "changes.number", "changes.title"},  # the sentence has them
    "minutes": {"meeting.number", "items.standing"},  # of interest before the meeting only
}
every_template = pytest.mark.parametrize(("language", "name"), list(product(Language, PAPERS)))


@cache
def made(language: Language, name: str) -> bytes:
    """Meeting 19's paper; made once, as the tests only read it."""
    if name == "agenda":
        return agenda(meeting19.AGENDA, BOTH[language], TEMPLATES)
    if name == "supplement":
        return supplement(meeting19.SUPPLEMENT, BOTH[language], TEMPLATES)
    return minutes(meeting19.MINUTES, BOTH[language], TEMPLATES)


def template(language: Language, name: str) -> Path:
    return TEMPLATES / language.value / f"{name}.docx"


@every_template
def test_a_template_names_exactly_the_fields_of_its_paper(language, name):
    assert fields_named(template(language, name)) == set(field_paths(PAPERS[name])) - UNUSED[name]


@pytest.mark.parametrize(
    ("title", "name"), [("Agenda", "agenda"), ("Supplement", "supplement"), ("Minutes", "minutes")]
)
def test_the_readme_lists_every_field_of_each_paper(title, name):
    readme = (TEMPLATES / "README.md").read_text(encoding="utf-8")
    section = readme.split(f"### {title} (")[1].split("\n### ")[0]

    assert re.findall(r"^\| `([\w.]+)` \| \S", section, re.MULTILINE) == list(
        field_paths(PAPERS[name])
    )


@every_template
def test_no_tag_is_left_in_a_paper(language, name):
    paper = made(language, name)

    written = part(paper, "word/document.xml")
    assert not re.search(r"\{[{%#]|[}%#]\}", written)


@every_template
def test_a_paper_says_its_language_to_screen_readers_and_spell_checkers(language, name):
    paper = made(language, name)
    code = {Language.DANISH: "da-DK", Language.ENGLISH: "en-GB"}[language]

    spoken = opened(paper).styles.element.find(".//" + qn("w:lang"))
    assert spoken.get(qn("w:val")) == code
    assert opened(paper).core_properties.language == code


def test_a_paper_carries_title_subject_author_and_time():
    told = opened(made(Language.DANISH, "minutes")).core_properties

    assert told.title == "Referat (udkast) – Fællesmøde nr. 19"
    assert told.subject == (
        "Fællesmøde EOJ-leverandører SDS & MedCom · Fælles Stamkort og Aftaleoversigt"
    )
    assert told.author == "MedCom"
    assert told.modified == meeting19.MEETING.made_at


@pytest.mark.parametrize(("language", "name"), list(product(Language, ["agenda", "minutes"])))
def test_tables_repeat_their_head_merge_no_cells_and_have_a_caption(language, name):
    found = tables(made(language, name))

    assert found
    for table in found:
        first, *others = table.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert not any(row._tr.trPr.find(qn("w:tblHeader")) is not None for row in others)
        assert all(cell.text for cell in first.cells)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        merged = [*table._tbl.iter(qn("w:gridSpan")), *table._tbl.iter(qn("w:vMerge"))]
        assert not merged


@every_template
def test_pages_are_numbered_by_word_itself(language, name):
    section = Document(str(template(language, name))).sections[0]

    for footer in (section.first_page_footer, section.footer):
        codes = [code.text.strip() for code in footer._element.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]


@every_template
def test_every_colour_is_readable_on_its_background(language, name):
    """WCAG 2.1, 1.4.3: a contrast of at least 4.5:1."""
    styles = Document(str(template(language, name))).styles.element
    seen = 0
    for style in styles.iter(qn("w:style")):
        colour = style.find(qn("w:rPr") + "/" + qn("w:color"))
        if colour is None or colour.get(qn("w:val")) == "auto":
            continue
        shade = style.find(qn("w:pPr") + "/" + qn("w:shd"))
        ground = "FFFFFF" if shade is None else shade.get(qn("w:fill"))
        seen += 1
        assert contrast(colour.get(qn("w:val")), ground) >= 4.5, style.get(qn("w:styleId"))
    assert seen > 10


def test_what_stands_in_a_green_row_is_readable_there():
    assert contrast("1F2933", "DDF1E0") >= 4.5  # the text of a table
    assert contrast("14532D", "DDF1E0") >= 4.5  # the word "Nyt"


def test_the_same_paper_gives_the_same_bytes():
    again = agenda(meeting19.AGENDA, DANISH, TEMPLATES)

    assert again == made(Language.DANISH, "agenda")


def test_a_missing_template_is_named(tmp_path):
    with pytest.raises(BrokenTemplateError) as caught:
        agenda(meeting19.AGENDA, DANISH, tmp_path)

    assert "agenda.docx findes ikke" in DANISH(caught.value.finding)


def test_a_file_that_is_no_word_document_is_named(tmp_path):
    (tmp_path / "da").mkdir()
    (tmp_path / "da" / "agenda.docx").write_bytes(b"not a zip")

    with pytest.raises(BrokenTemplateError) as caught:
        agenda(meeting19.AGENDA, DANISH, tmp_path)

    assert "kan ikke læses som et Word-dokument" in DANISH(caught.value.finding)


def edited(folder: Path, old: str, new: str) -> Path:
    """The Danish agenda after a secretary changed one paragraph's text."""
    path = folder / "da" / "agenda.docx"
    path.parent.mkdir()
    shutil.copy(template(Language.DANISH, "agenda"), path)
    document = Document(str(path))
    changed = [paragraph for paragraph in document.paragraphs if paragraph.text == old]
    assert changed
    changed[0].text = new
    document.save(str(path))
    return path


def test_a_field_that_doesnt_exist_is_named(tmp_path):
    path = edited(tmp_path, "{{ meeting.title }}", "{{ meeting.titel }}")

    assert fields_unknown(path, AgendaPaper) == {"meeting.titel"}
    with pytest.raises(BrokenTemplateError) as caught:
        agenda(meeting19.AGENDA, DANISH, tmp_path)
    assert "titel" in DANISH(caught.value.finding)


def test_a_tag_that_isnt_closed_is_a_finding(tmp_path):
    path = edited(tmp_path, "{{ meeting.title }}", "{% if meeting.title %}")

    with pytest.raises(BrokenTemplateError):
        fields_named(path)
    with pytest.raises(BrokenTemplateError):
        agenda(meeting19.AGENDA, DANISH, tmp_path)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ meeting.__class__.__mro__ }}",
        "{{ items.__class__ }}",
        "{{ meeting.title.__init__.__globals__ }}",
        "{{ range(10) }}",
        "{% for n in items %}{{ n.__dict__ }}{% endfor %}",
    ],
)
def test_a_template_reaches_nothing_but_its_fields(tmp_path, tag):
    edited(tmp_path, "{{ meeting.title }}", tag)

    with pytest.raises(BrokenTemplateError):
        agenda(meeting19.AGENDA, DANISH, tmp_path)


def test_curly_quotation_marks_that_word_puts_in_are_read(tmp_path):
    edited(tmp_path, "{{ meeting.title }}", "{{ meeting.series|replace(‘Fælles’, “Vores ”) }}")

    paper = agenda(meeting19.AGENDA, DANISH, tmp_path)

    assert opened(paper).paragraphs[1].text.startswith("Vores møde EOJ")


def contrast(first: str, second: str) -> float:
    """WCAG 2.1's contrast ratio of two RGB colours."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """WCAG 2.1's relative luminance."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
