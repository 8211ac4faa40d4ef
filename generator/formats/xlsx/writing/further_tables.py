"""Writes further tables: each is a sheet again, as it was shown."""

from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.cell_formats import GENERAL
from generator.formats.xlsx.cell_names import address, area, column_letters
from generator.formats.xlsx.number_format import number_as_shown
from generator.formats.xlsx.shown_text import MOST_GENERAL
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.model.exhibits import FurtherTable, TableCell
from generator.model.report import Report
from generator.model.typed_input.number import understand

_NARROWEST, _WIDEST = 8, 40
_LANDSCAPE_FROM = 8  # columns


def write_further_tables(workbook: Workbook, report: Report) -> None:
    """Add a sheet for each further table, whose names are those of sheets."""
    for name, table in report.further_tables.items():
        _write(workbook.create_sheet(name), table)


def _write(sheet: Worksheet, table: FurtherTable) -> None:
    header = min(table.header_rows, table.height)
    last = table.height, table.width
    style.dress(sheet, area((1, 1), last))
    style.dress(
        sheet, area((1, 1), (header, table.width)), font=style.STRONG, fill=style.HEADER_FILL
    )
    for cell in table.cells:
        first = cell.row + 1, cell.column + 1
        _fill_in(sheet.cell(*first), cell)
        if cell.rows > 1 or cell.columns > 1:
            corner = cell.row + cell.rows, cell.column + cell.columns
            sheet.merge_cells(area(first, corner))
    _sizes(sheet, table)
    sheet.freeze_panes = address((header + 1, 1))
    style.print_on_a4(sheet, landscape=table.width >= _LANDSCAPE_FROM, titles=f"1:{header}")


def _fill_in(cell: Cell | MergedCell, source: TableCell) -> None:
    number_format = None if source.value is None else _format_for(source.value, source.text)
    if number_format is not None:
        cell.value, cell.number_format = source.value, number_format
        return
    write_text(cell, source.text)
    if any(sign.isdigit() for sign in source.text):
        cell.number_format = "@"  # or Excel would make a day of 3-4


def _format_for(value: Decimal, text: str) -> str | None:
    """Return a number format that shows a number as this text; None where there is none."""
    if understand(float(value)).value != value:
        return None
    _, point, decimals = text.rstrip("%").partition(".")
    places = "." + "0" * len(decimals) if point else ""
    general = (GENERAL,) if len(text) <= MOST_GENERAL else ()
    known = (*general, f"0{places}", f"#,##0{places}", f"0{places}%")
    return next((one for one in known if number_as_shown(value, one) == text), None)


def _sizes(sheet: Worksheet, table: FurtherTable) -> None:
    widths = [_NARROWEST] * table.width
    for cell in table.cells:
        if cell.columns == 1:
            longest = max(map(style.columns_taken, cell.text.split("\n")))
            widths[cell.column] = min(_WIDEST, max(widths[cell.column], longest + 3))
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[column_letters(column)].width = width
    for row in range(table.height):
        texts = [
            (cell.text, float(sum(widths[cell.column : cell.column + cell.columns])))
            for cell in table.cells
            if cell.row == row and cell.rows == 1
        ]
        if texts:
            sheet.row_dimensions[row + 1].height = style.height_for(texts)
