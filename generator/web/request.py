"""What a browser asks, and what it is answered."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, urlsplit

from generator.model.finding import Refusal

_JSON, _TEXT = "application/json", "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Request:
    """What a browser asks, once the gate has let it in."""

    method: str
    path: str
    """Without the token: `report/3f2a…`."""
    query: str = ""
    body: bytes = b""
    name: str = ""
    """Of a file that was dropped on the page, as the browser says it."""

    def said(self, key: str, usual: str = "") -> str:
        """Return a word of the query."""
        return parse_qs(self.query, max_num_fields=20).get(key, [usual])[0]

    def data(self) -> dict[str, Any]:
        """Return what was posted as JSON. Raise Refusal where it is none."""
        try:
            found = json.loads(self.body or b"{}")
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise Refusal("页面发来的内容读不懂，什么也没有做。请刷新页面再试。")
        return found


@dataclass(frozen=True)
class Answer:
    """What a browser is answered."""

    body: bytes
    kind: str
    status: int = HTTPStatus.OK


def answer(record: Mapping[str, Any], status: int = HTTPStatus.OK) -> Answer:
    """Answer with facts; `<` is escaped, so that no browser ever takes them for a page."""
    text = json.dumps(record, ensure_ascii=False).replace("<", "\\u003c")
    return Answer(text.encode("utf-8", "replace"), _JSON, status)


def sentence(said: str, status: int) -> Answer:
    """Answer that something cannot be done."""
    return answer({"said": said}, status)


def plain(said: str, status: int) -> Answer:
    """Answer somebody for whom the page is not."""
    return Answer(said.encode(), _TEXT, status)


def split_target(target: str) -> tuple[str, str, str]:
    """Return the first segment of what is asked for, the rest of its path, and the query."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return "", "", ""
    first, _, rest = parts.path.removeprefix("/").partition("/")
    return first, rest, parts.query
