"""What lies in the folder of the page, and what of it has changed: names, sizes and times alone."""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.files.file_names import INPUTS, OUTPUTS
from generator.files.locks import is_lock

_DEEPEST = 2  # folders below: inputs, and in it the pictures of a workbook
_MOST_ENTRIES = 5_000
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp")
_SUFFIXES = (".xlsx", ".docx", ".json", ".pdf", ".html", ".toml", *_PICTURES)


class Seen(NamedTuple):
    """By what a file is known to have changed."""

    size: int
    modified: int
    """In nanoseconds."""


Listing = Mapping[Path, Seen]


def listing(folder: Path) -> dict[Path, Seen]:
    """Return the plain files of a folder and of those in it; nothing by way of a link.

    What says that a file is open is among them, what else is there for a moment is not. Of too
    many those of reports come first.
    """
    found: dict[Path, Seen] = {}
    for path, seen in _files(folder, _DEEPEST):
        found[path] = seen
        if len(found) >= _MOST_ENTRIES:
            break
    return found


def changed(before: Listing, now: Listing) -> set[Path]:
    """Return what is new, gone, or not as it was."""
    return {path for path in {*before, *now} if before.get(path) != now.get(path)}


def _files(folder: Path, depth: int) -> Iterator[tuple[Path, Seen]]:
    try:
        with os.scandir(folder) as entries:
            there = [entry for entry in entries if _is_shown(entry.name)]
    except OSError:
        return
    below: list[str] = []
    for entry in there:
        try:
            if entry.is_dir(follow_symlinks=False):
                below.append(entry.name)
                continue
            found = entry.stat(follow_symlinks=False)
        except OSError:  # gone in the meantime
            continue
        if stat.S_ISREG(found.st_mode) and _is_ours(entry.name):
            yield folder / entry.name, Seen(found.st_size, found.st_mtime_ns)
    for name in sorted(below, key=_when) if depth else ():
        yield from _files(folder / name, depth - 1)


def _when(folder: str) -> tuple[bool, str]:
    """Sort the folders of reports before all others: those may hold the files of many units."""
    return folder not in (INPUTS, OUTPUTS), folder


def _is_shown(name: str) -> bool:
    return is_lock(name) or not name.startswith((".", "~"))


def _is_ours(name: str) -> bool:
    return is_lock(name) or name.lower().endswith(_SUFFIXES)
