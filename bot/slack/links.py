"""Links to messages (docs.slack.dev, chat.getPermalink)."""

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.slack import identity
from bot.slack.identity import Payload

log = structlog.get_logger(__name__)

PATIENCE = 1  # second: a dialog must be opened within three of the click


def to_message(client: WebClient, body: Payload) -> str:
    """The permanent link to the message that was acted on; empty if Slack gives none.

    It is an extra: what somebody is doing isn't held up or refused for want of it.
    """
    message: Payload = body.get("message") or {}
    return _permalink(client, identity.channel(body), message.get("ts") or "")


def to_thread(client: WebClient, event: Payload) -> str:
    """The same for the thread in which a mention stands, or the mention itself outside of one."""
    return _permalink(client, event["channel"], event.get("thread_ts") or event["ts"])


def _permalink(client: WebClient, channel: str, ts: str) -> str:
    if not ts or not channel:
        return ""
    quick = WebClient(
        token=client.token, base_url=client.base_url, timeout=PATIENCE, retry_handlers=[]
    )
    try:
        return str(quick.chat_getPermalink(channel=channel, message_ts=ts)["permalink"])
    except (SlackApiError, SlackClientError, OSError) as failure:
        log.info("no link", why=type(failure).__name__)
        return ""
