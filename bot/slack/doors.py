"""The two ways in: Socket Mode, and signed HTTP."""

from collections.abc import Callable

from slack_bolt import App
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

SOCKET_THREADS = 20  # requests handled at once on one connection
PATH = "/slack/events"
MOST_BODY = 1_000_000  # bytes; Slack's largest request, a dialog of 250 kB, stays far below


def open_socket(app: App, app_token: str) -> Callable[[], None]:
    """Connects by Socket Mode; returns what closes the connection."""
    handler = SocketModeHandler(app, app_token, concurrency=SOCKET_THREADS)
    handler.connect()  # type: ignore[no-untyped-call]
    return handler.close


def http(app: App, healthy: Callable[[], bool]) -> Starlette:
    """Request URL `/slack/events`, and `/health` for whoever watches over the process."""

    async def slack(request: Request) -> Response:
        stamp = request.headers.get("x-slack-request-timestamp", "")
        if not stamp.isascii() or not stamp.isdecimal():
            return PlainTextResponse("no valid signature", 401)  # Bolt would answer 500
        body = await _body(request)
        if body is None:
            return PlainTextResponse("too large", 413)
        return to_starlette_response(
            await run_in_threadpool(app.dispatch, to_bolt_request(request, body))
        )

    async def health(_: Request) -> Response:
        fine = await run_in_threadpool(healthy)
        return PlainTextResponse("ok" if fine else "database out of reach", 200 if fine else 503)

    return Starlette(routes=[Route(PATH, slack, methods=["POST"]), Route("/health", health)])


async def _body(request: Request) -> bytes | None:
    """The body; None if it is larger than Slack would send, or no text."""
    held = bytearray()
    async for piece in request.stream():
        held += piece
        if len(held) > MOST_BODY:
            return None
    try:
        held.decode()
    except UnicodeDecodeError:
        return None
    return bytes(held)
