"""Writes a new file with a new folder of its name beside it: both, or neither."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.files.delivery import write_new
from generator.files.os_reason import reason
from generator.files.whole_file import write
from generator.model.finding import Refusal


def folder_of(target: Path) -> Path:
    """Return the folder of a file's name beside it."""
    return target.with_suffix("")


def write_new_with_folder(content: bytes, target: Path, inside: Mapping[str, bytes]) -> None:
    """Write a file that is not there yet, and the files `inside` its folder, by their names.

    The file comes last: where it is, all is. A folder that holds nothing but some of the very same
    files is one that an interrupted run has left, and is filled up. Raise Refusal where the file
    or another folder is there, or something cannot be written; then nothing changed.
    """
    if not inside:
        write_new(content, target)
        return
    if os.path.lexists(target):
        write_new(content, target)  # which refuses
    folder = folder_of(target)
    written: list[Path] = []
    made = False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = _make(folder, inside)
        for name, data in inside.items():
            if made or not os.path.lexists(folder / name):
                written.append(folder / name)
                write(data, folder / name)
        write_new(content, target)
    except BaseException as problem:
        for path in written:
            with suppress(OSError):
                path.unlink()
        if made:
            with suppress(OSError):
                folder.rmdir()
        if isinstance(problem, OSError):
            raise Refusal(f"写不了 {folder}：{reason(problem)}。没有导入。") from None
        raise


def _make(folder: Path, inside: Mapping[str, bytes]) -> bool:
    """Make a folder; False where it is there and holds the same. Raise Refusal for another."""
    try:
        folder.mkdir()
    except FileExistsError:
        if _is_left_over(folder, inside):
            return False
        raise Refusal(
            f"{folder} 已经有了，图片没有地方放，没有导入。"
            "请先把它移走或改名（或用 -o 换一个文件名）。"
        ) from None
    return True


def _is_left_over(folder: Path, inside: Mapping[str, bytes]) -> bool:
    if folder.is_symlink() or not folder.is_dir():
        return False
    return all(
        path.name in inside and path.is_file() and path.read_bytes() == inside[path.name]
        for path in folder.iterdir()
    )
