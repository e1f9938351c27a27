"""The local workspace on a port of this machine: Web API, Socket Mode and the page."""

import asyncio
import socket
import threading
from typing import TYPE_CHECKING, Self

import uvicorn
from starlette.applications import Starlette
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.demo.http_api import HttpApi
from bot.demo.lines import Lines
from bot.demo.page_api import Guide, PageApi
from bot.demo.signed_http import SignedHttpTransport
from bot.demo.socket_mode import SocketModeTransport

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace

_STARTUP = 10.0  # s
_NAMES = {"127.0.0.1", "localhost"}


class OnlyThisMachine:
    """Refuses requests that name another host or come from another site's page.

    A page elsewhere could otherwise reach the server through a name that resolves to 127.0.0.1.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        full = {f"{name}:{port}" for name in _NAMES}
        self._hosts = full | _NAMES  # Slack's own socket client leaves the port out
        self._origins = {f"http://{host}" for host in full}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in {"http", "websocket"} and not self._allowed(HTTPConnection(scope)):
            refusal = PlainTextResponse("This workspace answers on this machine only.", 403)
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _allowed(self, connection: HTTPConnection) -> bool:
        origin = connection.headers.get("origin")
        known = connection.headers.get("host") in self._hosts
        return known and (origin is None or origin in self._origins)


class _Server(uvicorn.Server):
    """Tells when it listens, and stops as soon as it's told instead of at its next tick."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._told_to_stop = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._loop = asyncio.get_running_loop()
        self.listening.set()

    async def main_loop(self) -> None:
        await self._told_to_stop.wait()

    def stop(self) -> None:
        """From any thread."""
        self.should_exit = True
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._told_to_stop.set)


class Running:
    """A started server; close it, or use it as a context manager."""

    def __init__(
        self,
        workspace: "Workspace",
        server: _Server,
        thread: threading.Thread,
        socket_mode: SocketModeTransport,
        page: PageApi,
    ) -> None:
        self.workspace = workspace
        self._page = page
        self.socket_mode = socket_mode
        self._server = server
        self._thread = thread

    @property
    def url(self) -> str:
        """The page: `http://127.0.0.1:port`."""
        return self.workspace.url

    @property
    def api_url(self) -> str:
        """For `SLACK_API_URL` or `WebClient(base_url=…)`."""
        return f"{self.workspace.url}/api/"

    def use_http(self, request_url: str) -> SignedHttpTransport:
        """Deliver by signed HTTP to the bot's request URL instead of Socket Mode."""
        secret = self.workspace.installed.signing_secret
        transport = SignedHttpTransport(request_url, secret)
        self.workspace.courier.connect(transport)
        return transport

    def close(self, *, wait: bool = True) -> None:
        """Stop answering; closing twice does nothing.

        Without `wait` the server's thread ends by itself in the next 0.1 s, which uvicorn takes.
        """
        if not self._thread.is_alive():
            return
        self.socket_mode.close()
        self._page.close()
        self._server.stop()
        if wait:
            self._thread.join(timeout=_STARTUP)
        self.workspace.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def serve(workspace: "Workspace", port: int = 0, *, guide: Guide | None = None) -> Running:
    """Start the server in a thread of its own; port 0 takes a free one.

    `guide` says on the page what happens next.

    Socket Mode is the road to the bot until `Running.use_http` or `courier.connect` says
    otherwise.
    """
    listener = socket.create_server(("127.0.0.1", port))
    bound = listener.getsockname()[1]
    workspace.url = f"http://127.0.0.1:{bound}"
    lines = Lines()
    socket_mode = SocketModeTransport(
        workspace.ids,
        workspace.faults,
        app_id=workspace.installed.app_id,
        on_connect=workspace.courier.wake,
        cut=lines.cut,
    )
    if workspace.courier.transport is None:
        workspace.courier.connect(socket_mode)
    page = PageApi(workspace, guide)
    routes = [*HttpApi(workspace, lines, socket_mode).routes(), *page.routes()]
    server = _Server(
        uvicorn.Config(
            OnlyThisMachine(Starlette(routes=routes), bound),
            http=lines.protocol(),
            ws="websockets-sansio",
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=2,
        )
    )
    thread = threading.Thread(
        target=server.run, kwargs={"sockets": [listener]}, name="workspace", daemon=True
    )
    thread.start()
    if not server.listening.wait(_STARTUP):
        raise RuntimeError(f"the local workspace didn't start on port {bound}")
    return Running(workspace, server, thread, socket_mode, page)
