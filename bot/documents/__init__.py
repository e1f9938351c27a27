"""Papers: frozen facts become a Word document or a calendar invitation."""

from bot.documents.invitation import invitation
from bot.documents.names import filename
from bot.documents.papers import agenda, minutes, supplement
from bot.documents.templates import BrokenTemplateError, fields_unknown

__all__ = [
    "BrokenTemplateError",
    "agenda",
    "fields_unknown",
    "filename",
    "invitation",
    "minutes",
    "supplement",
]
