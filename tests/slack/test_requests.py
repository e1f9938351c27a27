"""Every way in: a request has its effect once, and what was typed is never lost."""

import asyncio
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from slack_bolt.request import BoltRequest

from bot.demo.acting import Seen
from bot.demo.clock import SystemClock
from bot.demo.envelopes import Envelope, Kind
from bot.demo.signing import request_for
from bot.slack.doors import PATH, http
from tests.support.joint import Joint
from tests.support.town import Town

CHANNEL = "eoj-faellesmoede"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What is tried here is Slack, not the database."""
    return sqlite_url


def command(town: Town, text: str, trigger: str = "1.1", name: str = "/dagsorden") -> Envelope:
    cast = town.cast
    return Envelope(
        "1",
        Kind.COMMAND,
        {
            "team_id": cast.workspace.home.id,
            "channel_id": cast.meeting.id,
            "user_id": cast.mette.id,
            "command": name,
            "text": text,
            "response_url": f"{cast.workspace.url}/response/none",
            "trigger_id": trigger,
        },
    )


def send(town: Town, envelope: Envelope, *, secret: str = "", age: int = 0) -> httpx.Response:
    right = town.cast.workspace.installed.signing_secret
    stamp = int(SystemClock().now().timestamp()) - age
    headers, body = request_for(envelope, secret or right, stamp)
    return post(town, PATH, body.encode(), headers)


def post(town: Town, path: str, body: bytes, headers: Mapping[str, Any]) -> httpx.Response:
    """What Slack's server would get from our HTTP door."""
    door = httpx.ASGITransport(http(town.bot.app, town.bot.house.database.answers))

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=door, base_url="http://referent") as client:
            if path == PATH:
                return await client.post(path, content=body, headers=headers)
            return await client.get(path)

    with ThreadPoolExecutor(1) as beside:  # a browser of another test may have this thread's loop
        return beside.submit(lambda: asyncio.run(ask())).result()


def told(answer: httpx.Response) -> str:
    """An acknowledgement's text: JSON when it has blocks, else the bare text."""
    is_json = answer.headers["content-type"].startswith("application/json")
    return str(answer.json()["text"]) if is_json else answer.text


def card(town: Town) -> Seen:
    town.settle()
    return town.cast.anders.hears(CHANNEL, "Fællesmøde nr. 19")


def test_a_command_that_comes_twice_adds_one_item(town: Town, series: Joint):
    first = send(town, command(town, "Visning af log"))
    again = send(town, command(town, "Visning af log"))
    assert "Sat på dagsordenen" in told(first)
    assert "allerede gjort" in told(again)
    assert card(town).words.count("Visning af log") == 1


def test_the_same_words_said_again_are_a_second_item(town: Town, series: Joint):
    send(town, command(town, "Visning af log", "1.1"))
    send(town, command(town, "Visning af log", "2.2"))
    assert card(town).words.count("Visning af log") == 2


def test_a_refused_request_may_come_again(town: Town, series: Joint):
    """Its receipt went with the transaction, so a retry isn't taken for done."""
    first = send(town, command(town, "x" * 151))
    assert "der er plads til 150" in told(first)
    assert "x" * 151 in told(first), "what was typed comes back"
    again = send(town, command(town, "x" * 151))
    assert "der er plads til 150" in told(again)


@pytest.mark.parametrize("kind", ["slash_commands", "interactive", "events_api"])
def test_what_slack_sends_twice_has_its_effect_once(town: Town, series: Joint, kind):
    town.cast.workspace.faults.next(kind, "duplicate", times=3)
    lars, mette = town.cast.lars, town.cast.mette
    match kind:
        case "slash_commands":
            mette.command(CHANNEL, "/dagsorden", "Kun én gang")
        case "events_api":
            lars.mentions_bot(CHANNEL, "punkt: Kun én gang")
        case _:
            mette.command(CHANNEL, "/dagsorden", "Først")
            mine = mette.hears(CHANNEL, "Sat på dagsordenen")
            mette.clicks(mine, "Ret")
            mette.submits(mette.gets_dialog(), {"Titel": "Kun én gang"})
    assert card(town).words.count("Kun én gang") == 1


def test_a_wrong_signature_is_refused(town: Town, series: Joint):
    assert send(town, command(town, "Falsk"), secret="wrong").status_code == 401
    assert send(town, command(town, "Gammel"), age=600).status_code == 401


@pytest.mark.parametrize("stamp", ["", "abc", "１２", "1e9", "-1"])
def test_an_odd_timestamp_is_refused_and_not_a_fault(town: Town, stamp):
    answer = post(town, PATH, b"x", {"x-slack-request-timestamp": stamp.encode()})
    assert answer.status_code == 401


def test_a_body_without_end_is_refused(town: Town):
    headers = {"x-slack-request-timestamp": "1"}
    assert post(town, PATH, b"x" * 1_000_001, headers).status_code == 413


def test_health_is_told(town: Town):
    assert post(town, "/health", b"", {}).text == "ok"


def test_cpr_numbers_are_stopped_before_anything_is_stored(town: Town, series: Joint, caplog):
    answer = town.cast.mette.command(CHANNEL, "/dagsorden", "Borger med cpr 070761-4285")
    assert answer.words.startswith("Teksten indeholder et CPR-nummer")
    assert "070761-4285" not in caplog.text
    shown = town.cast.mette.command(CHANNEL, "/dagsorden", "Sag 2022-1234567")
    assert "Sat på dagsordenen" in shown.words


def test_a_fault_gets_an_id_and_no_traceback(town: Town, series: Joint):
    with town.bot.house.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE audit_entries")
    answer = town.cast.mette.command(CHANNEL, "/dagsorden", "Visning af log")
    assert "giv driften nummeret" in answer.words
    assert "Visning af log" in answer.words, "what was typed comes back"
    assert "Traceback" not in answer.words
    assert "audit_entries" not in answer.words


def test_an_unsigned_interaction_is_refused_too(town: Town):
    body = urlencode({"payload": json.dumps({"type": "block_actions"})})
    answer = town.bot.app.dispatch(BoltRequest(body=body, headers={}))
    assert answer.status == 401


def test_a_dialog_is_opened_once_for_a_request_that_comes_twice(town: Town, series: Joint):
    mette = town.cast.mette
    trigger = town.cast.workspace.triggers.issue(mette.id)
    answers = [send(town, command(town, "nyt", trigger, "/moede")).text for _ in range(2)]
    assert answers == ["", ""]
    mette.closes(mette.gets_dialog())
    assert mette.dialog is None


def test_a_dialog_that_comes_too_late_is_asked_for_again(town: Town, series: Joint):
    old = town.cast.workspace.triggers.issue(town.cast.mette.id)
    town.clock.move(seconds=4)
    answer = send(town, command(town, "nyt", old, "/moede"))
    assert town.t("common.too_late_for_dialog") in answer.text
    assert town.cast.mette.dialog is None


def test_a_click_in_the_home_tab_that_comes_twice_is_answered_once(town: Town, series: Joint):
    """Its answer stays in the direct message, where a second one would be noise."""
    mette = town.cast.mette
    town.cast.workspace.faults.next("interactive", "duplicate")
    mette.clicks(mette.opens_home(), "agenda.freeze")
    (answer,) = mette.sees(mette.dm)
    assert answer.says("Dagsordenen")
