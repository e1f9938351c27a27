"""Papers: frozen facts become a Word document or a calendar invitation."""

from bot.documents.invitation import invitation
from bot.documents.names import filename
from bot.documents.papers import agenda, minutes

__all__ = ["agenda", "filename", "invitation", "minutes"]
