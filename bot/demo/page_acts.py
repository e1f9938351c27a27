"""What a click on the page does: `POST /page/act`, one function a kind."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bot.demo import commands, events, posting, pressing, sight, submitting
from bot.demo.errors import ActingError, NotAllowedError, SlackError
from bot.demo.interaction import DONE, Outcome
from bot.demo.model import Channel, Json, Message, User, View

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace


def act(ws: "Workspace", me: User, kind: str, asked: Json) -> Json:
    """Do it as `me`; a failure is `{ok: false, error}`, a refused dialog has `errors`."""
    verb = _KINDS.get(kind)
    if verb is None:
        return {"ok": False, "error": "unknown_kind"}
    try:
        outcome = verb(ws, me, asked)
    except SlackError as refusal:
        return {"ok": False, "error": refusal.code}
    except NotAllowedError:
        return {"ok": False, "error": "not_allowed"}
    except ActingError:
        return {"ok": False, "error": "not_found"}
    answer: Json = {"ok": outcome.ok}
    if outcome.error:
        answer["error"] = outcome.error
    if outcome.errors:
        answer["errors"] = outcome.errors
    return answer


def place_for(ws: "Workspace", me: User, channel_id: str) -> Channel:
    """A conversation of this person; unknown and foreign ones look alike."""
    place = ws.channel(channel_id)
    if me.id not in place.members:
        raise SlackError("channel_not_found")
    return place


def message_for(ws: "Workspace", me: User, channel_id: str, ts: str) -> Message:
    said = ws.message(place_for(ws, me, channel_id).id, ts)
    if said is None or said.only_for not in (None, me.id):
        raise SlackError("message_not_found")
    return said


def view_for(ws: "Workspace", me: User, view_id: str) -> View:
    view = ws.view(view_id)
    if view is None or view.owner != me.id:
        raise SlackError("not_found")
    return view


def _text(asked: Json, name: str) -> str:
    return str(asked.get(name) or "")


def _command(ws: "Workspace", me: User, asked: Json) -> Outcome:
    word, *text = _text(asked, "text").split(maxsplit=1) or [""]
    place = place_for(ws, me, _text(asked, "channel"))
    thread_ts = _text(asked, "thread_ts") or None
    return commands.command(ws, me, place, word, "".join(text).strip(), thread_ts=thread_ts)


def _message(ws: "Workspace", me: User, asked: Json) -> Outcome:
    place = place_for(ws, me, _text(asked, "channel"))
    thread_ts = _text(asked, "thread_ts") or None
    posting.say(ws, place, me, _text(asked, "text"), thread_ts=thread_ts)
    return DONE


def _typed(ws: "Workspace", me: User, view: View, values: Any) -> None:  # noqa: ANN401 - JSON
    """Take over everything that stands in the form on the page."""
    for block_id, held in (values or {}).items():
        for action_id, raw in held.items():
            pressing.hold_in_view(ws, me, view, block_id, action_id, raw)


def _block_action(ws: "Workspace", me: User, asked: Json) -> Outcome:
    container = asked.get("container") or {}
    what = (_text(asked, "block_id"), _text(asked, "action_id"), asked.get("value"))
    if container.get("type") == "message":
        said = message_for(ws, me, _text(container, "channel"), _text(container, "ts"))
        for block_id, held in (asked.get("values") or {}).items():
            for action_id, raw in held.items():
                pressing.hold_in_message(ws, me, said, block_id, action_id, raw)
        return pressing.press_in_message(ws, me, said, *what)
    view = view_for(ws, me, _text(container, "view_id"))
    _typed(ws, me, view, asked.get("values"))
    return pressing.press_in_view(ws, me, view, *what)


def _view_submit(ws: "Workspace", me: User, asked: Json) -> Outcome:
    view = view_for(ws, me, _text(asked, "view_id"))
    _typed(ws, me, view, asked.get("values"))
    return submitting.submit(ws, me, view)


def _view_close(ws: "Workspace", me: User, asked: Json) -> Outcome:
    return submitting.close(ws, me, view_for(ws, me, _text(asked, "view_id")))


def _message_shortcut(ws: "Workspace", me: User, asked: Json) -> Outcome:
    said = message_for(ws, me, _text(asked, "channel"), _text(asked, "ts"))
    return commands.message_shortcut(ws, me, said, _text(asked, "callback_id"))


def _global_shortcut(ws: "Workspace", me: User, asked: Json) -> Outcome:
    return commands.global_shortcut(ws, me, _text(asked, "callback_id"))


def _home_opened(ws: "Workspace", me: User, asked: Json) -> Outcome:
    del asked
    direct, _ = ws.direct([me.id, ws.installed.bot.id])
    events.of_home(ws, me, direct, ws.homes.get(me.id))
    return DONE


def _mark_read(ws: "Workspace", me: User, asked: Json) -> Outcome:
    sight.mark_read(ws, place_for(ws, me, _text(asked, "channel")), me)
    return DONE


_KINDS: dict[str, Callable[["Workspace", User, Json], Outcome]] = {
    "block_action": _block_action,
    "command": _command,
    "global_shortcut": _global_shortcut,
    "home_opened": _home_opened,
    "mark_read": _mark_read,
    "message": _message,
    "message_shortcut": _message_shortcut,
    "view_close": _view_close,
    "view_submit": _view_submit,
}
