"""What killed runs leave behind, and whose it is."""

import os
import sys
from pathlib import Path

import pytest

from generator.files.whole_file import clear_up, write


@pytest.fixture(autouse=True)
def nothing_cleared_up_yet() -> None:
    clear_up.cache_clear()


def left(folder: Path, name: str, *, old: bool = True) -> Path:
    path = folder / name
    path.write_bytes(b"half")
    if old:
        os.utime(path, (1_000_000, 1_000_000))
    return path


def test_what_a_killed_run_left_behind_is_cleared_up(tmp_path: Path) -> None:
    old = left(tmp_path, ".make-report-ab_d1234.tmp")
    new = left(tmp_path, ".make-report-abcd5678.tmp", old=False)
    write(b"ours", tmp_path / "a.docx")
    assert not old.exists()
    assert new.exists()


@pytest.mark.parametrize(
    "name", [".make-report-.tmp", ".make-report-notes of mine.tmp", "make-report-abcd1234.tmp"]
)
def test_what_is_only_named_alike_stays(tmp_path: Path, name: str) -> None:
    alike = left(tmp_path, name)
    clear_up(tmp_path)
    assert alike.exists()


def test_a_link_or_a_folder_of_such_a_name_stays(tmp_path: Path) -> None:
    precious = left(tmp_path, "precious.docx")
    link, folder = (tmp_path / f".make-report-abcd123{nth}.tmp" for nth in range(2))
    folder.mkdir()
    try:
        link.symlink_to(precious)
    except OSError:
        pytest.skip("this system lets nobody make links")
    clear_up(tmp_path)
    assert precious.exists()
    assert link.is_symlink()
    assert folder.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself keeps what is open")
def test_what_a_living_process_holds_stays_however_old(tmp_path: Path) -> None:
    import fcntl

    held = left(tmp_path, ".make-report-abcd1234.tmp")
    with held.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        clear_up(tmp_path)
        assert held.exists()
    clear_up.cache_clear()
    clear_up(tmp_path)
    assert not held.exists()


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="only an administrator gives files away"
)
def test_what_another_user_left_stays(tmp_path: Path) -> None:
    others = left(tmp_path, ".make-report-abcd1234.tmp")
    os.chown(others, 12345, -1)
    clear_up(tmp_path)
    assert others.exists()
