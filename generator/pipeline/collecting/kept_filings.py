"""Keeps what was read of a file in the user's cache folder: it is read once, not every day."""

import hashlib
import pickle
from contextlib import suppress

from generator.files.private_cache import PROGRAM, cache_folder, keep, kept, state_of
from generator.model.collection.filing import Filing

_ROOMS = ("form", "model", "checks", "manuscript", "files", "formats", "pipeline")
"""Whatever changes in these may change what is read."""
_MOST_KEPT = 8_000


def kept_filing(digest: str, name: str) -> Filing | None:
    """Return what was read of a file with this content and name; None where nothing is known."""
    with suppress(OSError):
        payload = kept(cache_folder("filings"), _key(digest, name))
        if payload is not None:
            found = pickle.loads(payload)  # noqa: S301 - from a folder that only the user can write to
            return found if isinstance(found, Filing) else None
    return None


def keep_filing(digest: str, name: str, filing: Filing) -> None:
    """Keep what was read."""
    with suppress(OSError):
        keep(cache_folder("filings"), _key(digest, name), pickle.dumps(filing), most=_MOST_KEPT)


def _key(digest: str, name: str) -> str:
    said = "\n".join((digest, name, state_of(PROGRAM, _ROOMS)))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
