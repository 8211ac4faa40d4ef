"""Several files: all of them or none, and what was there is kept."""

from pathlib import Path

import pytest

from generator.files.several_files import write_together
from generator.model.finding import Refusal


def there(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_new_files_are_written(tmp_path: Path) -> None:
    files = {tmp_path / "甲.docx": b"1", tmp_path / "甲.pdf": b"2"}
    assert write_together(files, infix=".旧-") == []
    assert there(tmp_path) == {"甲.docx": b"1", "甲.pdf": b"2"}


def test_what_was_there_is_kept_under_a_dated_name(tmp_path: Path) -> None:
    target = tmp_path / "甲.docx"
    target.write_bytes(b"old")
    (kept,) = write_together({target: b"new"}, infix=".旧-")
    assert kept.name.startswith("甲.旧-")
    assert (kept.read_bytes(), target.read_bytes()) == (b"old", b"new")


def test_where_one_cannot_be_written_nothing_changes(tmp_path: Path) -> None:
    target, folder = tmp_path / "甲.docx", tmp_path / "甲.pdf"
    target.write_bytes(b"old")
    folder.mkdir()
    with pytest.raises(Refusal, match="不是普通文件"):
        write_together({target: b"new", folder: b"new"}, infix=".旧-")
    assert there(tmp_path) == {"甲.docx": b"old"}


def test_where_the_disk_fails_at_the_last_step_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "甲.docx", tmp_path / "甲.pdf"
    first.write_bytes(b"old")
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if self.suffix == ".tmp" and target == second:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(Refusal, match="原有文件没有改动"):
        write_together({first: b"new", second: b"new"}, infix=".旧-")
    assert there(tmp_path) == {"甲.docx": b"old"}


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.files.several_files.os.fsync", full)
    with pytest.raises(Refusal, match="磁盘已满"):
        write_together({tmp_path / "甲.docx": b"new"}, infix=".旧-")
    assert there(tmp_path) == {}


def test_at_no_moment_is_one_missing_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {tmp_path / "甲.docx": b"new", tmp_path / "甲.pdf": b"new"}
    for path in files:
        path.write_bytes(b"old")
    replace = Path.replace

    def watched(self: Path, target: Path) -> Path:
        assert all(path.exists() for path in files)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    assert len(write_together(files, infix=".旧-")) == 2
    assert sorted(there(tmp_path).values()) == [b"new", b"new", b"old", b"old"]


def test_where_files_cannot_have_two_names_the_old_one_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("os.link", no_links)
    target = tmp_path / "甲.docx"
    target.write_bytes(b"old")
    (kept,) = write_together({target: b"new"}, infix=".旧-")
    assert (kept.read_bytes(), target.read_bytes()) == (b"old", b"new")
