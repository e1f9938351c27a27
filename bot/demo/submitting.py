"""Dialogs sent and closed. https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"""

from typing import TYPE_CHECKING, Any

from bot.demo import modals, payloads, values, wording
from bot.demo.blockkit import check_view
from bot.demo.envelopes import Kind, Reply
from bot.demo.errors import NotThereError, NotVisibleError, SlackError
from bot.demo.interaction import DONE, Outcome, ask, base
from bot.demo.model import User, View

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace


def submit(ws: "Workspace", user: User, view: View) -> Outcome:
    """Send a modal; https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"""
    if view not in ws.modals.get(user.id, [])[-1:]:
        raise NotVisibleError(f"«{view.title}» isn't the dialog in front any more")
    if view.payload.get("submit") is None:
        raise NotThereError(f"«{view.title}» has no button to send it with")
    objections = values.objections(view.blocks, view.values)
    if objections:
        return _tell(
            ws, view, {k: wording.of_objection(ws.language, o) for k, o in objections.items()}
        )
    view.errors = {}
    payload = base(ws, "view_submission", user, in_view=view) | {
        "trigger_id": ws.triggers.issue(user.id, in_view=view.id),
        "view": payloads.view(ws, view),
        "response_urls": [],
    }
    reply, error = ask(ws, Kind.INTERACTION, payload)
    if error:
        return Outcome(error)
    return _obey(ws, view, reply)


def _tell(ws: "Workspace", view: View, errors: dict[str, str]) -> Outcome:
    view.errors = errors
    ws.changed()
    return Outcome(errors=errors)


def _obey(ws: "Workspace", view: View, reply: Reply) -> Outcome:
    """Do what `response_action` asks; an empty ack closes the view."""
    if not reply:
        modals.take_away(ws, view)
        return DONE
    action = reply.get("response_action") if isinstance(reply, dict) else None
    if action is None or isinstance(reply, str):
        return Outcome("invalid_response_action")
    if action == "clear":
        modals.take_away(ws, view, whole_stack=True)
        return DONE
    if action == "errors":
        inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
        errors = reply.get("errors") or {}
        if not errors or not set(errors) <= inputs:
            return Outcome("invalid_response_action")
        return _tell(ws, view, errors)
    return _show(ws, view, action, reply.get("view"))


def _show(ws: "Workspace", view: View, action: str, payload: Any) -> Outcome:  # noqa: ANN401
    try:
        if action == "update":
            modals.replace(ws, view, payload)
        elif action == "push":
            check_view(payload, "modal")
            modals.stack_on(ws, view, payload)
        else:
            return Outcome("invalid_response_action")
    except SlackError as refusal:
        return Outcome(refusal.code)
    return DONE


def close(ws: "Workspace", user: User, view: View) -> Outcome:
    """The cross or the cancel button; `view_closed` goes out where it was asked for."""
    whole = bool(view.payload.get("clear_on_close", False))
    closed = modals.take_away(ws, view, whole_stack=whole)
    for gone in closed:
        if gone.payload.get("notify_on_close"):
            payload = base(ws, "view_closed", user, in_view=gone) | {
                "view": payloads.view(ws, gone),
                "is_cleared": whole,
            }
            ask(ws, Kind.INTERACTION, payload)
    return DONE
