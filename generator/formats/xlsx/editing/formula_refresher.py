"""Keeps the formulas of a sheet from showing stale results when cells have changed."""

from collections.abc import Mapping
from decimal import Decimal

from generator.form.labels import Spot
from generator.formats.xlsx.editing.cell_writer import Stored, digits
from generator.formats.xlsx.editing.sheet_xml import SheetCell, SheetXml
from generator.formats.xlsx.editing.total_results import shown_number, total_results
from generator.formats.xlsx.editing.xml_splice import Splice, with_attribute, with_content


def formula_splices(sheet: SheetXml, stored: Mapping[Spot, Stored]) -> list[Splice]:
    """Mark all formulas to be computed anew, and put the results of the form's totals right.

    By ECMA-376, 18.3.1.40, ca="1" says that a formula "needs to be recalculated the next time
    calculation is performed", which is on opening unless calculation is set to manual. Excel
    itself writes it on each formula of any kind that needs it: also on every cell of a shared
    one (t="shared") and, beside aca, which is another matter, on arrays. LibreOffice trusts the
    results that a file brings: numbers are kept, since programs that only read, this one too,
    would find none; texts are emptied, for they are what live checks say, and a ✓ must not lie.
    """
    changes: list[Splice] = []
    numbers = {
        spot: value if isinstance(value, Decimal) else None for spot, value in stored.items()
    }
    totals = total_results(sheet, numbers)
    for spot, cell in sheet.cells.items():
        if cell.formula is None:
            continue
        if cell.formula.attributes.get("ca") not in ("1", "true"):
            changes += with_attribute(sheet.content, cell.formula, "ca", "1")
        if spot in totals:
            changes += _result(sheet, cell, totals[spot])
        elif cell.kind == "str" and cell.value is not None:
            changes += with_content(cell.value, b"")
    return changes


def _result(sheet: SheetXml, cell: SheetCell, result: Decimal | None) -> list[Splice]:
    """Replace the result of a formula that has one; "" is a blank one, of the type str."""
    element = cell.value
    if element is None or (not element.text.strip() and cell.kind != "str"):
        return []
    if cell.kind in ("n", "str") and shown_number(cell) == result:
        return []
    kind = "str" if result is None else "n"
    changes = with_content(element, b"" if result is None else digits(result))
    if cell.kind != kind:
        changes += with_attribute(sheet.content, cell.element, "t", kind)
    return changes
