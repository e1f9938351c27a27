"""A small town whose bot lives in processes of its own, and people who cope with its crashes."""

import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from sqlmodel import col, select

from bot.demo.cast import Cast, gather
from bot.demo.clock import SimulatedClock
from bot.demo.envelopes import Envelope, Kind, Reply, Transport
from bot.demo.errors import ActingError
from bot.demo.server import Running, serve
from bot.demo.signed_http import SignedHttpTransport
from bot.demo.story.steps import Step
from bot.demo.tickets import Triggers
from bot.demo.workspace import Workspace
from bot.slack.manifest import manifest
from storage.database import Database
from storage.tables import Job
from storage.vocabulary import JobState
from tests.support.bot_process import BotProcess, Road, TimeSignal, Upbringing
from tests.support.town import START, words

PATIENCE = 30.0  # s; a busy machine mustn't look like a slow bot
RATE = 5  # as fast as real time, because a card waits a second for its next update
MOST_TRIES = 4  # of one step
SOON = timedelta(seconds=2)  # in which a card that was just updated may be due again
_FAILED = (ActingError, LookupError, RuntimeError, TimeoutError, ValueError, AssertionError)


@dataclass(frozen=True)
class Moment:
    """When to kill: at the n-th happening, or that many seconds after it."""

    happening: int
    delay: float
    victim: int

    @classmethod
    def draw(cls, chance: Random, count: int, happenings: int) -> "list[Moment]":
        """One in each of `count` equal stretches of a story."""
        stretch = happenings * 0.95 / count  # a kill too late in the story would find nothing
        return [
            cls(
                happening=int(stretch * (n + chance.random())),
                delay=chance.choice((0.0, chance.uniform(0, 0.02), chance.uniform(0, 0.2))),
                victim=chance.randrange(1_000),
            )
            for n in range(count)
        ]


class Perils:
    """Counts what happens between workspace and bot, and kills at the chosen moments."""

    def __init__(self, moments: Sequence[Moment] = ()) -> None:
        self.happenings = 0
        self.deaths = 0
        self._left = deque(moments)
        self._lock = threading.Lock()
        self._victims: Sequence[BotProcess] = ()

    @property
    def left(self) -> int:
        return len(self._left)

    def threaten(self, victims: Sequence[BotProcess]) -> None:
        """From now on."""
        self._victims = victims

    def happened(self) -> None:
        """An envelope went out, or something changed in the workspace."""
        if not self._victims:
            return
        with self._lock:
            self.happenings += 1
            if not self._left or self._left[0].happening > self.happenings:
                return
            moment = self._left[0]
            victim = self._victims[moment.victim % len(self._victims)]
            if not victim.ready:  # dead or being born: at the next happening then
                return
            self._left.popleft()
        if moment.delay:
            threading.Timer(moment.delay, self._strike, [victim, moment]).start()
        else:
            self._strike(victim, moment)

    def _strike(self, victim: BotProcess, moment: Moment) -> None:
        with self._lock:
            self.deaths += 1  # first, so that who sees its consequence knows the cause
            if not victim.kill():
                self.deaths -= 1
                self._left.appendleft(moment)


class Watched:
    """A road on which it's seen what is under way."""

    def __init__(self, road: Transport, perils: Perils) -> None:
        self._road = road
        self._perils = perils
        self._lock = threading.Lock()
        self.under_way = 0
        self._unacknowledged: set[str] = set()

    @property
    def connected(self) -> bool:
        return self._road.connected

    def reaches_the_bot(self) -> bool:
        road = self._road
        return road.verify() if isinstance(road, SignedHttpTransport) else road.connected

    @property
    def quiet(self) -> bool:
        """Nothing is under way, and no event waits for another try."""
        with self._lock:
            return not self.under_way and not self._unacknowledged

    def close(self) -> None:
        self._road.close()

    def deliver(self, envelope: Envelope, *, patience: float) -> Reply:
        event = envelope.payload["event_id"] if envelope.kind is Kind.EVENT else ""
        with self._lock:
            self.under_way += 1
            self._unacknowledged |= {event} - {""}
        self._perils.happened()
        try:
            reply = self._road.deliver(envelope, patience=patience)
            with self._lock:
                self._unacknowledged.discard(event)
            return reply
        finally:
            with self._lock:
                self.under_way -= 1


class PatientClock(SimulatedClock):
    """Lets the work in hand be finished before a jump: no real clock lets days pass in it."""

    def __init__(self, start: datetime) -> None:
        super().__init__(start, elapsed=lambda: time.monotonic() * RATE)
        self.wait_for_work: Callable[[], None] = lambda: None

    def _jump(self, target: Callable[[datetime], datetime]) -> datetime:
        """Also waits for what falls due by it, so that days don't run ahead of the bot."""
        self.wait_for_work()
        moment = super()._jump(target)
        self.wait_for_work()
        return moment

    def jump_over_leases(self, moment: datetime) -> None:
        super()._jump(lambda now: max(now, moment))


