"""Keeps states that were worked out: in memory and in the user's cache, as long as they hold."""

import hashlib
import pickle
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.files.private_cache import PROGRAM, cache_folder, keep, kept, state_of
from generator.pipeline.listing.around import Around, Inside, Needs, around
from generator.pipeline.listing.states import FileState, OtherFile

_ROOMS = ("form", "model", "checks", "manuscript", "files", "formats", "pipeline")
"""Whatever changes in these may change a state."""
_MOST_KEPT, _MOST_IN_MEMORY = 4_000, 4_000


class Known(NamedTuple):
    """What is known of a file, and of what else it holds only as long as that is the same."""

    found: FileState | OtherFile
    needs: Needs
    around: Around


_in_memory: dict[str, Known] = {}


def known_state(
    path: Path, workbook: Path | None, document: Path, listed: Inside
) -> FileState | OtherFile | None:
    """Return what was worked out of a file, if all that it depends on is still the same."""
    key = _key(path)
    known = _in_memory.get(key) or _from_disk(key)
    if known is None or around(workbook, document, known.needs, listed) != known.around:
        return None
    _in_memory[key] = known
    return known.found


def keep_state(path: Path, known: Known) -> None:
    """Keep what was worked out."""
    if len(_in_memory) >= _MOST_IN_MEMORY:
        _in_memory.clear()
    key = _key(path)
    _in_memory[key] = known
    with suppress(OSError):
        keep(cache_folder("states"), key, pickle.dumps(known), most=_MOST_KEPT)


def _from_disk(key: str) -> Known | None:
    with suppress(OSError):
        payload = kept(cache_folder("states"), key)
        if payload is not None:
            found = pickle.loads(payload)  # noqa: S301 - from a folder that only the user can write to
            return found if isinstance(found, Known) else None
    return None


def _key(path: Path) -> str:
    said = "\n".join((str(path.absolute()), state_of(PROGRAM, _ROOMS)))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
