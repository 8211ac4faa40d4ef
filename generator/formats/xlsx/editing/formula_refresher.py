"""Keeps the formulas of a workbook from showing stale results when cells have changed."""

from collections.abc import Mapping
from decimal import Decimal
from html import escape

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.editing.cell_writer import digits
from generator.formats.xlsx.editing.sheet_xml import SheetCell, SheetXml
from generator.formats.xlsx.editing.xml_splice import (
    Splice,
    with_attribute,
    with_content,
    with_more,
)
from generator.formats.xlsx.formulas.results import Result
from generator.formats.xlsx.writing.cell_text import escaped_for_xml

_DIGITS = 15  # of a number that Excel shows and computes with


def formula_splices(sheet: SheetXml, results: Mapping[Spot, Result]) -> list[Splice]:
    """Mark all formulas to be computed anew, and put right what they show, as far as it is known.

    One that never was worked out stays so: the cell was not edited.

    By ECMA-376, 18.3.1.40, ca="1" says that a formula "needs to be recalculated the next time
    calculation is performed", which is on opening unless calculation is set to manual. Excel
    itself writes it on each formula of any kind that needs it: also on every cell of a shared
    one (t="shared") and, beside aca, which is another matter, on arrays. LibreOffice trusts the
    results that a file brings: numbers that are not known are kept, since programs that only
    read would find none; such texts are emptied, for a ✓ must not lie.
    """
    changes = result_splices(sheet, results, only_where_stale=True)
    for spot, cell in sheet.cells.items():
        if cell.formula is None:
            continue
        if cell.formula.attributes.get("ca") not in ("1", "true"):
            changes += with_attribute(sheet.content, cell.formula, "ca", "1")
        known = spot in results and not _spread(cell, spot)
        if not known and cell.kind == "str" and cell.value is not None:
            changes += with_content(cell.value, b"")
    return changes


def result_splices(
    sheet: SheetXml, results: Mapping[Spot, Result], *, only_where_stale: bool = False
) -> list[Splice]:
    """Write what formulas show where they show nothing or something else.

    `only_where_stale` leaves those alone that show nothing.
    """
    return [
        splice
        for spot, cell in sheet.cells.items()
        if cell.formula and spot in results and not _spread(cell, spot)
        if not (only_where_stale and _never_worked_out(cell))
        for splice in _result(sheet, cell, results[spot])
    ]


def _spread(cell: SheetCell, spot: Spot) -> bool:
    """Tell whether what a formula shows is spread over several cells."""
    attributes = cell.formula.attributes if cell.formula else {}
    return attributes.get("t") == "dataTable" or (
        attributes.get("t") == "array" and attributes.get("ref") != address(spot)
    )


def _never_worked_out(cell: SheetCell) -> bool:
    return cell.value is None or (cell.kind != "str" and not cell.value.text.strip())


def _result(sheet: SheetXml, cell: SheetCell, result: Result) -> list[Splice]:
    if _shown(cell) == result or cell.formula is None:
        return []
    if isinstance(result, str):
        text, kind = escape(escaped_for_xml(result), quote=False), "str"
    else:
        text, kind = digits(result).decode(), "n"
    content = text.encode("ascii", "xmlcharrefreplace")  # which suits any encoding
    if cell.value:
        changes = with_content(cell.value, content)
    else:
        prefix = cell.element.prefix
        value = b"<%sv>%s</%sv>" % (prefix, content, prefix)
        changes = with_more(cell.element, cell.formula.end, value)
    if cell.kind != kind:
        changes += with_attribute(sheet.content, cell.element, "t", kind)
    return changes


def _shown(cell: SheetCell) -> Result | None:
    """Return what a formula shows; None where that is nothing yet, an error or a truth."""
    said = cell.value.text if cell.value else ""
    if cell.kind == "str":
        return said if cell.value else None
    if cell.kind != "n" or not said.strip():
        return None
    try:
        return Decimal(f"{float(said):.{_DIGITS}g}")  # Excel writes 59237.244899999998
    except ValueError:
        return None
