"""Forms as they lie on the disk: a folder each, its text read once and kept prepared.

What is kept is a form as Python pickles it. Its name depends on every text of the folder and on
every line of this program that had a part in reading them: whatever changes, it is read anew.
"""

import hashlib
import pickle
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from generator.files.private_cache import PROGRAM, cache_folder, keep, kept, state_of
from generator.form.vocabulary import Form

FORM_FILE = "form.toml"
_ROOMS = ("form",)
"""All that has a part in reading a form."""
_MOST_KEPT = 16


@cache
def form_in(folder: Path) -> Form:
    """Return the form that is written down in a folder. Raise FormMistakes, or OSError."""
    texts = {path.name: path.read_bytes() for path in sorted(folder.glob("*.toml"))}
    key = _key(texts)
    form = _kept(key)
    if form is None:
        form = _read(texts)
        with suppress(OSError):
            keep(cache_folder("forms"), key, pickle.dumps(form), most=_MOST_KEPT)
    return form


def _read(texts: dict[str, bytes]) -> Form:
    from generator.checks.rules import not_checkable
    from generator.form.reading.form import read_form  # with tomllib; mostly it was read before

    decoded = {name: text.decode("utf-8") for name, text in texts.items()}
    return read_form(decoded, FORM_FILE, not_checkable)


def _kept(key: str) -> Form | None:
    try:
        payload = kept(cache_folder("forms"), key)
        form = None if payload is None else pickle.loads(payload)  # noqa: S301 - from a folder that only the user can write to
    except Exception:  # noqa: BLE001 - a pickle that does not fit may fail in any way
        return None
    return form if isinstance(form, Form) else None


def _key(texts: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, text in texts.items():
        digest.update(f"{name}\0{len(text)}\0".encode())
        digest.update(text)
    digest.update(repr((sys.version, state_of(PROGRAM, _ROOMS))).encode())
    return digest.hexdigest()
