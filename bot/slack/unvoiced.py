"""Somebody speaks for their organisation without its mandate: what they said is kept."""

from bot.cycle import remarks
from bot.errors import NoVoice, Refusal
from bot.ports import Asker
from bot.slack.replies import Reply
from bot.slack.telling import telling
from bot.slack.views import mandates as views
from bot.texts import Words
from bot.work import House


def kept(house: House, refusal: Refusal, by: Asker, words: Words) -> Reply | None:
    """Who speaks, and what became of what they said; None for any other refusal."""
    if not isinstance(refusal, NoVoice):
        return None
    told: list[Reply] = []
    with telling(lambda other: told.append(Reply(words.mrkdwn(other.message))), house.ids, "keep"):
        told.append(views.remark(remarks.keep(house, refusal, by=by), words))
    return told[0]
