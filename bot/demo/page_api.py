"""The endpoints of the page in the browser: state, acts, time, files, and news of changes."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.demo import page_acts, page_state, pressing, sight
from bot.demo.clock import SimulatedClock
from bot.demo.errors import ActingError, SlackError
from bot.demo.faults import Trouble
from bot.demo.model import Json, User

if TYPE_CHECKING:
    from bot.demo.workspace import Workspace

_STATIC = Path(__file__).parent / "static"
_STILL_THERE = 15.0  # s between comments that keep the event stream open
_FRESH = {"Cache-Control": "no-store"}


class Guide(Protocol):
    """What the page shows under "what happens next"."""

    def steps(self, workspace: "Workspace") -> Sequence[Mapping[str, Any]]:
        """In order; each `id`, `title`, `who`, `where`, `what`, `try`, `until` and `done`."""
        ...


class Refused(Exception):  # noqa: N818 - an HTTP answer, raised from within
    def __init__(self, code: str, status: int) -> None:
        super().__init__(code)
        self.code = code
        self.status = status


class PageApi:
    def __init__(self, ws: "Workspace", guide: Guide | None = None) -> None:
        self._ws = ws
        self._guide = guide
        self._closing = False
        self._wakers: set[Callable[[], None]] = set()

    def close(self) -> None:
        """End the event streams, for the server waits for them."""
        self._closing = True
        for wake in tuple(self._wakers):
            wake()

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/", self._index),
            Route("/page/state", self._json(self._state)),
            Route("/page/channel", self._json(self._channel)),
            Route("/page/guide", self._json(self._steps)),
            Route("/page/suggestions", self._json(self._suggestions)),
            Route("/page/time", self._json(self._time), methods=["GET", "POST"]),
            Route("/page/act", self._json(self._act), methods=["POST"]),
            Route("/page/faults", self._json(self._faults), methods=["POST"]),
            Route("/page/events", self._events),
            Route("/files/{file_id}/{name:path}", self._file),
            Mount("/static", StaticFiles(directory=_STATIC)),
        ]

    def _json(self, answer: Callable[[Mapping[str, str], Json], Json]) -> Any:  # noqa: ANN401 - an endpoint
        """An endpoint that calls `answer(query, body)` in a thread."""

        async def endpoint(request: Request) -> Response:
            try:
                body = await request.json() if request.method == "POST" else {}
                if not isinstance(body, dict):
                    raise Refused("invalid_json", 400)  # noqa: TRY301 - one way out
                found = await run_in_threadpool(answer, request.query_params, body)
            except json.JSONDecodeError:
                return _refusal("invalid_json", 400)
            except Refused as refused:
                return _refusal(refused.code, refused.status)
            except SlackError as refusal:
                return _refusal(refusal.code, 404)
            except ActingError:
                return _refusal("not_found", 404)
            return JSONResponse(found, headers=_FRESH)

        return endpoint

    async def _index(self, _: Request) -> Response:
        return FileResponse(_STATIC / "index.html", headers=_FRESH)

    def _me(self, name: str) -> User:
        who = self._ws.users.get(name)
        if who is None or who.is_bot:
            raise Refused("user_not_found", 404)
        return who

    def _state(self, query: Mapping[str, str], _: Json) -> Json:
        everybody = page_state.people(self._ws)
        if not everybody:
            raise Refused("user_not_found", 404)
        known = {who.id: who for who in everybody}
        return page_state.state(self._ws, known.get(query.get("as", ""), everybody[0]))

    def _channel(self, query: Mapping[str, str], _: Json) -> Json:
        me = self._me(query.get("as", ""))
        place = page_acts.place_for(self._ws, me, query.get("channel", ""))
        return page_state.conversation(self._ws, place, me)

    def _steps(self, query: Mapping[str, str], _: Json) -> Json:
        self._me(query.get("as", ""))
        steps = [dict(step) for step in self._guide.steps(self._ws)] if self._guide else []
        current = next((step["id"] for step in steps if not step["done"]), None)
        return {"steps": steps, "current": current}

    def _suggestions(self, query: Mapping[str, str], _: Json) -> Json:
        me = self._me(query.get("as", ""))
        if query.get("view_id"):
            where: Any = page_acts.view_for(self._ws, me, query["view_id"])
        else:
            where = page_acts.message_for(
                self._ws, me, query.get("channel", ""), query.get("ts", "")
            )
        action_id = query.get("action_id", "")
        return pressing.suggestions(self._ws, me, where, action_id, query.get("q", ""))

    def _act(self, _: Mapping[str, str], asked: Json) -> Json:
        me = self._me(str(asked.get("as", "")))
        return page_acts.act(self._ws, me, str(asked.get("kind", "")), asked)

    def _time(self, _: Mapping[str, str], asked: Json) -> Json:
        if asked:
            self._move(asked)
        return {"now": page_state.local(self._ws, self._ws.now())}

    def _move(self, asked: Json) -> None:
        clock = self._ws.clock
        if not isinstance(clock, SimulatedClock):
            raise Refused("time_goes_by_itself", 400)
        try:
            if asked.get("to"):
                moment = datetime.fromisoformat(str(asked["to"]))
                if moment.tzinfo is None:
                    moment = moment.replace(tzinfo=self._ws.zone)
                clock.move_to(moment)
            else:
                clock.move_to(
                    self._later(float(asked.get("days", 0)), float(asked.get("hours", 0)))
                )
        except ValueError:
            raise Refused("time_goes_forward", 400) from None
        self._ws.changed()

    def _later(self, days: float, hours: float) -> datetime:
        """Days keep the hour that the clock on the wall shows, also across summer time."""
        here = self._ws.now().astimezone(self._ws.zone) + timedelta(days=days)
        return here.astimezone(UTC) + timedelta(hours=hours)

    def _faults(self, _: Mapping[str, str], asked: Json) -> Json:
        """`{target, trouble, times?, seconds?}`: the next uses of `target` meet `trouble`."""
        try:
            self._ws.faults.next(
                str(asked.get("target", "")),
                Trouble(str(asked.get("trouble", ""))),
                times=int(asked.get("times", 1)),
                seconds=float(asked.get("seconds", 1)),
            )
        except (TypeError, ValueError):
            raise Refused("unknown_trouble", 400) from None
        return {"ok": True}

    async def _file(self, request: Request) -> Response:
        who = self._ws.users.get(request.query_params.get("as", ""))
        file_id = request.path_params["file_id"]
        if not (self._is_bot(request) or (who and sight.may_open_file(self._ws, file_id, who))):
            return _refusal("file_not_found", 404)
        stored = self._ws.files.get(file_id)
        if stored is None or stored.deleted:
            return _refusal("file_not_found", 404)
        disposition = f"attachment; filename*=UTF-8''{quote(stored.name)}"
        return Response(
            stored.content,
            media_type=stored.mimetype,
            headers={
                **_FRESH,
                "Content-Disposition": disposition,
                "X-Content-Type-Options": "nosniff",
            },
        )

    def _is_bot(self, request: Request) -> bool:
        app = self._ws.app
        given = request.headers.get("authorization", "")
        return app is not None and given == f"Bearer {app.bot_token}" and "files:read" in app.scopes

    async def _events(self, _: Request) -> Response:
        return StreamingResponse(
            self._changes(), media_type="text/event-stream", headers={"Cache-Control": "no-cache"}
        )

    async def _changes(self) -> AsyncIterator[str]:
        """`data: {"seq": n}` after every change, joined if they come faster than they're read."""
        loop = asyncio.get_running_loop()
        news = asyncio.Event()

        def wake() -> None:
            loop.call_soon_threadsafe(news.set)

        self._wakers.add(wake)
        unwatch = self._ws.watch(lambda _: wake())
        try:
            while not self._closing:
                yield f'data: {{"seq": {self._ws.seq}}}\n\n'
                try:
                    await asyncio.wait_for(news.wait(), _STILL_THERE)
                except TimeoutError:
                    yield ": still there\n\n"
                news.clear()
        finally:
            unwatch()
            self._wakers.discard(wake)


def _refusal(code: str, status: int) -> Response:
    return JSONResponse({"ok": False, "error": code}, status, headers=_FRESH)
