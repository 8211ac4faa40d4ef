"""The pictures that a package holds."""

import hashlib
from collections.abc import Mapping

_FOLDER = "word/media/"


def media_of(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the pictures of a package by their sha256, whatever they are called."""
    pictures = (content for part, content in parts.items() if part.startswith(_FOLDER))
    return {hashlib.sha256(content).hexdigest(): content for content in pictures}
