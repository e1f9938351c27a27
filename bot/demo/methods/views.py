"""views.*: dialogs and home tabs."""

from bot.demo import modals, payloads
from bot.demo.methods.call import Call, Method
from bot.demo.model import Json, View


def _answer(call: Call, view: View) -> Json:
    return {"view": payloads.view(call.ws, view)}


def _open(call: Call) -> Json:
    trigger = call.text("trigger_id")
    return _answer(call, modals.open_modal(call.ws, trigger, call.args.get("view") or {}))


def _push(call: Call) -> Json:
    trigger = call.text("trigger_id")
    return _answer(call, modals.push_modal(call.ws, trigger, call.args.get("view") or {}))


def _update(call: Call) -> Json:
    view = modals.find(call.ws, call.args)
    payload = call.args.get("view") or {}
    return _answer(call, modals.replace(call.ws, view, payload, expected_hash=call.maybe("hash")))


def _publish(call: Call) -> Json:
    payload = call.args.get("view") or {}
    view = modals.publish(call.ws, call.text("user_id"), payload, expected_hash=call.maybe("hash"))
    return _answer(call, view)


VIEWS = {
    "views.open": Method(_open),
    "views.publish": Method(_publish),
    "views.push": Method(_push),
    "views.update": Method(_update),
}
