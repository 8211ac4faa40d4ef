"""What is kept in the user's own folder.

That nobody else may have been there, the tests of templates hold, which keep code.
"""

import os
from pathlib import Path

import pytest

from generator.files.private_cache import keep, kept, state_of


def test_what_was_kept_is_there_and_only_the_last_ones_stay(tmp_path: Path) -> None:
    folder = tmp_path / "缓存"
    for number in range(3):
        keep(folder, f"k{number}", bytes([number]), most=2)
        os.utime(folder / f"k{number}", (number, number))
    keep(folder, "k3", b"", most=2)
    assert [kept(folder, f"k{number}") for number in range(4)] == [None, None, b"\x02", b""]


def test_what_cannot_be_kept_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    folder = tmp_path / "缓存"
    monkeypatch.setattr(Path, "replace", full)
    keep(folder, "k", b"", most=2)
    assert list(folder.iterdir()) == []


def test_another_state_of_the_program_is_told(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "a.py").write_text("a = 1")
    before = state_of(tmp_path, ["one"])
    assert state_of(tmp_path, ["one"]) == before
    assert state_of(tmp_path, ["one", "two"]) == before
    (tmp_path / "two" / "b.py").write_text("")
    assert state_of(tmp_path, ("two",)) != before
