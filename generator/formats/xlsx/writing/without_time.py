"""Takes the time at which a workbook was made out of it: the same input has the same bytes."""

import re

from generator.files.zip_archive import WORKBOOK, package, unpacked

_PROPERTIES = "docProps/core.xml"
_TIME = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*")


def without_time(workbook: bytes) -> bytes:
    """Return a workbook of ours, dated 2000-01-01 in its properties and its archive."""
    parts = unpacked(workbook, "", WORKBOOK)
    parts[_PROPERTIES] = _TIME.sub(rb"\g<1>2000-01-01T00:00:00Z", parts[_PROPERTIES])
    return package(parts)
