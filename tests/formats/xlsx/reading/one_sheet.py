"""One sheet of the usual workbook, typed into: its own reader tells what it holds, and no other."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from generator.files.zip_archive import WORKBOOK, unpacked
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.sheet import Sheet
from generator.model.finding import Finding
from tests.samples import FILE, workbook
from tests.typed_cells import typed_into


def sheet_with(
    name: str,
    cells: Mapping[str, Any],
    formats: Mapping[str, str] | None = None,
    *,
    of: bytes | None = None,
) -> Sheet:
    """Return a sheet of a workbook, the usual one or that given, with some cells typed over."""
    parts = typed_into(
        _parts(of or workbook()),
        {(name, cell): value for cell, value in cells.items()},
        {(name, cell): one for cell, one in (formats or {}).items()},
    )
    others = re.compile(rf'<sheet [^>]*\bname="(?!{re.escape(name)}")[^>]*/>'.encode())
    (sheet,) = read_sheets({**parts, WORKBOOK: others.sub(b"", parts[WORKBOOK])}, FILE)
    return sheet


def lines(findings: Iterable[Finding]) -> list[str]:
    """Return findings as "rule place: message" lines."""
    return [f"{finding.rule} {finding}" for finding in findings]


@cache
def _parts(data: bytes) -> Mapping[str, bytes]:
    return unpacked(data, FILE, WORKBOOK)
