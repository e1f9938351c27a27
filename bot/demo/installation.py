"""What Slack knows of an installed app: its manifest, its tokens, its bot user.

https://docs.slack.dev/reference/app-manifest
"""

import re
from dataclasses import dataclass

from bot.demo.model import Json, User


@dataclass(frozen=True)
class Command:
    command: str
    description: str
    usage_hint: str
    should_escape: bool


@dataclass(frozen=True)
class Shortcut:
    name: str
    callback_id: str
    on_messages: bool


@dataclass(frozen=True)
class Installation:
    app_id: str
    bot_id: str
    bot: User
    bot_token: str
    app_token: str
    signing_secret: str
    verification_token: str
    scopes: frozenset[str]
    events: frozenset[str]
    commands: tuple[Command, ...]
    shortcuts: tuple[Shortcut, ...]
    home_tab: bool
    messages_tab: bool

    def command(self, word: str) -> Command | None:
        return next((known for known in self.commands if known.command == word), None)

    def shortcut(self, name: str, *, on_messages: bool) -> Shortcut | None:
        """By the name that people see, or by its callback id."""
        return next(
            (
                known
                for known in self.shortcuts
                if known.on_messages is on_messages and name in (known.name, known.callback_id)
            ),
            None,
        )


def bot_name(manifest: Json) -> str:
    features = manifest.get("features", {})
    name = features.get("bot_user", {}).get("display_name")
    return str(name or manifest.get("display_information", {}).get("name", "bot"))


def scopes_of(manifest: Json, *, optional: bool) -> frozenset[str]:
    scopes = manifest.get("oauth_config", {}).get("scopes", {})
    granted = list(scopes.get("bot", []))
    if optional:
        granted += scopes.get("bot_optional", [])
    return frozenset(granted)


_BUILT_IN = frozenset(
    f"/{word}"
    for word in [
        "archive",
        "away",
        "call",
        "collapse",
        "dm",
        "dnd",
        "expand",
        "feedback",
        "invite",
        "join",
        "kick",
        "leave",
        "me",
        "msg",
        "mute",
        "open",
        "remind",
        "remove",
        "rename",
        "search",
        "shortcuts",
        "shrug",
        "star",
        "status",
        "topic",
        "who",
    ]
)
_COMMAND = re.compile(r"/[^\s/A-Z]{1,31}")


def _refuse_bad_commands(words: list[str], scopes: frozenset[str]) -> None:
    """What Slack says when a manifest is saved: ValueError."""
    for word in words:
        if not _COMMAND.fullmatch(word):
            raise ValueError(f"{word!r} isn't a slash command of 2 to 32 small characters")
        if word in _BUILT_IN:
            raise ValueError(f"{word} is one of Slack's own commands")
    if len(set(words)) != len(words):
        raise ValueError("a slash command stands twice in the manifest")
    if words and "commands" not in scopes:
        raise ValueError("slash commands need the scope `commands`")


def commands_of(manifest: Json) -> tuple[Command, ...]:
    """ValueError for commands that Slack wouldn't take."""
    listed = manifest.get("features", {}).get("slash_commands", [])
    _refuse_bad_commands([item["command"] for item in listed], scopes_of(manifest, optional=False))
    return tuple(
        Command(
            command=item["command"],
            description=item.get("description", ""),
            usage_hint=item.get("usage_hint", ""),
            should_escape=bool(item.get("should_escape", False)),
        )
        for item in listed
    )


def shortcuts_of(manifest: Json) -> tuple[Shortcut, ...]:
    return tuple(
        Shortcut(item["name"], item["callback_id"], on_messages=item["type"] == "message")
        for item in manifest.get("features", {}).get("shortcuts", [])
    )


def events_of(manifest: Json) -> frozenset[str]:
    subscriptions = manifest.get("settings", {}).get("event_subscriptions", {})
    return frozenset(subscriptions.get("bot_events", []))
