"""What lies in the folder of the page, and what of it has changed: names, sizes and times alone."""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_DEEPEST = 2  # folders below: inputs, and in it the pictures of a workbook
_MOST_ENTRIES = 5_000
_SUFFIXES = (".xlsx", ".docx", ".json", ".pdf", ".html", ".png", ".jpg", ".jpeg", ".gif", ".bmp")


class Seen(NamedTuple):
    """By what a file is known to have changed."""

    size: int
    modified: int
    """In nanoseconds."""


Listing = Mapping[Path, Seen]


def listing(folder: Path) -> dict[Path, Seen]:
    """Return the plain files of a folder and of those in it; nothing by way of a link.

    What Office and this program put there for a moment is not among them.
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
            there = [entry for entry in entries if not entry.name.startswith((".", "~$"))]
    except OSError:
        return
    for entry in there:
        try:
            if entry.is_dir(follow_symlinks=False):
                if depth:
                    yield from _files(folder / entry.name, depth - 1)
                continue
            found = entry.stat(follow_symlinks=False)
        except OSError:  # gone in the meantime
            continue
        if stat.S_ISREG(found.st_mode) and entry.name.lower().endswith(_SUFFIXES):
            yield folder / entry.name, Seen(found.st_size, found.st_mtime_ns)
