"""A page that is open on a folder, and what is asked of it by hand."""

import http.client
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from generator.web.start import Started, start


class Answered(NamedTuple):
    """What a request was answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def record(self) -> dict[str, Any]:
        """What JSON says."""
        found: dict[str, Any] = json.loads(self.body)
        return found

    @property
    def said(self) -> str:
        """What people are told."""
        return str(self.record["said"])


@dataclass
class Page:
    """An open page."""

    started: Started
    opened: list[Path] = field(default_factory=list)
    """What people were shown in another program."""

    @property
    def host(self) -> str:
        """Its host and port."""
        return urlsplit(self.started.address).netloc

    @property
    def token(self) -> str:
        """What nobody else knows."""
        return urlsplit(self.started.address).path.strip("/")

    def raw(
        self,
        method: str,
        target: str,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> Answered:
        """Ask for anything at all; only what `headers` does not say is as a browser says it."""
        connection = http.client.HTTPConnection(self.host, timeout=20)
        said = {"Host": self.host, **(headers or {})}
        connection.request(method, target, body, {key: one for key, one in said.items() if one})
        answered = connection.getresponse()
        found = Answered(answered.status, dict(answered.headers), answered.read())
        connection.close()
        return found

    def get(self, path: str) -> Answered:
        """Ask as the page does."""
        return self.raw("GET", f"/{self.token}/{path}")

    def post(self, path: str, record: object = None, name: str = "") -> Answered:
        """Order as the page does; bytes are a file that was dropped on it."""
        body = record if isinstance(record, bytes) else json.dumps(record or {}).encode()
        headers = {"Origin": f"http://{self.host}", "X-Name": name}
        return self.raw("POST", f"/{self.token}/{path}", headers, body)

    def id(self, name: str) -> str:
        """Return what stands for a file of the folder."""
        self.started.look()
        files = self.get("folder").record["files"]
        documents = [one["document"] for one in files if one["document"]]
        return next(str(one["id"]) for one in [*files, *documents] if one["name"] == name)


@contextmanager
def open_page(folder: Path) -> Iterator[Page]:
    """Open the page of a folder, and close it."""
    opened: list[Path] = []
    page = Page(start(folder.resolve(), 0, opened.append), opened)
    page.started.begin()
    yield page
    page.started.end()
