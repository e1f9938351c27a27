"""Settings → database, clock, ids, Slack, worker: the only module that knows all rooms."""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import structlog
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import ConnectionErrorRetryHandler

from bot.ports import Clock, Ids
from bot.settings import Settings
from bot.slack import app
from bot.slack.cards import SlackMessenger
from bot.slack.front import Aside
from bot.slack.words import Tongues
from bot.texts import Catalogues
from bot.work import House
from bot.worker.queue import Worker
from storage.database import Database

log = structlog.get_logger(__name__)

ANSWER_THREADS = 8  # answers that are on their way to Slack at once
WEB_API_TIMEOUT = 10  # seconds


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 the one place that asks the machine


class RandomIds:
    def new(self) -> str:
        return uuid.uuid4().hex  # noqa: TID251 the one place that draws ids


@dataclass(frozen=True)
class Bot:
    """The whole bot, built but not running."""

    house: House
    tongues: Tongues
    app: App
    messenger: SlackMessenger
    close: Callable[[], None]

    def worker(self, name: str = "") -> Worker:
        return Worker(self.house, self.messenger, name or self.house.ids.new())


def house_of(settings: Settings, *, clock: Clock | None = None, ids: Ids | None = None) -> House:
    """Opens nothing but the database's pool."""
    return House(
        Database(settings.database_url),
        clock or SystemClock(),
        ids or RandomIds(),
        Catalogues(settings.templates / "locale"),
        settings.templates,
    )


def build(settings: Settings, house: House | None = None, *, aside: Aside | None = None) -> Bot:
    """Builds everything else around the house, and opens nothing."""
    house = house or house_of(settings)
    tongues = Tongues(house.texts, settings.default_language)
    token = settings.slack_bot_token.get_secret_value()
    answers = ThreadPoolExecutor(ANSWER_THREADS, thread_name_prefix="answer")
    bolt = app.build(
        house,
        tongues,
        WebClient(
            token=token,
            base_url=settings.slack_api_url,
            timeout=WEB_API_TIMEOUT,
            retry_handlers=[ConnectionErrorRetryHandler()],
        ),
        aside or _beside(answers),
        signing_secret=settings.slack_signing_secret.get_secret_value(),
        prefix=settings.command_prefix,
    )
    # The SDK's own retries would send a post again whose answer got lost.
    deliverer = WebClient(
        token=token, base_url=settings.slack_api_url, timeout=WEB_API_TIMEOUT, retry_handlers=[]
    )

    def close() -> None:
        answers.shutdown()
        house.database.close()

    return Bot(house, tongues, bolt, SlackMessenger(house, tongues, deliverer), close)


def _beside(pool: ThreadPoolExecutor) -> Aside:
    def aside(answer: Callable[[], Any]) -> None:
        def give() -> None:
            try:
                answer()
            except Exception:
                log.exception("answer lost")

        pool.submit(give)

    return aside
