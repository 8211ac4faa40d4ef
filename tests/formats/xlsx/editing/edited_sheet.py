"""Edits of a sheet that is written by hand."""

from collections.abc import Mapping

from generator.formats.xlsx.cell_names import spot_of
from generator.formats.xlsx.editing.cell_edits import CellValue, edit_cells
from tests.formats.xlsx.sheets import SHEET, inside, workbook, worksheet


def edit(sheet: str, edits: Mapping[str, CellValue]) -> str:
    """Return what becomes of a sheet, from its columns, rows and merges, when cells are edited."""
    spots = {(SHEET, spot_of(cell)): value for cell, value in edits.items()}
    return inside(edit_cells(workbook(worksheet(sheet)), "x.xlsx", spots))
