"""chat.*: what the bot says."""

from bot.demo import limits, payloads, posting
from bot.demo.errors import SlackError
from bot.demo.methods.call import Call, Method
from bot.demo.model import Channel, ChannelKind, Json, Message


def shares_a_channel(call: Call, user_id: str) -> bool:
    """Whether the bot may write to somebody of another workspace."""
    return any(
        user_id in place.members and call.app.bot.id in place.members
        for place in call.ws.channels.values()
        if place.kind is not ChannelKind.DM
    )


def _destination(call: Call) -> Channel:
    """A conversation by id or name; a user id stands for the DM with them."""
    target = call.maybe("channel")
    person = call.ws.users.get(target)
    if person is not None:
        if call.ws.is_external(person) and not shares_a_channel(call, person.id):
            raise SlackError("channel_not_found")
        return call.ws.direct([call.app.bot.id, person.id])[0]
    named = next((c for c in call.ws.channels.values() if c.name == target.lstrip("#")), None)
    if named is not None and target not in call.ws.channels:
        target = named.id
    place = call.ws.channel(target)
    if not call.is_member(place):
        if place.is_private:
            raise SlackError("channel_not_found")
        if "chat:write.public" not in call.app.scopes:
            raise SlackError("not_in_channel")
    return place


def _post(call: Call) -> Json:
    place = _destination(call)
    content = posting.checked(call.ws, call.args)
    said = posting.post(
        call.ws,
        place,
        call.app.bot,
        content,
        thread_ts=call.maybe("thread_ts") or None,
        broadcast=call.flag("reply_broadcast"),
    )
    body = payloads.message(call.ws, said, metadata=True)
    return {"channel": place.id, "ts": said.ts, "message": body}


def _post_ephemeral(call: Call) -> Json:
    place = call.channel()
    if not call.is_member(place):
        raise SlackError("not_in_channel")
    if call.text("user") not in place.members:
        raise SlackError("user_not_in_channel")
    content = posting.checked(call.ws, call.args, most_text=limits.MESSAGE_TEXT_CUT)
    said = posting.post(
        call.ws,
        place,
        call.app.bot,
        content,
        thread_ts=call.maybe("thread_ts") or None,
        only_for=call.text("user"),
    )
    return {"message_ts": said.ts}


def _standing(call: Call, ts: str) -> Message:
    """A message that everybody sees; ephemeral ones can't be found by the API."""
    said = call.ws.message(call.channel().id, ts)
    if said is None or said.only_for is not None or said.tombstone:
        raise SlackError("message_not_found")
    return said


def _update(call: Call) -> Json:
    said = _standing(call, call.text("ts"))
    if said.user != call.app.bot.id:
        raise SlackError("cant_update_message")
    if call.ws.channels[said.channel].archived:
        raise SlackError("is_inactive")
    kept = {"blocks": said.blocks, "attachments": said.attachments}
    args = call.args | {name: old for name, old in kept.items() if name not in call.args}
    content = posting.checked(call.ws, args, most_text=limits.MESSAGE_TEXT_UPDATE)
    posting.change(call.ws, said, content)
    body = payloads.message(call.ws, said, metadata=True)
    return {"channel": said.channel, "ts": said.ts, "text": said.text, "message": body}


def _delete(call: Call) -> Json:
    said = _standing(call, call.text("ts"))
    if said.user != call.app.bot.id:
        raise SlackError("cant_delete_message")
    posting.remove(call.ws, said)
    return {"channel": said.channel, "ts": said.ts}


def permalink(call: Call, said: Message) -> str:
    thread = f"?thread_ts={said.thread_ts}&cid={said.channel}" if said.in_thread else ""
    return f"{call.ws.url}/archives/{said.channel}/p{said.ts.replace('.', '')}{thread}"


def _permalink(call: Call) -> Json:
    said = _standing(call, call.text("message_ts"))
    return {"channel": said.channel, "permalink": permalink(call, said)}


CHAT = {
    "chat.delete": Method(_delete, ("chat:write",)),
    "chat.getPermalink": Method(_permalink),
    "chat.postEphemeral": Method(_post_ephemeral, ("chat:write",)),
    "chat.postMessage": Method(_post, ("chat:write",)),
    "chat.update": Method(_update, ("chat:write",)),
}
