"""A town around the local workspace, and a small real Bolt app on each of the three roads."""

import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
from slack_bolt.request import BoltRequest
from slack_sdk import WebClient
from slack_sdk.socket_mode.builtin import SocketModeClient

from bot.demo.acting import Persona
from bot.demo.clock import SimulatedClock
from bot.demo.inline import InlineTransport, Receive
from bot.demo.model import Channel, Guest, Json
from bot.demo.server import Running, serve
from bot.demo.workspace import Workspace

MANIFEST: Json = {
    "display_information": {"name": "Referent"},
    "features": {
        "bot_user": {"display_name": "referent"},
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "slash_commands": [
            {
                "command": "/punkt",
                "description": "Foreslå et punkt",
                "usage_hint": "[titel]",
                "should_escape": True,
            },
            {"command": "/raa", "description": "Uden escaping"},
        ],
        "shortcuts": [
            {
                "name": "Sæt på dagsordenen",
                "type": "message",
                "callback_id": "from_message",
                "description": "x",
            },
            {"name": "Nyt punkt", "type": "global", "callback_id": "new_item", "description": "x"},
        ],
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                "app_mentions:read",
                "channels:read",
                "chat:write",
                "commands",
                "files:write",
                "groups:read",
                "im:write",
                "users:read",
                "users:read.email",
            ],
            "bot_optional": ["channels:history", "groups:history", "im:history"],
        }
    },
    "settings": {
        "event_subscriptions": {
            "bot_events": [
                "app_home_opened",
                "app_mention",
                "member_joined_channel",
                "member_left_channel",
            ]
        },
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}

START = datetime(2022, 2, 21, 9, 0, tzinfo=UTC)


@dataclass
class Town:
    """MedCom's workspace with people of three organisations and one shared channel."""

    ws: Workspace
    clock: SimulatedClock
    server: Running
    client: WebClient
    """The bot's own, with no retries."""
    anna: Persona
    bo: Persona
    guest: Persona
    cura: Persona
    """Of another workspace, by Slack Connect."""
    channel: Channel
    secret: Channel

    @property
    def here(self) -> str:
        return self.channel.id


def build_town(clock: SimulatedClock, *, optional_scopes: bool = False) -> Town:
    ws = Workspace(clock=clock, name="MedCom", domain="medcom", language="en", patience=3)
    systematic = ws.add_team("Systematic", "systematic")
    anna = ws.add_person("anna", "Anna Holm", organisation="MedCom")
    bo = ws.add_person("bo", "Bo Lind", organisation="SDS")
    visitor = ws.add_person("gitte", "Gitte Krag", organisation="KMD", guest=Guest.MULTI_CHANNEL)
    cura = ws.add_person("carl", "Carl Cura", organisation="Systematic", team=systematic)
    app = ws.install(MANIFEST, optional_scopes=optional_scopes)
    channel = ws.add_channel("eoj", [anna, bo, visitor, cura, app.bot])
    secret = ws.add_channel("formandskab", [anna, app.bot], private=True)
    server = serve(ws)
    client = WebClient(token=app.bot_token, base_url=server.api_url, retry_handlers=[])
    return Town(
        ws,
        clock,
        server,
        client,
        Persona(ws, anna),
        Persona(ws, bo),
        Persona(ws, visitor),
        Persona(ws, cura),
        channel,
        secret,
    )


@pytest.fixture
def town() -> Iterator[Town]:
    town = build_town(SimulatedClock.frozen(START))
    yield town
    town.server.close(wait=False)


@pytest.fixture
def readable() -> Iterator[Town]:
    """As `town`, with the optional history scopes granted."""
    town = build_town(SimulatedClock.frozen(START), optional_scopes=True)
    yield town
    town.server.close(wait=False)


def bolt_app(town: Town) -> App:
    """A real Bolt app without listeners; retries are off, as in production."""
    return App(
        client=WebClient(
            base_url=town.server.api_url, token=town.ws.installed.bot_token, retry_handlers=[]
        ),
        signing_secret=town.ws.installed.signing_secret,
        token_verification_enabled=False,
        listener_executor=ThreadPoolExecutor(8),
    )


