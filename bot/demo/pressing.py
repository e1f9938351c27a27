"""Buttons, menus and inputs: what a person does to an element, and what the app is told.

https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
"""

from typing import TYPE_CHECKING, Any

from bot.demo import payloads, values
from bot.demo.blockkit import check_options
from bot.demo.blockkit.composition import offered
from bot.demo.envelopes import Kind
from bot.demo.errors import NotThereError, SlackError
from bot.demo.interaction import DONE, Outcome, ask, base, place_of, response_url
from bot.demo.model import Json, Message, User, View

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace


def _element(blocks: list[Json], block_id: str, action_id: str) -> tuple[Json, Json]:
    for block in blocks:
        if block.get("block_id") == block_id:
            for element in values.elements_of(block):
                if element.get("action_id") == action_id:
                    return block, element
    raise NotThereError(f"no element {action_id} in block {block_id}")


def _hold(
    ws: "Workspace",
    user: User,
    state: values.State,
    block: Json,
    element: Json,
    raw: Any,  # noqa: ANN401 - JSON
) -> Json | None:
    """Put a value into an element; its new state, None for a button."""
    kind = element["type"]
    if kind == "button":
        return None
    further = ws.suggested.get((user.id, element["action_id"]))
    held = values.state_of(element, raw, further)
    if kind != "overflow":
        with ws.lock:
            state.setdefault(block["block_id"], {})[element["action_id"]] = held
        ws.changed()
    return held


def press_in_message(
    ws: "Workspace",
    user: User,
    said: Message,
    block_id: str,
    action_id: str,
    raw: Any = None,  # noqa: ANN401 - JSON
) -> Outcome:
    """A click or choice in a message. Ephemeral messages don't travel with the payload."""
    block, element = _element(said.blocks or [], block_id, action_id)
    state = _state_in(said, user)
    held = _hold(ws, user, state, block, element, raw)
    if block["type"] == "input" and not block.get("dispatch_action", False):
        return DONE
    container: Json = {
        "type": "message",
        "message_ts": said.ts,
        "channel_id": said.channel,
        "is_ephemeral": said.only_for is not None,
    }
    if said.in_thread:
        container["thread_ts"] = said.thread_ts
    payload = base(ws, "block_actions", user) | {
        "container": container,
        "trigger_id": ws.triggers.issue(user.id),
        "channel": place_of(ws.channels[said.channel]),
        "state": {"values": state},
        "response_url": response_url(ws, user, said),
        "actions": [values.action_of(block, element, held, ws.next_ts())],
    }
    if said.only_for is None:
        payload["message"] = payloads.message(ws, said)
    return Outcome(ask(ws, Kind.INTERACTION, payload)[1])


def _state_in(said: Message, user: User) -> values.State:
    return said.states.setdefault(user.id, values.initial_state(said.blocks or []))


def hold_in_message(
    ws: "Workspace",
    user: User,
    said: Message,
    block_id: str,
    action_id: str,
    raw: Any,  # noqa: ANN401 - JSON
) -> None:
    """Type or choose in a message without sending anything."""
    block, element = _element(said.blocks or [], block_id, action_id)
    _hold(ws, user, _state_in(said, user), block, element, raw)


def hold_in_view(
    ws: "Workspace",
    user: User,
    view: View,
    block_id: str,
    action_id: str,
    raw: Any,  # noqa: ANN401 - JSON
) -> None:
    """Type or choose in a view without sending anything."""
    block, element = _element(view.blocks, block_id, action_id)
    _hold(ws, user, view.values, block, element, raw)


def press_in_view(
    ws: "Workspace",
    user: User,
    view: View,
    block_id: str,
    action_id: str,
    raw: Any = None,  # noqa: ANN401 - JSON
) -> Outcome:
    """A click or choice in a modal or home tab; plain inputs stay quiet until submission."""
    block, element = _element(view.blocks, block_id, action_id)
    held = _hold(ws, user, view.values, block, element, raw)
    if block["type"] == "input" and not block.get("dispatch_action", False):
        return DONE
    modal = view.kind == "modal"
    payload = base(ws, "block_actions", user, in_view=view) | {
        "container": {"type": "view", "view_id": view.id},
        "trigger_id": ws.triggers.issue(user.id, in_view=view.id if modal else None),
        "view": payloads.view(ws, view),
        "actions": [values.action_of(block, element, held, ws.next_ts())],
    }
    return Outcome(ask(ws, Kind.INTERACTION, payload)[1])


def suggestions(
    ws: "Workspace", user: User, where: View | Message, action_id: str, query: str
) -> Json:
    """What an external select offers for `query`: `options` or `option_groups`."""
    blocks = where.blocks or []
    block = next(
        (b for b in blocks for e in values.elements_of(b) if e.get("action_id") == action_id), None
    )
    if block is None:
        raise NotThereError(f"no element {action_id}")
    view = where if isinstance(where, View) else None
    payload = base(ws, "block_suggestion", user, in_view=view) | {
        "action_id": action_id,
        "block_id": block["block_id"],
        "value": query,
    }
    if isinstance(where, View):
        payload |= {
            "container": {"type": "view", "view_id": where.id},
            "view": payloads.view(ws, where),
        }
    else:
        payload |= {
            "container": {"type": "message", "message_ts": where.ts, "channel_id": where.channel},
            "channel": place_of(ws.channels[where.channel]),
            "message": payloads.message(ws, where),
        }
    reply, error = ask(ws, Kind.INTERACTION, payload)
    if error or not isinstance(reply, dict):
        return {"options": []}
    try:
        check_options(reply)
    except SlackError:
        return {"options": []}
    ws.suggested[user.id, action_id] = offered(reply)
    return reply
