"""Gives the formulas of a new workbook their results.

openpyxl writes none, and programs that only read, pandas or the previewer of a phone, would show
blank totals. Excel computes all of them anew when it opens the file.
"""

import zipfile
from io import BytesIO

from generator.formats.xlsx.editing.formula_refresher import result_splices
from generator.formats.xlsx.editing.repacked import repacked
from generator.formats.xlsx.editing.sheet_xml import read_sheet_xml
from generator.formats.xlsx.editing.xml_splice import spliced
from generator.formats.xlsx.formulas.results import formula_results
from generator.formats.xlsx.reading.cells import read_sheets, sheet_files


def with_first_results(workbook: bytes) -> bytes:
    """Return a workbook of our own with what each formula shows."""
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
        sheets = read_sheets(parts, "")
        results = formula_results(sheets)
        files = sheet_files(parts)
        changed: dict[str, bytes] = {}
        for sheet in sheets:
            if sheet.formulas:
                xml = read_sheet_xml(parts[files[sheet.name]])
                own = {spot: results[sheet.name, spot] for spot in sheet.formulas}
                changed[files[sheet.name]] = spliced(xml.content, result_splices(xml, own))
        return repacked(archive, changed)
