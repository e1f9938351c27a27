"""The papers as LibreOffice lays them out: what only a page can show."""

import os
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.documents import agenda, minutes
from bot.documents.context import AgendaPaper, Item
from storage.vocabulary import Purpose
from tests.documents import meeting19, meeting19_english
from tests.documents.reading import DANISH, ENGLISH, TEMPLATES
from tests.support.office import MISSING, Office, office

A4 = (595, 842)  # points


@pytest.fixture(scope="module")
def writer() -> Office:
    return office(os.environ)  # noqa: TID251 the test run's own environment


@pytest.mark.office
@pytest.mark.parametrize(
    ("make", "paper", "words"),
    [
        (agenda, meeting19.AGENDA, DANISH),
        (minutes, meeting19.MINUTES, DANISH),
        (agenda, meeting19_english.AGENDA, ENGLISH),
        (minutes, meeting19_english.MINUTES, ENGLISH),
    ],
)
def test_every_page_is_a4_and_numbered(writer, tmp_path, make, paper, words):
    pdf = PdfReader(writer.pdf(make(paper, words, TEMPLATES), tmp_path))

    count = len(pdf.pages)
    page, of = ("Side", "af") if words is DANISH else ("Page", "of")
    for number, each in enumerate(pdf.pages, start=1):
        assert (round(each.mediabox.width), round(each.mediabox.height)) == A4
        assert f"{page} {number} {of} {count}" in each.extract_text()


@pytest.mark.office
def test_a_draft_says_so_on_each_page(writer, tmp_path):
    pdf = PdfReader(writer.pdf(minutes(meeting19.MINUTES, DANISH, TEMPLATES), tmp_path))

    assert len(pdf.pages) > 1
    assert all("Udkast 1" in page.extract_text() for page in pdf.pages)


@pytest.mark.office
def test_a_page_can_be_made_a_picture(writer, tmp_path):
    pdf = writer.pdf(agenda(meeting19.AGENDA, DANISH, TEMPLATES), tmp_path)

    pictures = writer.pages(pdf)
    assert len(pictures) == len(PdfReader(pdf).pages)
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)


@pytest.mark.office
def test_a_long_text_runs_on_over_the_pages(writer, tmp_path):
    long = " ".join(f"ord{n}" for n in range(600))
    item = Item("1", "Emne", Purpose.DISCUSSION, background=f"{long}\n\n{long} slut")
    paper = agenda(AgendaPaper(meeting19.MEETING, (item,)), DANISH, TEMPLATES)

    pdf = PdfReader(writer.pdf(paper, tmp_path))
    assert "ord599 slut" in " ".join("".join(p.extract_text() for p in pdf.pages).split())


def nothing_found(_name: str) -> None:
    return None


def test_without_the_programs_it_is_skipped_with_the_reason():
    with pytest.raises(pytest.skip.Exception, match="apt-get install libreoffice"):
        office({}, nothing_found)


def test_in_ci_it_fails_instead():
    with pytest.raises(pytest.fail.Exception, match="apt-get install libreoffice"):
        office({"CI": "true"}, nothing_found)


def test_both_programs_are_needed():
    with pytest.raises(pytest.skip.Exception):
        office({}, lambda name: str(Path("/usr/bin", name)) if name == "soffice" else None)
    assert "\n" not in MISSING
