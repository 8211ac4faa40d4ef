"""A workbook of ours that nobody has saved since: a hash over its parts, among its properties."""

import re

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from generator.files.delivery import AlreadyThere
from generator.files.zip_archive import WORKBOOK, fingerprint, package, unpacked
from generator.model.finding import Refusal

_NAME = "make-report.parts-sha256"
_CUSTOM, _CORE = "docProps/custom.xml", "docProps/core.xml"
_BLANK = "0" * 64
_SEAL = re.compile(
    rb'(name="' + re.escape(_NAME.encode()) + rb'"[^<]*<[^>]*lpwstr\b[^>]*>)([0-9a-f]{64})'
)


def prepare(workbook: Workbook) -> None:
    """Make room for the seal before a workbook is saved."""
    properties = workbook.custom_doc_props  # type: ignore[attr-defined]  # the stubs lack it
    if _NAME in properties.names:
        del properties[_NAME]
    properties.append(StringProperty(name=_NAME, value=_BLANK))


def sealed(data: bytes) -> bytes:
    """Return a workbook that was prepared, with the hash over all the rest in it."""
    parts = unpacked(data, "", WORKBOOK)
    custom, seals = _SEAL.subn(rb"\g<1>" + fingerprint(parts).encode(), parts[_CUSTOM])
    if seals != 1:
        raise ValueError("a workbook must be prepared before it is sealed")
    return package({**parts, _CUSTOM: custom})


def compared(workbook: bytes, there: bytes) -> AlreadyThere:
    """Compare two workbooks that were sealed, apart from the time at which they were saved."""
    try:
        parts = unpacked(there, "", WORKBOOK)
    except Refusal:
        return AlreadyThere.EDITED
    if not _untouched(parts):
        return AlreadyThere.EDITED
    same = _apart_from_time(unpacked(workbook, "", WORKBOOK)) == _apart_from_time(parts)
    return AlreadyThere.SAME if same else AlreadyThere.OLDER


def _untouched(parts: dict[str, bytes]) -> bool:
    """Tell whether a workbook is still exactly as it was sealed."""
    found = _SEAL.search(parts.get(_CUSTOM, b""))
    if not found:
        return False
    blank = _SEAL.sub(rb"\g<1>" + _BLANK.encode(), parts[_CUSTOM])
    return found[2].decode() == fingerprint({**parts, _CUSTOM: blank})


def _apart_from_time(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {part: data for part, data in parts.items() if part not in (_CUSTOM, _CORE)}
