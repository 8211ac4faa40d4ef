"""Gives the formulas of a new workbook their results.

openpyxl writes none, and programs that only read, pandas or the previewer of a phone, would show
blank totals. Excel computes all of them anew when it opens the file.
"""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from io import BytesIO

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import spot_of
from generator.formats.xlsx.editing.cell_writer import digits
from generator.formats.xlsx.editing.repacked import repacked
from generator.formats.xlsx.formulas.results import Result, formula_results
from generator.formats.xlsx.reading.cells import read_sheets, sheet_files
from generator.formats.xlsx.sheet import Sheet
from generator.formats.xlsx.writing.cell_text import escaped_for_xml
from generator.model.plain_number import plain_number

_FORMULA = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?)(?: t="(?:n|str)")?>'
    rb"<f>([^<]*)</f><v(?:/>|>[^<]*</v>)</c>"
)
Results = Mapping[str, Mapping[Spot, Result]]
"""What formulas show, by sheet and cell."""
NOTHING_KNOWN: Results = {}


def with_first_results(workbook: bytes, known: Results = NOTHING_KNOWN) -> bytes:
    """Return a workbook of our own with what each formula shows.

    Formulas over cells that are not in it yet show what is `known`, and others reckon with that.
    """
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        parts = _parts(archive)
        sheets = read_sheets(parts, "")
        found = formula_results([_with_known(sheet, known.get(sheet.name, {})) for sheet in sheets])
        found |= {
            (name, spot): result for name, own in known.items() for spot, result in own.items()
        }
        results = {
            sheet.name: {spot: found[sheet.name, spot] for spot in sheet.formulas}
            for sheet in sheets
            if sheet.formulas
        }
        return repacked(archive, _given(parts, results))


def _with_known(sheet: Sheet, known: Mapping[Spot, Result]) -> Sheet:
    """Return a sheet on which what is known stands as if it were typed."""
    formulas = {spot: formula for spot, formula in sheet.formulas.items() if spot not in known}
    typed = {
        spot: result if isinstance(result, str) else plain_number(result)
        for spot, result in known.items()
    }
    return replace(sheet, formulas=formulas, values={**sheet.values, **typed})


def with_results(workbook: bytes, results: Results) -> bytes:
    """Return a workbook with what those show who wrote the formulas and know it."""
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        return repacked(archive, _given(_parts(archive), results))


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    return {name: archive.read(name) for name in archive.namelist()}


def _given(parts: Mapping[str, bytes], results: Results) -> dict[str, bytes]:
    files = sheet_files(parts)
    return {files[sheet]: _filled(parts[files[sheet]], own) for sheet, own in results.items()}


def _filled(xml: bytes, results: Mapping[Spot, Result]) -> bytes:
    """Return a worksheet with results: its formulas are as openpyxl has just written them."""

    def put(found: re.Match[bytes]) -> bytes:
        cell, attributes, formula = found.groups()
        result = results.get(spot_of(cell.decode()))
        if result is None:
            return found[0]
        if isinstance(result, str):
            attributes += b' t="str"'
            text = escape(escaped_for_xml(result), quote=False)
        else:
            text = digits(result).decode()
        shown = text.encode("ascii", "xmlcharrefreplace")  # which suits any encoding
        return b'<c r="%s"%s><f>%s</f><v>%s</v></c>' % (cell, attributes, formula, shown)

    return _FORMULA.sub(put, xml)
