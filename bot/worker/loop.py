"""Threads that look for due jobs until they are stopped."""

import threading

import structlog
from sqlalchemy.exc import OperationalError

from bot.worker.queue import Worker
from storage.database import BusyError

log = structlog.get_logger(__name__)

PAUSE = 0.2  # seconds between two looks when nothing was due


class WorkerLoop:
    """Runs a worker in a thread of its own."""

    def __init__(self, worker: Worker, pause: float = PAUSE) -> None:
        self._worker = worker
        self._pause = pause
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=worker.name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Ends after the job in hand."""
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                busy = self._worker.do_next()
            except (OperationalError, BusyError):
                log.warning("database out of reach", worker=self._worker.name)
                busy = False
            if not busy:
                self._stopping.wait(self._pause)
