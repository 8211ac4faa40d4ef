"""Keeps states that were worked out: in memory and in the user's cache, as long as they hold."""

from pathlib import Path
from typing import NamedTuple

from generator.files.kept_values import keep_value, kept_value
from generator.pipeline.listing.around import Around, Inside, Needs, around
from generator.pipeline.listing.states import FileState, OtherFile

_KIND, _MOST_KEPT, _MOST_IN_MEMORY = "states", 4_000, 4_000


class Known(NamedTuple):
    """What is known of a file, and of what else it holds only as long as that is the same."""

    found: FileState | OtherFile
    needs: Needs
    around: Around


_in_memory: dict[Path, Known] = {}


def known_state(
    path: Path, workbook: Path | None, document: Path, listed: Inside
) -> FileState | OtherFile | None:
    """Return what was worked out of a file, if all that it depends on is still the same."""
    own = path.absolute()
    known = _in_memory.get(own) or kept_value(_KIND, (str(own),))
    if not isinstance(known, Known):
        return None
    if around(workbook, document, known.needs, listed) != known.around:
        return None
    _in_memory[own] = known
    return known.found


def keep_state(path: Path, known: Known) -> None:
    """Keep what was worked out."""
    if len(_in_memory) >= _MOST_IN_MEMORY:
        _in_memory.clear()
    own = path.absolute()
    _in_memory[own] = known
    keep_value(_KIND, (str(own),), known, most=_MOST_KEPT)
