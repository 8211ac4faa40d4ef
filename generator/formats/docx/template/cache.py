"""Keeps compiled templates in the user's own cache folder, from one command to the next.

What is kept holds compiled code, so it is only ever read from a folder that nobody else can
write to. Its name depends on the template, the form, the libraries and every line of this
program that had a part in it: whatever changes, it is compiled anew.
"""

import hashlib
import marshal
import os
import stat
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import NamedTuple

import jinja2
from platformdirs import user_cache_path

from generator.form.vocabulary import Form

_PROGRAM = Path(__file__).parents[3]
_ROOMS = ("form", "model", "manuscript", "files", "formats/docx")
"""All that has a part in compiling a template: whatever it imports stands in one of these."""
_MOST_KEPT = 8
_DIGEST = 32  # bytes of a sha256
_HOW_TO_OPEN = ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")  # where the system knows them
_OTHERS_MAY = stat.S_IRWXG | stat.S_IRWXO


class CompiledParts(NamedTuple):
    """A template that was linted, compiled and tried, as plain data."""

    static: Mapping[str, bytes]
    changing: Mapping[str, CodeType]
    snapshot: str
    properties: bytes
    shows: tuple[str, ...]


def cached(template: bytes, form: Form) -> CompiledParts | None:
    """Return a template that was compiled before, None where there is none to be trusted."""
    try:
        folder = _folder()
        if not _own(folder.lstat()):
            return None
        content = _read(folder / _key(template, form))
        if hashlib.sha256(content[_DIGEST:]).digest() != content[:_DIGEST]:
            return None
        return CompiledParts(*marshal.loads(content[_DIGEST:]))  # noqa: S302 - from a private folder
    except (OSError, ValueError, TypeError, EOFError):
        return None


def store(parts: CompiledParts, template: bytes, form: Form) -> None:
    """Keep a compiled template. Without a folder of one's own it is compiled every time."""
    static, changing, snapshot, properties, shows = parts
    payload = marshal.dumps((dict(static), dict(changing), snapshot, properties, shows))
    with suppress(OSError):
        folder = _folder()
        folder.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
        if not _own(folder.lstat()):
            return
        handle, name = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(payload).digest() + payload)
        Path(name).replace(folder / _key(template, form))
        _clear_up(folder)


def _folder() -> Path:
    """Return where templates are kept. Raise OSError for a user who has no home."""
    folder = user_cache_path("make-report", appauthor=False) / "templates"
    if not folder.is_absolute():
        raise FileNotFoundError(folder)
    return folder


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


def _key(template: bytes, form: Form) -> str:
    """Name what was compiled by all that it depends on."""
    digest = hashlib.sha256(template)
    sources = [path for room in _ROOMS for path in (_PROGRAM / room).rglob("*.py")]
    states = [(str(path), found.st_size, found.st_mtime_ns) for path, found in _stats(sources)]
    for one in (form, sys.version, jinja2.__version__, marshal.version, sorted(states)):
        digest.update(repr(one).encode())
    return digest.hexdigest()


def _stats(paths: list[Path]) -> list[tuple[Path, os.stat_result]]:
    return [(path, path.stat()) for path in paths]


def _clear_up(folder: Path) -> None:
    """Leave only those used last."""
    by_age = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in by_age[_MOST_KEPT:]:
        old.unlink()
