"""All that the workspace holds for one person, whether a screen would show it or not."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bot.demo import payloads, sight
from bot.demo.acting import Persona

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace

_XML = (".xml", ".rels")


def everything(ws: "Workspace", who: Persona) -> Iterator[str]:
    """Messages with what is attached to them, files from inside, dialogs, the home tab."""
    for place in sight.conversations(ws, who.user):
        yield place.name + place.topic
        for said in sight.visible(ws, place, who.user):
            yield _written(payloads.message(ws, said, metadata=True))
    yield from papers(ws, who)
    for view in [*(ws.modals.get(who.id) or ()), *filter(None, [ws.homes.get(who.id)])]:
        yield _written(payloads.view(ws, view))


def papers(ws: "Workspace", who: Persona) -> Iterator[str]:
    """Names, titles and insides of the files that somebody may open."""
    for stored in ws.files.values():
        if sight.may_open_file(ws, stored.id, who.user):
            yield stored.name
            yield stored.title
            yield from inside(stored.content)


def words(ws: "Workspace", who: Persona) -> Iterator[str]:
    """What somebody reads, and what a screen reader or a notification says to them."""
    for place in sight.conversations(ws, who.user):
        for said in sight.visible(ws, place, who.user):
            yield f"{place.name or place.kind}: {said.text}"
            yield f"{place.name or place.kind}: {sight.message_words(said)}"
    yield from papers(ws, who)
    home = ws.homes.get(who.id)
    if home is not None:
        yield f"home: {sight.view_words(payloads.view(ws, home))}"


def inside(content: bytes) -> Iterator[str]:
    """Every part of a paper, properties and comments among them; a calendar's lines unfolded.

    Word parts words wherever it likes, so that the text of a part is read in one piece as well.
    """
    if not zipfile.is_zipfile(io.BytesIO(content)):
        yield re.sub(r"\r?\n[ \t]", "", content.decode())  # RFC 5545, 3.1
        return
    with zipfile.ZipFile(io.BytesIO(content)) as paper:
        yield paper.comment.decode()
        for part in paper.namelist():
            held = paper.read(part)
            yield f"{part}: {held.decode(errors='replace')}"
            if part.endswith(_XML):
                yield "".join(ET.fromstring(held).itertext())


def _written(told: object) -> str:
    return json.dumps(told, ensure_ascii=False)
