"""How much of people's texts a message shows."""

from bot.slack.limits import cut
from bot.texts.catalogues import escaped


def shown(text: str, most: int) -> str:
    """The text, cut so that it takes at most `most` characters once Slack's signs are escaped.

    An ampersand takes five (docs.slack.dev, "Formatting message text").
    """
    short = cut(text, most)
    while len(escaped(short)) > most:
        over = len(escaped(short)) - most
        short = cut(text, max(1, len(short) - max(1, over // 5)))
    return short
