"""Gives the formulas of a new workbook their results.

openpyxl writes none, and programs that only read, pandas or the previewer of a phone, would show
blank totals. Excel computes all of them anew when it opens the file.
"""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from generator.form.labels import Spot
from generator.formats.xlsx.editing.formula_refresher import result_splices
from generator.formats.xlsx.editing.repacked import repacked
from generator.formats.xlsx.editing.sheet_xml import read_sheet_xml
from generator.formats.xlsx.editing.xml_splice import spliced
from generator.formats.xlsx.formulas.results import Result, formula_results
from generator.formats.xlsx.reading.cells import read_sheets, sheet_files

Results = Mapping[str, Mapping[Spot, Result]]
"""What formulas show, by sheet and cell."""


def with_first_results(workbook: bytes) -> bytes:
    """Return a workbook of our own with what each formula shows."""
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        parts = _parts(archive)
        sheets = read_sheets(parts, "")
        found = formula_results(sheets)
        results = {
            sheet.name: {spot: found[sheet.name, spot] for spot in sheet.formulas}
            for sheet in sheets
            if sheet.formulas
        }
        return repacked(archive, _given(parts, results))


def with_results(workbook: bytes, results: Results) -> bytes:
    """Return a workbook with what those show who wrote the formulas and know it."""
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        return repacked(archive, _given(_parts(archive), results))


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    return {name: archive.read(name) for name in archive.namelist()}


def _given(parts: Mapping[str, bytes], results: Results) -> dict[str, bytes]:
    files = sheet_files(parts)
    changed: dict[str, bytes] = {}
    for sheet, own in results.items():
        xml = read_sheet_xml(parts[files[sheet]])
        changed[files[sheet]] = spliced(xml.content, result_splices(xml, own))
    return changed
