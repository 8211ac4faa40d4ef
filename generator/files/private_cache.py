"""The user's own cache folder: what is kept there from one command to the next, to save time.

It is only ever read from a folder that nobody else can write to. Whoever keeps something names it
by all that it depends on, this program included: whatever changes, it is worked out anew.
"""

import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

PROGRAM = Path(__file__).parents[1]
_DIGEST = 32  # bytes of a sha256
_HOW_TO_OPEN = ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")  # where the system knows them
_OTHERS_MAY = stat.S_IRWXG | stat.S_IRWXO


def cache_folder(kind: str) -> Path:
    """Return where things of a kind are kept. Raise OSError for a user who has no home."""
    return _known(user_cache_path("make-report", appauthor=False) / kind)


def lasting_folder(kind: str) -> Path:
    """Return where things of a kind are kept that nobody may clear away to save room.

    Raise OSError for a user who has no home.
    """
    return _known(user_data_path("make-report", appauthor=False) / kind)


def _known(folder: Path) -> Path:
    if not folder.is_absolute():
        raise FileNotFoundError(folder)
    return folder


def kept(folder: Path, key: str) -> bytes | None:
    """Return what was kept; None where there is none to be trusted."""
    try:
        if not _own(folder.lstat()):
            return None
        content = _read(folder / key)
    except (OSError, ValueError):
        return None
    payload = content[_DIGEST:]
    return payload if hashlib.sha256(payload).digest() == content[:_DIGEST] else None


def keep(folder: Path, key: str, payload: bytes, *, most: int) -> None:
    """Keep something, and of its kind only as many as were used last.

    Without a folder of one's own nothing is kept.
    """
    with suppress(OSError):
        if not made_own(folder):
            return
        handle, name = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(payload).digest() + payload)
            Path(name).replace(folder / key)
        except OSError:  # the disk is full
            Path(name).unlink()
            raise
        _clear_up(folder, most)


def made_own(folder: Path) -> bool:
    """Make a folder of one's own; False where somebody else can write there. Raise OSError."""
    folder.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
    return _own(folder.lstat())


def state_of(program: Path, rooms: Iterable[str]) -> str:
    """Return what tells this state of some rooms of the program from any other."""
    return _state_of(program, tuple(rooms))


@cache
def _state_of(program: Path, rooms: tuple[str, ...]) -> str:
    sources = [path for room in rooms for path in (program / room).rglob("*.py")]
    return repr(sorted((str(path), *_stat(path)) for path in sources))


def _stat(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _own(found: os.stat_result) -> bool:
    """Tell whether nobody else can write there. On Windows the cache folder is the user's own."""
    if sys.platform == "win32":
        return stat.S_ISDIR(found.st_mode)
    private = found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_MAY
    return stat.S_ISDIR(found.st_mode) and private


def _read(path: Path) -> bytes:
    """Return a file, but never by way of a link, and never wait for what is none."""
    handle = os.open(path, os.O_RDONLY | sum(getattr(os, name, 0) for name in _HOW_TO_OPEN))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise FileNotFoundError(path)
        return file.read()


def _clear_up(folder: Path, most: int) -> None:
    """Leave only those used last."""
    files = list(folder.iterdir())
    if len(files) <= most:
        return
    for old in sorted(files, key=lambda path: path.stat().st_mtime, reverse=True)[most:]:
        old.unlink()
