"""What Referent shows: a text that says the whole point, and blocks that show it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from slack_sdk.models.blocks import Block


@dataclass(frozen=True)
class Reply:
    """A message. The text alone serves notifications and screen readers."""

    text: str
    blocks: Sequence[Block] = field(default_factory=tuple)

    def as_arguments(self) -> dict[str, Any]:
        """For `ack`, `respond` and the chat methods."""
        arguments: dict[str, Any] = {"text": self.text}
        if self.blocks:
            arguments["blocks"] = [block.to_dict() for block in self.blocks]
        return arguments
