"""What people say, press and send, as plain values for the listeners."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import quote

from slack_sdk.models.views import View

from bot.ports import Asker
from bot.results.agenda import PageLink
from bot.rules.links import LONGEST_TITLE, MOST
from bot.slack import identity, limits
from bot.slack.identity import Payload
from bot.slack.ids.meta import Meta, unpacked
from bot.slack.profiles import ProfileOf
from bot.slack.replies import Reply
from bot.texts import Words
from storage.vocabulary import ChannelId

Answer = Callable[[Reply], None]
Open = Callable[[View], None]


class Dialogs(NamedTuple):
    """What a click can do with dialogs."""

    open: Open
    redraw: Callable[[Payload], None]  # the one that was clicked in, with other blocks


@dataclass(frozen=True)
class Said:
    """A command or a mention. `open` is None for a mention: it brings no trigger."""

    by: Asker
    channel: ChannelId
    command: str
    text: str
    words: Words
    answer: Answer
    open: Open | None
    profile: ProfileOf
    ts: str = ""  # of the mentioning message
    thread_ts: str = ""
    link: Callable[[], str] = lambda: ""  # to what a mention is about; a command stands nowhere
    mentioned: tuple[str, ...] = ()  # user ids
    after_mentions: str = ""  # what stands behind the last of them

    @property
    def direct(self) -> bool:
        return identity.is_direct(self.channel)


@dataclass(frozen=True)
class Pressed:
    """A click, a choice or a shortcut."""

    by: Asker
    channel: ChannelId
    value: str  # a button's value, or the chosen option's
    values: tuple[str, ...]  # of a multiple choice
    words: Words
    answer: Answer
    dialogs: Dialogs
    profile: ProfileOf
    replace: Answer  # in place of the private message that was clicked in; else an answer
    link: Callable[[], str]  # to the message; empty where Slack gives none
    ts: str = ""  # of the message that was clicked in, or that a shortcut was used on
    message_text: str = ""
    message_user: str = ""
    message_files: tuple[PageLink, ...] = ()
    view: Payload = field(default_factory=dict)  # the dialog that was clicked in
    meta: Meta = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)

    @property
    def direct(self) -> bool:
        return identity.is_direct(self.channel)

    def open(self, view: View) -> None:
        self.dialogs.open(view)

    @property
    def number(self) -> int:
        """The value as an id."""
        return int(self.value)

    @classmethod
    def read(
        cls,
        body: Payload,
        by: Asker,
        words: Words,
        *,
        answer: Answer,
        replace: Answer,
        dialogs: Dialogs,
        profile: ProfileOf,
        link: Callable[[], str],
    ) -> "Pressed":
        action: Payload = (body.get("actions") or [{}])[0]
        chosen = _chosen(action)
        message: Payload = body.get("message") or {}
        view: Payload = body.get("view") or {}
        meta = unpacked(view.get("private_metadata", ""))
        return cls(
            by=by,
            # A dialog stands in no conversation; it remembers the one that it was opened from.
            channel=identity.channel(body) or ChannelId(str(meta.get("channel", ""))),
            value=chosen[0] if chosen else "",
            values=chosen,
            words=words,
            answer=answer,
            dialogs=dialogs,
            profile=profile,
            replace=replace,
            link=link,
            ts=message.get("ts") or (body.get("container") or {}).get("message_ts", ""),
            message_text=message.get("text", ""),
            message_user=message.get("user", ""),
            message_files=_files(message),
            view=view,
            meta=meta,
            typed=values_of(body) if view.get("state") else {},
        )


@dataclass
class Sent:
    """A dialog that was sent. Fields are named by their block id."""

    by: Asker
    words: Words
    meta: Meta
    view_id: str
    profile: ProfileOf
    _state: Mapping[str, Payload]
    replies: list[tuple[Reply, str]] = field(default_factory=list)
    _next: View | None = None
    _clears: bool = False

    @classmethod
    def read(cls, body: Payload, by: Asker, words: Words, profile: ProfileOf) -> "Sent":
        view = body["view"]
        return cls(
            by=by,
            words=words,
            meta=unpacked(view.get("private_metadata", "")),
            view_id=view["id"],
            profile=profile,
            _state=(view.get("state") or {}).get("values") or {},
        )

    def text(self, name: str) -> str:
        """What was typed in a text, date or time field; empty if nothing."""
        element = self._element(name)
        held = element.get("value") or element.get("selected_date") or element.get("selected_time")
        return (held or "").strip()

    def choice(self, name: str) -> str:
        """The value of a single choice; empty if nothing."""
        chosen = _chosen(self._element(name))
        return chosen[0] if chosen else ""

    def choices(self, name: str) -> tuple[str, ...]:
        return _chosen(self._element(name))

    def kept(self, name: str) -> int:
        """An id that the dialog remembered."""
        return int(self.meta[name])

    def reply(self, reply: Reply, channel: str = "") -> None:
        """Says something to the sender alone once the dialog is closed."""
        self.replies.append((reply, channel))

    def show(self, view: View) -> None:
        """Puts another view in the dialog's place instead of closing it."""
        self._next = view

    def close_all(self) -> None:
        """Closes the dialogs beneath too: what they show is no longer so."""
        self._clears = True

    def acknowledgement(self) -> dict[str, Any]:
        if self._clears:
            return {"response_action": "clear"}
        if self._next is None:
            return {}
        return {"response_action": "update", "view": limits.view(self._next)}

    def _element(self, name: str) -> Payload:
        held = self._state.get(name) or {}
        return next(iter(held.values()), {})


_SAFE = "%:/?#[]@!$&'()*+,;=~"  # RFC 3986: what may stand in an address as it is


def _files(message: Payload) -> tuple[PageLink, ...]:
    """The files in a message; one from another workspace may come without its address."""
    return tuple(
        PageLink(
            quote(str(each["permalink"]), safe=_SAFE),
            " ".join(str(each.get("name") or each.get("title") or "").split())[:LONGEST_TITLE],
        )
        for each in (message.get("files") or ())[:MOST]
        if each.get("permalink")
    )


def values_of(body: Payload) -> dict[str, str]:
    """Everything typed into a view's fields, by block id: for the CPR guard."""
    state: Mapping[str, Payload] = ((body.get("view") or {}).get("state") or {}).get("values") or {}
    return {
        block: element["value"]
        for block, elements in state.items()
        for element in elements.values()
        if isinstance(element.get("value"), str)
    }


_SINGLE = (
    "selected_user",
    "selected_conversation",
    "selected_channel",
    "selected_date",
    "selected_time",
    "value",
)
_MULTIPLE = ("selected_users", "selected_conversations", "selected_channels")


def _chosen(element: Payload) -> tuple[str, ...]:
    """What an element holds, whichever its type."""
    if element.get("selected_option"):
        return (element["selected_option"]["value"],)
    if "selected_options" in element:
        return tuple(option["value"] for option in element["selected_options"] or ())
    for name in _MULTIPLE:
        if name in element:
            return tuple(element[name] or ())
    return tuple(element[name] for name in _SINGLE if element.get(name))
