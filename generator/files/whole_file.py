"""Writes a file whole or not at all, and clears up what runs that were killed have left."""

import os
import re
import stat
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from generator.files.rights import same_rights, usual_rights
from generator.model.finding import Refusal

_PREFIX, _SUFFIX = ".make-report-", ".tmp"
_OURS = re.compile(rf"{re.escape(_PREFIX)}\w{{8}}{re.escape(_SUFFIX)}")
_SURELY_BEGUN = 600  # seconds after which a file that is written holds its lock, or is left over


Place = Callable[[Path, Path], object]
"""Moves a finished file to where it belongs, at once; raises where it must not."""


def write(
    content: bytes, target: Path, *, like: Path | None = None, place: Place = Path.replace
) -> None:
    """Write a file beside its place and move it there. Raise OSError; then nothing changed.

    It gets the rights of the file `like`, else of the one that it replaces, else the usual ones.
    What must still hold at the very moment when it is moved, `place` sees to.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    clear_up(target.parent)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=target.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _locked(file)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if like or target.exists():
            same_rights(like or target, new)
        else:
            usual_rights(new)
        place(new, target)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise


def place_new(ready: Path, target: Path) -> None:
    """Give a finished file a name that nothing has. Raise Refusal where another came first."""
    try:
        _named(ready, target)
    except FileExistsError:
        raise Refusal(f"刚刚有了 {target}，没有覆盖。请看看它是谁写的，再试一次。") from None


def _named(ready: Path, target: Path) -> None:
    if sys.platform == "win32":
        ready.rename(target)  # which refuses by itself there
        return
    try:
        os.link(ready, target)
    except OSError:  # shared folders have no links
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        ready.replace(target)
    else:
        ready.unlink()


@lru_cache(maxsize=16)
def clear_up(folder: Path) -> None:
    """Remove what this user's killed runs have left; once, for folders may be large."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _OURS.fullmatch(entry.name):
                _remove_if_left_over(Path(entry.path))


def _remove_if_left_over(path: Path) -> None:
    with suppress(OSError):
        found = path.lstat()
        own = sys.platform == "win32" or found.st_uid == os.geteuid()
        old = time.time() - found.st_mtime > _SURELY_BEGUN
        if not (own and old and stat.S_ISREG(found.st_mode)):
            return
        with path.open("rb") as file:
            over = _locked(file)
        if over:
            path.unlink()  # Windows itself refuses while somebody has it open


def _locked(file: BinaryIO) -> bool:
    """Lock a file as long as it is open; False where another process has. It ends with a process.

    Some shared folders know no locks: there only the age tells.
    """
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
    return True
