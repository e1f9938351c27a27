"""The production bot in a process of its own, which a test may kill.

In it runs the bot as `wiring` builds it, but in the workspace's time instead of the machine's.
It is forked from a process that has imported the bot already: twenty lives of a bot would
otherwise be mostly imports.
"""

import json
import multiprocessing
import os
import threading
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from bot import logs, running, wiring
from bot.demo.clock import SimulatedClock
from bot.settings import Settings

_END = 10.0  # s for an orderly end
_nursery = multiprocessing.get_context("forkserver")
_nursery.set_forkserver_preload([__name__])


class Road(StrEnum):
    SOCKET = "socket"
    HTTP = "http"


class TimeSignal:
    """Tells other processes of this machine what the workspace's clock shows.

    The file is replaced in one piece at each jump; between jumps the clock flows `rate` times as
    fast as the machine's monotonic clock, which all processes share.
    """

    def __init__(self, clock: SimulatedClock, path: Path, rate: float) -> None:
        self.path = path
        self._rate = rate
        self._clock = clock
        self._lock = threading.Lock()
        self._write(clock.now())
        clock.subscribe(self._write)

    def _write(self, moment: datetime) -> None:
        with self._lock:
            fresh = self.path.with_suffix(".fresh")
            fresh.write_text(json.dumps([moment.isoformat(), time.monotonic(), self._rate]))
            fresh.replace(self.path)


class FollowingClock:
    """`ports.Clock` on a TimeSignal's file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        moment, since, rate = json.loads(self._path.read_text())
        passed = timedelta(seconds=(time.monotonic() - since) * rate)
        return datetime.fromisoformat(moment) + passed


class NamedIds:
    """Ids that begin with the process's name, so that its leases can be told from others."""

    def __init__(self, name: str) -> None:
        self._name = name

    def new(self) -> str:
        return f"{self._name}{uuid.uuid4().hex}"  # noqa: TID251 no two processes share ids


@dataclass(frozen=True)
class Upbringing:
    """What a bot is told at its birth. `settings` by name; `log` collects what it says."""

    settings: Mapping[str, str]
    road: Road
    clock: Path
    log: Path


class BotProcess:
    """One process of the bot, started anew as often as it is needed."""

    def __init__(self, name: str, upbringing: Upbringing) -> None:
        self.name = name
        self.lives = 0
        self.ready = False
        """Within reach, and not killed since."""
        self._upbringing = upbringing
        self._process: BaseProcess | None = None

    @property
    def marker(self) -> str:
        """What ids of the present life begin with."""
        return f"{self.name}{self.lives}-"

    def start(self) -> None:
        """Returns when the bot says that it is connected, or about to listen."""
        self.lives += 1
        hears, says = _nursery.Pipe(duplex=False)
        self._process = _nursery.Process(
            target=live, args=[self.marker, self._upbringing, says], daemon=True
        )
        self._process.start()
        says.close()
        try:
            hears.recv()
        except EOFError:
            told = self._upbringing.log.read_text()[-4000:]
            raise RuntimeError(f"the bot didn't start:\n{told}") from None
        finally:
            hears.close()

    def kill(self) -> bool:
        """SIGKILL: no goodbye, nothing finished. Whether there was something to kill."""
        if self._process is None or not self.ready:
            return False
        self.ready = False
        self._process.kill()
        return True

    def wait_for_end(self) -> None:
        if self._process is not None:
            self._process.join()

    def stop(self) -> None:
        """An orderly end."""
        self.ready = False
        if self._process is not None:
            self._process.terminate()
            self._process.join(_END)
            self._process.kill()


def live(name: str, told: Upbringing, ready: Connection) -> None:
    """What runs in the process."""
    with told.log.open("ab") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    held = Settings(_env_file=None, **told.settings)
    logs.set_up(held.log_level, json=False)
    house = wiring.house_of(held, clock=FollowingClock(told.clock), ids=NamedIds(name))
    bot = wiring.build(held, house)
    running.prepare(bot)
    run = running.by_http if told.road is Road.HTTP else running.by_socket
    run(bot, held, lambda: ready.send(name))
    bot.close()
