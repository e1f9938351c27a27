"""Puts the production bot into the local workspace: the demo, and the story that plays itself.

The bot doesn't know: it is built from settings whose Slack address is the workspace's.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr

from bot import running, wiring
from bot.demo import server
from bot.demo.cast import Cast, gather
from bot.demo.clock import SimulatedClock
from bot.demo.workspace import Workspace
from bot.settings import Settings
from bot.slack.doors import open_socket
from bot.slack.manifest import manifest
from bot.texts import Catalogues

BEGINS = datetime(2022, 2, 14, 8, 0, tzinfo=UTC)  # Monday, 9.00 in Copenhagen
DEFAULT_PORT = 8022


@dataclass(frozen=True)
class Stage:
    """A running local workspace with its people and the bot."""

    cast: Cast
    bot: wiring.Bot
    served: server.Running
    clock: SimulatedClock


@contextmanager
def stage(
    own: Settings, folder: Path, *, port: int = 0, guide: server.Guide | None = None
) -> Iterator[Stage]:
    """Everything up and connected by Socket Mode; gone without a trace at the end.

    `folder` holds the SQLite file. Of `own`, language, templates and prefix count.
    """
    clock = SimulatedClock.flowing(BEGINS)
    workspace = Workspace(
        clock=clock, name="MedCom", domain="medcom", language=own.default_language.value
    )
    words = Catalogues(own.templates / "locale").words(own.default_language)
    app = workspace.install(manifest(words, prefix=own.command_prefix), optional_scopes=True)
    with ExitStack() as stack:
        served = stack.enter_context(server.serve(workspace, port, guide=guide))
        settings = own.model_copy(
            update={
                "slack_bot_token": SecretStr(app.bot_token),
                "slack_app_token": SecretStr(app.app_token),
                "slack_signing_secret": SecretStr(app.signing_secret),
                "slack_api_url": served.api_url,
                "database_url": f"sqlite:///{folder / 'referent.sqlite3'}",
            }
        )
        bot = wiring.build(settings, clock=clock)
        stack.callback(bot.close)
        running.prepare(bot)
        stack.callback(open_socket(bot.app, app.app_token))
        stack.enter_context(running.working(bot, settings.workers))
        yield Stage(gather(workspace), bot, served, clock)
