"""Puts a finished file in its place: whole or not at all, and never over a person's edits."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from enum import Enum
from pathlib import Path

from generator.files.file_names import KEPT, named_after
from generator.files.locks import lock_of
from generator.files.os_reason import reason
from generator.files.rights import not_where_read_only, writable
from generator.files.whole_file import Place, clear_up, place_new, write
from generator.model.finding import Refusal


class AlreadyThere(Enum):
    """What the file is that lies where a finished one is to go."""

    SAME = "same"
    """As this program wrote it, and it says what the finished one says."""
    OLDER = "older"
    """As this program wrote it, but it says something else."""
    EDITED = "edited"
    """A person has worked on it, or this program never wrote it."""


Compare = Callable[[bytes, bytes], AlreadyThere]
"""Called with the finished file and the one that is there, which are not the same bytes."""


class Delivery(Enum):
    """What became of a finished file."""

    WRITTEN = "written"
    CURRENT = "current"
    """The file that is there says the same already."""
    EDITED = "edited"
    """A person has worked on the file that is there; nothing was written."""


def deliver(
    content: bytes,
    target: Path,
    *,
    compare: Compare,
    over_edits: bool = False,
    again: bool = False,
    like: Path | None = None,
    kept_in: Path | None = None,
) -> tuple[Delivery, Path | None]:
    """Write a file unless a person has edited the one that is there.

    With `over_edits` it is written all the same, and the edited one is kept under another name,
    which is returned, in the folder `kept_in` or beside; with `again` also where the one that is
    there says the same. A new one is as private as the file `like`. Raise Refusal where it cannot
    be written; then nothing changed.
    """
    try:
        target = _place(target)
        clear_up(target.parent)
        there = target.read_bytes() if target.exists() else None
        found = _compared(content, there, compare)
        if found == AlreadyThere.EDITED and not over_edits:
            return Delivery.EDITED, None
        if found == AlreadyThere.SAME and not again:
            return Delivery.CURRENT, None
        not_while_open(target)
        not_where_read_only(target)
        kept = keep(target, into=kept_in) if found == AlreadyThere.EDITED else None
        place = place_new if there is None else _unless_saved(there)
        write(content, target, like=like if there is None else None, place=place)
        if like and there is None:
            writable(target)
    except PermissionError:
        raise Refusal(
            f"写不了 {target}：没有权限，或者它正在 {_program(target)}、WPS 里打开。请关闭它再试。"
        ) from None
    except OSError as problem:
        raise Refusal(f"写不了 {target}：{reason(problem)}。原有文件没有改动。") from None
    return Delivery.WRITTEN, kept


def _compared(content: bytes, there: bytes | None, compare: Compare) -> AlreadyThere | None:
    if there is None:
        return None
    return AlreadyThere.SAME if there == content else compare(content, there)


def _place(target: Path) -> Path:
    """Return the file to write: through a link, the one it points to, which people open."""
    if target.is_symlink():
        with suppress(FileNotFoundError):  # a link may point to a file that is still to come
            target.stat()  # but not round in a circle: that is an OSError
        place = target.resolve()
    else:
        place = target
    if place.is_dir():
        raise Refusal(f"{place} 是文件夹，不能写成文件。请把它改名，或者换一个文件名。")
    if place.exists() and not place.is_file():
        raise Refusal(f"{place} 不是普通文件，没有写。请把它移走，或者换一个文件名。")
    return place


def not_while_open(target: Path) -> None:
    """Refuse to replace what people have open."""
    if lock := lock_of(target):
        raise Refusal(
            f"{target.name} 正在 {_program(target)}、WPS 里打开，没有重写。请关闭它再试。"
            f"如果并没有打开，请删去旁边留下的 {lock.name}。"
        )


def _program(target: Path) -> str:
    return "Excel" if target.suffix.lower() == ".xlsx" else "Word"


def replace_edited(content: bytes, target: Path, *, before: bytes, infix: str = KEPT) -> Path:
    """Replace a file that people work in, and return its dated copy, named with `infix`.

    `before` is what was read of it. Raise Refusal where it is open, has been saved since, or
    cannot be written; then nothing changed.
    """
    kept: Path | None = None
    try:
        place = _as_it_was(target, before)
        kept = keep(place, infix)
        write(content, place, place=_unless_saved(before))
    except (OSError, Refusal) as problem:
        if kept:
            with suppress(OSError):
                kept.unlink()
        if isinstance(problem, Refusal):
            raise
        raise Refusal(f"写不了 {target}：{reason(problem)}。原有文件没有改动。") from None
    return kept


def replace_in_place(content: bytes, target: Path, *, before: bytes) -> None:
    """Replace a file that people work in where all that it held is in the new one: without a copy.

    Raise Refusal as `replace_edited` does; then nothing changed.
    """
    try:
        write(content, _as_it_was(target, before), place=_unless_saved(before))
    except OSError as problem:
        raise Refusal(f"写不了 {target}：{reason(problem)}。原有文件没有改动。") from None


def _as_it_was(target: Path, before: bytes) -> Path:
    """Return the file to write. Raise Refusal where it is open, or is no longer as it was read."""
    place = _place(target)
    not_while_open(place)
    not_where_read_only(place)
    _must_still_be(place, before)
    return place


def _unless_saved(before: bytes) -> Place:
    """Return what moves a file over one that is still as it was read, to the last moment."""

    def place(ready: Path, target: Path) -> None:
        _must_still_be(target, before)
        ready.replace(target)

    return place


def _must_still_be(target: Path, before: bytes) -> None:
    if target.read_bytes() != before:
        raise Refusal(f"{target.name} 刚刚被保存过，没有写。请再运行一次。")


def write_new(content: bytes, target: Path) -> None:
    """Write a file that is not there yet. Raise Refusal where it is, or cannot be written."""
    if os.path.lexists(target):
        raise Refusal(f"{target} 已经有了，没有覆盖。请先把它移走或改名，或者用 -o 换一个文件名。")
    try:
        write(content, target, place=place_new)
    except OSError as problem:
        raise Refusal(f"写不了 {target}：{reason(problem)}。") from None


def keep(target: Path, infix: str = KEPT, *, into: Path | None = None) -> Path:
    """Copy a file, as private as it is, to a name with the date, never over another copy.

    The copy lies beside it, or in the folder `into`.
    """
    copy = dated(target, infix, into=into)
    found = target.stat()
    write(target.read_bytes(), copy, like=target)
    os.utime(copy, ns=(found.st_atime_ns, found.st_mtime_ns))
    return copy


def dated(target: Path, infix: str, *, into: Path | None = None) -> Path:
    """Return a path with the date for what lies at another, where nothing lies yet."""
    base = into / target.name if into else target
    stamp = f"{infix}{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    copy = named_after(base, stamp)
    number = 1
    while copy.exists():
        number += 1
        copy = named_after(base, f"{stamp}-{number}")
    return copy
