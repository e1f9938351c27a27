"""Keeps a built bot running: a way in, workers, and an orderly end."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import structlog
import uvicorn

from bot.settings import Settings
from bot.slack.doors import http, open_socket
from bot.wiring import Bot
from bot.worker.loop import WorkerLoop
from storage import migrations

log = structlog.get_logger(__name__)


class SchemaBehindError(Exception):
    """PostgreSQL waits for `referent migrate`: several processes may share it."""


def prepare(bot: Bot) -> None:
    """SQLite migrates itself; a server's schema is changed by the operator's word only."""
    if bot.house.database.is_sqlite:
        migrations.upgrade(bot.house.database)
    elif migrations.pending(bot.house.database):
        raise SchemaBehindError


@contextmanager
def working(bot: Bot, workers: int) -> Iterator[None]:
    """Workers in threads of their own, until the end of the block."""
    loops = [WorkerLoop(bot.worker()) for _ in range(workers)]
    for loop in loops:
        loop.start()
    try:
        yield
    finally:
        for loop in loops:
            loop.stop()


def by_socket(bot: Bot, settings: Settings, ready: Callable[[], None]) -> None:
    """Runs on Socket Mode until SIGINT or SIGTERM."""
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    with ExitStack() as stack:
        stack.enter_context(working(bot, settings.workers))
        stack.callback(open_socket(bot.app, settings.slack_app_token.get_secret_value()))
        ready()
        ended.wait()
    log.info("ended")


def by_http(bot: Bot, settings: Settings, ready: Callable[[], None]) -> None:
    """Serves signed HTTP until SIGINT or SIGTERM; uvicorn minds the signals."""
    with working(bot, settings.workers):
        ready()
        uvicorn.run(
            http(bot.app, bot.house.database.answers),
            host=settings.http_host,
            port=settings.http_port,
            log_config=None,
            access_log=False,
        )
    log.info("ended")
