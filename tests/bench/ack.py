"""From a command to its acknowledgement, against a bare Bolt app in the same run.

Floor: a Bolt app whose listener only acknowledges, behind the same signed requests. Ours
reads who asks, checks for CPR numbers, and writes item, audit entry and job in one
transaction. Run: make bench
"""

import statistics
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest
from slack_bolt import App
from slack_bolt.request import BoltRequest
from slack_sdk import WebClient

from bot.demo.clock import SystemClock
from bot.demo.envelopes import Envelope, Kind
from bot.demo.signing import request_for
from tests.support import joint
from tests.support.town import Town, found, inline

ROUNDS = 400
Receive = Callable[[Mapping[str, str], str], tuple[int, Mapping[str, str], str]]


@pytest.mark.parametrize("clients", [1, 16])
def test_command_to_ack(sqlite_url: str, clients: int):
    town = found(sqlite_url)
    try:
        joint.gather(town)
        ours = measure(town, inline(town.bot), clients)
        floor = measure(town, bare(town), clients)
    finally:
        town.close()
    for name, times in (("bare Bolt", floor), ("Referent", ours)):
        print(
            f"\n{name:>10} {clients:>3} clients: p50 {times[0]:7.2f} ms  p99 {times[1]:7.2f} ms",
            end="",
        )
    print(
        f"\n     ratio {clients:>3} clients: p50 {ours[0] / floor[0]:.1f}  p99 {ours[1] / floor[1]:.1f}"
    )


def bare(town: Town) -> Receive:
    app = App(
        client=WebClient(
            token=town.cast.workspace.installed.bot_token, base_url=town.running.api_url
        ),
        signing_secret=town.cast.workspace.installed.signing_secret,
        token_verification_enabled=False,
        process_before_response=True,
    )
    app.command("/dagsorden")(lambda ack: ack("ok"))

    def receive(headers: Mapping[str, str], body: str) -> tuple[int, Mapping[str, str], str]:
        answer = app.dispatch(
            BoltRequest(body=body, headers={name: [value] for name, value in headers.items()})
        )
        return answer.status, {}, answer.body

    return receive


def measure(town: Town, receive: Receive, clients: int) -> tuple[float, float]:
    """p50 and p99 in milliseconds."""

    def once(number: int) -> float:
        headers, body = signed(town, number)
        began = time.perf_counter()
        status, _, _ = receive(headers, body)
        assert status == 200
        return (time.perf_counter() - began) * 1_000

    once(0)  # the first one opens connections and compiles statements
    with ThreadPoolExecutor(clients) as pool:
        times = sorted(pool.map(once, range(1, ROUNDS)))
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
