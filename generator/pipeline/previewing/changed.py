"""What is other in a preview than it was: so that the page can let it shine for a moment."""

from difflib import SequenceMatcher

from generator.model.preview import Preview


def changed(before: Preview, after: Preview) -> list[str]:
    """Return the ids of what in `after` says something else than before, or was not there.

    Lines are matched by what they say, for ids move when a row is put between them; numbers by
    where they stand.
    """
    was, now = list(before.texts()), list(after.texts())
    known = dict(was)
    found = [key for key, text in now if known.get(key) != text]
    if not found:
        return []
    matcher = SequenceMatcher(
        a=[text for _, text in was], b=[text for _, text in now], autojunk=False
    )
    moved: set[str] = set()
    for same in matcher.get_matching_blocks():
        moved |= {key for key, text in now[same.b : same.b + same.size] if text.strip()}
    return [key for key in found if key not in moved or _stays(key)]


def _stays(key: str) -> bool:
    """Tell by its id whether something is a cell, which stands where it stands."""
    return "-table-" in key
