"""The story as a readable log: what each step brought, in the order in which it was seen."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.demo.acting import Persona
from bot.demo.cast import Cast
from bot.demo.model import Message
from bot.demo.sight import message_words
from bot.demo.story.steps import Step

_ZONE = ZoneInfo("Europe/Copenhagen")
_WIDTH = 110  # characters of a quoted line


class Transcript:
    def __init__(self, cast: Cast, say: Callable[[str], None]) -> None:
        self._cast = cast
        self._say = say
        self._told = self._shown()

    def begin(self, step: Step, title: str) -> None:
        who: Persona = getattr(self._cast, step.who)
        now = self._cast.workspace.now().astimezone(_ZONE)
        self._say(f"\n{_moment(now)} · {who.user.real_name} ({who.user.organisation}): {title}")

    def tell(self) -> None:
        """Says what is new since the last step: messages, and cards that changed."""
        now = self._shown()
        for key, (place, text) in now.items():
            if self._told.get(key) != (place, text):
                first, *rest = text.splitlines() or [""]
                self._say(f"    {place}: {first[:_WIDTH]}")
                for line in rest[:12]:
                    self._say(f"        {line[:_WIDTH]}")
        self._told = now

    def _shown(self) -> dict[tuple[str, str], tuple[str, str]]:
        workspace = self._cast.workspace
        bot = workspace.installed.bot.id
        with workspace.lock:
            return {
                (channel, said.ts): (self._place(channel), self._text(said))
                for channel, messages in workspace.messages.items()
                for said in messages
                if said.user == bot
            }

    def _text(self, said: Message) -> str:
        files = [self._cast.workspace.files[each].name for each in said.files]
        return "\n".join([message_words(said), *(f"[{name}]" for name in files)])

    def _place(self, channel_id: str) -> str:
        channel = self._cast.workspace.channel(channel_id)
        if channel.name:
            return f"#{channel.name}"
        bot = self._cast.workspace.installed.bot.id
        names = [
            self._cast.workspace.users[each].real_name for each in channel.members if each != bot
        ]
        return "→ " + ", ".join(names)


def _moment(now: datetime) -> str:
    return now.strftime("%d.%m.%Y %H.%M")
