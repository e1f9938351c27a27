"""files.*: the upload in three steps, and what becomes of a file.

https://docs.slack.dev/messaging/working-with-files
"""

import mimetypes
from typing import Any

from bot.demo import payloads, posting
from bot.demo.blockkit import check_message_blocks
from bot.demo.errors import SlackError
from bot.demo.methods.call import Call, Method
from bot.demo.model import Channel, Json, StoredFile


def _upload_url(call: Call) -> Json:
    name = call.text("filename")
    try:
        length = int(call.text("length"))
    except ValueError:
        raise SlackError("invalid_arguments", messages=("must be an integer",)) from None
    if length <= 0:
        raise SlackError("missing_argument")
    stored = StoredFile(
        id=call.ws.ids.next("F"),
        name=name,
        title=name,
        mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream",
        user=call.app.bot.id,
        created=call.ws.seconds(),
        content=b"",
    )
    ticket = f"{stored.id}-{call.ws.ids.secret()}"
    call.ws.uploads[ticket] = stored
    return {"upload_url": f"{call.ws.url}/upload/{ticket}", "file_id": stored.id}


def _places(call: Call) -> list[Channel]:
    """Where the files shall be shared: the bot must be a member there."""
    names = call.maybe("channels").split(",") if call.maybe("channels") else []
    names += [call.maybe("channel_id")] if call.maybe("channel_id") else []
    places = []
    for name in names:
        place = call.ws.channels.get(name)
        if place is None or (place.is_private and not call.is_member(place)):
            raise SlackError("channel_not_found")
        if not call.is_member(place):
            raise SlackError("not_in_channel")
        places.append(place)
    return places


def _complete(call: Call) -> Json:
    wanted = call.args.get("files")
    if not isinstance(wanted, list) or not wanted:
        raise SlackError("invalid_arguments", messages=("missing required field: files",))
    places = _places(call)
    ready = {stored.id: (ticket, stored) for ticket, stored in call.ws.uploads.items()}
    for one in wanted:
        if one.get("id") not in ready or not ready[one["id"]][1].content:
            raise SlackError("file_not_found")
    files = []
    with call.ws.lock:
        for one in wanted:
            ticket, stored = ready[one["id"]]
            stored.title = one.get("title") or stored.name
            stored.channels = [place.id for place in places]
            call.ws.files[stored.id] = stored
            del call.ws.uploads[ticket]
            files.append(stored)
    # Slack shares in the background: the answer doesn't know the messages yet.
    answer = [payloads.file(call.ws, stored) for stored in files]
    for place in places:
        _share(call, place, files)
    return {"files": answer}


def _share(call: Call, place: Channel, files: list[StoredFile]) -> None:
    blocks: Any = call.args.get("blocks") or None
    if blocks is not None:
        check_message_blocks(blocks)
    posting.post(
        call.ws,
        place,
        call.app.bot,
        {
            "text": call.maybe("initial_comment"),
            "blocks": blocks,
            "attachments": None,
            "metadata": None,
        },
        thread_ts=call.maybe("thread_ts") or None,
        files=tuple(stored.id for stored in files),
    )


def _known(call: Call) -> StoredFile:
    stored = call.ws.files.get(call.text("file"))
    if stored is None:
        raise SlackError("file_not_found")
    if stored.deleted:
        raise SlackError("file_deleted")
    return stored


def _info(call: Call) -> Json:
    stored = _known(call)
    return {"file": payloads.file(call.ws, stored), "comments": []}


def _delete(call: Call) -> Json:
    stored = _known(call)
    if stored.user != call.app.bot.id:
        raise SlackError("cant_delete_file")
    with call.ws.lock:
        stored.deleted = True
        stored.content = b""
        for place, stamps in stored.shares.items():
            for said in call.ws.messages[place]:
                if said.ts in stamps:
                    said.files.remove(stored.id)
    call.ws.changed()
    return {}


FILES = {
    "files.completeUploadExternal": Method(_complete, ("files:write",)),
    "files.delete": Method(_delete, ("files:write",)),
    "files.getUploadURLExternal": Method(_upload_url, ("files:write",)),
    "files.info": Method(_info, ("files:read",)),
}
