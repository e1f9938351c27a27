"""gettext catalogues, one file a feature and language: `templates/locale/da/agenda.po`.

They are read as .po through Babel at start, so nothing compiled stands in the repository.
"""

import html
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from bot.texts import moments
from bot.texts.message import Fact, Link, Mention, Message
from storage.vocabulary import Language

DEFAULT_ZONE = ZoneInfo("Europe/Copenhagen")


class UnknownMessageError(KeyError):
    """An id without words: a fault in the program, found by the house tests."""


class Words:
    """One language's words; times are written in `zone`."""

    def __init__(
        self,
        language: Language,
        catalogues: dict[str, Translations],
        zone: ZoneInfo = DEFAULT_ZONE,
    ) -> None:
        self.language = language
        self.zone = zone
        self._catalogues = catalogues

    def within(self, zone: str) -> "Words":
        """The same words with times in another zone (an IANA name)."""
        return Words(self.language, self._catalogues, ZoneInfo(zone))

    def __call__(self, message: Message | str, **facts: Fact) -> str:
        """Plain text, for `plain_text` objects, documents and the terminal."""
        return self._worded(_as_message(message, facts), lambda text: text, _plain_fact)

    def mrkdwn(self, message: Message | str, **facts: Fact) -> str:
        """Slack mrkdwn: what a user typed can't mention, link or format a control sequence."""
        return self._worded(_as_message(message, facts), escaped, _mrkdwn_fact)

    def _worded(
        self,
        message: Message,
        escape: Callable[[str], str],
        special: Callable[[Mention | Link], str],
    ) -> str:
        facts = {name: self._fact(fact, escape, special) for name, fact in message.facts.items()}
        return self._template(message).format_map(facts)

    def _template(self, message: Message) -> str:
        catalogue = self._catalogues.get(message.id.partition(".")[0])
        if catalogue is None:
            raise UnknownMessageError(message.id)
        count = message.facts.get("count")
        found: str = message.id
        if isinstance(count, int):  # asked first: gettext gives the singular of a plural entry
            found = catalogue.ungettext(message.id, message.id, count)
        if found == message.id:
            found = catalogue.ugettext(message.id)
        if found == message.id:
            raise UnknownMessageError(message.id)
        return found

    def _fact(
        self,
        fact: Fact,
        escape: Callable[[str], str],
        special: Callable[[Mention | Link], str],
    ) -> str:
        match fact:
            case Message():
                return self._worded(fact, escape, special)
            case Mention() | Link():
                return special(fact)
            case StrEnum():
                return self.word(fact)
            case datetime():
                return moments.moment(fact, self.language, self.zone)
            case date():
                return moments.day(fact, self.language)
            case _:
                return escape(str(fact))

    def word(self, state: StrEnum) -> str:
        """The word for a state: `words.Purpose.decision`; its value is never printed."""
        return self(Message(f"words.{type(state).__name__}.{state.value}"))

    def day(self, when: date) -> str:
        return moments.day(when, self.language)

    def clock(self, when: datetime) -> str:
        return moments.clock(when, self.language, self.zone)

    def moment(self, when: datetime) -> str:
        return moments.moment(when, self.language, self.zone)

    def long_moment(self, when: datetime) -> str:
        return moments.long_moment(when, self.language, self.zone)

    def span(self, start: datetime, end: datetime) -> str:
        return moments.span(start, end, self.language, self.zone)


class Catalogues:
    """All languages' words, read once."""

    def __init__(self, folder: Path) -> None:
        self._held = {
            language: {
                path.stem: _read(path, language)
                for path in sorted((folder / language.value).glob("*.po"))
            }
            for language in Language
        }

    def words(self, language: Language, zone: str = DEFAULT_ZONE.key) -> Words:
        return Words(language, self._held[language], ZoneInfo(zone))


def escaped(text: str) -> str:
    """What a user typed, as mrkdwn data (docs.slack.dev, "Formatting message text")."""
    return html.escape(text, quote=False)


def _read(path: Path, language: Language) -> Translations:
    with path.open("rb") as source:
        catalogue = read_po(source, locale=language.value, domain=path.stem)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled, domain=path.stem)


def _as_message(message: Message | str, facts: dict[str, Fact]) -> Message:
    return Message(message, facts) if isinstance(message, str) else message


def _plain_fact(fact: Mention | Link) -> str:
    return fact.name if isinstance(fact, Mention) else fact.text


def _mrkdwn_fact(fact: Mention | Link) -> str:
    if isinstance(fact, Mention):
        return f"<@{fact.user}>"
    return f"<{escaped(fact.url)}|{escaped(fact.text)}>"
