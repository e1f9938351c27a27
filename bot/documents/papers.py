"""The agenda, its supplements and the minutes as Word documents."""

from datetime import UTC
from pathlib import Path

from docx.opc.coreprops import CoreProperties

from bot.documents import text
from bot.documents.context import AgendaPaper, Meeting, MinutesPaper, SupplementPaper
from bot.documents.printing import printed
from bot.documents.templates import filled, sealed
from bot.texts import Message, Words, msg

LONGEST_PROPERTY = 255  # characters; python-docx refuses more


def agenda(paper: AgendaPaper, words: Words, templates: Path) -> bytes:
    """A .docx from `templates/<language>/agenda.docx`; raises BrokenTemplateError."""
    template = filled(templates / words.language.value / "agenda.docx", printed(paper, words))
    _describe(
        template.core_properties,
        paper.meeting,
        words,
        title=msg("documents.title.agenda", title=paper.meeting.title),
    )
    return sealed(template)


def supplement(paper: SupplementPaper, words: Words, templates: Path) -> bytes:
    """A .docx from `templates/<language>/supplement.docx`; raises BrokenTemplateError."""
    template = filled(templates / words.language.value / "supplement.docx", printed(paper, words))
    _describe(
        template.core_properties,
        paper.meeting,
        words,
        title=msg("documents.title.supplement", title=paper.meeting.title, number=paper.number),
    )
    return sealed(template)


def minutes(paper: MinutesPaper, words: Words, templates: Path) -> bytes:
    """A .docx from `templates/<language>/minutes.docx`; raises BrokenTemplateError."""
    template = filled(templates / words.language.value / "minutes.docx", printed(paper, words))
    kind = "documents.title.draft" if paper.draft else "documents.title.minutes"
    _describe(
        template.core_properties,
        paper.meeting,
        words,
        title=msg(kind, title=paper.meeting.title),
    )
    return sealed(template)


def _describe(
    properties: CoreProperties, meeting: Meeting, words: Words, *, title: Message
) -> None:
    """What Word, screen readers and the case system show as the document's properties."""
    made_at = meeting.made_at.astimezone(UTC).replace(tzinfo=None)  # as python-docx wants it
    properties.title = _property(words(title))
    properties.subject = _property(f"{meeting.series} · {meeting.subject}".strip(" ·"))
    properties.author = _property(meeting.issued_by or meeting.minute_taker or meeting.chair)
    properties.last_modified_by = properties.author
    properties.language = {"da": "da-DK", "en": "en-GB"}[words.language.value]
    properties.created = properties.modified = made_at


def _property(value: str) -> str:
    return " ".join(text.allowed(value).split())[:LONGEST_PROPERTY]
