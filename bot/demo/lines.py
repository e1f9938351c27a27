"""TCP connections of the local server, so that a fault can break one without an answer."""

import asyncio
import weakref
from typing import Any

from starlette.requests import HTTPConnection
from uvicorn.protocols.http.h11_impl import H11Protocol


class Lines:
    """The open connections by the client's address and port."""

    def __init__(self) -> None:
        self._open: weakref.WeakValueDictionary[tuple[str, int], asyncio.Transport] = (
            weakref.WeakValueDictionary()
        )

    def protocol(self) -> type[H11Protocol]:
        """Uvicorn's HTTP protocol, which also enters its connections here."""
        entered = self._open

        class EnteredProtocol(H11Protocol):
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                peer: Any = transport.get_extra_info("peername")
                if peer:
                    entered[peer[0], peer[1]] = transport
                super().connection_made(transport)

        return EnteredProtocol

    def cut(self, connection: HTTPConnection) -> None:
        """Close it at once; in the server's loop."""
        client = connection.client
        if client is None:
            return
        transport = self._open.get((client.host, client.port))
        if transport is not None:
            transport.close()
