"""What a paper's field may be, beside a plain word or number."""

from typing import Annotated, TypeAlias, TypeVar

Stated = TypeVar("Stated")
Prose: TypeAlias = Annotated[str, "prose"]
"""Text of several lines and paragraphs."""
Unprinted: TypeAlias = Annotated[Stated, "unprinted"]
"""For properties that word it; no template sees it."""
