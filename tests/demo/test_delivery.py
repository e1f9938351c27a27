"""Delivery when things go wrong: retries, several connections, refresh, drops, doubles."""

import contextlib
import json
import threading

import pytest
import websockets.sync.client
from slack_sdk import WebClient
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from websockets.exceptions import ConnectionClosed, ConnectionClosedOK, InvalidStatus

from bot.demo import events
from bot.demo.inline import InlineTransport
from tests.demo.conftest import (
    PING,
    TITLE,
    Recorder,
    bolt_app,
    close_socket_client,
    connect_socket,
    modal,
)


class Listener:
    """slack_sdk's own Socket Mode client, which acknowledges only when it's told to."""

    def __init__(self, town, *, acknowledges: bool = True) -> None:
        self.town = town
        self.acknowledges = acknowledges
        self.requests: list[SocketModeRequest] = []
        self.heard = threading.Condition()
        self.client = SocketModeClient(
            app_token=town.ws.installed.app_token,
            web_client=WebClient(base_url=town.server.api_url, retry_handlers=[]),
            ping_interval=PING,
        )
        self.client.socket_mode_request_listeners.append(self._hear)
        before = town.server.socket_mode.connections
        self.client.connect()
        town.ws.wait_until(lambda: town.server.socket_mode.connections > before)

    def _hear(self, _, request) -> None:
        with self.heard:
            self.requests.append(request)
            self.heard.notify_all()
        if self.acknowledges:
            self.acknowledge(request)

    def acknowledge(self, request, payload=None) -> None:
        response = SocketModeResponse(envelope_id=request.envelope_id, payload=payload)
        self.client.send_socket_mode_response(response)

    def hears(self, count: int) -> list[SocketModeRequest]:
        with self.heard:
            assert self.heard.wait_for(lambda: len(self.requests) >= count, 5)
            return list(self.requests)


@pytest.fixture
def listener(town):
    made = []

    def make(**how: bool) -> Listener:
        made.append(Listener(town, **how))
        return made[-1]

    yield make
    for one in made:
        close_socket_client(town, one.client)


def texts(requests) -> list[str]:
    return [one.payload["event"]["text"].partition(" ")[2] for one in requests]


# Socket Mode


def test_an_envelope_names_its_kind_and_takes_an_answer(town, listener):
    app = listener(acknowledges=False)
    answered = []
    asking = threading.Thread(
        target=lambda: answered.append(town.anna.command("eoj", "/punkt", "x"))
    )
    asking.start()
    (request,) = app.hears(1)
    assert request.type == "slash_commands"
    assert request.accepts_response_payload
    app.acknowledge(request, {"text": "modtaget"})
    asking.join()
    assert answered[0].words == "modtaget"
    app.acknowledges = True
    town.anna.mentions_bot("eoj", "hej")
    event = app.hears(2)[1]
    assert (event.type, event.retry_attempt, event.accepts_response_payload) == (
        "events_api",
        0,
        False,
    )


def test_connections_share_the_envelopes(town, listener):
    one, two = listener(), listener()
    for number in range(4):
        town.anna.mentions_bot("eoj", f"nr. {number}")
    assert sorted(texts(one.requests) + texts(two.requests)) == [f"nr. {n}" for n in range(4)]
    assert len(one.requests) == len(two.requests) == 2


def test_an_event_without_connection_waits_for_one(town, listener):
    town.anna.mentions_bot("eoj", "mens du var væk")
    assert town.anna.command("eoj", "/punkt").error == "dispatch_failed"
    app = listener()
    assert texts(app.hears(1)) == ["mens du var væk"]


def test_what_was_not_acknowledged_comes_again_on_the_next_connection(town, listener):
    first = listener(acknowledges=False)
    first.client.auto_reconnect_enabled = False
    town.ws.courier.patience = 1
    said = threading.Thread(target=lambda: town.anna.mentions_bot("eoj", "vigtigt"))
    said.start()
    (lost,) = first.hears(1)
    town.server.socket_mode.drop()
    said.join()
    second = listener()
    (again,) = second.hears(1)
    assert again.envelope_id == lost.envelope_id
    assert again.payload["event_id"] == lost.payload["event_id"]


