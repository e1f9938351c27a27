"""The endpoints that the bot calls: `/api`, upload and response URLs, Socket Mode.

A thin layer: it reads requests, lets faults and rate limits happen, and leaves the rest to
`web_api`.
"""

import asyncio
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from bot.demo import responses, web_api
from bot.demo.errors import SlackError
from bot.demo.faults import Trouble
from bot.demo.lines import Lines
from bot.demo.model import Json
from bot.demo.socket_mode import SocketModeTransport

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace

_BEFORE = {Trouble.DROPPED_BEFORE, Trouble.TIMEOUT_BEFORE}
_DROPPED = {Trouble.DROPPED_BEFORE, Trouble.DROPPED_AFTER}
_LOST = _BEFORE | {Trouble.DROPPED_AFTER, Trouble.TIMEOUT_AFTER}


class Unanswered(Response):
    """No answer: the connection is cut, or stays silent until the client gives up."""

    def __init__(self, lines: Lines, request: Request, *, cut: bool) -> None:
        super().__init__()
        self._lines = lines
        self._request = request
        self._cut = cut

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del scope, send
        if self._cut:
            self._lines.cut(self._request)
        while (await receive())["type"] != "http.disconnect":
            pass


class HttpApi:
    def __init__(self, ws: "Workspace", lines: Lines, socket_mode: SocketModeTransport) -> None:
        self._ws = ws
        self._lines = lines
        self._socket_mode = socket_mode

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/api/{method}", self._method, methods=["GET", "POST"]),
            Route("/upload/{ticket}", self._upload, methods=["POST"]),
            Route("/response/{tail}", self._response, methods=["POST"]),
            WebSocketRoute("/link/", self._link),
        ]

    async def _with_faults(
        self, request: Request, target: str, act: Callable[[], Response]
    ) -> Response:
        """Run `act` in a thread, unless a fault has it otherwise."""
        fault = self._ws.faults.take(target)
        trouble = fault.trouble if fault is not None else None
        if fault is not None and trouble is Trouble.RATE_LIMITED:
            return _rate_limited(max(1, int(fault.seconds)))
        if trouble is Trouble.SERVER_ERROR:
            return PlainTextResponse("Internal Server Error", 500)
        if fault is not None and trouble is Trouble.SLOW:
            await asyncio.sleep(fault.seconds)
        answer = await run_in_threadpool(act) if trouble not in _BEFORE else None
        if answer is None or trouble in _LOST:
            return Unanswered(self._lines, request, cut=trouble in _DROPPED)
        return answer

    async def _method(self, request: Request) -> Response:
        method = request.path_params["method"]
        try:
            args = await _arguments(request)
        except SlackError as refusal:
            return JSONResponse(refusal.body())
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        bearer = token.strip() if scheme.lower() == "bearer" else ""

        def act() -> Response:
            wait = self._ws.rates.wait_for(method, str(args.get("channel", "")))
            if wait is not None:
                return _rate_limited(wait)
            return JSONResponse(
                web_api.call(self._ws, method, bearer, args), headers=self._scopes()
            )

        return await self._with_faults(request, method, act)

    def _scopes(self) -> dict[str, str]:
        app = self._ws.app
        return {"x-oauth-scopes": ",".join(sorted(app.scopes))} if app is not None else {}

    async def _upload(self, request: Request) -> Response:
        content = await request.body()
        ticket = request.path_params["ticket"]

        def act() -> Response:
            stored = self._ws.uploads.get(ticket)
            if stored is None:
                return PlainTextResponse("no such upload", 404)
            stored.content = content
            return PlainTextResponse(f"OK - {len(content)}")

        return await self._with_faults(request, "upload", act)

    async def _response(self, request: Request) -> Response:
        tail = request.path_params["tail"]
        try:
            args = await _arguments(request)
        except SlackError as refusal:
            return JSONResponse(refusal.body(), 400)

        def act() -> Response:
            try:
                responses.respond(self._ws, self._ws.response_urls.use(tail), args)
            except SlackError as refusal:
                gone = refusal.code in {"expired_url", "used_url", "no_active_hooks"}
                return JSONResponse(refusal.body(), 404 if gone else 400)
            return PlainTextResponse("ok")

        return await self._with_faults(request, "response_url", act)

    async def _link(self, socket: WebSocket) -> None:
        ticket = socket.query_params.get("ticket", "")
        if ticket not in self._ws.socket_tickets:
            await socket.close(code=4001, reason="invalid ticket")
            return
        self._ws.socket_tickets.discard(ticket)
        await self._socket_mode.serve(socket)


def _rate_limited(seconds: int) -> Response:
    return JSONResponse(
        {"ok": False, "error": "ratelimited"}, 429, headers={"Retry-After": str(seconds)}
    )


async def _arguments(request: Request) -> Json:
    """Query, form or JSON; `invalid_json` or `json_not_object` for a body that isn't one."""
    args: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "")
    body = (await request.body()).decode(errors="replace")
    if kind.startswith("application/json"):
        return args | _json_object(body or "{}")
    return args | dict(parse_qsl(body, keep_blank_values=True))


def _json_object(body: str) -> Json:
    try:
        parsed = json.loads(body)
    except json.JSONDecodeError:
        raise SlackError("invalid_json") from None
    if not isinstance(parsed, dict):
        raise SlackError("json_not_object")
    return parsed
