"""Puts the production bot into the local workspace: the demo, and the story that plays itself.

The bot doesn't know: it is built from settings whose Slack address is the workspace's.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot import running, wiring
from bot.demo import server
from bot.demo.cast import Cast, gather
from bot.demo.clock import SimulatedClock
from bot.demo.errors import ActingError
from bot.demo.page_api import Guide
from bot.demo.story import prelude
from bot.demo.story.script import SCRIPT
from bot.demo.story.steps import Story, take
from bot.demo.story.transcript import Transcript
from bot.demo.story.words import words
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
    own: Settings, folder: Path, *, port: int = 0, guide: Guide | None = None
) -> Iterator[Stage]:
    """Everything up and connected by Socket Mode; gone without a trace at the end.

    `folder` holds the SQLite file. Of `own`, language, templates and prefix count.
    """
    clock = SimulatedClock.flowing(BEGINS)
    workspace = Workspace(
        clock=clock, name="MedCom", domain="medcom", language=own.default_language.value
    )
    t = Catalogues(own.templates / "locale").words(own.default_language)
    app = workspace.install(manifest(t, prefix=own.command_prefix), optional_scopes=True)
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
        bot = wiring.build(settings, wiring.house_of(settings, clock=clock))
        stack.callback(bot.close)
        running.prepare(bot)
        stack.callback(open_socket(bot.app, app.app_token))
        stack.enter_context(running.working(bot, settings.workers))
        yield Stage(gather(workspace), bot, served, clock)


class Telling:
    """The guide of a story that can only be told once its people are gathered."""

    def __init__(self) -> None:
        self.story: Story | None = None

    def steps(self, workspace: Workspace) -> Sequence[Mapping[str, Any]]:
        return self.story.steps(workspace) if self.story else ()


@contextmanager
def guided(own: Settings, folder: Path, port: int) -> Iterator[Stage]:
    """The demo: the series stands, and the page leads through the story."""
    telling = Telling()
    with stage(own, folder, port=port, guide=telling) as staged:
        prelude.set_up(staged.cast)
        telling.story = Story(staged.cast, SCRIPT, words(own.default_language.value))
        yield staged


def play(own: Settings, folder: Path, out: Path, say: Callable[[str], None]) -> int:
    """Plays the story, prints it, and leaves the documents in `out`; 0 if it ended well."""
    with stage(own, folder) as staged:
        prelude.set_up(staged.cast)
        told = Transcript(staged.cast, say)
        titles = words(own.default_language.value)
        for step in SCRIPT:
            told.begin(step, titles[step.id]["title"])
            try:
                take(staged.cast, step)
            except (TimeoutError, LookupError, ActingError) as stuck:
                say(f"✗ {step.id}: {stuck}")
                return 1
            told.tell()
        out.mkdir(parents=True, exist_ok=True)
        for file in staged.cast.workspace.files.values():
            (out / file.name).write_bytes(file.content)
            say(f"→ {out / file.name}")
    return 0
