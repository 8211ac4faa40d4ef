"""Who is let in: this computer's browser, on the program's own page, with its token.

The token is the first segment of every address. A cookie would be sent to every other server on
127.0.0.1 too, whatever its port, and so to other users of the computer.
"""

import secrets
from collections.abc import Mapping
from hmac import compare_digest, digest
from http import HTTPStatus
from typing import NamedTuple

HOST = "127.0.0.1"
HELLO = "hello"
"""What a second start asks, which has no token yet."""
_LONGEST_CHALLENGE = 100


class Own(NamedTuple):
    """Where the page of this program is."""

    port: int
    token: str

    @property
    def host(self) -> str:
        """What a browser names as Host that asks here; never a name that others can give away."""
        return f"{HOST}:{self.port}"

    @property
    def origin(self) -> str:
        """What a browser names as Origin on this page."""
        return f"http://{self.host}"

    @property
    def address(self) -> str:
        """What opens the page."""
        return f"{self.origin}/{self.token}/"


def new_token() -> str:
    """Return what nobody can guess."""
    return secrets.token_urlsafe(32)


def kept_out(own: Own, method: str, token: str, headers: Mapping[str, str]) -> HTTPStatus | None:
    """Return why somebody is not let in; None for the program's own page.

    A foreign Host is a name that leads here (DNS rebinding); a foreign Origin is another page.
    What writes must come from a page, which always names its Origin.
    """
    if headers.get("Host", "") != own.host:
        return HTTPStatus.FORBIDDEN
    origin = headers.get("Origin")
    if origin != own.origin and (origin is not None or method != "GET"):
        return HTTPStatus.FORBIDDEN
    if not compare_digest(token.encode("utf-8", "replace"), own.token.encode()):
        return HTTPStatus.FORBIDDEN
    return None


def proof(token: str, challenge: str) -> str:
    """Return what only this program can answer, so that a second start knows the first."""
    return digest(token.encode(), challenge[:_LONGEST_CHALLENGE].encode(), "sha256").hex()
