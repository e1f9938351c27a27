"""Beginnings that many stories share: played once, and found in a picture from then on.

A picture is of both sides: the rows of the bot (see `grounds`) and what stands in the workspace.
"""

import functools
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.demo.model import Channel
from bot.demo.workspace import Workspace
from tests.support.town import Town

P = ParamSpec("P")
R = TypeVar("R")

_STANDS = ("messages", "files", "modals", "homes", "read_until", "uploads", "suggested")


@dataclass(frozen=True)
class Picture:
    """A workspace and its time; people are the same from the start."""

    moment: datetime
    bot_ids: int
    contents: bytes
    result: Any  # of the prelude; nothing that changes


def begins(play: Callable[Concatenate[Town, P], R]) -> Callable[Concatenate[Town, P], R]:
    """What the prelude `play(town, …)` does to a series just gathered, at a hundredth of the cost.

    Preludes may follow each other. Where something else happened before one, it is simply played.
    """

    @functools.wraps(play)
    def begin(town: Town, /, *args: P.args, **kwargs: P.kwargs) -> R:
        ground, before = town.ground, town.rests_at
        if ground is None or before is None:
            return play(town, *args, **kwargs)
        name = f"{before} {play.__module__}.{play.__qualname__} {args} {kwargs}"
        if ground.knows(name):
            picture: Picture = ground.restore(name)
            _wake_up(town, picture)
        else:
            picture = _taken(town, play(town, *args, **kwargs))
            ground.keep(name, picture)
        town.rest(name)
        result: R = picture.result
        return result

    return begin


def _taken(town: Town, result: Any) -> Picture:
    ws = town.cast.workspace
    with ws.lock:
        stands = {name: getattr(ws, name) for name in _STANDS}
        contents = pickle.dumps((stands, ws.channels, ws.ids.counts, ws._seq, ws._last_ts))
    return Picture(town.clock.now(), town.ids.count, contents, result)


def _wake_up(town: Town, picture: Picture) -> None:
    ws = town.cast.workspace
    stands, channels, counts, seq, last_ts = pickle.loads(picture.contents)
    with ws.lock:
        for name, held in stands.items():
            setattr(ws, name, held)
        _refill(ws, channels)
        ws.ids.counts.update(counts)
        ws._seq, ws._last_ts = seq, last_ts
    town.ids.count = picture.bot_ids
    if picture.moment > town.clock.now():
        town.clock.move_to(picture.moment)
    ws.changed()


def _refill(ws: Workspace, channels: dict[str, Channel]) -> None:
    """Tests hold some of the channels in their hands."""
    for key, channel in channels.items():
        held: Any = ws.channels.setdefault(key, channel)
        vars(held).update(vars(channel))
