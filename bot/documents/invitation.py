"""The calendar invitation (RFC 5545, sent as RFC 5546 says)."""

from datetime import datetime

from bot.documents.context import InvitationPaper
from bot.texts import Words


def invitation(paper: InvitationPaper, words: Words, stamp: datetime) -> bytes:
    """An .ics file: METHOD REQUEST, or CANCEL; `stamp` (aware) is its DTSTAMP."""
    raise NotImplementedError
