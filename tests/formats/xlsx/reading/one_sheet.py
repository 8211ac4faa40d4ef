"""One sheet of the usual workbook as its reader is handed it: the others are not even parsed."""

from collections.abc import Callable, Mapping

from openpyxl import Workbook

from generator.formats.xlsx.reading.cells import read_sheets, sheet_files
from generator.formats.xlsx.sheet import Sheet
from generator.model.finding import Finding
from tests.opened import saved
from tests.samples import FILE, workbook
from tests.typed_cells import parts_of, typed_parts

Typed = Mapping[str, object]
"""What is typed over, by cell."""
Shown = Mapping[str, str]
"""Number formats of what is typed, by cell."""


def one_sheet(name: str, cells: Typed, formats: Shown | None = None, data: bytes = b"") -> Sheet:
    """Return a sheet of the usual workbook, or of `data`, with some of its cells typed over."""
    typed = {(name, cell): value for cell, value in cells.items()}
    shown = {(name, cell): value for cell, value in (formats or {}).items()}
    parts = typed_parts(parts_of(data or workbook()), typed, shown)
    others = {part for title, part in sheet_files(parts).items() if title != name}
    (sheet,) = read_sheets({part: parts[part] for part in parts.keys() - others}, FILE)
    return sheet


def written(write: Callable[[Workbook], object]) -> bytes:
    """Return a workbook of the one sheet that a writer adds."""
    book = Workbook()
    book.remove(book.worksheets[0])
    write(book)
    return saved(book)


def told(findings: list[Finding]) -> list[str]:
    """Return findings as "rule place: message" lines."""
    return [f"{finding.rule} {finding}" for finding in findings]
