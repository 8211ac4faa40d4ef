"""The server of the page: on this computer alone, and nobody can hold it up.

It knows no report: what is asked for is looked up in `routes`, once the gate has let it in.
"""

import socket
import socketserver
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import ThreadingHTTPServer
from threading import BoundedSemaphore, Lock
from typing import Any

from generator.web.connection import Connection
from generator.web.gate import HOST, Own, new_token
from generator.web.request import Answer, Request
from generator.web.tabs import Tabs

_MOST_CONNECTIONS = 100
_LETS_GO = 2.0  # seconds within which a connection that was closed is free at the latest

Respond = Callable[[Request], Answer]
BodyLimit = Callable[[str], int]


class DeskServer(ThreadingHTTPServer):
    """Listens on 127.0.0.1; `respond` says what a request is answered."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    allow_reuse_address = sys.platform != "win32"  # there it would let another program in as well

    def __init__(self, port: int, tabs: Tabs, respond: Respond, most_body: BodyLimit) -> None:
        self.tabs, self.respond, self.most_body = tabs, respond, most_body
        self._free = BoundedSemaphore(_MOST_CONNECTIONS)
        self._reading: dict[socket.socket, float] = {}
        self._giving_way: dict[socket.socket, None] = {}
        self._lock = Lock()
        super().__init__((HOST, port), Connection)
        self.own = Own(self.server_address[1], new_token())

    def server_bind(self) -> None:
        """Bind, and ask no name server for the name of this computer."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Take a connection; for one too many, that which has asked for nothing longest gives way.

        So nobody holds up the page with connections that only wait, not from another account of
        this computer nor from another page in the browser.
        """
        if not self._free.acquire(blocking=False):
            self._close_longest_waiting()
            if not self._free.acquire(timeout=_LETS_GO):
                self.shutdown_request(request)
                return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer on a connection until it is closed."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of connections that break: browsers close them as they like."""

    @contextmanager
    def reading(
        self, connection: socket.socket, seconds: float, *, gives_way: bool = False
    ) -> Iterator[None]:
        """See that a request comes in within some time, however slowly its bytes drip.

        One of which it is not known yet whether it will be let in `gives_way` to others.
        """
        with self._lock:
            self._reading[connection] = time.monotonic() + seconds
            if gives_way:
                self._giving_way[connection] = None
        try:
            yield
        finally:
            with self._lock:
                self._reading.pop(connection, None)
                self._giving_way.pop(connection, None)

    def service_actions(self) -> None:
        """Close the connections whose request does not come to an end."""
        now = time.monotonic()
        with self._lock:
            late = [one for one, until in self._reading.items() if until < now]
        for connection in late:
            _close(connection)

    def _close_longest_waiting(self) -> None:
        with self._lock:
            waiting = next(iter(self._giving_way), None)
        if waiting:
            _close(waiting)


def _close(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
