"""File names that every system takes: `Referat Fællesmøde nr. 19 2022-03-10 udkast 1.docx`."""

import re
import unicodedata

from bot.documents.context import Meeting
from bot.texts import Words
from storage.vocabulary import DocumentKind

LONGEST_TITLE = 120  # characters, so that the whole stays under 200 and under 255 bytes
_UNSAFE = re.compile(r"[^\w .,()&+'-]+")


def filename(kind: DocumentKind, meeting: Meeting, words: Words, version: int = 1) -> str:
    """The name of a paper; `version` counts the drafts, and the finals after a correction."""
    day = meeting.when.starts.astimezone(words.zone).date()
    return words(
        f"documents.filename.{kind.value}",
        title=_safe(meeting.title),
        day=day.isoformat(),
        version=version,
    )


def _safe(title: str) -> str:
    """Letters of any script, digits and quiet punctuation; the rest becomes one space."""
    composed = unicodedata.normalize("NFC", title)
    quiet = " ".join(_UNSAFE.sub(" ", composed).split())
    return quiet[:LONGEST_TITLE].strip(" .")
