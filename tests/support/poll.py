"""Polls as people hold them: what the stories about them begin with."""

from bot.demo.acting import Persona
from bot.demo.screens import Answer, Seen
from tests.support.beginnings import begins
from tests.support.town import Town

CHANNEL = "eoj-faellesmoede"
QUESTION = "fortsætte med fællesmøder"
JOINT, SEPARATE, MIXED, NO_OPINION = range(4)


def starts_format_poll(town: Town, **fields: object) -> Seen:
    """Mette asks about the form of meeting; the card as it stands in the channel."""
    _starts_format_poll(town, **fields)
    return town.cast.mette.hears(CHANNEL, QUESTION)


@begins
def _starts_format_poll(town: Town, **fields: object) -> None:
    menu = town.cast.mette.command(CHANNEL, "/afstemning").replies[-1]
    town.cast.mette.clicks(menu, "Om mødeform…")
    sent = town.cast.mette.submits(
        town.cast.mette.gets_dialog("Afstemning om mødeform"), dict(fields)
    )
    assert sent.ok, sent
    town.settle()


def starts_choice_poll(town: Town, question: str, *options: str, **fields: object) -> Seen:
    menu = town.cast.mette.command(CHANNEL, "/afstemning", question).replies[-1]
    town.cast.mette.clicks(menu, "Eget spørgsmål…")
    sent = town.cast.mette.submits(
        town.cast.mette.gets_dialog("Ny afstemning"),
        {"options": "\n".join(options), **fields},
    )
    assert sent.ok, sent
    town.settle()
    return town.cast.mette.hears(CHANNEL, question)


def votes(who: Persona, card: Seen, nth: int) -> Answer:
    """Presses the button beside the nth option (from 0) of a card that they see."""
    return who.clicks(card, "Stem", nth=nth)


def own_card(who: Persona, words: str = QUESTION) -> Seen:
    """The poll in somebody's direct message."""
    return who.hears(who.dm, words)


def everybody_votes(town: Town, anders: int, lars: int, nina: int) -> None:
    """All vendors answer, each in their direct message; that closes the poll."""
    cast = town.cast
    for who, choice in ((cast.anders, anders), (cast.lars, lars), (cast.nina, nina)):
        votes(who, own_card(who), choice)
    town.settle()
