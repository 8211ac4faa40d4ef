"""Sheets of the usual tables, changed as staff would in Excel, and read by their own reader."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from openpyxl.formula.translate import Translator

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address, bounds, spot_of
from generator.formats.xlsx.layout import table_sheets
from generator.formats.xlsx.reading.tables import read_table
from generator.formats.xlsx.sheet import Sheet
from generator.model.report import Figure
from tests.formats.xlsx.reading.one_sheet import lines, sheet_with
from tests.forms import FORM
from tests.samples import FILE, sheet_of, typed_totals

LAYOUTS = {layout.name: layout for layout in table_sheets(FORM)}


@cache
def usual(name: str) -> Sheet:
    """Return the sheet of a table in which every figure is filled in and ties."""
    return sheet_with(name, {})


@cache
def without_formulas(name: str) -> Sheet:
    """Return such a sheet with its totals typed over."""
    return typed_on(usual(name), by_cell(name, typed_totals()))


def by_cell(name: str, figures: Mapping[str, Any]) -> dict[str, Any]:
    """Return by cell what is said by figure, for the figures of one sheet."""
    spots = LAYOUTS[name].figures
    return {address(spots[figure]): value for figure, value in figures.items() if figure in spots}


def typed_on(sheet: Sheet, cells: Mapping[str, Any]) -> Sheet:
    """Return a sheet with some cells typed over."""
    typed = {spot_of(cell): value for cell, value in cells.items() if value is not None}
    spots = set(map(spot_of, cells))
    formulas = {spot: value for spot, value in typed.items() if str(value).startswith("=")}
    others = {spot: value for spot, value in typed.items() if spot not in formulas}
    return replace(
        sheet,
        values=_without(sheet.values, spots) | others,
        formulas=_without(sheet.formulas, spots) | formulas,
        results=_without(sheet.results, spots),
    )


def moved(sheet: Sheet, area: str, rows: int, columns: int = 0) -> Sheet:
    """Return a sheet with an area of it moved, over what is there; nothing is worked out."""
    left, top, right, bottom = bounds(area)
    cells = {**sheet.values, **sheet.formulas}
    inside = [spot for spot in cells if top <= spot[0] <= bottom and left <= spot[1] <= right]
    new = {spot: (spot[0] + rows, spot[1] + columns) for spot in inside}
    values, formulas = (
        _without(there, {*inside, *new.values()}) for there in (sheet.values, sheet.formulas)
    )
    for old, spot in new.items():
        if old in sheet.formulas:
            formula = Translator(sheet.formulas[old], address(old))
            formulas[spot] = formula.translate_formula(address(spot))
        else:
            values[spot] = sheet.values[old]
    return replace(sheet, values=values, formulas=formulas, results={})


def read(*sheets: Sheet) -> tuple[dict[str, Figure], list[str]]:
    """Return the figures on sheets of tables, and what is told of them."""
    figures: dict[str, Figure] = {}
    told: list[str] = []
    for sheet in sheets:
        found, findings = read_table(sheet, LAYOUTS[sheet.name].table, FORM.totals, FILE)
        figures |= found
        told += lines(findings)
    return figures, told


def read_with(figures: Mapping[str, Any]) -> tuple[dict[str, Figure], list[str]]:
    """Return what is read and told of the sheets on which figures are typed over."""
    names = dict.fromkeys(sheet_of(figure).name for figure in figures)
    return read(*(typed_on(usual(name), by_cell(name, figures)) for name in names))


def _without(cells: Mapping[Spot, Any], spots: set[Spot]) -> dict[Spot, Any]:
    return {spot: value for spot, value in cells.items() if spot not in spots}
