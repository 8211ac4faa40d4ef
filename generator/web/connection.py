"""One connection to the page: what comes in is looked at by the gate before anything is answered.

Every answer forbids the browser whatever the page does not need.
"""

import select
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, ClassVar

from generator.web.gate import HELLO, kept_out, proof
from generator.web.request import Answer, Request, plain, split_target

if TYPE_CHECKING:  # it makes connections, so it imports this
    from generator.web.server import DeskServer

_SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
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
LONGEST_REQUEST = 15.0
"""Seconds that a request may take, and as many for each megabyte of its body."""
SLOWEST_READER = 20.0
"""Seconds that a browser may take none of what it is sent."""
_LONGEST_LINE = 65536
_MOST_DIGITS = 12  # of a length
_CLOSED = "这一页要从程序打开：请双击 make-report，或者运行 make-report desk。"


class Connection(BaseHTTPRequestHandler):
    """One connection."""

    server: "DeskServer"
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "make-report", ""
    timeout = SLOWEST_READER
    disable_nagle_algorithm = True  # else each answer waits 40 ms for the browser
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d\n"
    _events: ClassVar[tuple[str, str]] = ("GET", "events")

    def handle_one_request(self) -> None:
        """Answer one request; its line and headers must come at once."""
        longest = SLOWEST_READER + LONGEST_REQUEST
        with self.server.reading(self.connection, longest, gives_way=True):
            self.raw_requestline = self.rfile.readline(_LONGEST_LINE + 1)
            if not self.raw_requestline or len(self.raw_requestline) > _LONGEST_LINE:
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
            self.close_connection = True  # who has no token is answered once
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
        length = int(said) if len(said) <= _MOST_DIGITS else sys.maxsize
        if length > (self.server.most_body(path) if self.command == "POST" else 0):
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return None
        with self.server.reading(self.connection, LONGEST_REQUEST * (1 + length // 1_000_000)):
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
