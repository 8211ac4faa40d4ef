"""A small office whose document is to go out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.files.zip_archive import DOCUMENT, package, unpacked
from tests.pipeline.small_office import put_small

Edited = Callable[[str, str], Path]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return an office with a workbook, its document and the template."""
    return put_small(tmp_path)


@pytest.fixture
def edited(office: Path) -> Edited:
    """Return what replaces something in the XML of the document, once."""

    def change(was: str, now: str) -> Path:
        document = office / "outputs" / "2023.docx"
        parts = unpacked(document.read_bytes(), "", DOCUMENT)
        text = parts[DOCUMENT].decode()
        assert was in text
        document.write_bytes(package({**parts, DOCUMENT: text.replace(was, now, 1).encode()}))
        return document

    return change
