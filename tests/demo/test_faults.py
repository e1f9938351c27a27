"""Trouble on demand, as slack_sdk's own client meets it."""

import http.client
import socket
import urllib.error

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import ConnectionErrorRetryHandler
from slack_sdk.http_retry.builtin_interval_calculators import FixedValueRetryIntervalCalculator

POST = "chat.postMessage"


def said(town) -> list[str]:
    return [one.text for one in town.anna.sees("eoj")]


def test_a_rate_limit_says_when_to_come_back(town):
    town.ws.faults.next(POST, "ratelimited", seconds=30)
    with pytest.raises(SlackApiError) as refused:
        town.client.chat_postMessage(channel=town.here, text="x")
    assert refused.value.response.status_code == 429
    assert refused.value.response["error"] == "ratelimited"
    assert refused.value.response.headers["Retry-After"] == "30"
    assert not said(town)
    town.client.chat_postMessage(channel=town.here, text="x")
    assert said(town) == ["x"]


def test_a_server_error(town):
    town.ws.faults.next(POST, "server_error")
    with pytest.raises(SlackApiError) as refused:
        town.client.chat_postMessage(channel=town.here, text="x")
    assert refused.value.response.status_code == 500
    assert not said(town)


@pytest.mark.parametrize(("trouble", "effect"), [("dropped_before", []), ("dropped_after", ["x"])])
def test_a_dropped_connection_before_and_after_acceptance(town, trouble, effect):
    town.ws.faults.next(POST, trouble)
    with pytest.raises(http.client.RemoteDisconnected):
        town.client.chat_postMessage(channel=town.here, text="x")
    assert said(town) == effect


@pytest.mark.parametrize(("trouble", "effect"), [("timeout_before", []), ("timeout_after", ["x"])])
def test_an_answer_that_never_comes(town, trouble, effect):
    hasty = WebClient(
        token=town.ws.installed.bot_token,
        base_url=town.server.api_url,
        retry_handlers=[],
        timeout=1,
    )
    town.ws.faults.next(POST, trouble)
    with pytest.raises((socket.timeout, urllib.error.URLError)):
        hasty.chat_postMessage(channel=town.here, text="x")
    assert said(town) == effect


def test_the_sdks_retries_post_twice_after_a_lost_answer(town):
    eager = WebClient(
        token=town.ws.installed.bot_token,
        base_url=town.server.api_url,
        retry_handlers=[
            ConnectionErrorRetryHandler(interval_calculator=FixedValueRetryIntervalCalculator(0.01))
        ],
    )
    town.ws.faults.next(POST, "dropped_after")
    eager.chat_postMessage(channel=town.here, text="x")
    assert said(town) == ["x", "x"]


def test_a_slow_answer_comes_all_the_same(town):
    town.ws.faults.next(POST, "slow", seconds=0.05)
    assert town.client.chat_postMessage(channel=town.here, text="x")["ok"]
    assert [fault.trouble for _, fault in town.ws.faults.spent] == ["slow"]


def test_faults_queue_up_and_any_method_can_be_meant(town):
    town.ws.faults.next("*", "server_error", times=2)
    town.ws.faults.next("auth.test", "ratelimited")
    with pytest.raises(SlackApiError) as first:
        town.client.auth_test()
    assert first.value.response.status_code == 429
    for _ in range(2):
        with pytest.raises(SlackApiError):
            town.client.api_test()
    assert town.client.api_test()["ok"]
    town.ws.faults.next("*", "server_error")
    town.ws.faults.clear()
    assert town.client.api_test()["ok"]


@pytest.mark.parametrize("target", ["upload", "files.completeUploadExternal"])
def test_an_upload_that_breaks_leaves_no_message(town, target):
    town.ws.faults.next(target, "dropped_before")
    with pytest.raises(http.client.RemoteDisconnected):
        town.client.files_upload_v2(channel=town.here, content="x", filename="a.txt")
    assert not said(town)


def test_a_broken_line_hurts_only_itself(town):
    town.ws.faults.next("users.info", "dropped_before")
    with pytest.raises(http.client.RemoteDisconnected):
        town.client.users_info(user=town.anna.id)
    assert town.client.users_info(user=town.anna.id)["ok"]


def test_unknown_trouble_is_refused_at_once(town):
    with pytest.raises(ValueError, match="earthquake"):
        town.ws.faults.next(POST, "earthquake")
