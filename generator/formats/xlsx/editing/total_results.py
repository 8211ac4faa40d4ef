"""Works out anew what the form's own totals show, as Excel would, when cells have changed."""

from collections.abc import Mapping
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter

from openpyxl.formula.translate import Translator

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.editing.sheet_xml import SheetCell, SheetXml
from generator.formats.xlsx.layout import own_total

_LARGEST = 1_000  # cells that a total may add up
_DIGITS = 15  # of a number that Excel shows and computes with
_UNKNOWN = Decimal("NaN")  # which any sum with it becomes, too


def total_results(
    sheet: SheetXml, numbers: Mapping[Spot, Decimal | None]
) -> dict[Spot, Decimal | None]:
    """Return what each total shows once some cells hold other numbers, None for nothing or text.

    A total shows None where it is blank. Those that cannot be known are left out: over an error,
    over a formula without a result, or over each other in a circle.
    """
    formulas = {spot: text for spot, text in _formulas(sheet).items() if _covered(text)}
    addends = {spot: _covered(text) for spot, text in formulas.items()}
    totals_in = {spot: addends.keys() & set(covered) for spot, covered in addends.items()}
    try:
        order = [*TopologicalSorter(totals_in).static_order()]
    except CycleError:
        return {}
    shown = {spot: shown_number(cell) for spot, cell in sheet.cells.items()} | dict(numbers)
    for spot in order:
        found = [value for one in addends[spot] if (value := shown.get(one)) is not None]
        blank = not found and "COUNT" in formulas[spot].upper()
        shown[spot] = None if blank else sum(found, Decimal(0))
    return {spot: value for spot in order if (value := shown[spot]) is None or value.is_finite()}


def shown_number(cell: SheetCell) -> Decimal | None:
    """Return the number that a cell shows: None for nothing or text, NaN where that is unknown."""
    said = cell.value.text.strip() if cell.value else ""
    if cell.kind in ("e", "d") or (cell.formula and cell.kind == "n" and not said):
        return _UNKNOWN
    if cell.kind != "n" or not said:
        return None
    try:
        return Decimal(f"{float(said):.{_DIGITS}g}")  # Excel writes 59237.244899999998
    except ValueError:
        return _UNKNOWN


def _formulas(sheet: SheetXml) -> dict[Spot, str]:
    """Return the formulas that stand in one cell alone or are shared, each for its own cell."""
    found: dict[Spot, str] = {}
    first: dict[str, tuple[Spot, str]] = {}
    for spot, cell in sheet.cells.items():
        if cell.formula is None:
            continue
        attributes, text = cell.formula.attributes, "=" + cell.formula.text.strip()
        if attributes.get("t") == "array" and attributes.get("ref") != address(spot):
            continue  # what it shows is spread over several cells
        if attributes.get("t") == "shared":
            origin, shared = first.setdefault(attributes.get("si", ""), (spot, text))
            if own_total(shared):
                text = Translator(shared, address(origin)).translate_formula(address(spot))
        found[spot] = text
    return found


def _covered(formula: str) -> list[Spot]:
    """Return the cells that a total adds up; none where they are too many for a total."""
    left, top, right, bottom = own_total(formula) or (1, 1, 0, 0)
    if (right - left + 1) * (bottom - top + 1) > _LARGEST:
        return []
    return [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
