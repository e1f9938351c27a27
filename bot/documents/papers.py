"""The agenda and the minutes as Word documents."""

from pathlib import Path

from bot.documents.context import AgendaPaper, MinutesPaper
from bot.texts import Words


def agenda(paper: AgendaPaper, words: Words, templates: Path) -> bytes:
    """A .docx made from `templates/<language>/agenda.docx`; raises TemplateFault."""
    raise NotImplementedError


def minutes(paper: MinutesPaper, words: Words, templates: Path) -> bytes:
    """A .docx made from `templates/<language>/minutes.docx`; raises TemplateFault."""
    raise NotImplementedError