def receiver(app: App) -> Receive:
    """Bolt's dispatch in the shape of an HTTP endpoint."""

    def receive(headers, body):
        answer = app.dispatch(BoltRequest(body=body, headers=dict(headers)))
        return answer.status, answer.first_headers(), answer.body

    return receive


class Recorder:
    """An app that writes down what it's sent, and answers what it's told to."""

    def __init__(self, town: Town) -> None:
        self.headers: list[dict[str, str]] = []
        self.bodies: list[str] = []
        self.payloads: list[Json] = []
        self.answers: list[tuple[int, dict[str, str], str]] = []
        secret = town.ws.installed.signing_secret
        town.ws.courier.connect(InlineTransport(self._receive, secret))

    def will_answer(self, body: Json | str = "", status: int = 200) -> None:
        """To the next request; without it every answer is an empty 200."""
        kind = "text/plain" if isinstance(body, str) else "application/json"
        text = body if isinstance(body, str) else json.dumps(body)
        self.answers.append((status, {"Content-Type": kind}, text))

    def _receive(self, headers, body):
        self.headers.append(dict(headers))
        self.bodies.append(body)
        self.payloads.append(_read(headers["Content-Type"], body))
        return self.answers.pop(0) if self.answers else (200, {}, "")

    @property
    def last(self) -> Json:
        return self.payloads[-1]


def _read(kind: str, body: str) -> Json:
    form = dict(parse_qsl(body, keep_blank_values=True))
    if kind == "application/json" or "payload" in form:
        parsed: Json = json.loads(form.get("payload", body))
        return parsed
    return form


@pytest.fixture
def recorder(town) -> Recorder:
    return Recorder(town)


def connect_inline(town: Town, app: App) -> Callable[[], None]:
    secret = town.ws.installed.signing_secret
    town.ws.courier.connect(InlineTransport(receiver(app), secret))
    return lambda: None


PING = 0.2  # s; how soon slack_sdk's client finds out that its line is dead


def connect_socket(town: Town, app: App) -> Callable[[], None]:
    town.ws.courier.connect(town.server.socket_mode)
    handler = SocketModeHandler(app, town.ws.installed.app_token, ping_interval=PING)
    handler.connect()
    assert town.ws.wait_until(lambda: town.server.socket_mode.connected)
    return lambda: close_socket_client(town, handler.client)


def close_socket_client(town: Town, client: SocketModeClient) -> None:
    """The SDK's client waits 3 s for a frame and 1 s for its queue: give it both."""
    client.auto_reconnect_enabled = False
    client.closed = True
    town.server.socket_mode.drop()
    client.message_queue.put("")
    try:
        client.close()
    except AttributeError:  # its reader closed the socket at the same moment
        client.close()


def connect_http(town: Town, app: App) -> Callable[[], None]:
    receive = receiver(app)

    class Endpoint(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            status, headers, answer = receive(dict(self.headers.items()), body)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            raw = answer.encode()
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *args: object):
            """Quiet."""

    endpoint = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    thread = threading.Thread(target=endpoint.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    transport = town.server.use_http(f"http://127.0.0.1:{endpoint.server_port}/slack/events")
    assert transport.verify()

    def stop():
        endpoint.shutdown()
        endpoint.server_close()
        thread.join()

    return stop


ROADS = {"inline": connect_inline, "socket": connect_socket, "http": connect_http}


@pytest.fixture(params=list(ROADS))
def road(request) -> str:
    return str(request.param)


@pytest.fixture
def connect(town) -> Iterator[Callable[[App, str], None]]:
    """`connect(app, road)` puts a Bolt app on the other end."""
    stops = []
    yield lambda app, road: stops.append(ROADS[road](town, app))
    for stop in stops:
        stop()


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str, **more: object) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(text: str, action_id: str, value: str = "") -> Json:
    return {"type": "button", "text": plain(text), "action_id": action_id, "value": value}


def asked(label: str, block_id: str, element: Json, **more: object) -> Json:
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": element,
        **more,
    }


def modal(*blocks: Json, title: str = "Punkt", **more: object) -> Json:
    return {
        "type": "modal",
        "callback_id": "item",
        "title": plain(title),
        "submit": plain("Gem"),
        "blocks": list(blocks),
        **more,
    }


TITLE = asked("Titel", "title", {"type": "plain_text_input", "action_id": "text"})
