"""File names that every system takes: `Referat Fællesmøde nr. 19 2022-03-10 udkast 1.docx`."""

import re
import unicodedata

from bot.documents.context import Meeting
from bot.texts import Words
from storage.vocabulary import DocumentKind

LONGEST_TITLE = 150  # bytes in UTF-8; a whole name may have 255 on common file systems
_UNSAFE = re.compile(r"[^\w .,()&+'-]+")


def filename(kind: DocumentKind, meeting: Meeting, words: Words, version: int = 1) -> str:
    """The name of a paper. A draft always names its version, agenda and finals from 2 on."""
    day = meeting.when.starts.astimezone(words.zone).date()
    sent_again = version > 1 and kind in {DocumentKind.AGENDA, DocumentKind.MINUTES_FINAL}
    name = words(
        f"documents.filename.{kind.value}{'.again' if sent_again else ''}",
        title=_safe(meeting.title),
        day=day.isoformat(),
        version=version,
    )
    return " ".join(name.split())  # a title of emoji alone leaves a gap


def _safe(title: str) -> str:
    """Letters of any script, digits and quiet punctuation; the rest becomes one space."""
    composed = unicodedata.normalize("NFC", title)
    quiet = " ".join(_UNSAFE.sub(" ", composed).split())
    return quiet.encode()[:LONGEST_TITLE].decode(errors="ignore").strip(" .")
