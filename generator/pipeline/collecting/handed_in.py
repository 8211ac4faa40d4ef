"""Which files lie in the folder that units hand in to; none is passed over without a word."""

import os
import zipfile
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.files.os_reason import reason
from generator.files.plain_archives import is_left_behind, shown_name
from generator.model.finding import Refusal

_WITHIN = "›"
"""Between the name of an archive and that of a file in it."""
_BESIDE_PAGES = ("_files", ".files", "_文件")
"""How the folders end that browsers put beside a page that they save."""
_PAGES = {".html", ".htm", ".mht"}
_MOST_IN_ARCHIVE = 200
_MOST_FILES = 20_000


class HandedIn(NamedTuple):
    """A file that is to be read."""

    path: Path
    """Where it lies, or the archive in which it does."""
    name: str
    """As people are told: its path below the folder, with /."""
    member: str = ""
    """Its name in the archive; empty where it lies in none."""
    modified: str = ""
    """When it was last changed, 2025-01-20 09:30:00."""
    problem: str = ""
    """Why it cannot be read, where that is known already."""


def handed_in(folder: Path, leave_out: Collection[Path]) -> list[HandedIn]:
    """Return every file below a folder, in order. Raise Refusal where the folder cannot be read.

    What systems and programs leave behind is none; `leave_out` are files and folders of the
    collection itself.
    """
    if not folder.is_dir():
        raise Refusal(f"{folder} 不是文件夹。请写明各单位的文件放在哪个文件夹里。")
    apart = {os.path.abspath(path) for path in leave_out}  # noqa: PTH100 - resolve follows links
    found: list[HandedIn] = []
    for path in _files_below(folder, apart):
        name = path.relative_to(folder).as_posix()
        found += _in_archive(path, name) if path.suffix.lower() == ".zip" else [_one(path, name)]
        if len(found) > _MOST_FILES:
            raise Refusal(
                f"{folder} 里有 {_MOST_FILES} 个以上的文件，没有汇总。请检查是不是选错了。"
            )
    return found


def _files_below(folder: Path, apart: Collection[str]) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as problem:
        raise Refusal(f"读不了文件夹 {folder}：{reason(problem)}。") from None
    pages = {path.stem for path in entries if path.suffix.lower() in _PAGES}
    for path in entries:
        if os.path.abspath(path) in apart or is_left_behind(path.name):  # noqa: PTH100
            continue
        if path.is_dir():
            beside_page = any(
                path.name == f"{page}{end}" for page in pages for end in _BESIDE_PAGES
            )
            if not beside_page and not path.is_symlink():
                yield from _files_below(path, apart)
        else:
            yield path


def _one(path: Path, name: str) -> HandedIn:
    try:
        return HandedIn(path, name, "", _time(path.stat().st_mtime))
    except OSError as problem:
        return HandedIn(path, name, problem=f"读不了：{reason(problem)}")


def _time(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC).astimezone():%Y-%m-%d %H:%M:%S}"


def _in_archive(path: Path, name: str) -> list[HandedIn]:
    """Return the files in an archive, or why it cannot be opened."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
    except (OSError, ValueError, zipfile.BadZipFile) as problem:
        why = reason(problem) if isinstance(problem, OSError) else "不是 .zip，或者已经损坏"
        return [
            HandedIn(path, name, problem=f"{name} 打不开：{why}。请重新压缩，或者解压以后再放。")
        ]
    if len(members) > _MOST_IN_ARCHIVE:
        said = f"{name} 里有 {len(members)} 个文件，没有读。请解压以后只留下年度报告。"
        return [HandedIn(path, name, problem=said)]
    return [
        HandedIn(path, f"{name}{_WITHIN}{shown}", one.filename, _archived(one))
        for one in members
        if not is_left_behind(PurePosixPath(shown := shown_name(one)).name)
    ]


def _archived(member: zipfile.ZipInfo) -> str:
    year, month, day, hour, minute, second = member.date_time
    return f"{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"
