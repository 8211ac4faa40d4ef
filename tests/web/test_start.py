"""How a page is opened, found again, and ends."""

import http.client
import socket
import stat
import sys
import time
import webbrowser
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from generator.files.private_cache import cache_folder
from generator.model.finding import Refusal
from generator.web.browser import open_page as show
from generator.web.first_start import page_of_first_start, remember
from generator.web.gate import Own
from generator.web.start import Started, folder_of_page, open_already, start
from generator.web.tabs import MOST_LISTENING
from tests.web.pages import Page, open_page

_MANY_DRIPS = 90  # of which there may be a hundred, as headers


def test_a_second_start_finds_the_page_of_the_first(tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    assert open_already(folder) == ""
    with open_page(folder) as page:
        assert open_already(folder) == page.started.address
        assert open_already(folder / "other") == ""
    assert open_already(folder) == ""


def test_nobody_else_can_read_where_it_is(tmp_path: Path) -> None:
    with open_page(tmp_path):
        folder = cache_folder("desk")
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
        assert modes == {0o600}


@pytest.mark.skipif(sys.platform == "win32", reason="there a browser is started without a file")
def test_after_its_end_nothing_is_left_that_holds_the_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: True)
    with open_page(tmp_path / "..") as other, open_page(tmp_path) as page:
        assert show(page.started.address)
        assert show(other.started.address)
        assert len(holding(page.token)) == 2
        page.started.end()
        assert holding(page.token) == []
        assert len(holding(other.token)) == 2


def holding(token: str) -> list[Path]:
    there = cache_folder("desk").iterdir()
    return [path for path in there if token.encode() in path.read_bytes()]


def test_whoever_took_its_port_since_is_not_believed(tmp_path: Path) -> None:
    with open_page(tmp_path) as other:
        port = int(other.host.rpartition(":")[2])
        remember(tmp_path / "mine", Own(port, "another token"))
        assert page_of_first_start(tmp_path / "mine") is None


def test_whoever_took_its_port_and_answers_without_end_holds_up_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.web.first_start._PATIENCE", 0.1)
    dripped: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as squatter:

        def drip() -> None:
            taken, _ = squatter.accept()
            with taken, suppress(OSError):
                taken.sendall(b"HTTP/1.1 200 OK\r\n")
                while len(dripped) < _MANY_DRIPS:
                    taken.sendall(b"X: y\r\n")
                    dripped.append(b"X")
                    time.sleep(0.01)

        dripping = Thread(target=drip, daemon=True)
        dripping.start()
        remember(tmp_path, Own(squatter.getsockname()[1], "token"))
        assert page_of_first_start(tmp_path) is None
        dripping.join(20)
    assert 0 < len(dripped) < _MANY_DRIPS


def test_it_ends_when_the_last_tab_was_closed_and_not_before_the_first(tmp_path: Path) -> None:
    with open_page(tmp_path) as page:
        waiting = Thread(target=page.started.wait, args=(0.2,), daemon=True)
        waiting.start()
        waiting.join(0.4)
        assert waiting.is_alive()
        tab = tab_of(page)
        waiting.join(0.4)
        assert waiting.is_alive()
        tab.close()
        waiting.join(20)
        assert not waiting.is_alive()


def test_it_does_not_end_while_something_is_being_done(tmp_path: Path) -> None:
    with open_page(tmp_path) as page:
        tab_of(page).close()
        waiting = Thread(target=page.started.wait, args=(0.2,), daemon=True)
        with page.started.desk.work.doing("正在汇总"):
            waiting.start()
            waiting.join(2)
            assert waiting.is_alive()
        waiting.join(20)
        assert not waiting.is_alive()


def test_what_happens_is_told_to_every_tab(tmp_path: Path) -> None:
    with open_page(tmp_path) as page:
        tabs = [tab_of(page) for _ in range(2)]
        page.post("new", {"organ": "某某局", "year": "2024"})
        for tab in tabs:
            assert "event: work" in heard(tab, "正在新建")


def test_of_many_tabs_the_oldest_rest_so_that_the_others_can_ask(tmp_path: Path) -> None:
    with open_page(tmp_path) as page:
        tabs = [tab_of(page) for _ in range(MOST_LISTENING + 1)]
        assert "event: rest" in heard(tabs[0], "rest")
        page.post("new", {"organ": "某某局", "year": "2024"})
        for tab in tabs[1:]:
            assert "event: work" in heard(tab, "正在新建")


@pytest.mark.parametrize("port", [1, 80, 65536, -1])
def test_a_port_that_is_none_is_refused(tmp_path: Path, port: int) -> None:
    with pytest.raises(Refusal, match="1024 到 65535"):
        start(tmp_path, port, print)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with open_page(tmp_path) as page, pytest.raises(Refusal, match="请换一个"):
        start(tmp_path, int(page.host.rpartition(":")[2]), print)


def test_only_a_folder_has_a_page(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"")
    for path in (file, tmp_path / "none"):
        with pytest.raises(Refusal, match="文件夹"):
            folder_of_page(path)


def test_every_start_has_another_token(tmp_path: Path) -> None:
    with open_page(tmp_path) as one, open_page(tmp_path) as other:
        assert len({one.token, other.token}) == 2
        assert len(one.token) > 40
        assert isinstance(one.started, Started)


class Tab:
    """A tab: what it is told, until it is closed."""

    def __init__(self, page: Page) -> None:
        self._connection = http.client.HTTPConnection(page.host, timeout=20)
        self._connection.request("GET", f"/{page.token}/events", headers={"Host": page.host})
        self.stream = self._connection.getresponse()
        assert self.stream.readline() == b"retry: 1000\n"

    def close(self) -> None:
        """Close it."""
        self.stream.close()
        self._connection.close()


def tab_of(page: Page) -> Tab:
    return Tab(page)


def heard(tab: Tab, words: str) -> str:
    """Return what a tab is told, until some words come."""
    said = ""
    while words not in said:
        line = tab.stream.readline().decode()
        assert line, said
        said += line
    tab.close()
    return said
