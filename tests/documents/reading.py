"""Reads a Word document back, so that tests compare what a reader sees, not bytes."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from bot.texts import Catalogues, Words
from storage.vocabulary import Language

_MARK = re.compile(r" \((O|D|B|S|Inf|Dis|Dec|Sta)\)$")
TEMPLATES = Path(__file__).parents[2] / "templates"
_CATALOGUES = Catalogues(TEMPLATES / "locale")
BOTH = {language: _CATALOGUES.words(language) for language in Language}
DANISH: Words = BOTH[Language.DANISH]
ENGLISH: Words = BOTH[Language.ENGLISH]


def opened(paper: bytes) -> Paper:
    return Document(BytesIO(paper))


def blocks(paper: bytes) -> Iterator[Paragraph | Table]:
    """Paragraphs and tables of the body, in order."""
    yield from opened(paper).iter_inner_content()


def lines(paper: bytes) -> list[str]:
    """All text in order, a table row as its cells between bars."""
    return [line for block in blocks(paper) for line in _read(block)]


def text(paper: bytes) -> str:
    return "\n".join(lines(paper))


def headings(paper: bytes) -> list[tuple[int, str]]:
    """Level and text, that of an item without its mark."""
    return [
        (_depth(block), _MARK.sub("", block.text))
        for block in opened(paper).paragraphs
        if _depth(block)
    ]


def marks(paper: bytes) -> dict[str, str]:
    """The purposes' marks by the number of the item."""
    found = [(block.text, _MARK.search(block.text)) for block in opened(paper).paragraphs]
    return {text.partition("\t")[0].rstrip("."): mark[1] for text, mark in found if mark}


def below(paper: bytes, heading: str) -> list[str]:
    """What stands under a heading, up to the next one of its level or higher."""
    found: list[str] = []
    level = 0
    for block in blocks(paper):
        depth = _depth(block)
        if level and depth and depth <= level:
            break
        if level:
            found += _read(block)
        elif depth and [_MARK.sub("", text) for text in _read(block)] == [heading]:
            level = depth
    assert level, f"no heading {heading!r}"
    return found


def addresses(paper: bytes) -> dict[str, str]:
    """Where links lead to, by their words."""
    return {
        link.text: link.url
        for paragraph in opened(paper).paragraphs
        for link in paragraph.hyperlinks
    }


def _read(block: Paragraph | Table) -> list[str]:
    if isinstance(block, Table):
        return [" | ".join(cell.text for cell in row.cells) for row in block.rows]
    return [block.text]


def _depth(block: Paragraph | Table) -> int:
    if isinstance(block, Table) or not block.style or not block.style.name:
        return 0
    name = block.style.name
    return int(name[-1]) if name.startswith("Heading ") else 0


def part(paper: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(paper)) as held:
        return held.read(name).decode()


def running_heads(paper: bytes) -> list[str]:
    """Text of the headers and footers, those of the first page first."""
    section = opened(paper).sections[0]
    return [
        "\n".join(paragraph.text for paragraph in each.paragraphs)
        for each in (
            section.first_page_header,
            section.header,
            section.first_page_footer,
            section.footer,
        )
    ]


def tables(paper: bytes) -> list[Table]:
    return list(opened(paper).tables)


def fill_of(table: Table, row: int) -> set[str]:
    """The background colours of a row's cells; empty when it has none."""
    return {
        shade.get(qn("w:fill"))
        for cell in table.rows[row].cells
        for shade in cell._tc.iter(qn("w:shd"))
    }
