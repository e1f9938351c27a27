"""A card that was posted twice, because Slack's answer got lost: the other one is removed.

Without the history scope we learn of it only when somebody clicks in it. A card's first block
is named by its key, because every click brings the message's blocks along.
"""

from bot.cycle import cards
from bot.ports import Asker
from bot.slack.identity import Payload
from bot.work import House
from storage.vocabulary import CardKind, CardRef, ChannelId


def stray(house: House, body: Payload, channel: ChannelId, by: Asker) -> str:
    """The `ts` of the clicked message if it is such a double; else empty."""
    message: Payload = body.get("message") or {}
    blocks = message.get("blocks") or [{}]
    sort, _, rest = str(blocks[0].get("block_id", "")).partition(":")
    kind, _, subject = rest.partition(":")
    if sort != "card" or kind not in set(CardKind) or not subject.isdecimal():
        return ""
    audience = by.person.user if channel.startswith("D") else channel
    shown = cards.find(house, CardRef(CardKind(kind), int(subject), audience), by=by)
    ts = str(message.get("ts", ""))
    return ts if shown and shown.channel == channel and shown.ts != ts else ""
