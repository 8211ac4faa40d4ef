"""Every route, every field, every wrong kind of value: a sentence, and nothing is written."""

from collections.abc import Iterator
from http import HTTPStatus
from itertools import product
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from generator.messages.page.folder import id_of
from generator.web.routes import ROUTES
from tests.paths import ROOT
from tests.pipeline.office import put_published
from tests.web.pages import Page, open_page

WRONG: dict[str, Any] = {
    "null": None,
    "true": True,
    "number": -1.5,
    "huge": 10**30,
    "empty": "",
    "surrogate": "\ud800",
    "nul": "\0",
    "tag": "<img src=x onerror=hit()>",
    "path": "../../etc/passwd",
    "long": "字" * 10_000,
    "list": [[None]],
    "object": {"a": {"a": {}}},
}
FIELDS: dict[str, dict[str, Any]] = {
    "new": {"organ": "某某局", "year": "二〇二四"},
    "next/": {},
    "make/": {"draft": False, "force": False},
    "make-all": {},
    "write-back/": {"choices": {}, "seen": "x"},
    "bring-in/": {"choices": {}, "seen": "x"},
    "publish/": {"force": False},
    "verify/": {"key": "T1-1-000000", "person": "张三", "reason": "核对"},
    "verify-kept/": {"keys": []},
    "forget-kept/": {"keys": []},
    "collect": {"folder": "x", "organ": "某某", "year": "2024"},
    "open/": {"sheet": "正文", "cell": "A1"},
    "stop": {},
    "manual": {"name": "使用手册"},
    "import": {},
}
"""What the page sends; of each order something that is refused, so that nothing is written."""
BODIES = (
    b"null",
    b"[]",
    b"NaN",
    b'{"year": 1e999}',
    b'{"year": ' + b"9" * 5_000 + b"}",
    b'{"a": 1, "a": 2}',
    b"\xff\xfe{}",
    b"{" * 2_000,
    b'{"a":' * 15_000,
    b"[[" * 40_000,
)
SAID = (HTTPStatus.OK, HTTPStatus.CONFLICT)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Return the page of an office that nothing here changes."""
    office = put_published(tmp_path_factory.mktemp("年报"))
    copytree(ROOT / "templates", office / "templates")
    with open_page(office) as opened:
        opened.started.look()
        yield opened


def test_every_order_is_tried() -> None:
    assert set(FIELDS) == {route.begins for route in ROUTES if route.method == "POST"}


@pytest.mark.parametrize("order", FIELDS)
def test_whatever_an_order_holds_is_answered_in_a_sentence(page: Page, order: str) -> None:
    before = there(page)
    path = f"{order}x" if order.endswith("/") else order
    for field, value in product(FIELDS[order], WRONG.values()):
        found = page.post(path, {**FIELDS[order], field: value})
        assert found.status in SAID, (field, value)
        assert found.said, (field, value)
    assert there(page) == before


@pytest.mark.parametrize("order", [one for one in FIELDS if one not in ("import", "stop")])
def test_what_is_no_record_is_answered_in_a_sentence(page: Page, order: str) -> None:
    before = there(page)
    for body in BODIES:
        found = page.post(f"{order}x" if order.endswith("/") else order, body)
        assert found.status in SAID, body[:20]
        assert found.said
    assert there(page) == before


@pytest.mark.parametrize("order", ["verify/", "write-back/", "bring-in/"])
def test_fields_of_the_wrong_kind_never_reach_a_file(page: Page, order: str) -> None:
    before = there(page)
    name = "inputs/2023.xlsx" if order == "verify/" else "outputs/2023.docx"
    own = id_of(page.started.desk.folder / name)
    for field, value in product(FIELDS[order], WRONG.values()):
        found = page.post(f"{order}{own}", {**FIELDS[order], field: value})
        assert found.status == HTTPStatus.CONFLICT, (field, value)
    assert there(page) == before


@pytest.mark.parametrize(
    ("method", "begins"), [(one.method, one.begins) for one in ROUTES if one.begins.endswith("/")]
)
def test_what_is_no_id_is_no_file(page: Page, method: str, begins: str) -> None:
    ask = page.get if method == "GET" else page.post
    for given in ("", "x", "..", "%00", "%ff", "a" * 5_000, "../../etc/passwd", "inputs/2023.xlsx"):
        found = ask(f"{begins}{given}")
        assert found.status in (HTTPStatus.CONFLICT, HTTPStatus.NOT_FOUND), given
    assert page.opened == []


def there(page: Page) -> dict[Path, bytes]:
    files = (path for path in page.started.desk.folder.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in files}
