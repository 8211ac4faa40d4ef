"""Forms as they lie on the disk: their text is read once, and kept prepared.

What is kept is a form as Python pickles it. Its name depends on its texts and on every line of
this program that had a part in reading them: whatever changes, it is read anew.
"""

import hashlib
import pickle
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from generator.files.os_reason import reason
from generator.files.private_cache import PROGRAM, cache_folder, keep, kept, state_of
from generator.form.mistakes import FormMistakes, Mistake
from generator.form.vocabulary import Form

_ROOMS = ("form",)
"""All that has a part in reading a form."""
_MOST_KEPT = 32
_MOST_FILES = 40
_LARGEST = 4_000_000
"""Bytes of a text, more than any that is read."""

State = tuple[tuple[str, int, int], ...]
"""Name, size and time of the files that a form may be written in."""


def form_at(file: Path) -> Form:
    """Return the form that is written in a file, with what lies beside it.

    Raise FormMistakes with everything that is wrong.
    """
    return _form_at(file, state_of_form(file))


@lru_cache(maxsize=64)
def _form_at(file: Path, state: State) -> Form:
    texts = {name: _read(file.with_name(name)) for name, _, _ in state}
    key = _key(file.name, texts)
    form = _kept(key)
    if form is None:
        form = _read_anew(file, texts)
        with suppress(OSError):
            keep(cache_folder("forms"), key, pickle.dumps(form), most=_MOST_KEPT)
    return form


def state_of_form(file: Path) -> State:
    """Return what tells the texts of a form from what they were."""
    try:
        beside = [path for path in sorted(file.parent.glob("*.toml")) if path != file]
        files = [(path, path.stat()) for path in (file, *beside[:_MOST_FILES])]
    except OSError as error:
        raise _refused(file, f"读不了：{reason(error)}") from None
    return tuple((path.name, found.st_size, found.st_mtime_ns) for path, found in files)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise _refused(path, "太大，不像表式")
        return path.read_bytes()
    except OSError as error:
        raise _refused(path, f"读不了：{reason(error)}") from None


def _read_anew(file: Path, texts: dict[str, bytes]) -> Form:
    from generator.checks.rules import not_checkable
    from generator.form.reading.form import read_form  # with tomllib; mostly it was read before

    decoded: dict[str, str] = {}
    for name, text in texts.items():
        try:
            decoded[name] = text.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            if name == file.name:
                line = text.count(b"\n", 0, error.start) + 1
                raise _refused(file, "不是 UTF-8 编码，请用记事本另存为 UTF-8", line) from None
    look_over = not_checkable if file.is_relative_to(PROGRAM) else _not_to_be_used
    return read_form(decoded, file.name, look_over)


def _not_to_be_used(form: Form) -> list[Mistake]:
    """Return what else is wrong with a form of an office: its rules, patterns that never end."""
    from generator.checks.rules import not_checkable
    from generator.form.reading.regexes import bad_patterns

    return [*not_checkable(form), *bad_patterns(form, ())]


def _refused(file: Path, why: str, line: int = 0) -> FormMistakes:
    return FormMistakes(file.name, [Mistake((), why, file.name, line)])


def _kept(key: str) -> Form | None:
    try:
        payload = kept(cache_folder("forms"), key)
        form = None if payload is None else pickle.loads(payload)  # noqa: S301 - from a folder that only the user can write to
    except Exception:  # noqa: BLE001 - a pickle that does not fit may fail in any way
        return None
    return form if isinstance(form, Form) else None


def _key(file: str, texts: dict[str, bytes]) -> str:
    digest = hashlib.sha256(file.encode("utf-8", "surrogatepass"))
    for name, text in texts.items():
        digest.update(f"\0{name}\0{len(text)}\0".encode("utf-8", "surrogatepass"))
        digest.update(text)
    digest.update(repr((sys.version, state_of(PROGRAM, _ROOMS))).encode())
    return digest.hexdigest()
