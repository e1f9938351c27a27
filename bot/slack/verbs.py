"""What can be said after a command or in a mention, in Danish and English."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.slack.replies import Reply
from bot.slack.requests import Said
from bot.texts import msg

MENTION = re.compile(r"<@[UW][A-Z0-9]+(\|[^>]*)?>")
"""Somebody named in a message's wire form."""


class Command(StrEnum):
    """Slash commands; ASCII, as Slack asks. The configured prefix goes before the word."""

    AGENDA = "dagsorden"
    MINUTES = "referat"
    ACTION = "opgave"
    POLL = "afstemning"
    MEETING = "moede"


SPOKEN: dict[Command, tuple[str, ...]] = {
    Command.AGENDA: ("dagsorden", "agenda"),
    Command.MINUTES: ("referat", "minutes"),
    Command.ACTION: ("opgave", "opgaver", "action", "actions"),
    Command.POLL: ("afstemning", "poll"),
    Command.MEETING: ("møde", "moede", "meeting"),
}
"""How a mention names a command."""

BOT_NAME = "Referent"  # in the manifest; how people mention it
HELP_WORDS = ("hjælp", "hjaelp", "help", "?")


@dataclass(frozen=True)
class Verb:
    """A word after a command. A verb without words is what the bare command does.

    `alone` lets a mention say it without naming the command: `@referent punkt: …`.
    Unless it `takes_text`, a verb is meant only where nothing follows it: `/dagsorden send`
    sends, but `/dagsorden send referater tidligere` is an item with that title.
    `help` is the message id of its line in the command's help.
    """

    command: Command
    help: str
    words: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    takes_text: bool = False


@dataclass
class VerbBook:
    """All verbs, filled by the listener files."""

    prefix: str = ""
    _verbs: list[tuple[Verb, Callable[[Said], None]]] = field(default_factory=list)

    def add(self, verb: Verb, listener: Callable[[Said], None]) -> None:
        self._verbs.append((verb, listener))

    def slash(self, command: Command) -> str:
        """The command as it is typed here: `/dagsorden`."""
        return f"/{self.prefix}{command.value}"

    def command(self, typed: str) -> str:
        """The command's own word without slash and prefix."""
        return typed.removeprefix("/").removeprefix(self.prefix)

    def heard(self, text: str) -> tuple[str, str]:
        """What follows `@referent` → the command and the text after it."""
        said = text.strip()
        first, rest = _split(said)
        for command, names in SPOKEN.items():
            if first in names:
                return command.value, rest
        for verb, _ in self._verbs:
            if first in verb.alone:
                word = verb.words[0] if verb.words else ""
                return verb.command.value, f"{word} {rest}".strip()
        return "", said

    def find(self, said: Said) -> Callable[[Said], None]:
        """The listener for what was said, with the verb's own word taken off the text."""
        first, rest = _split(said.text)
        if first in HELP_WORDS or said.command not in set(Command):
            return self._help
        bare: Callable[[Said], None] | None = None
        for verb, listener in self._verbs:
            if verb.command != said.command:
                continue
            if first in verb.words and (verb.takes_text or not rest):
                return _with_text(listener, rest)
            if not verb.words:
                bare = listener
        return bare or self._help

    def _help(self, said: Said) -> None:
        t = said.words
        wanted = [c for c in Command if c.value == said.command] or list(Command)
        lines = [
            t.mrkdwn(verb.help, command=self._called(verb.command, said))
            for command in wanted
            for verb, _ in self._verbs
            if verb.command is command
        ]
        said.answer(Reply("\n".join([t(msg("common.help_head")), *(f"• {x}" for x in lines)])))

    def _called(self, command: Command, said: Said) -> str:
        """As this person reaches it: who mentioned the bot may have no commands."""
        if said.open is None:
            return f"@{BOT_NAME} {SPOKEN[command][0]}"
        return self.slash(command)


def _split(text: str) -> tuple[str, str]:
    """The first word in lower case without a colon, and the rest."""
    first, _, rest = text.strip().partition(" ")
    if ":" in first:
        head, _, tail = text.strip().partition(":")
        return head.lower(), tail.strip()
    return first.lower(), rest.strip()


def _with_text(listener: Callable[[Said], None], text: str) -> Callable[[Said], None]:
    return lambda said: listener(replace(said, text=text))
