"""A second start on the same folder opens the page of the first.

Where that is, is kept in the user's own cache folder, which nobody else can read. It is not
believed: whoever listens there now must prove that he knows the token.
"""

import hashlib
import http.client
import json
import secrets
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hmac import compare_digest
from http import HTTPStatus
from pathlib import Path
from threading import Timer

from generator.files.private_cache import cache_folder, keep, kept
from generator.web.gate import HELLO, HOST, Own, proof

_PATIENCE = 2.0  # seconds
_MOST_KEPT = 50
_LONGEST_PROOF = 1_000  # bytes


def remember(folder: Path, own: Own) -> None:
    """Keep where the page of a folder is, for whoever starts it again."""
    with suppress(OSError):
        keep(cache_folder("desk"), _key(folder), json.dumps(own).encode(), most=_MOST_KEPT)


def forget(own: Own) -> None:
    """Leave nothing of a page that has ended: neither where it was nor what led a browser there."""
    with suppress(OSError):
        for path in cache_folder("desk").iterdir():
            if own.token.encode() in path.read_bytes():
                path.unlink()


def page_of_first_start(folder: Path) -> Own | None:
    """Return where the page of a folder is open already; None where it is not."""
    try:
        found = kept(cache_folder("desk"), _key(folder))
        own = Own(*json.loads(found)) if found else None
        return own if own and _answers(own) else None
    except (OSError, ValueError, TypeError, http.client.HTTPException):
        return None


def _answers(own: Own) -> bool:
    challenge = secrets.token_urlsafe()
    connection = http.client.HTTPConnection(HOST, own.port, timeout=_PATIENCE)
    with suppress(OSError), closing(connection):
        connection.connect()
        with _hung_up_on(connection.sock, _PATIENCE):
            connection.request("GET", f"/{HELLO}?{challenge}")
            answered = connection.getresponse()
            said = answered.read(_LONGEST_PROOF)
        right = compare_digest(said, proof(own.token, challenge).encode())
        return answered.status == HTTPStatus.OK and right
    return False


@contextmanager
def _hung_up_on(connection: socket.socket, seconds: float) -> Iterator[None]:
    """Hang up after some time on whoever listens there, however slowly his answer drips."""

    def hang_up() -> None:
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)

    limit = Timer(seconds, hang_up)
    limit.daemon = True
    limit.start()
    try:
        yield
    finally:
        limit.cancel()


def _key(folder: Path) -> str:
    return hashlib.sha256(str(folder).encode("utf-8", "surrogatepass")).hexdigest()
