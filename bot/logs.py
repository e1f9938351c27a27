"""What goes to the log: structured, with CPR numbers masked and no bodies of requests."""

import logging
import sys
from typing import TextIO

import structlog
from structlog.typing import EventDict, WrappedLogger

from bot.inputs import cpr

_TALKATIVE = ("slack_bolt", "slack_sdk", "uvicorn.error", "alembic")
"""Libraries whose lower levels hold request bodies, thus personal data."""


def set_up(level: str, *, json: bool, to: TextIO = sys.stderr) -> None:
    """One line an event, as JSON for machines or in colour for a terminal."""
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if json
        else structlog.dev.ConsoleRenderer(colors=to.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            _masked,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(to),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(
        level=logging.WARNING, stream=to, format="%(levelname)s %(name)s %(message)s"
    )
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.ERROR)


def _masked(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    return {key: cpr.masked(held) if isinstance(held, str) else held for key, held in event.items()}
