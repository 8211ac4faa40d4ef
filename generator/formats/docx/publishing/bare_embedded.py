"""The workbooks inside a document's charts, without what programs say of those who made them."""

from collections.abc import Mapping
from contextlib import suppress

from generator.files.zip_archive import WORKBOOK, package, unpacked
from generator.formats.docx.package.part_names import CORE
from generator.formats.docx.publishing.bare_properties import APPLICATION, bare_application
from generator.model.finding import Refusal

_EMBEDDED = "word/embeddings/"
_NO_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>'
)


def bare_workbooks(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the workbooks inside a document as they may go out with it."""
    found: dict[str, bytes] = {}
    for part, content in parts.items():
        if part.startswith(_EMBEDDED):
            with suppress(Refusal):  # what is no workbook is told among what does not belong
                inside = unpacked(content, part, WORKBOOK)
                own = {CORE: _NO_CORE, APPLICATION: bare_application()}
                bare = {one: own.get(one, data) for one, data in inside.items()}
                found[part] = package(bare)
    return found
