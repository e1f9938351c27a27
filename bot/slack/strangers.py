"""Somebody whom a series doesn't know acts in its channel: they are asked who they work for."""

from bot.cycle import joining
from bot.errors import Refusal, UnknownPerson
from bot.ports import Asker
from bot.slack.profiles import ProfileOf
from bot.slack.replies import Reply
from bot.slack.telling import telling
from bot.slack.views import joining as views
from bot.texts import Words
from bot.work import House
from storage.vocabulary import ChannelId


def welcome(
    house: House,
    refusal: Refusal,
    by: Asker,
    channel: ChannelId,
    words: Words,
    profile: ProfileOf,
) -> Reply | None:
    """The question in place of a bare refusal; None where there is nothing to ask."""
    if not isinstance(refusal, UnknownPerson):
        return None
    met: list[Reply | None] = []
    with telling(lambda other: met.append(Reply(words.mrkdwn(other.message))), house.ids, "meet"):
        asked = joining.meet(
            house,
            refusal.series_id,
            profile(by.person.user),
            channel=channel,
            title=refusal.title,
            background=refusal.background,
            by=by,
        )
        met.append(views.question(asked, words) if asked else None)
    return met[0]
