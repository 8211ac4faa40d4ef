"""Writes several files together: all of them or none, and what was there before is kept."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from generator.files.delivery import not_while_open
from generator.files.file_names import named_after
from generator.files.os_reason import reason
from generator.files.rights import not_where_read_only, same_rights, usual_rights
from generator.files.whole_file import clear_up
from generator.model.finding import Refusal

_PREFIX, _SUFFIX = ".make-report-", ".tmp"


def write_together(files: Mapping[Path, bytes], *, infix: str) -> list[Path]:
    """Write all files, or none; return the dated copies, named with `infix`, of those replaced.

    Raise Refusal where one cannot be written; then nothing changed.
    """
    stamp = f"{infix}{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    new: dict[Path, Path] = {}
    kept: dict[Path, Path] = {}
    placed: list[Path] = []
    try:
        for target, content in files.items():
            if target.is_symlink() or (target.exists() and not target.is_file()):
                raise Refusal(f"{target} 不是普通文件，没有写。请把它移走，或者改名。")
            not_while_open(target)
            not_where_read_only(target)
            new[target] = _written(content, target)
        for target in [one for one in files if one.exists()]:
            kept[target] = _copy(target, _free(target, stamp))
        for target, ready in new.items():
            ready.replace(target)
            placed.append(target)
    except BaseException as problem:
        _take_back(placed, kept, new)
        if isinstance(problem, OSError):
            raise Refusal(f"写不了发布的文件：{reason(problem)}。原有文件没有改动。") from None
        raise
    return [*kept.values()]


def _written(content: bytes, target: Path) -> Path:
    """Write a file beside its place, from where it is moved there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    clear_up(target.parent)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=target.parent)
    ready = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            same_rights(target, ready)
        else:
            usual_rights(ready)
    except BaseException:
        with suppress(OSError):
            ready.unlink()
        raise
    return ready


def _copy(target: Path, copy: Path) -> Path:
    """Keep what a file holds under another name; the file stays, whatever happens next."""
    try:
        os.link(target, copy)  # costs nothing, and stays what it is when the file is replaced
    except OSError:
        shutil.copy2(target, copy)  # shared folders have no links
    return copy


def _free(target: Path, stamp: str) -> Path:
    copy, number = named_after(target, stamp), 1
    while os.path.lexists(copy):
        number += 1
        copy = named_after(target, f"{stamp}-{number}")
    return copy


def _take_back(placed: list[Path], kept: Mapping[Path, Path], new: Mapping[Path, Path]) -> None:
    """Leave everything as it was."""
    for target in placed:
        with suppress(OSError):
            kept[target].replace(target) if target in kept else target.unlink()
    for target, copy in kept.items():
        if target not in placed:
            copy.unlink(missing_ok=True)
    for ready in new.values():
        with suppress(OSError):
            ready.unlink()
