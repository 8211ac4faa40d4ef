"""However a program ends, neither it nor what it began is left."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.formats.libreoffice.run_alone import run_alone

CHILD = "sleep 60 & echo $! > child; "
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its programs are shell scripts")


def run(script: str, folder: Path, seconds: float = 30) -> None:
    run_alone(["/bin/sh", "-c", script], folder, seconds=seconds)


def is_running(folder: Path) -> bool:
    """Tell whether the child still runs; one that is dead, but not yet buried, does not."""
    child = (folder / "child").read_text().strip()
    told = subprocess.run(["ps", "-o", "stat=", "-p", child], check=False, capture_output=True)
    return told.stdout.strip()[:1] not in (b"", b"Z")


@pytest.fixture
def soon_interrupted() -> Iterator[None]:
    """Raise KeyboardInterrupt in a moment, as Ctrl+C does."""

    def press(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, press)
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def test_a_child_that_is_left_alone_is_seen_to_run(tmp_path: Path) -> None:
    subprocess.run(["/bin/sh", "-c", CHILD], cwd=tmp_path, check=True)
    assert is_running(tmp_path)
    os.kill(int((tmp_path / "child").read_text()), signal.SIGKILL)


def test_it_works_in_its_folder(tmp_path: Path) -> None:
    run("pwd > where", tmp_path)
    assert (tmp_path / "where").read_text().strip() == str(tmp_path)


def test_what_it_writes_for_a_while_lies_in_its_folder(tmp_path: Path) -> None:
    run('echo "$TMPDIR" > where', tmp_path)
    assert (tmp_path / "where").read_text().strip() == str(tmp_path)


def test_what_it_began_ends_with_it(tmp_path: Path) -> None:
    run(CHILD, tmp_path)
    assert not is_running(tmp_path)


def test_what_takes_too_long_is_ended_with_what_it_began(tmp_path: Path) -> None:
    with pytest.raises(TimeoutError):
        run(f"{CHILD} trap '' TERM; wait", tmp_path, seconds=0.1)
    assert not is_running(tmp_path)


@pytest.mark.usefixtures("soon_interrupted")
def test_after_ctrl_c_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(f"{CHILD} wait", tmp_path)
    assert not is_running(tmp_path)


def test_a_program_of_a_group_of_its_own_does_not_get_the_keys(tmp_path: Path) -> None:
    run("ps -o pgid= -p $$ > group; echo $$ > own", tmp_path)
    group, own = ((tmp_path / name).read_text().strip() for name in ("group", "own"))
    assert group == own != str(os.getpgrp())


def test_what_cannot_be_started_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        run_alone([str(tmp_path / "none")], tmp_path, seconds=1)
