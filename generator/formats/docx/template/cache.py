"""Keeps compiled templates in the user's own cache folder, from one command to the next.

What is kept holds compiled code. Its name depends on the template, the form, the libraries and
every line of this program that had a part in it: whatever changes, it is compiled anew.
"""

import hashlib
import marshal
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import NamedTuple

import jinja2

from generator.files.private_cache import PROGRAM, cache_folder, keep, kept, state_of
from generator.form.vocabulary import Form

_PROGRAM = PROGRAM
_ROOMS = ("form", "model", "manuscript", "files", "formats/docx")
"""All that has a part in compiling a template: whatever it imports stands in one of these."""
_MOST_KEPT = 8


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
        payload = kept(_folder(), _key(template, form))
        return None if payload is None else CompiledParts(*marshal.loads(payload))  # noqa: S302 - from a private folder
    except (OSError, ValueError, TypeError, EOFError):
        return None


def store(parts: CompiledParts, template: bytes, form: Form) -> None:
    """Keep a compiled template. Without a folder of one's own it is compiled every time."""
    static, changing, snapshot, properties, shows = parts
    payload = marshal.dumps((dict(static), dict(changing), snapshot, properties, shows))
    with suppress(OSError):
        keep(_folder(), _key(template, form), payload, most=_MOST_KEPT)


def _folder() -> Path:
    return cache_folder("templates")


def _key(template: bytes, form: Form) -> str:
    """Name what was compiled by all that it depends on."""
    digest = hashlib.sha256(template)
    rooms = state_of(_PROGRAM, _ROOMS)
    for one in (form, sys.version, jinja2.__version__, marshal.version, rooms):
        digest.update(repr(one).encode())
    return digest.hexdigest()
