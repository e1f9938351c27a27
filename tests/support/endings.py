"""How a story ended, in a form in which two runs of it can be compared.

Ids, the moments at which things happened and what Slack itself numbers differ from run to run;
what people agreed on, wrote and read doesn't.
"""

import hashlib
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Row, Table, select

from bot.demo.model import Channel, Message
from storage.columns import UtcTime
from storage.database import Database
from storage.tables import metadata

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace

DESK = {"alembic_version", "cards", "jobs", "receipts"}
"""How we talk to Slack, not what was said."""

AGREED_TIMES = {"starts_at", "ends_at", "comments_until"}
"""Moments that people agreed on; all others are when something happened."""

OF_THIS_RUN = {"content", "sha256", "slack_file", "source", "uid", "version"}

UNDECLARED = {
    ("meetings", "current_item_id"): "agenda_items",
    ("polls", "winner_id"): "poll_options",
}
"""Ids of other rows that aren't foreign keys: these rows refer to each other."""

AUDITED = {
    "action": "action_items",
    "comment": "comments",
    "document": "documents",
    "entry": "minute_entries",
    "inquiry": "inquiries",
    "item": "agenda_items",
    "join_request": "join_requests",
    "mandate": "mandates",
    "meeting": "meetings",
    "organisation": "organisations",
    "participant": "participants",
    "poll": "polls",
    "remark": "remarks",
    "report": "status_reports",
    "round": "status_rounds",
    "series": "series",
}
"""Kind in an audit entry's subject → the table that its number points into."""

NOTED = {
    "item": "agenda_items",
    "order": "agenda_items",
    "organisation": "organisations",
    "organisations": "organisations",
    "people": "participants",
}
"""What an audit entry names by id → the table of it."""

Facts = Mapping[str, Any]


@dataclass
class _Reader:
    """Rows as facts, in which a reference is the facts of the row referred to, in short."""

    rows: Mapping[str, Mapping[tuple[Any, ...], Row[Any]]]
    _names: dict[tuple[str, Any], str] = field(default_factory=dict)

    def facts(self, table: Table, row: Row[Any]) -> Facts:
        told = {
            column.name: self._told(table, column, row._mapping[column.name])
            for column in table.columns
            if not _left_out(column)
        }
        if table.name == "audit_entries":
            told["subject"] = self._subject(told["subject"])
            told["after"] = self._noted(told["after"])
            told["before"] = self._noted(told["before"])
        return told

    def _noted(self, held: Facts) -> Facts:
        """What an audit entry says of before or after, with rows in the place of their ids."""
        return {
            name: [self._row(name, each) for each in value]
            if isinstance(value, list)
            else self._row(name, value)
            for name, value in held.items()
            if name not in OF_THIS_RUN
        }

    def _row(self, name: str, value: Any) -> Any:
        table = NOTED.get(name)
        return value if table is None or type(value) is not int else self._name(table, value)

    def _told(self, table: Table, column: Column[Any], held: Any) -> Any:
        elsewhere = UNDECLARED.get((table.name, column.name)) or _elsewhere(column)
        return held if elsewhere is None or held is None else self._name(elsewhere, held)

    def _name(self, table_name: str, row_id: Any) -> str:
        """A digest of what the row says; of what it refers to, only by declared keys."""
        known = self._names.get((table_name, row_id))
        if known is not None:
            return known
        table = metadata.tables[table_name]
        row = self.rows[table_name][row_id,]
        told = {
            column.name: self._told(table, column, row._mapping[column.name])
            for column in table.columns
            if not _left_out(column) and (table_name, column.name) not in UNDECLARED
        }
        digest = hashlib.sha256(_written(told).encode()).hexdigest()[:6]
        words = next((str(told[name])[:40] for name in _TELLING if told.get(name)), "")
        name = f"{table_name} «{words}» {digest}"
        self._names[table_name, row_id] = name
        return name

    def _subject(self, subject: str) -> str:
        kind, _, number = subject.partition(":")
        if kind not in AUDITED or not number.isdecimal():
            return subject
        return self._name(AUDITED[kind], int(number))


