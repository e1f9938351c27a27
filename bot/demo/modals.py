"""Views: modal stacks and home tabs. https://docs.slack.dev/surfaces/modals"""

from typing import TYPE_CHECKING

from bot.demo import limits
from bot.demo.blockkit import check_view
from bot.demo.errors import SlackError
from bot.demo.model import Json, View
from bot.demo.values import carried_over, initial_state, with_ids

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace


def _fresh_hash(ws: "Workspace") -> str:
    return f"{ws.seconds()}.{ws.ids.number('hash'):08x}"


def _external_id_is_free(ws: "Workspace", payload: Json, *, besides: View | None = None) -> None:
    wanted = payload.get("external_id")
    if not wanted:
        return
    stacks = [view for stack in ws.modals.values() for view in stack]
    for view in [*stacks, *ws.homes.values()]:
        if view is not besides and view.payload.get("external_id") == wanted:
            raise SlackError("duplicate_external_id")


def _build(ws: "Workspace", owner: str, payload: Json, kind: str, below: View | None) -> View:
    blocks = with_ids(ws.ids, payload["blocks"])
    view_id = ws.ids.next("V")
    return View(
        id=view_id,
        kind=kind,
        owner=owner,
        team=ws.users[owner].team.id,
        payload=payload | {"blocks": blocks},
        hash=_fresh_hash(ws),
        root=below.root if below is not None else view_id,
        previous=below.id if below is not None else None,
        values=initial_state(blocks),
    )


def open_modal(ws: "Workspace", trigger_id: str, payload: Json) -> View:
    """`views.open`: a new stack before the person whose interaction gave the trigger."""
    check_view(payload, "modal")
    with ws.lock:
        _external_id_is_free(ws, payload)
        owner = ws.triggers.exchange(trigger_id).user
        view = _build(ws, owner, payload, "modal", None)
        ws.modals[owner] = [view]
    ws.changed()
    return view


def push_modal(ws: "Workspace", trigger_id: str, payload: Json) -> View:
    """`views.push`: on top of the modal in which the trigger arose."""
    check_view(payload, "modal")
    with ws.lock:
        _external_id_is_free(ws, payload)
        trigger = ws.triggers.exchange(trigger_id)
        stack = ws.modals.get(trigger.user) or []
        if trigger.in_view is None or not stack:
            raise SlackError("not_found")
        view = stack_on(ws, stack[-1], payload)
    ws.changed()
    return view


def stack_on(ws: "Workspace", below: View, payload: Json) -> View:
    """Put a view on top of `below`; three in a stack are the most."""
    with ws.lock:
        stack = ws.modals[below.owner]
        if len(stack) >= limits.VIEW_STACK:
            raise SlackError("push_limit_reached")
        view = _build(ws, below.owner, payload, "modal", below)
        stack.append(view)
    ws.changed()
    return view


def find(ws: "Workspace", args: Json) -> View:
    """By `view_id` or `external_id`; a closed view is `not_found`."""
    with ws.lock:
        everything = [view for stack in ws.modals.values() for view in stack]
        everything += ws.homes.values()
        for view in everything:
            named = args.get("view_id") == view.id
            external = args.get("external_id")
            if named or (external and view.payload.get("external_id") == external):
                return view
    raise SlackError("not_found")


def replace(ws: "Workspace", view: View, payload: Json, *, expected_hash: str = "") -> View:
    """`views.update` and `response_action: update`; what was typed stays where ids match."""
    check_view(payload, view.kind)
    with ws.lock:
        if expected_hash and expected_hash != view.hash:
            raise SlackError("hash_conflict")
        _external_id_is_free(ws, payload, besides=view)
        blocks = with_ids(ws.ids, payload["blocks"])
        view.payload = payload | {"blocks": blocks}
        view.values = carried_over(view.values, blocks)
        view.errors = {}
        view.hash = _fresh_hash(ws)
    ws.changed()
    return view


def publish(ws: "Workspace", user_id: str, payload: Json, *, expected_hash: str = "") -> View:
    """`views.publish`: the home tab of one person."""
    if not ws.installed.home_tab:
        raise SlackError("not_enabled")
    check_view(payload, "home")
    owner = ws.user(user_id)
    with ws.lock:
        current = ws.homes.get(owner.id)
        if current is not None:
            return replace(ws, current, payload, expected_hash=expected_hash)
        if expected_hash:
            raise SlackError("hash_conflict")
        view = _build(ws, owner.id, payload, "home", None)
        ws.homes[owner.id] = view
    ws.changed()
    return view


def take_away(ws: "Workspace", view: View, *, whole_stack: bool = False) -> list[View]:
    """Close `view` and what lies on it (or everything); the closed views, top first."""
    with ws.lock:
        stack = ws.modals.get(view.owner, [])
        if view not in stack:
            return []
        start = 0 if whole_stack else stack.index(view)
        closed = stack[start:][::-1]
        ws.modals[view.owner] = stack[:start]
    ws.changed()
    return closed
