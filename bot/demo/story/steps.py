"""What a story is made of: steps that somebody takes and everybody can see."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.demo.cast import Cast

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace

PATIENCE = 20.0  # s, for what follows from a step, documents included


@dataclass(frozen=True)
class Step:
    """One act with one lasting effect, so that a step can be taken again if it failed.

    `who` is a name in the cast; `where` a channel's name, `dm` (with the bot), `home`, or empty
    where any place will do. `seen` says whether its effect can be seen in the workspace, whoever
    caused it. `paste` gives a text that the page can put into the composer; `until` is a moment
    that the page can let come.
    """

    id: str
    who: str
    where: str
    act: Callable[[Cast], None]
    seen: Callable[[Cast], bool]
    paste: Callable[[Cast], str] = field(default=lambda _: "", kw_only=True)
    until: datetime | None = field(default=None, kw_only=True)


def take(cast: Cast, step: Step, patience: float = PATIENCE) -> None:
    """Takes a step and waits until its effect is seen; TimeoutError if it isn't."""
    step.act(cast)
    cast.workspace.wait_until(lambda: _seen(step, cast), patience)


@dataclass
class Story:
    """The steps as the page's guide shows them, in the workspace's language."""

    cast: Cast
    script: Sequence[Step]
    words: Mapping[str, Mapping[str, str]]
    """Step id → its `title` and `what`."""
    _done: set[str] = field(default_factory=set)

    def steps(self, workspace: "Workspace") -> Sequence[Mapping[str, Any]]:
        """For the guide; a step once seen stays done."""
        del workspace
        shown = []
        behind = False
        for step in reversed(self.script):
            behind = behind or step.id in self._done or _seen(step, self.cast)
            if behind:
                self._done.add(step.id)
            shown.append(
                {
                    "id": step.id,
                    "title": self.words[step.id]["title"],
                    "what": self.words[step.id]["what"],
                    "who": getattr(self.cast, step.who).id,
                    "where": self._place(step),
                    "try": step.paste(self.cast),
                    "until": _local(step.until, self.cast),
                    "done": behind,
                }
            )
        return shown[::-1]

    def _place(self, step: Step) -> str:
        match step.where:
            case "dm" | "home" | "":
                return step.where
            case _:
                return self.cast.meeting.id


def _local(moment: datetime | None, cast: Cast) -> str:
    """As the page shows time: in the workspace's zone, without an offset."""
    if moment is None:
        return ""
    return moment.astimezone(cast.workspace.zone).replace(tzinfo=None).isoformat()


def _seen(step: Step, cast: Cast) -> bool:
    try:
        return step.seen(cast)
    except (LookupError, ValueError):  # what it looks at isn't there yet
        return False
