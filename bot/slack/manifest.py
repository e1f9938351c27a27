"""The app manifest for the configured prefix, mode and address.

Schema: docs.slack.dev, "App manifest reference".
"""

from typing import Any

from bot.slack.ids.shortcuts import Shortcut
from bot.slack.verbs import BOT_NAME, Command, VerbBook
from bot.texts import Words

BOT_SCOPES = (
    "app_mentions:read",
    "channels:read",
    "chat:write",
    "commands",
    "files:write",
    "groups:read",
    "im:write",
    "mpim:write",  # the group conversation of a separate meeting
    "users:read",
    "users:read.email",
)
OPTIONAL_SCOPES = ("channels:history", "groups:history", "im:history", "mpim:history")
"""With them a doubtful post is looked up and never doubled."""

EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "channel_id_changed",
    "channel_shared",
    "channel_unshared",
    "member_joined_channel",
    "member_left_channel",
    "tokens_revoked",
    "user_change",
)


def manifest(t: Words, *, prefix: str = "", public_url: str = "") -> dict[str, Any]:
    """As Slack takes it: with a public URL for signed HTTP, else for Socket Mode."""
    request_url = f"{public_url.rstrip('/')}/slack/events" if public_url else ""
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": BOT_NAME,
            "description": t("manifest.description"),
            "background_color": "#1f3a4d",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": BOT_NAME, "always_online": True},
            "shortcuts": [_shortcut(t, each) for each in Shortcut],
            "slash_commands": [_command(t, each, prefix, request_url) for each in Command],
        },
        "oauth_config": {
            "scopes": {"bot": list(BOT_SCOPES), "bot_optional": list(OPTIONAL_SCOPES)}
        },
        "settings": {
            "event_subscriptions": {"bot_events": list(EVENTS), **_at(request_url)},
            "interactivity": {"is_enabled": True, **_at(request_url)},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not request_url,
            "token_rotation_enabled": False,
        },
    }


def _shortcut(t: Words, shortcut: Shortcut) -> dict[str, str]:
    return {
        "name": t(f"manifest.{shortcut.name.lower()}"),
        "type": "global" if shortcut is Shortcut.NEW_ITEM else "message",
        "callback_id": shortcut.value,
        "description": t(f"manifest.{shortcut.name.lower()}_description"),
    }


def _command(t: Words, command: Command, prefix: str, request_url: str) -> dict[str, Any]:
    return {
        "command": VerbBook(prefix).slash(command),
        "description": t(f"manifest.{command.name.lower()}"),
        "usage_hint": t(f"manifest.{command.name.lower()}_hint"),
        "should_escape": True,
        **({"url": request_url} if request_url else {}),
    }


def _at(request_url: str) -> dict[str, str]:
    return {"request_url": request_url} if request_url else {}
