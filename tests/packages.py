"""Zip archives for tests: whole, broken and hostile ones."""

import zipfile
from collections.abc import Mapping
from io import BytesIO


def package(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a zip archive."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return content.getvalue()
