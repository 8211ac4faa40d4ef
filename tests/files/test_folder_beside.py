"""A file and the folder of its name: both are written, or neither."""

from pathlib import Path

import pytest

from generator.files import folder_beside
from generator.files.folder_beside import write_new_with_folder
from generator.model.finding import Refusal

PICTURES = {"图1.png": b"one", "图2.png": b"two"}


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_the_file_and_its_folder_are_written(tmp_path: Path) -> None:
    write_new_with_folder(b"book", tmp_path / "inputs" / "2023.xlsx", PICTURES)
    inside = tmp_path / "inputs"
    assert names(inside) == ["2023", "2023.xlsx", "2023/图1.png", "2023/图2.png"]
    assert (inside / "2023" / "图2.png").read_bytes() == b"two"


def test_without_anything_inside_there_is_no_folder(tmp_path: Path) -> None:
    write_new_with_folder(b"book", tmp_path / "2023.xlsx", {})
    assert names(tmp_path) == ["2023.xlsx"]


@pytest.mark.parametrize("there", ["2023/mine.png", "2023/图1.png", "2023"])
def test_a_folder_or_a_file_that_is_there_is_left_alone(tmp_path: Path, there: str) -> None:
    mine = tmp_path / there
    mine.parent.mkdir(exist_ok=True)
    mine.write_bytes(b"mine")
    before = names(tmp_path)
    with pytest.raises(Refusal, match="2023 已经有了，图片没有地方放，没有导入"):
        write_new_with_folder(b"book", tmp_path / "2023.xlsx", PICTURES)
    assert names(tmp_path) == before
    assert mine.read_bytes() == b"mine"


def test_where_the_file_is_there_no_folder_is_made(tmp_path: Path) -> None:
    (tmp_path / "2023.xlsx").write_bytes(b"mine")
    with pytest.raises(Refusal, match="已经有了，没有覆盖"):
        write_new_with_folder(b"book", tmp_path / "2023.xlsx", PICTURES)
    assert names(tmp_path) == ["2023.xlsx"]


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_where_one_cannot_be_written_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    count = 0

    def failing(content: bytes, target: Path) -> None:
        nonlocal count
        count += 1
        if count == nth:
            raise OSError(28, "No space left on device")
        target.write_bytes(content)

    monkeypatch.setattr(folder_beside, "write", failing)
    monkeypatch.setattr(folder_beside, "write_new", failing)
    with pytest.raises(Refusal, match="没有导入"):
        write_new_with_folder(b"book", tmp_path / "2023.xlsx", PICTURES)
    assert names(tmp_path) == []


def test_what_an_interrupted_run_has_left_is_filled_up(tmp_path: Path) -> None:
    (tmp_path / "2023").mkdir()
    (tmp_path / "2023" / "图1.png").write_bytes(b"one")
    write_new_with_folder(b"book", tmp_path / "2023.xlsx", PICTURES)
    assert names(tmp_path) == ["2023", "2023.xlsx", "2023/图1.png", "2023/图2.png"]
