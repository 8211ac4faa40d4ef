"""Keeps what was worked out in the user's cache folder: it is worked out once, not every day."""

import hashlib
import pickle
from collections.abc import Sequence
from contextlib import suppress

from generator.files.private_cache import PROGRAM, cache_folder, keep, kept, state_of

_ROOMS = ("form", "model", "checks", "manuscript", "files", "formats", "pipeline")
"""Whatever changes in these may change what is worked out."""


def kept_value(kind: str, of: Sequence[str]) -> object:
    """Return what was kept under some words; None where nothing was, or the program is another."""
    with suppress(OSError):
        payload = kept(cache_folder(kind), _key(of))
        if payload is not None:
            found: object = pickle.loads(payload)  # noqa: S301 - from a folder that only the user can write to
            return found
    return None


def keep_value(kind: str, of: Sequence[str], value: object, *, most: int) -> None:
    """Keep a value under some words, and at most so many of its kind."""
    with suppress(OSError):
        keep(cache_folder(kind), _key(of), pickle.dumps(value), most=most)


def _key(of: Sequence[str]) -> str:
    said = "\n".join((*of, state_of(PROGRAM, _ROOMS)))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
