"""What a dialog remembers between opening and sending: `private_metadata`, as JSON."""

import json
from typing import Any, TypeAlias

Meta: TypeAlias = dict[str, str | int]

LONGEST = 3_000  # characters, docs.slack.dev "Views"


def packed(**kept: str | int | None) -> str:
    """Ids and versions only; texts stay in the fields."""
    held = {name: value for name, value in kept.items() if value is not None}
    return json.dumps(held, separators=(",", ":"), ensure_ascii=False)


def unpacked(metadata: str) -> Meta:
    read: Any = json.loads(metadata) if metadata else {}
    return dict(read)
