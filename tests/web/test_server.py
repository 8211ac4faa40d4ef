"""Who is let in, and what nobody gets: asked by hand, as no browser would."""

import socket
from http import HTTPStatus
from pathlib import Path

import pytest

from generator.messages.page.folder import id_of
from generator.web import connection, server
from tests.web.pages import Page

REFUSED = (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.BAD_REQUEST)


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", "[::1]"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_foreign_host_is_refused(page: Page, host: str, method: str) -> None:
    origin = {"Origin": f"http://{page.host}"}
    found = page.raw(method, f"/{page.token}/folder", {"Host": host, **origin}, b"{}")
    assert found.status == HTTPStatus.FORBIDDEN
    assert b"2023" not in found.body


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost", "file://"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_foreign_page_is_refused(page: Page, origin: str, method: str) -> None:
    found = page.raw(method, f"/{page.token}/folder", {"Origin": origin}, b"")
    assert found.status == HTTPStatus.FORBIDDEN


def test_what_writes_must_name_its_origin(page: Page) -> None:
    found = page.raw("POST", f"/{page.token}/new", {}, b'{"organ": "a", "year": 2024}')
    assert found.status == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("token", ["", "x", "hello", "{own}x", "%2e%2e", "..", "{own}%00"])
def test_without_its_token_there_is_no_page(page: Page, token: str) -> None:
    said = token.format(own=page.token)
    for path in ("", "folder", "events", "desk.js"):
        found = page.raw("GET", f"/{said}/{path}")
        assert found.status in REFUSED or said == "hello", path
        assert b"2023" not in found.body
    assert page.get("").status == HTTPStatus.OK


def test_who_has_no_token_is_told_how_to_open_the_page(page: Page) -> None:
    assert "make-report" in page.raw("GET", "/").body.decode()


@pytest.mark.parametrize(
    "path",
    [
        "../inputs/2023.xlsx",
        "..%2f..%2fetc%2fpasswd",
        "report/../../etc/passwd",
        "report/..%2f..%2fetc%2fpasswd",
        "report/inputs/2023.xlsx",
        "report/0123456789abcdef",
        "desk.js/",
        "./desk.js",
        "desk.js%00",
        "//desk.js",
        "page_files.py",
        "generator/web/gate.py",
    ],
)
def test_no_path_leads_out_of_the_list(page: Page, path: str) -> None:
    found = page.get(path)
    assert found.status in (*REFUSED, HTTPStatus.CONFLICT)
    assert b"root:" not in found.body


def test_a_link_leads_nowhere(office: Path, page: Page, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "秘密.xlsx").write_bytes((office / "inputs" / "2023.xlsx").read_bytes())
    (office / "inputs" / "链接.xlsx").symlink_to(outside / "秘密.xlsx")
    (office / "链接").symlink_to(outside)
    page.started.look()
    files = page.get("folder").record["files"]
    assert [one["name"] for one in files] == ["2023.xlsx"]
    assert_leads_nowhere(page, office / "inputs" / "链接.xlsx")


def test_what_became_a_link_after_it_was_listed_leads_nowhere(
    office: Path, page: Page, tmp_path: Path
) -> None:
    listed = office / "inputs" / "2023.xlsx"
    own = page.id(listed.name)
    for became_one in (listed, listed.parent):
        outside = tmp_path / f"outside-{became_one.name}"
        became_one.rename(outside)
        became_one.symlink_to(outside)
        assert page.get(f"report/{own}").status == HTTPStatus.CONFLICT
        assert_leads_nowhere(page, listed)
        became_one.unlink()
        outside.rename(became_one)


def assert_leads_nowhere(page: Page, link: Path) -> None:
    own = id_of(link)
    told = [page.get(f"report/{own}"), *(page.post(f"{do}/{own}") for do in ("make", "open"))]
    assert {one.status for one in told} == {HTTPStatus.CONFLICT}
    assert all("链接" in one.said for one in told)
    assert page.opened == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "HEAD", "PATCH", "X"])
def test_other_methods_do_nothing(page: Page, method: str) -> None:
    found = page.raw(method, f"/{page.token}/new", {"Origin": f"http://{page.host}"}, b"")
    assert found.status in (HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def test_what_writes_is_not_done_by_following_a_link(page: Page) -> None:
    for path in ("new", "import", "collect", "stop", "make/x", "publish/x", "open/x"):
        assert page.get(path).status == HTTPStatus.METHOD_NOT_ALLOWED


def test_every_answer_forbids_the_browser_what_the_page_does_not_need(page: Page) -> None:
    found = [page.get(""), page.get("folder"), page.get("desk.css"), page.raw("GET", "/")]
    for headers in (one.headers for one in found):
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "Access-Control-Allow-Origin" not in headers
        assert "Python" not in headers["Server"]


def test_only_this_computer_is_listened_to(page: Page) -> None:
    assert page.host.startswith("127.0.0.1:")


@pytest.mark.parametrize(
    "length", ["100000000000", "0" * 30 + "1", "9" * 5000, "-1", "x", "1e3", "٣"]
)
def test_too_much_is_not_read(page: Page, length: str) -> None:
    request = (
        f"POST /{page.token}/new HTTP/1.1\r\nHost: {page.host}\r\n"
        f"Origin: http://{page.host}\r\nContent-Length: {length}\r\n\r\n"
    )
    assert answer_to(page, request.encode()).split()[1] in (b"413", b"411", b"400")


@pytest.mark.parametrize(
    "request_",
    [
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST /{token}/new HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET /{token}/ HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused_and_the_next_is_answered(
    page: Page, request_: bytes
) -> None:
    said = request_.replace(b"{token}", page.token.encode()).replace(b"{host}", page.host.encode())
    found = answer_to(page, said)
    assert b" 200 " not in found.split(b"\r\n")[0]
    assert page.get("folder").status == HTTPStatus.OK


def test_slow_and_silent_clients_hold_up_nobody(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "LONGEST_REQUEST", 0.1)
    monkeypatch.setattr(connection, "SLOWEST_READER", 0.1)
    slow = [connected(page) for _ in range(20)]
    for one in slow:
        one.sendall(b"GET / HTTP/1.1\r\nHost:")
    assert page.get("folder").status == HTTPStatus.OK
    assert all(one.recv(10) == b"" for one in slow), "they were hung up on"
    for one in slow:
        one.close()


def test_connections_that_only_wait_keep_nobody_out(page: Page) -> None:
    assert server._MOST_CONNECTIONS > 50
    many = [connected(page) for _ in range(server._MOST_CONNECTIONS + 5)]
    for one in many[:50]:
        one.sendall(b"GET / HTTP/1.1\r\n")
    asked = [page.get("folder").status for _ in range(20)]
    assert set(asked) == {HTTPStatus.OK}
    assert many[0].recv(10) == b"", "who waited longest gave way"
    for one in many:
        one.close()


def test_who_has_no_token_keeps_no_connection(page: Page) -> None:
    host = f"Host: {page.host}\r\n"
    for asked in ("/", "/hello?x", "/x/folder"):
        with connected(page) as opened:
            opened.sendall(f"GET {asked} HTTP/1.1\r\n{host}\r\n".encode() * 2)
            said = b""
            while more := opened.recv(10_000):
                said += more
            assert said.count(b"HTTP/1.1 ") == 1


def answer_to(page: Page, request: bytes) -> bytes:
    with connected(page) as opened:
        opened.sendall(request)
        return opened.recv(10_000)


def connected(page: Page) -> socket.socket:
    host, _, port = page.host.partition(":")
    return socket.create_connection((host, int(port)), timeout=20)
