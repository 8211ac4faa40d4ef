"""The page as a command: what it prints, how it ends."""

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.console.cli import main
from generator.console.commands import run_desk
from generator.files.kinds_of_place import KindOfPlace
from generator.web import desk
from generator.web.start import Started
from tests.web.pages import open_page

COMMAND = [sys.executable, "-m", "generator", "desk", "--no-browser"]


@contextmanager
def running(folder: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*COMMAND, str(folder)], stdout=subprocess.PIPE, encoding="utf-8", env=os.environ
    )
    yield process
    process.kill()
    process.communicate()


def first_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def status_of(address: str) -> int:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=20)
    connection.request("GET", parts.path)
    answered = connection.getresponse()
    answered.read()
    connection.close()
    return answered.status


def test_a_second_start_says_where_the_first_one_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_page(tmp_path) as page:
        assert main(["desk", str(tmp_path), "--no-browser"]) == 0
        first, second = capsys.readouterr().out.splitlines()
        assert first == page.started.address
        assert "已经开着" in second


def test_the_page_is_opened_in_a_browser_unless_there_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(run_desk, "open_page", asked.append)
    with open_page(tmp_path) as page:
        assert main(["desk", str(tmp_path)]) == 0
        assert asked == [page.started.address]
        assert "没有找到浏览器" in capsys.readouterr().out


def test_without_a_folder_an_unzipped_program_opens_that_of_peoples_own_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_desk, "unzipped_at", lambda: tmp_path)
    monkeypatch.setattr(run_desk, "own_folder", lambda root: root)
    with open_page(tmp_path) as page:
        assert main(["desk", "--no-browser"]) == 0
        assert capsys.readouterr().out.splitlines()[0] == page.started.address


def test_what_to_know_of_a_folder_is_said_when_its_page_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "kinds_of", lambda _: (KindOfPlace.READ_ONLY,))
    monkeypatch.setattr(Started, "wait", lambda _: None)
    assert main(["desk", str(tmp_path), "--no-browser"]) == 0
    address, opened, told, closed = capsys.readouterr().out.splitlines()
    assert address.startswith("http://127.0.0.1:")
    assert "页面已打开" in opened
    assert "只能看，不能写" in told
    assert closed == "页面已关闭。"


@pytest.mark.parametrize("given", [["a", "b"], ["none"], ["--port", "80"], ["--port", "x"]])
def test_what_makes_no_sense_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["desk", "--no-browser", *given]) == 2


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is another there")
def test_ctrl_c_ends_it_calmly(tmp_path: Path) -> None:
    with running(tmp_path) as process:
        assert status_of(first_line(process)) == 200
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=20)
        assert process.returncode == 0
        assert said.splitlines()[-1] == "页面已关闭。"


@pytest.mark.long
def test_after_it_was_killed_it_starts_again(tmp_path: Path) -> None:
    with running(tmp_path) as process:
        before = first_line(process)
    with running(tmp_path) as process:
        again = first_line(process)
        assert again != before
        assert status_of(again) == 200
