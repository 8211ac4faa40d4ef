"""The server of the page: on this computer alone, and nobody can hold it up.

It speaks HTTP and knows no report: what is asked for is looked up in `routes`, once the gate has
let it in. Every answer forbids the browser whatever the page does not need.
"""

import select
import socket
import socketserver
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import BoundedSemaphore, Lock
from typing import Any, ClassVar

from generator.web.gate import HOST, Own, kept_out, new_token, proof
from generator.web.request import Answer, Request, plain, split_target
from generator.web.tabs import Tabs

HELLO = "hello"
"""What a second start asks, which has no token yet."""

_SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), usb=()",
}
_MOST_CONNECTIONS = 100
_LONGEST_REQUEST = 15.0  # seconds for its line, headers and each megabyte of its body
_SLOWEST_READER = 20.0  # seconds that a browser may take none of what it is sent
_CLOSED = "这一页要从程序打开：请双击 make-report，或者运行 make-report desk。"

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
        self._lock = Lock()
        super().__init__((HOST, port), _Handler)
        self.own = Own(self.server_address[1], new_token())

    def server_bind(self) -> None:
        """Bind, and ask no name server for the name of this computer."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Take a connection; one too many is closed at once."""
        if not self._free.acquire(blocking=False):
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
    def reading(self, connection: socket.socket, seconds: float) -> Iterator[None]:
        """See that a request comes in within some time, however slowly its bytes drip."""
        with self._lock:
            self._reading[connection] = time.monotonic() + seconds
        try:
            yield
        finally:
            with self._lock:
                self._reading.pop(connection, None)

    def service_actions(self) -> None:
        """Close the connections whose request does not come to an end."""
        now = time.monotonic()
        with self._lock:
            late = [one for one, until in self._reading.items() if until < now]
        for connection in late:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: DeskServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "make-report", ""
    timeout = _SLOWEST_READER
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d\n"
    _events: ClassVar[tuple[str, str]] = ("GET", "events")

    def handle_one_request(self) -> None:
        """Answer one request; its line and headers must come at once."""
        self._body_left = 0
        with self.server.reading(self.connection, _SLOWEST_READER + _LONGEST_REQUEST):
            self.raw_requestline = self.rfile.readline(65537)
            if not self.raw_requestline or len(self.raw_requestline) > 65536:  # noqa: PLR2004
                self.close_connection = True
                return
            if not self.parse_request():
                return
        with suppress(TimeoutError, ConnectionError):
            self._answer()
            return
        self.close_connection = True

    def _answer(self) -> None:
        first, path, query = split_target(self.path)
        own = self.server.own
        if self.command == "GET" and first == HELLO and self.headers.get("Host") == own.host:
            self._send(plain(proof(own.token, query), HTTPStatus.OK))
            return
        headers = {name.title(): value for name, value in self.headers.items()}
        why_not = kept_out(own, self.command, first, headers)
        if len(self.headers.get_all("Host", [])) > 1:
            why_not = HTTPStatus.BAD_REQUEST
        if why_not:
            self._refuse(why_not)
        elif (self.command, path) == self._events:
            self._stream()
        elif (body := self._body(path, headers)) is not None:
            name = headers.get("X-Name", "")
            self._send(self.server.respond(Request(self.command, path, query, body, name)))

    def _body(self, path: str, headers: Mapping[str, str]) -> bytes | None:
        """Return what was posted; None once it was refused."""
        said = headers.get("Content-Length", "0" if self.command == "GET" else "")
        if "Transfer-Encoding" in headers or not (said.isascii() and said.isdigit()):
            self._refuse(HTTPStatus.LENGTH_REQUIRED)
            return None
        length = int(said[:20])
        if length > (self.server.most_body(path) if self.command == "POST" else 0):
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return None
        with self.server.reading(self.connection, _LONGEST_REQUEST * (1 + length // 1_000_000)):
            body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return None
        return body

    def _refuse(self, status: HTTPStatus) -> None:
        self.close_connection = True  # whatever of it was not read is no next request
        self._send(plain(_CLOSED if status == HTTPStatus.FORBIDDEN else status.phrase, status))

    def _send(self, what: Answer) -> None:
        self.send_response(what.status)
        self.send_header("Content-Type", what.kind)
        self.send_header("Content-Length", str(len(what.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self._end()
        if self.command != "HEAD":
            self.wfile.write(what.body)

    def _stream(self) -> None:
        """Tell a tab what happens until it is closed."""
        self.close_connection = True
        with self.server.tabs.open() as events:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/event-stream; charset=utf-8")
            self.send_header("Connection", "close")
            self._end()
            for event in events:
                if self._hung_up():
                    return
                self.wfile.write(event.encode("utf-8", "replace"))

    def _hung_up(self) -> bool:
        """Tell whether a tab was closed: to write to it would succeed once more."""
        readable, _, _ = select.select([self.connection], [], [], 0)
        return bool(readable) and not self.connection.recv(1, socket.MSG_PEEK)

    def _end(self) -> None:
        for name, value in _SECURITY.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep no log: addresses hold the token."""
