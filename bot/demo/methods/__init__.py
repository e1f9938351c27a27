"""The Web API methods that the bot uses. https://docs.slack.dev/reference/methods"""

from collections.abc import Mapping

from bot.demo.methods.call import Method
from bot.demo.methods.chat import CHAT
from bot.demo.methods.conversations import CONVERSATIONS
from bot.demo.methods.files import FILES
from bot.demo.methods.team import TEAM
from bot.demo.methods.views import VIEWS

METHODS: Mapping[str, Method] = {**TEAM, **CHAT, **CONVERSATIONS, **FILES, **VIEWS}

__all__ = ["METHODS", "Method"]