_TELLING = ("filename", "short_name", "title", "name", "question", "text", "rollout")


def _elsewhere(column: Column[Any]) -> str | None:
    """The table whose ids a foreign key holds, be it through keys of several columns."""
    named = {_elsewhere(each.column) or each.column.table.name for each in column.foreign_keys}
    return min(named, default=None)


def _left_out(column: Column[Any]) -> bool:
    if column.name in OF_THIS_RUN or (column.primary_key and not column.foreign_keys):
        return True
    return isinstance(column.type, UtcTime) and column.name not in AGREED_TIMES


def _written(told: Facts) -> str:
    return json.dumps(told, sort_keys=True, default=str, ensure_ascii=False)


def state(database: Database) -> Counter[str]:
    """Every row of every table about meetings and people, as a line."""
    tables = [table for table in metadata.sorted_tables if table.name not in DESK]
    with database.engine.connect() as connection:
        held = {table.name: connection.execute(select(table)).all() for table in tables}
    reader = _Reader(
        {
            table.name: {
                tuple(row._mapping[key.name] for key in table.primary_key): row
                for row in held[table.name]
            }
            for table in tables
        }
    )
    return Counter(
        f"{table.name} {_written(reader.facts(table, row))}"
        for table in tables
        for row in held[table.name]
    )


# ── What stands in the workspace ─────────────────────────────────────────────


def messages(ws: "Workspace") -> Counter[str]:
    """Every message that stays, as a line."""
    with ws.lock:
        return Counter(
            f"{_place(ws, ws.channels[channel])} {_written(_said(ws, each))}"
            for channel, all_of_it in ws.messages.items()
            for each in all_of_it
            if not _is_answer(ws, each)
        )


def _is_answer(ws: "Workspace", said: Message) -> bool:
    """What the bot says beside a click to the one who clicked.

    Mostly ephemeral, but in the direct message for a click that has no message to answer. All
    that the bot owes to people goes out by a job, and bears a key or a file.
    """
    by_bot = ws.users[said.user].is_bot
    return said.only_for is not None or (by_bot and said.metadata is None and not said.files)


def _place(ws: "Workspace", place: Channel) -> str:
    return f"#{place.name}" if place.name else "+".join(ws.users[m].name for m in place.members)


def _said(ws: "Workspace", said: Message) -> Facts:
    root = ws.message(said.channel, said.thread_ts) if said.in_thread and said.thread_ts else None
    return {
        "by": ws.users[said.user].name,
        "under": _unnumbered(root.text) if root else "",
        "text": _unnumbered(said.text),
        "blocks": _shape(said.blocks),
        "files": [(ws.files[f].name, _paper(ws.files[f].content)) for f in said.files],
        "gone": said.tombstone,
    }


def _shape(block: Any) -> Any:
    """Blocks without the ids and values in which our own numbers stand."""
    if isinstance(block, dict):
        kept = {k: v for k, v in block.items() if k not in {"block_id", "value"}}
        return {key: _shape(held) for key, held in kept.items()}
    if isinstance(block, list):
        return [_shape(each) for each in block]
    return _unnumbered(block) if isinstance(block, str) else block


_PERMALINK = re.compile(r"https?://[^\s|>]*/archives/[^\s|>]*")
_TIME_OF_DAY = re.compile(r"kl\. \d\d?\.\d\d")


def _unnumbered(text: str) -> str:
    """Without links to messages and without times: agreed ones are compared in the rows."""
    return _TIME_OF_DAY.sub("kl. …", _PERMALINK.sub("permalink", text))


_MADE = re.compile(r"^(UID|DTSTAMP):.*|urn:uuid:[-0-9a-f]+", re.MULTILINE)


def _paper(content: bytes) -> str:
    """A digest of what a document says, without when it was made."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as held:
            content = held.read("word/document.xml")
    else:
        unfolded = content.decode().replace("\r\n ", "")  # RFC 5545, 3.1
        content = _MADE.sub("", unfolded).encode()
    return hashlib.sha256(content).hexdigest()[:12]
