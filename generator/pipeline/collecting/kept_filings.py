"""Keeps what was read of a file in the user's cache folder: it is read once, not every day."""

from generator.files.kept_values import keep_value, kept_value
from generator.model.collection.filing import Filing

_KIND, _MOST_KEPT = "filings", 8_000


def kept_filing(digest: str, name: str) -> Filing | None:
    """Return what was read of a file with this content and name; None where nothing is known."""
    found = kept_value(_KIND, (digest, name))
    return found if isinstance(found, Filing) else None


def keep_filing(digest: str, name: str, filing: Filing) -> None:
    """Keep what was read."""
    keep_value(_KIND, (digest, name), filing, most=_MOST_KEPT)
