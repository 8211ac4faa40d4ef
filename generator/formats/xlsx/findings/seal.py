"""A workbook of ours that nobody has saved since: a hash over its parts, among its properties."""

import re
from collections import ChainMap
from collections.abc import Mapping

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


def sealed(parts: Mapping[str, bytes]) -> bytes:
    """Return a workbook of these parts that was prepared, with the hash over all the rest in it."""
    custom, seals = _SEAL.subn(rb"\g<1>" + fingerprint(parts).encode(), parts[_CUSTOM])
    if seals != 1:
        raise ValueError("a workbook must be prepared before it is sealed")
    return package(ChainMap({_CUSTOM: custom}, parts))  # type: ignore[arg-type]  # only read


def compared(workbook: bytes, there: bytes) -> AlreadyThere:
    """Compare two workbooks that were sealed, apart from the time at which they were saved."""
    try:
        parts = unpacked(there, "", WORKBOOK)
    except Refusal:
        return AlreadyThere.EDITED
    if not _untouched(parts):
        return AlreadyThere.EDITED
    was = fingerprint(_apart_from_time(parts))
    del parts  # those of a collection of thousands are many megabytes, twice
    now = fingerprint(_apart_from_time(unpacked(workbook, "", WORKBOOK)))
    return AlreadyThere.SAME if now == was else AlreadyThere.OLDER


def _untouched(parts: dict[str, bytes]) -> bool:
    """Tell whether a workbook is still exactly as it was sealed."""
    found = _SEAL.search(parts.get(_CUSTOM, b""))
    if not found:
        return False
    blank = _SEAL.sub(rb"\g<1>" + _BLANK.encode(), parts[_CUSTOM])
    return found[2].decode() == fingerprint({**parts, _CUSTOM: blank})


def _apart_from_time(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {part: data for part, data in parts.items() if part not in (_CUSTOM, _CORE)}