def test_a_persons_click_is_sent_again_while_they_wait(town, listener):
    first = listener(acknowledges=False)
    answered = []
    asking = threading.Thread(target=lambda: answered.append(town.anna.command("eoj", "/punkt")))
    asking.start()
    (lost,) = first.hears(1)
    first.acknowledges = True  # the client connects anew by itself
    town.server.socket_mode.drop()
    again = first.hears(2)[1]
    asking.join()
    assert again.payload == lost.payload
    assert answered[0].ok


def test_an_event_is_tried_three_more_times(town, listener):
    app = listener(acknowledges=False)
    town.ws.courier.patience = 0.05
    delivery = events.announce(town.ws, {"type": "app_mention", "text": "@bot hallo?"})
    assert delivery is not None
    for attempts, minutes in ((2, 1), (3, 5)):  # the first retry comes at once
        town.ws.wait_until(lambda n=attempts: delivery.attempts == n and town.ws.courier.retrying)
        town.clock.move(minutes=minutes)
    town.ws.wait_until(lambda: delivery.attempts == 4)
    assert not town.ws.courier.retrying
    assert not delivery.acknowledged
    requests = app.hears(4)
    assert [one.retry_attempt for one in requests] == [0, 1, 2, 3]
    assert len({one.payload["event_id"] for one in requests}) == 1
    assert len({one.envelope_id for one in requests}) == 4
    town.clock.move(days=1)
    app.acknowledges = True
    town.ws.courier.patience = 3
    town.anna.mentions_bot("eoj", "slut")
    assert texts(app.requests)[4:] == ["slut"]


def test_a_refresh_moves_the_client_without_losing_anything(town, listener):
    app = listener()
    before = app.client.session_id()
    town.server.socket_mode.refresh("warning")
    town.ws.wait_until(
        lambda: app.client.session_id() != before and town.server.socket_mode.connections == 1
    )
    town.anna.mentions_bot("eoj", "stadig her?")
    assert texts(app.hears(1)) == ["stadig her?"]


def test_a_doubled_envelope_has_the_same_event_under_a_new_envelope(town, listener):
    app = listener()
    town.ws.faults.next("events_api", "duplicate")
    town.anna.mentions_bot("eoj", "to gange")
    one, two = app.hears(2)
    assert one.payload == two.payload
    assert one.envelope_id != two.envelope_id
    town.ws.faults.next("slash_commands", "duplicate")
    assert town.anna.command("eoj", "/punkt", "x").ok
    first, second = app.hears(4)[2:]
    assert first.payload["trigger_id"] == second.payload["trigger_id"]


def test_events_out_of_order(town, listener):
    app = listener()
    town.ws.faults.next("events_api", "reorder")
    town.anna.mentions_bot("eoj", "først sagt")
    town.anna.mentions_bot("eoj", "sidst sagt")
    assert texts(app.hears(2)) == ["sidst sagt", "først sagt"]


@pytest.mark.parametrize("trouble", ["dropped_before", "dropped_after"])
def test_a_connection_that_breaks_at_an_envelope(town, listener, trouble):
    app = listener()
    town.ws.faults.next("socket", trouble)
    town.anna.mentions_bot("eoj", "afbrudt")
    heard = app.hears(1)
    town.ws.wait_until(lambda: town.server.socket_mode.connected)
    assert texts(heard)[0] == "afbrudt"
    assert [fault.trouble for _, fault in town.ws.faults.spent] == [trouble]


def test_a_ticket_opens_one_connection(town):
    app_token = town.ws.installed.app_token
    url = town.client.apps_connections_open(app_token=app_token)["url"]
    with websockets.sync.client.connect(url) as line:
        assert json.loads(line.recv())["connection_info"]["app_id"] == town.ws.installed.app_id
    for refused in (url, url.replace("ticket=", "ticket=x")):
        with pytest.raises(InvalidStatus):
            websockets.sync.client.connect(refused)


