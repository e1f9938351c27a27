"""Finding what a person points at: elements of blocks, by what stands on them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.demo.blockkit.composition import offered
from bot.demo.blockkit.elements import ELEMENTS
from bot.demo.errors import NotThereError
from bot.demo.model import Json
from bot.demo.sight import words
from bot.demo.values import elements_of


@dataclass(frozen=True)
class Control:
    block: Json
    element: Json
    above: str
    """The words of the nearest block above that says something and can't be pressed."""

    @property
    def block_id(self) -> str:
        return str(self.block["block_id"])

    @property
    def action_id(self) -> str:
        return str(self.element["action_id"])

    @property
    def kind(self) -> str:
        return str(self.element["type"])

    @property
    def labels(self) -> list[str]:
        """What stands on it or beside it: its text, placeholder, label, its section's text."""
        found = [
            part["text"]
            for part in (
                self.element.get("text"),
                self.element.get("placeholder"),
                self.block.get("label"),
                self.block.get("text"),
            )
            if isinstance(part, dict) and "text" in part
        ]
        if self.element.get("accessibility_label"):
            found.append(self.element["accessibility_label"])
        return found

    @property
    def options(self) -> list[str]:
        return [option["text"]["text"] for option in offered(self.element)]

    @property
    def surroundings(self) -> str:
        """The text that it stands beside: its own block's, else the last text above."""
        return "\n".join(words([self.block])) + "\n" + self.above

    def described(self) -> str:
        label = self.labels[0] if self.labels else "/".join(self.options)
        return f"«{label}» ({self.kind}, {self.action_id})"


def controls(blocks: list[Json]) -> Iterator[Control]:
    above = ""
    for block in blocks:
        if block["type"] in {"section", "header", "rich_text"}:
            above = "\n".join(words([block]))
        for element in elements_of(block):
            if element["type"] in ELEMENTS and element["type"] != "image":
                yield Control(block, element, above)


def _matches(control: Control, name: str) -> list[Callable[[], bool]]:
    """From the exact to the loose; a looser rule counts only if no stricter one hits."""
    return [
        lambda: name in (control.action_id, control.block_id),
        lambda: bool(control.labels) and control.labels[0] == name,
        lambda: name in control.labels,
        lambda: name in control.options,
        lambda: any(name in label for label in control.labels),
    ]


_STRICTNESS = 5


def find(
    blocks: list[Json],
    name: str,
    kinds: Callable[[str], bool] = lambda _: True,
    *,
    value: str | None = None,
    beside: str = "",
    nth: int | None = None,
) -> Control:
    """The one control that `name` points at, by visible text, action_id or block_id.

    `value`, the text `beside` it and `nth` (from 0) choose among several that look alike.
    """
    there = [
        control
        for control in controls(blocks)
        if kinds(control.kind) and beside in control.surroundings
    ]
    for strictness in range(_STRICTNESS):
        hits = [control for control in there if _matches(control, name)[strictness]()]
        if value is not None:
            hits = [control for control in hits if control.element.get("value") == value]
        if nth is not None and nth < len(hits):
            return hits[nth]
        if len(hits) == 1:
            return hits[0]
        if hits:
            alike = ", ".join(control.described() for control in hits)
            raise NotThereError(
                f"several are called «{name}»: {alike}; say which by value, beside or nth"
            )
    listed = ", ".join(control.described() for control in there) or "nothing to act on"
    raise NotThereError(f"nothing is called «{name}» here; there is: {listed}")
