"""What an interactive element holds: `state.values`, `actions[0]`, and what a client refuses.

https://docs.slack.dev/reference/interaction-payloads
"""

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.demo.blockkit.composition import offered
from bot.demo.blockkit.elements import STATEFUL
from bot.demo.errors import NotThereError
from bot.demo.ids import Ids
from bot.demo.model import Json

State = dict[str, dict[str, Json]]

_TEXTS = {"plain_text_input", "number_input", "email_text_input", "url_text_input"}
_ONE_OPTION = {"static_select", "external_select", "radio_buttons", "overflow"}
_SOME_OPTIONS = {"multi_static_select", "multi_external_select", "checkboxes"}
_ONE_ID = {
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
}
_SOME_IDS = {
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
}
_MOMENTS = {
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
}
_INITIAL = {
    **dict.fromkeys(_TEXTS | {"rich_text_input"}, "initial_value"),
    **dict.fromkeys(_ONE_OPTION, "initial_option"),
    **dict.fromkeys(_SOME_OPTIONS, "initial_options"),
    **{kind: name.replace("selected", "initial") for kind, name in _ONE_ID.items()},
    **{kind: name.replace("selected", "initial") for kind, name in _SOME_IDS.items()},
    **{kind: name.replace("selected", "initial") for kind, name in _MOMENTS.items()},
}


def elements_of(block: Json) -> list[Json]:
    """The elements of a block, in reading order."""
    found = [block.get("accessory"), block.get("element")]
    if block.get("type") in {"actions", "context"}:
        found += block.get("elements") or []
    return [element for element in found if isinstance(element, dict)]


def with_ids(ids: Ids, blocks: list[Json]) -> list[Json]:
    """A copy in which every block and every interactive element has an id, as Slack gives."""
    copied = copy.deepcopy(blocks)
    for block in copied:
        block.setdefault("block_id", f"b{ids.number('block')}")
        for element in elements_of(block):
            if element["type"] not in {"image", "plain_text", "mrkdwn"}:
                element.setdefault("action_id", f"a{ids.number('action')}")
    return copied


def key_of(kind: str) -> str:
    """The name under which an element's state holds its value."""
    if kind in _TEXTS:
        return "value"
    if kind in _ONE_OPTION:
        return "selected_option"
    if kind in _SOME_OPTIONS:
        return "selected_options"
    singles = {**_ONE_ID, **_SOME_IDS, **_MOMENTS}
    return singles.get(kind, {"rich_text_input": "rich_text_value"}.get(kind, "files"))


def _empty(kind: str) -> Any:  # noqa: ANN401 - JSON
    return [] if kind in _SOME_OPTIONS or kind in _SOME_IDS or kind == "file_input" else None


def state_of(element: Json, raw: Any, further: list[Json] | None = None) -> Json:  # noqa: ANN401
    """The state of `element` once a person gave it `raw`.

    Raw is what a form control holds: a text, an option's value, a list of those, an id, an ISO
    date, `HH:MM`. `further` are options that an external select was offered.
    """
    kind = element["type"]
    options = offered(element) + (further or [])
    value: Any = raw if raw not in ("", []) else None
    if value is None:
        value = _empty(kind)
    elif kind in _ONE_OPTION:
        value = _option(options, raw)
    elif kind in _SOME_OPTIONS:
        value = [_option(options, one) for one in raw]
    elif kind == "rich_text_input" and isinstance(raw, str):
        section = {"type": "rich_text_section", "elements": [{"type": "text", "text": raw}]}
        value = {"type": "rich_text", "elements": [section]}
    elif kind == "datetimepicker":
        value = int(raw)
    return {"type": kind, key_of(kind): value}


def _option(options: list[Json], raw: Any) -> Json:  # noqa: ANN401 - value or label
    """By value first, then by what people read."""
    for option in options:
        if option["value"] == raw:
            return option
    for option in options:
        if option["text"]["text"] == raw:
            return option
    known = ", ".join(f"«{option['text']['text']}»" for option in options)
    raise NotThereError(f"no option «{raw}»; there are: {known}")


def initial(element: Json) -> Json:
    """The state of an untouched element."""
    kind = element["type"]
    value = element.get(_INITIAL.get(kind, ""), _empty(kind))
    return {"type": kind, key_of(kind): value}


def initial_state(blocks: list[Json]) -> State:
    state: State = {}
    for block in blocks:
        for element in elements_of(block):
            if element["type"] in STATEFUL:
                state.setdefault(block["block_id"], {})[element["action_id"]] = initial(element)
    return state


def carried_over(old: State, blocks: list[Json]) -> State:
    """State after an update: an element with the same ids and type keeps what was typed."""
    state = initial_state(blocks)
    for block_id, actions in state.items():
        for action_id, fresh in actions.items():
            kept = old.get(block_id, {}).get(action_id)
            if kept is not None and kept["type"] == fresh["type"]:
                actions[action_id] = kept
    return state


def action_of(block: Json, element: Json, state: Json | None, ts: str) -> Json:
    """`actions[0]` of a `block_actions` payload."""
    action: Json = {
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "action_ts": ts,
    }
    for name in ("text", "value", "style", "placeholder", _INITIAL.get(element["type"], "")):
        if name in element:
            action[name] = element[name]
    return action | {key: held for key, held in (state or {}).items() if key != "type"}


# what Slack's own clients refuse before they send a dialog


@dataclass(frozen=True)
class Objection:
    """`rule` with its number, if it has one; worded in `wording.py`."""

    rule: str
    limit: int | float | None = None


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


_WELL_FORMED: dict[str, Callable[[str], object]] = {
    "email_text_input": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+").fullmatch,
    "url_text_input": re.compile(r"https?://\S+").fullmatch,
    "datepicker": _is_date,
}


def objections(blocks: list[Json], state: State) -> dict[str, Objection]:
    """block_id → why the dialog can't be sent yet."""
    found: dict[str, Objection] = {}
    for block in blocks:
        if block["type"] != "input":
            continue
        element = block["element"]
        held = state.get(block["block_id"], {}).get(element["action_id"], {})
        value = held.get(key_of(element["type"]))
        objection = next(_object(block, element, value), None)
        if objection is not None:
            found[block["block_id"]] = objection
    return found


def _object(block: Json, element: Json, value: Any) -> Iterator[Objection]:  # noqa: ANN401
    if value in (None, "", []):
        if not block.get("optional", False):
            yield Objection("required")
        return
    kind = element["type"]
    if kind == "plain_text_input":
        yield from _length(element, value)
    elif kind == "number_input":
        yield from _number(element, value)
    elif kind in _WELL_FORMED and not _WELL_FORMED[kind](value):
        yield Objection(kind)
    elif kind.startswith("multi_") and len(value) > element.get("max_selected_items", len(value)):
        yield Objection("too_many", element["max_selected_items"])


def _length(element: Json, value: str) -> Iterator[Objection]:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if len(value) < least:
        yield Objection("too_short", least)
    if len(value) > most:
        yield Objection("too_long", most)


def _number(element: Json, value: str) -> Iterator[Objection]:
    try:
        number = float(value)
    except ValueError:
        yield Objection("number")
        return
    if not element["is_decimal_allowed"] and not number.is_integer():
        yield Objection("whole_number")
    if "min_value" in element and number < float(element["min_value"]):
        yield Objection("too_small", float(element["min_value"]))
    if "max_value" in element and number > float(element["max_value"]):
        yield Objection("too_large", float(element["max_value"]))
