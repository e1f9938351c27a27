"""A town for stories: the local workspace, its people, and the production bot among them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import SecretStr
from slack_bolt.request import BoltRequest

from bot import wiring
from bot.demo.cast import Cast, gather
from bot.demo.clock import SimulatedClock
from bot.demo.inline import InlineTransport
from bot.demo.server import Running, serve
from bot.demo.workspace import Workspace
from bot.settings import TEMPLATES, Settings
from bot.slack.manifest import manifest
from bot.texts import Catalogues, Words
from bot.work import House
from storage.vocabulary import Language
from tests.support import grounds
from tests.support.grounds import Ground

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = Catalogues(TEMPLATES / "locale")
START = datetime(2022, 2, 14, 8, 0, tzinfo=UTC)  # a Monday, 9.00 in Copenhagen


class CountingIds:
    """Ids that a test can foretell."""

    def __init__(self) -> None:
        self.count = 0

    def new(self) -> str:
        self.count += 1
        return f"{self.count:08d}"


@dataclass
class Town:
    """What a story needs; `settle` lets everything that is due happen."""

    cast: Cast
    bot: wiring.Bot
    running: Running
    clock: SimulatedClock
    words: Words
    ids: CountingIds
    ground: Ground | None = None  # on which the series was gathered
    _rest: tuple[str, int, datetime] = ("", -1, START)

    def rest(self, picture: str) -> None:
        """From here on nothing has happened since a picture, on either side."""
        self._rest = (picture, self.cast.workspace.seq, self.clock.now())

    @property
    def rests_at(self) -> str | None:
        """The picture since which nothing has happened."""
        picture, seq, moment = self._rest
        ground, workspace = self.ground, self.cast.workspace
        quiet = workspace.seq == seq and self.clock.now() == moment
        return picture if quiet and ground is not None and not ground.touched else None

    def settle(self) -> None:
        """Runs the worker until nothing is due within the next seconds.

        Cards are updated at most once a second, so the clock takes a few small steps.
        """
        worker = self.bot.worker("town")
        worker.run_due()
        for _ in range(3):
            self.clock.move(seconds=2)
            if worker.run_due() == 0:
                return

    def days_pass(self, days: int) -> None:
        """One day after another, each with what falls due on it."""
        for _ in range(days):
            self.clock.move(days=1)
            self.settle()

    def until(self, moment: datetime) -> None:
        while self.clock.now() + timedelta(days=1) <= moment:
            self.days_pass(1)
        if self.clock.now() < moment:
            self.clock.move_to(moment)
        self.settle()

    def t(self, message: str, **facts: object) -> str:
        """A sentence as people read it in Danish."""
        return self.words(message, **facts)

    def close(self) -> None:
        self.running.close(wait=False)
        self.bot.close()


def inline(
    bot: wiring.Bot,
) -> Callable[[Mapping[str, str], str], tuple[int, Mapping[str, str], str]]:
    """Bolt's own entry as an HTTP endpoint in this process."""

    def receive(headers: Mapping[str, str], body: str) -> tuple[int, Mapping[str, str], str]:
        answer = bot.app.dispatch(
            BoltRequest(body=body, headers={name: [value] for name, value in headers.items()})
        )
        return (
            answer.status,
            {name: value[0] for name, value in answer.headers.items()},
            answer.body,
        )

    return receive


def words(language: Language = Language.DANISH) -> Words:
    return CATALOGUES.words(language)


def found(database_url: str, *, prefix: str = "", history: bool = True) -> Town:
    """A new town on a migrated, empty database."""
    clock = SimulatedClock.frozen(START)
    workspace = Workspace(clock=clock, name="MedCom", domain="medcom")
    danish = words()
    app = workspace.install(manifest(danish, prefix=prefix), optional_scopes=history)
    running = serve(workspace)
    settings = Settings(
        _env_file=None,
        slack_bot_token=SecretStr(app.bot_token),
        slack_app_token=SecretStr(app.app_token),
        slack_signing_secret=SecretStr(app.signing_secret),
        slack_api_url=running.api_url,
        database_url=database_url,
        command_prefix=prefix,
    )
    ids = CountingIds()
    house = House(grounds.database(database_url), clock, ids, CATALOGUES, TEMPLATES)
    bot = wiring.build(settings, house, aside=lambda answer: answer())
    cast = gather(workspace)
    workspace.courier.connect(InlineTransport(inline(bot), app.signing_secret))
    return Town(cast, bot, running, clock, danish, ids)