def test_a_refreshed_connection_ends_when_the_next_one_stands(town):
    def line():
        app_token = town.ws.installed.app_token
        url = town.client.apps_connections_open(app_token=app_token)["url"]
        return websockets.sync.client.connect(url)

    with line() as old:
        old.recv()
        town.ws.wait_until(lambda: town.server.socket_mode.connected)
        town.server.socket_mode.refresh()
        assert json.loads(old.recv(timeout=2)) == {
            "type": "disconnect",
            "reason": "refresh_requested",
            "debug_info": {"host": "localhost"},
        }
        with line() as new:
            assert json.loads(new.recv())["type"] == "hello"
            with pytest.raises(ConnectionClosedOK):
                old.recv(timeout=2)


def test_ten_connections_are_the_most(town):
    app_token = town.ws.installed.app_token
    with contextlib.ExitStack() as lines:
        made = [
            lines.enter_context(
                websockets.sync.client.connect(
                    town.client.apps_connections_open(app_token=app_token)["url"]
                )
            )
            for _ in range(11)
        ]
        with pytest.raises(ConnectionClosed):
            made[-1].recv()
        assert town.server.socket_mode.connections == 10


def test_a_bolt_app_survives_a_broken_connection(town):
    app = bolt_app(town)

    @app.command("/punkt")
    def on_command(ack, command, client):
        client.views_open(trigger_id=command["trigger_id"], view=modal(TITLE))
        ack()

    stop = connect_socket(town, app)
    town.server.socket_mode.drop()
    town.ws.wait_until(lambda: town.server.socket_mode.connected)
    assert town.anna.command("eoj", "/punkt").ok
    assert town.anna.gets_dialog("Punkt")
    stop()


def test_an_app_that_breaks_down_has_answered_with_an_error(town):
    def broken(headers, body):
        raise RuntimeError("bug")

    secret = town.ws.installed.signing_secret
    town.ws.courier.connect(InlineTransport(broken, secret))
    assert town.anna.command("eoj", "/punkt").error == "http_error"
    delivery = events.announce(town.ws, {"type": "app_mention", "text": "@bot hej"})
    assert delivery is not None
    town.ws.wait_until(lambda: delivery.attempts == 2 and town.ws.courier.retrying)
    recorder = Recorder(town)
    town.clock.move(minutes=1)
    town.ws.wait_until(lambda: delivery.acknowledged)
    assert recorder.last["event"]["text"] == "@bot hej"


# HTTP


def test_http_retries_carry_their_number_and_reason(town, recorder):
    recorder.will_answer("nede", status=503)
    recorder.will_answer("nede", status=503)
    town.anna.mentions_bot("eoj", "hej")
    town.ws.wait_until(lambda: len(recorder.headers) == 2 and town.ws.courier.retrying)
    town.clock.move(minutes=1)
    town.ws.wait_until(lambda: len(recorder.headers) == 3)
    numbers = [one.get("X-Slack-Retry-Num") for one in recorder.headers]
    reasons = [one.get("X-Slack-Retry-Reason") for one in recorder.headers]
    assert numbers == [None, "1", "2"]
    assert reasons == [None, "http_error", "http_error"]
    assert len(set(recorder.bodies)) == 1


def test_http_goes_to_this_machine_only(town):
    for elsewhere in ("https://example.com/slack", "http://10.0.0.1/", "ftp://127.0.0.1/"):
        with pytest.raises(ValueError, match="only calls this machine"):
            town.server.use_http(elsewhere)


def test_an_app_that_is_down_is_an_http_error(town):
    transport = town.server.use_http("http://127.0.0.1:9/slack/events")
    assert not transport.verify(patience=0.5)
    assert town.anna.command("eoj", "/punkt").error == "http_error"
