"""Works out formulas of which the file says no result: programs other than Excel leave none."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.form.labels import Spot
from generator.formats.xlsx.layout import own_total
from generator.formats.xlsx.sheet import Sheet
from generator.model.plain_number import plain_number

if TYPE_CHECKING:
    from generator.formats.xlsx.formulas.results import Result


def with_missing_results(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets, each formula with what it shows as far as that can be told."""
    if not any(_missing(sheet) for sheet in sheets):
        return list(sheets)
    from generator.formats.xlsx.formulas.results import formula_results  # few files lack results

    found = formula_results(sheets)
    return [_completed(sheet, found) if _missing(sheet) else sheet for sheet in sheets]


def _missing(sheet: Sheet) -> bool:
    """Tell whether a formula lacks its result; the form's own totals are read without one."""
    return any(
        spot not in sheet.results and own_total(formula) is None
        for spot, formula in sheet.formulas.items()
    )


def _completed(sheet: Sheet, found: "Mapping[tuple[str, Spot], Result]") -> Sheet:
    missing = {
        spot: _as_read(found[sheet.name, spot])
        for spot in sheet.formulas
        if spot not in sheet.results and (sheet.name, spot) in found
    }
    return replace(sheet, results={**sheet.results, **missing})


def _as_read(result: "Result") -> int | float | str:
    """Return a result as a cell that holds it is read."""
    return result if isinstance(result, str) else plain_number(result)