class Hamlet:
    """The workspace in this process, the bot in others."""

    def __init__(
        self,
        cast: Cast,
        clock: PatientClock,
        database: Database,
        road: Watched,
        perils: Perils,
    ) -> None:
        """`database` is the bot's, to see what it still has to do."""
        self.cast = cast
        self.clock = clock
        self.database = database
        self.perils = perils
        self.processes: list[BotProcess] = []
        self._ws = cast.workspace
        self._road = road
        self._coped = 0
        self._closing = threading.Event()
        self._keepers: list[threading.Thread] = []
        self.trouble: list[BaseException] = []
        clock.wait_for_work = lambda: self._until(lambda: not self._busy(timedelta(0)))

    # the bot's lives

    def start(self, processes: Sequence[BotProcess]) -> None:
        self.processes = list(processes)
        for process in processes:
            self._begin(process)
            keeper = threading.Thread(target=self._keep, args=[process], daemon=True)
            self._keepers.append(keeper)
            keeper.start()

    def _begin(self, process: BotProcess) -> None:
        process.start()
        self._until(self._road.reaches_the_bot)
        process.ready = True

    def _keep(self, process: BotProcess) -> None:
        """Whenever it dies, gives it a new life."""
        try:
            while True:
                process.wait_for_end()
                if self._closing.is_set():
                    return
                late = process.marker
                self._begin(process)
                self._let_leases_run_out(late)
        except BaseException as trouble:  # noqa: BLE001 told to the test's own thread
            self.trouble.append(trouble)

    def _let_leases_run_out(self, late: str) -> None:
        """Time passes until the dead one's work is free, but nobody else's."""
        with self.database.look() as session:
            held = select(Job.leased_until).where(
                col(Job.state) == JobState.LEASED, col(Job.leased_by).startswith(late)
            )
            ends = [end for end in session.exec(held) if end is not None]
        if not ends:
            return
        moment = max(ends) + timedelta(milliseconds=1)
        self._until(lambda: not self._road.under_way and not self._others_lose(moment, late))
        self.clock.jump_over_leases(moment)

    def _others_lose(self, moment: datetime, late: str) -> bool:
        with self.database.look() as session:
            lost = select(Job.id).where(
                col(Job.state) == JobState.LEASED,
                col(Job.leased_until) <= moment,
                ~col(Job.leased_by).startswith(late),
            )
            return session.exec(lost).first() is not None

    def _until(self, condition: Callable[[], bool]) -> None:
        self._ws.wait_until(lambda: self.trouble or condition(), PATIENCE)
        if self.trouble:
            raise self.trouble[0]

    def _busy(self, soon: timedelta) -> bool:
        """Whether something is under way, in hand, or due within `soon`."""
        if not self._road.quiet:
            return True
        with self.database.look() as session:
            moment = self.clock.now() + soon
            unfinished = select(Job.id).where(
                (col(Job.state) == JobState.LEASED)
                | ((col(Job.state) == JobState.WAITING) & (col(Job.due_at) <= moment))
            )
            return session.exec(unfinished).first() is not None

    def settle(self) -> None:
        """Everybody lives, and all that was to be done is done."""
        deaths = self.perils.deaths
        self._until(lambda: all(process.ready for process in self.processes))
        self._until(lambda: not self._busy(SOON))
        self._coped = deaths

    def close(self) -> None:
        self._closing.set()
        for process in self.processes:
            process.stop()
        for keeper in self._keepers:
            keeper.join()

    # people

    def live(self, script: Sequence[Step]) -> None:
        """The whole story, whatever happens to the bot."""
        for step in script:
            self._take(step)
        self.settle()

    def _take(self, step: Step) -> None:
        """A person does what they want done, and does it again if a crash swallowed it.

        They look first: what the step before set off is done by then, and what is there already
        needn't be done.
        """
        for _ in range(MOST_TRIES):
            self.settle()
            if self._seen(step):
                return
            try:
                step.act(self.cast)
                self._until(lambda: self._seen(step) or self.perils.deaths > self._coped)
            except _FAILED as failure:
                if self.perils.deaths == self._coped:
                    failure.add_note(f"in step {step.id}")
                    raise
            if self.perils.deaths == self._coped:
                return
            self.settle()
            self._put_dialogs_away(step)
        raise AssertionError(f"step {step.id} couldn't be taken in {MOST_TRIES} tries")

    def _seen(self, step: Step) -> bool:
        try:
            return step.seen(self.cast)
        except (LookupError, ValueError):  # what it looks at isn't there yet
            return False

    def _put_dialogs_away(self, step: Step) -> None:
        who = getattr(self.cast, step.who)
        while (dialog := who.dialog) is not None:
            who.closes(dialog)


@contextmanager
def hamlet(
    database_url: str,
    folder: Path,
    *,
    perils: Perils,
    processes: int = 1,
    way: Road = Road.SOCKET,
) -> Iterator[Hamlet]:
    """A new workspace on a migrated, empty database, with its bot running."""
    clock = PatientClock(START)
    workspace = Workspace(clock=clock, name="MedCom", domain="medcom", patience=PATIENCE)
    workspace.triggers = Triggers(SimulatedClock.frozen(START), workspace.ids)  # last for good
    app = workspace.install(manifest(words(), prefix=""), optional_scopes=True)
    database = Database(database_url)
    signal = TimeSignal(clock, folder / "clock.json", RATE)
    port = _free_port()
    settings: dict[str, str] = {
        "slack_bot_token": app.bot_token,
        "slack_app_token": app.app_token,
        "slack_signing_secret": app.signing_secret,
        "database_url": database_url,
        "http_port": str(port),
    }
    with serve(workspace) as running:
        road = Watched(_road(running, way, port), perils)
        workspace.courier.connect(road)
        workspace.watch(lambda _: perils.happened())
        made = Hamlet(gather(workspace), clock, database, road, perils)
        settings["slack_api_url"] = running.api_url
        try:
            made.start(
                [
                    BotProcess(
                        f"bot{n}.",
                        Upbringing(settings, way, signal.path, log=folder / f"bot{n}.log"),
                    )
                    for n in range(processes)
                ]
            )
            yield made
        finally:
            made.close()
            database.close()


def _road(running: Running, way: Road, port: int) -> Transport:
    if way is Road.HTTP:
        return running.use_http(f"http://127.0.0.1:{port}/slack/events")
    return running.socket_mode


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port
