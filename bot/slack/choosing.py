"""What was typed can be read in several ways: one button a reading, and nothing typed is lost.

In a dialog the question stands beneath the field, and a button fills the field in. After a
command or a mention a button says the whole again, with its reading in place of what was unclear.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from bot.errors import Ambiguous, Refusal
from bot.slack.identity import Payload
from bot.slack.ids.meta import packed, unpacked
from bot.slack.limits import BUTTON_VALUE, TYPED
from bot.slack.replies import Reply
from bot.slack.requests import Pressed, Said
from bot.slack.views import choosing as views
from bot.texts import Words

Shape = dict[str, Any]

_OURS: Final = "choosing"
"""How the ids of the blocks begin that ask in a dialog."""
_KEPT: Final = (
    "type",
    "callback_id",
    "external_id",
    "title",
    "submit",
    "close",
    "private_metadata",
    "clear_on_close",
    "notify_on_close",
)
"""What a view that Slack gave back may be sent with again."""


# ── In a dialog ──────────────────────────────────────────────────────────────


def asked_beneath(view: Payload, refusal: Refusal, words: Words) -> Shape | None:
    """The dialog as it was sent, with the question beneath its field; None if it has none."""
    if not isinstance(refusal, Ambiguous):
        return None
    asked = refusal

    def value(choice: str) -> str:
        return packed(field=asked.field, heard=asked.heard, choice=choice)

    shown = _as_typed(view)
    place = next(
        (at for at, block in enumerate(shown["blocks"], 1) if block["block_id"] == asked.field), 0
    )
    if not place:
        return None
    question = [
        {**block.to_dict(), "block_id": f"{_OURS}:{number}"}
        for number, block in enumerate(views.beneath(asked, value, words))
    ]
    shown["blocks"][place:place] = question
    return shown


def filled(pressed: Pressed) -> Shape:
    """The dialog with the chosen words in the field, and without the question."""
    chosen = unpacked(pressed.value)
    name, heard, choice = (str(chosen[key]) for key in ("field", "heard", "choice"))
    shown = _as_typed(pressed.view)
    for block in shown["blocks"]:
        if block["block_id"] == name:
            element = block["element"]
            before, found, after = element.get("initial_value", "").rpartition(heard)
            whole = before + choice + after
            fits = found and len(whole) <= element.get("max_length", TYPED)
            element["initial_value"] = whole if fits else choice
            element["action_id"] = _other(element["action_id"])
    return shown


def _as_typed(view: Payload) -> Shape:
    """A view that can be sent again, with what was typed as its first values."""
    state: Mapping[str, Payload] = (view.get("state") or {}).get("values") or {}
    shown: Shape = {name: view[name] for name in _KEPT if view.get(name)}
    shown["blocks"] = [
        _holding(block, state) if block["type"] == "input" else dict(block)
        for block in view["blocks"]
        if not block["block_id"].startswith(_OURS)
    ]
    return shown


def _holding(block: Payload, state: Mapping[str, Payload]) -> Shape:
    element = block["element"]
    held = state.get(block["block_id"], {}).get(element["action_id"], {})
    bare = {name: value for name, value in element.items() if not name.startswith("initial_")}
    return {**block, "element": {**bare, **dict(_initial(held))}}


def _initial(held: Payload) -> Iterator[tuple[str, Any]]:
    """A field's state under the names by which a view fills it in."""
    for name, value in held.items():
        if value and (name == "value" or name.startswith("selected_")):
            yield "initial_" + name.removeprefix("selected_"), value


def _other(action_id: str) -> str:
    """Slack keeps what stands in a field whose ids stay the same, so that one of them changes."""
    return action_id.removesuffix(".") if action_id.endswith(".") else action_id + "."


# ── After a command or a mention ─────────────────────────────────────────────


def question(refusal: Refusal, said: Said) -> Reply | None:
    """The question with its buttons; None if there is nothing to choose, or no room for it."""
    if not isinstance(refusal, Ambiguous):
        return None
    asked = refusal

    def value(choice: str) -> str:
        """Whichever button is pressed, and however often, the request has its effect once."""
        return json.dumps(
            {
                "command": said.command,
                "text": asked.settled(said.text, choice),
                "ts": said.ts,
                "thread": said.thread_ts,
                "request": said.by.request,
            },
            ensure_ascii=False,
        )

    if max(len(value(choice)) for choice in asked.choices) > BUTTON_VALUE:
        return None
    return views.message(asked, value, said.words)


def said_again(pressed: Pressed) -> Said:
    """The command or mention with the chosen reading; the answer takes the question's place."""
    said = json.loads(pressed.value)
    return Said(
        by=replace(pressed.by, request=f"{said['request']}:chosen"),
        channel=pressed.channel,
        command=said["command"],
        text=said["text"],
        words=pressed.words,
        answer=pressed.replace,
        open=pressed.open,
        profile=pressed.profile,
        ts=said["ts"],
        thread_ts=said["thread"],
    )
