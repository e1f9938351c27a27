"""Every sentence that people see, looked up by id and language."""

from bot.texts.catalogues import Catalogues, Words
from bot.texts.message import Fact, Link, Mention, Message, msg

__all__ = ["Catalogues", "Fact", "Link", "Mention", "Message", "Words", "msg"]
