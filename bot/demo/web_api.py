"""A Web API call from its name, token and arguments to Slack's JSON answer."""

import json
from typing import TYPE_CHECKING, Any

from bot.demo.errors import SlackError
from bot.demo.installation import Installation
from bot.demo.methods import METHODS, Method
from bot.demo.methods.call import Call
from bot.demo.model import Json

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace

_STRUCTURED = {
    "attachments": "invalid_attachments",
    "blocks": "invalid_blocks_format",
    "files": "invalid_arguments",
    "metadata": "metadata_must_be_sent_as_json",
    "view": "invalid_arguments",
}
"""Arguments that are JSON inside a form, and the code for one that isn't."""


def call(ws: "Workspace", name: str, token: str, given: Json) -> Json:
    """Slack's answer to a method; refusals are answers too (`ok: false`)."""
    method = METHODS.get(name)
    if method is None:
        return SlackError("unknown_method", req_method=name).body()
    try:
        app = _authorised(ws, method, token or str(given.get("token") or ""))
        one = Call(ws, app, _decoded(given))
        one.needs(*method.scopes)
        with ws.lock:
            return {"ok": True, **method.run(one)}
    except SlackError as refusal:
        return refusal.body()


def _authorised(ws: "Workspace", method: Method, token: str) -> Installation:
    if not token:
        raise SlackError("not_authed")
    app = ws.app
    if app is None or token not in (app.bot_token, app.app_token):
        raise SlackError("invalid_auth")
    if ws.revoked:
        raise SlackError("token_revoked")
    if method.app_token is not (token == app.app_token):
        raise SlackError("not_allowed_token_type")
    return app


def _decoded(given: Json) -> Json:
    args: Json = {}
    for name, value in given.items():
        if name != "token" and value is not None:
            args[name] = _parsed(name, value)
    return args


def _parsed(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON
    if name not in _STRUCTURED or not isinstance(value, str):
        return value
    if not value:
        return None
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        raise SlackError(_STRUCTURED[name]) from None
