"""The production bot in a process of its own, which a test may kill.

`python -m tests.support.bot_process CLOCK ROAD NAME` is what runs in it: the bot as `wiring`
builds it from the environment, but in the workspace's time instead of the machine's.
"""

import json
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from bot import logs, running, settings, wiring
from bot.demo.clock import SimulatedClock

ROOT = Path(__file__).resolve().parents[2]
READY = "ready"
_END = 10.0  # s for an orderly end


class Road(StrEnum):
    SOCKET = "socket"
    HTTP = "http"


class TimeSignal:
    """Tells other processes of this machine what the workspace's clock shows.

    The file is replaced in one piece at each jump; between jumps the clock flows with the
    machine's monotonic clock, which all processes share.
    """

    def __init__(self, clock: SimulatedClock, path: Path) -> None:
        self.path = path
        self._clock = clock
        self._lock = threading.Lock()
        self._write(clock.now())
        clock.subscribe(self._write)

    def _write(self, moment: datetime) -> None:
        with self._lock:
            fresh = self.path.with_suffix(".fresh")
            fresh.write_text(json.dumps([moment.isoformat(), time.monotonic()]))
            fresh.replace(self.path)


class FollowingClock:
    """`ports.Clock` on a TimeSignal's file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        moment, since = json.loads(self._path.read_text())
        return datetime.fromisoformat(moment) + timedelta(seconds=time.monotonic() - since)


class NamedIds:
    """Ids that begin with the process's name, so that its leases can be told from others."""

    def __init__(self, name: str) -> None:
        self._name = name

    def new(self) -> str:
        return f"{self._name}{uuid.uuid4().hex}"  # noqa: TID251 no two processes share ids


class BotProcess:
    """One process of the bot, started anew as often as it is needed."""

    def __init__(
        self, name: str, signal: TimeSignal, road: Road, settings: Mapping[str, str], log: Path
    ) -> None:
        """`settings`: the bot's, by name. `log` collects what it says, life after life."""
        self.name = name
        self.lives = 0
        self.ready = False
        """Connected, and not killed since."""
        self._command = [
            *(sys.executable, "-m", "tests.support.bot_process"),
            *(str(signal.path), road.value),
        ]
        self._environment = {**settings, "PYTHONPATH": str(ROOT)}
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def marker(self) -> str:
        """What ids of the present life begin with."""
        return f"{self.name}{self.lives}-"

    def start(self) -> None:
        """Returns when the bot says that it is connected."""
        self.lives += 1
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*self._command, self.marker],
                cwd=self._log.parent,  # away from any .env
                env=self._environment,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        if self._process.stdout is None or not _says(self._process.stdout, READY):
            raise RuntimeError(f"the bot didn't start:\n{self._log.read_text()[-4000:]}")
        self.ready = True

    def kill(self) -> bool:
        """SIGKILL: no goodbye, nothing finished. Whether there was something to kill."""
        if self._process is None or not self.ready:
            return False
        self.ready = False
        self._process.kill()
        return True

    def wait_for_end(self) -> None:
        if self._process is not None:
            self._process.wait()
            if self._process.stdout is not None:
                self._process.stdout.close()

    def stop(self) -> None:
        """An orderly end."""
        self.ready = False
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(_END)
            except subprocess.TimeoutExpired:
                self._process.kill()


def _says(pipe: BinaryIO, word: str) -> bool:
    """False if the process ends without it."""
    return any(line.decode().strip() == word for line in pipe)


def main(clock: str, road: str, name: str) -> None:
    held = settings.load()
    logs.set_up(held.log_level, json=False)
    bot = wiring.build(held, clock=FollowingClock(Path(clock)), ids=NamedIds(name))
    running.prepare(bot)
    run = running.by_http if Road(road) is Road.HTTP else running.by_socket
    run(bot, held, lambda: print(READY, flush=True))  # noqa: T201 the test listens
    bot.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
