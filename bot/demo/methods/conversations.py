"""conversations.*: where people talk, who is there, and what was said."""

from bot.demo import limits, payloads
from bot.demo.errors import SlackError
from bot.demo.methods.call import Call, Method
from bot.demo.methods.chat import shares_a_channel
from bot.demo.model import Channel, ChannelKind, Json, Message

_TYPES = {
    "public_channel": ChannelKind.PUBLIC,
    "private_channel": ChannelKind.PRIVATE,
    "im": ChannelKind.DM,
    "mpim": ChannelKind.GROUP,
}


def _open(call: Call) -> Json:
    if call.maybe("channel"):
        place = call.channel()
        return {"channel": _opened(call, place), "no_op": True, "already_open": True}
    people = [one.strip() for one in call.maybe("users").split(",") if one.strip()]
    if not people:
        raise SlackError("users_list_not_supplied")
    if len(people) > limits.GROUP_DM_PEOPLE:
        raise SlackError("too_many_users")
    call.needs("im:write" if len(people) == 1 else "mpim:write")
    for user_id in people:
        who = call.ws.user(user_id)
        if who.deactivated:
            raise SlackError("user_disabled")
        if who.is_bot:
            raise SlackError("cannot_dm_bot")
        if call.ws.is_external(who) and not shares_a_channel(call, user_id):
            raise SlackError("user_not_visible")
    place, fresh = call.ws.direct([call.app.bot.id, *people])
    known = {} if fresh else {"no_op": True, "already_open": True}
    return {"channel": _opened(call, place), **known}


def _opened(call: Call, place: Channel) -> Json:
    if call.flag("return_im"):
        return payloads.channel(call.ws, place, asker=call.app.bot.id)
    return {"id": place.id}


def _list(call: Call) -> Json:
    wanted = [one.strip() for one in (call.maybe("types") or "public_channel").split(",")]
    if not set(wanted) <= set(_TYPES):
        raise SlackError("invalid_types")
    kinds = {_TYPES[one] for one in wanted}
    places = [
        place
        for place in call.ws.channels.values()
        if place.kind in kinds
        and (not place.is_private or call.is_member(place))
        and not (call.flag("exclude_archived") and place.archived)
    ]
    for kind in sorted(kinds):
        call.needs_for(Channel("", "", kind, 0, ""), "read")
    rows, following = call.page(places)
    listed = [payloads.channel(call.ws, place, asker=call.app.bot.id) for place in rows]
    return {"channels": listed, **following}


def _info(call: Call) -> Json:
    place = call.channel()
    call.needs_for(place, "read")
    return {"channel": payloads.channel(call.ws, place, asker=call.app.bot.id)}


def _members(call: Call) -> Json:
    place = call.channel()
    call.needs_for(place, "read")
    rows, following = call.page(place.members)
    return {"members": rows, **following}


def _readable(call: Call) -> Channel:
    place = call.channel()
    call.needs_for(place, "history")
    if not call.is_member(place):
        raise SlackError("not_in_channel")
    return place


def _within(call: Call, said: Message) -> bool:
    oldest, latest = call.maybe("oldest"), call.maybe("latest")
    if call.flag("inclusive"):
        return (not oldest or said.ts >= oldest) and (not latest or said.ts <= latest)
    return (not oldest or said.ts > oldest) and (not latest or said.ts < latest)


def _page_of(call: Call, said: list[Message]) -> Json:
    rows, following = call.page(said)
    more = bool(following["response_metadata"]["next_cursor"])
    metadata = call.flag("include_all_metadata")
    messages = [payloads.message(call.ws, one, metadata=metadata) for one in rows]
    return {"messages": messages, "has_more": more, **(following if more else {})}


def _history(call: Call) -> Json:
    place = _readable(call)
    with call.ws.lock:
        said = [
            one
            for one in call.ws.messages[place.id]
            if one.only_for is None and (not one.in_thread or one.broadcast) and _within(call, one)
        ]
    return _page_of(call, said[::-1])


def _replies(call: Call) -> Json:
    place = _readable(call)
    root = call.text("ts")
    with call.ws.lock:
        said = [
            one
            for one in call.ws.messages[place.id]
            if one.only_for is None and root in (one.ts, one.thread_ts)
        ]
    if not said:
        raise SlackError("thread_not_found")
    return _page_of(call, [one for one in said if one.ts == root or _within(call, one)])


CONVERSATIONS = {
    "conversations.history": Method(_history),
    "conversations.info": Method(_info),
    "conversations.list": Method(_list),
    "conversations.members": Method(_members),
    "conversations.open": Method(_open),
    "conversations.replies": Method(_replies),
}
