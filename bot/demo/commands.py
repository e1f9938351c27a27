"""Slash commands and shortcuts, as Slack's clients send them."""

from typing import TYPE_CHECKING

from bot.demo import mrkdwn, payloads, responses
from bot.demo.envelopes import Kind
from bot.demo.errors import NotAllowedError, NotThereError
from bot.demo.interaction import Outcome, ask, base, place_of, response_url
from bot.demo.model import Channel, Json, Message, User
from bot.demo.tickets import ResponseUrl

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace


def command(
    ws: "Workspace",
    user: User,
    place: Channel,
    word: str,
    text: str,
    *,
    thread_ts: str | None = None,
) -> Outcome:
    """Run a slash command, `text` in Slack's markup; https://docs.slack.dev/interactivity/implementing-slash-commands"""
    known = ws.installed.command(word)
    refused = _command_refusal(ws, user, known is not None, thread_ts)
    if known is None or refused:
        return Outcome(refused)
    tail = ws.response_urls.issue(user=user.id, channel=place.id)
    shown = _with_names(ws, text) if known.should_escape else _as_typed(ws, text)
    payload: Json = {
        "token": ws.installed.verification_token,
        "team_id": ws.home.id,
        "team_domain": ws.home.domain,
        "channel_id": place.id,
        "channel_name": place_of(place)["name"],
        "user_id": user.id,
        "user_name": user.name,
        "command": word,
        "text": shown,
        "api_app_id": ws.installed.app_id,
        "is_enterprise_install": "false",
        "response_url": f"{ws.url}/response/{tail}",
        "trigger_id": ws.triggers.issue(user.id),
    }
    reply, error = ask(ws, Kind.COMMAND, payload)
    if not error:
        where = ResponseUrl(user.id, place.id, ws.now())
        error = responses.acknowledge_command(ws, where, reply)
    return Outcome(error)


def _command_refusal(ws: "Workspace", user: User, known: bool, thread_ts: str | None) -> str:  # noqa: FBT001
    if ws.is_external(user):
        return "not_allowed"
    if not known:
        return "invalid_command"
    return "not_supported_in_thread" if thread_ts is not None else ""


def _with_names(ws: "Workspace", text: str) -> str:
    """`<@U1>` as `<@U1|name>`: how commands with should_escape get mentions."""
    for user_id in mrkdwn.mentions(text):
        if user_id in ws.users:
            text = text.replace(f"<@{user_id}>", f"<@{user_id}|{ws.users[user_id].name}>")
    for channel_id in mrkdwn.channels(text):
        if channel_id in ws.channels:
            name = ws.channels[channel_id].name
            text = text.replace(f"<#{channel_id}>", f"<#{channel_id}|{name}>")
    return text


def _as_typed(ws: "Workspace", text: str) -> str:
    """Without should_escape an app gets the letters that the person sees: `@name`."""
    for user_id in mrkdwn.mentions(text):
        if user_id in ws.users:
            text = text.replace(f"<@{user_id}>", f"@{ws.users[user_id].name}")
    for channel_id in mrkdwn.channels(text):
        if channel_id in ws.channels:
            text = text.replace(f"<#{channel_id}>", f"#{ws.channels[channel_id].name}")
    return mrkdwn.unescape(text)


def message_shortcut(ws: "Workspace", user: User, said: Message, name: str) -> Outcome:
    """By its name or callback id; messages that only one person sees have no shortcuts."""
    if said.only_for is not None:
        raise NotAllowedError("there are no shortcuts on a message that only you see")
    return _shortcut(ws, user, name, said)


def global_shortcut(ws: "Workspace", user: User, name: str) -> Outcome:
    return _shortcut(ws, user, name, None)


def _shortcut(ws: "Workspace", user: User, name: str, said: Message | None) -> Outcome:
    if ws.is_external(user):
        return Outcome("not_allowed")
    known = ws.installed.shortcut(name, on_messages=said is not None)
    if known is None:
        raise NotThereError(f"no shortcut «{name}»")
    payload = base(ws, "message_action" if said is not None else "shortcut", user) | {
        "callback_id": known.callback_id,
        "trigger_id": ws.triggers.issue(user.id),
        "action_ts": ws.next_ts(),
    }
    if said is not None:
        payload |= {
            "channel": place_of(ws.channels[said.channel]),
            "message_ts": said.ts,
            "message": payloads.message(ws, said),
            "response_url": response_url(ws, user, said),
        }
    return Outcome(ask(ws, Kind.INTERACTION, payload)[1])
