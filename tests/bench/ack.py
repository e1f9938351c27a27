"""From a command to its acknowledgement, against a bare Bolt app in the same run.

Both stand behind the same HTTP door. The floor's listener only acknowledges; ours reads who
asks, checks for CPR numbers, and writes item, audit entry, receipt and job in one transaction
that is on disk before the acknowledgement. Run: make bench
"""

import statistics
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import httpx
import pytest
import uvicorn
from slack_bolt import App
from slack_sdk import WebClient

from bot.demo.clock import SystemClock
from bot.demo.envelopes import Envelope, Kind
from bot.demo.signing import request_for
from bot.slack.doors import PATH, http
from tests.support import joint
from tests.support.town import Town, found

ROUNDS = 160


@pytest.mark.parametrize("clients", [1, 16])
def test_command_to_ack(sqlite_url: str, clients: int):
    town = found(sqlite_url)
    try:
        joint.gather(town)
        floor = measure(town, bare(town), clients)
        ours = measure(town, town.bot.app, clients)
    finally:
        town.close()
    print()
    for name, (half, most) in (("bare Bolt", floor), ("Referent", ours)):
        print(f"{name:>10}, {clients:>2} clients: p50 {half:6.1f} ms   p99 {most:6.1f} ms")
    half, most = ours[0] / floor[0], ours[1] / floor[1]
    print(f"     ratio, {clients:>2} clients: p50 {half:6.1f} x    p99 {most:6.1f} x")


def bare(town: Town) -> App:
    installed = town.cast.workspace.installed
    app = App(
        client=WebClient(token=installed.bot_token, base_url=town.running.api_url),
        signing_secret=installed.signing_secret,
        token_verification_enabled=False,
        process_before_response=True,
    )
    app.command("/dagsorden")(lambda ack: ack("ok"))
    return app


@contextmanager
def served(app: App) -> Iterator[str]:
    """The app behind our own HTTP door, on a free port."""
    server = uvicorn.Server(uvicorn.Config(http(app, lambda: True), port=0, log_config=None))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def measure(town: Town, app: App, clients: int) -> tuple[float, float]:
    """p50 and p99 in milliseconds."""
    with served(app) as address, httpx.Client(base_url=address, timeout=30) as client:

        def once(number: int) -> float:
            headers, body = signed(town, number)
            began = time.perf_counter()
            status = client.post(PATH, content=body, headers=dict(headers)).status_code
            took = (time.perf_counter() - began) * 1_000
            assert status == 200
            return took

        for number in range(clients):  # the first ones open connections
            once(number)
        with ThreadPoolExecutor(clients) as pool:
            times = sorted(pool.map(once, range(clients, ROUNDS)))
    return statistics.median(times), times[int(len(times) * 0.99)]


def signed(town: Town, number: int) -> tuple[Mapping[str, str], str]:
    """A command as Slack posts it, each with a trigger of its own."""
    workspace = town.cast.workspace
    payload = {
        "team_id": workspace.home.id,
        "channel_id": town.cast.meeting.id,
        "user_id": town.cast.mette.id,
        "command": "/dagsorden",
        "text": f"Punkt {number}",
        "api_app_id": workspace.installed.app_id,
        "response_url": f"{workspace.url}/response/none",
        "trigger_id": f"{number}.{time.perf_counter_ns()}",
    }
    envelope = Envelope(str(number), Kind.COMMAND, payload)
    stamp = int(SystemClock().now().timestamp())
    return request_for(envelope, workspace.installed.signing_secret, stamp)
