"""File names that every system takes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents import filename
from bot.documents.context import Span
from storage.vocabulary import DocumentKind
from tests.documents import meeting19, meeting19_english
from tests.documents.reading import DANISH, ENGLISH


@pytest.mark.parametrize(
    ("kind", "version", "name"),
    [
        (DocumentKind.AGENDA, 1, "Dagsorden Fællesmøde nr. 19 2022-03-10.docx"),
        (DocumentKind.AGENDA, 2, "Dagsorden Fællesmøde nr. 19 2022-03-10 version 2.docx"),
        (DocumentKind.MINUTES_DRAFT, 1, "Referat Fællesmøde nr. 19 2022-03-10 udkast 1.docx"),
        (DocumentKind.MINUTES_FINAL, 1, "Referat Fællesmøde nr. 19 2022-03-10.docx"),
        (DocumentKind.MINUTES_FINAL, 3, "Referat Fællesmøde nr. 19 2022-03-10 version 3.docx"),
        (DocumentKind.INVITATION, 1, "Mødeindkaldelse Fællesmøde nr. 19 2022-03-10.ics"),
        (DocumentKind.INVITATION, 2, "Mødeindkaldelse Fællesmøde nr. 19 2022-03-10.ics"),
    ],
)
def test_a_paper_is_named_by_kind_meeting_day_and_version(kind, version, name):
    assert filename(kind, meeting19.MEETING, DANISH, version) == name


def test_the_english_twin_has_an_english_name():
    name = filename(DocumentKind.MINUTES_DRAFT, meeting19_english.MEETING, ENGLISH, 2)

    assert name == "Minutes Joint meeting no. 19 2022-03-10 draft 2.docx"


def test_the_day_is_the_local_one():
    late = datetime(2022, 3, 10, 23, 30, tzinfo=UTC)  # 00.30 in Copenhagen
    meeting = replace(meeting19.MEETING, when=Span(late, late))

    assert filename(DocumentKind.AGENDA, meeting, DANISH).endswith("2022-03-11.docx")


@pytest.mark.parametrize(
    ("title", "safe"),
    [
        ("SDS/MedCom: møde?", "SDS MedCom møde"),
        ("..\\..\\etc", "etc"),
        ("A & B, (Cura) + Nexus' møde", "A & B, (Cura) + Nexus' møde"),
        ("Møde\n\tnr. 19 👍", "Møde nr. 19"),
        ("Mo\u0308de", "Möde"),
    ],
)
def test_characters_that_file_systems_refuse_become_spaces(title, safe):
    meeting = replace(meeting19.MEETING, title=title)

    name = filename(DocumentKind.AGENDA, meeting, DANISH)
    assert name == f"Dagsorden {safe} 2022-03-10.docx"


@given(title=st.text(max_size=300))
def test_any_title_gives_a_name_that_every_file_system_takes(title):
    meeting = replace(meeting19.MEETING, title=title)

    name = filename(DocumentKind.MINUTES_DRAFT, meeting, DANISH, 12)

    assert len(name) <= 200  # the documents' table
    assert len(name.encode()) <= 255  # ext4, NTFS, APFS
    assert not set(name) & set('/\\:*?"<>|\0\n\r\t')
    assert "  " not in name
    assert name.startswith("Referat ")
    assert name.endswith(" 2022-03-10 udkast 12.docx")
