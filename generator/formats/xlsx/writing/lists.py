"""Writes what the sheets that are lists have in common."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.cell_names import address, column_letters
from generator.formats.xlsx.layout import HEADER_ROW
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text


def list_sheet(
    workbook: Workbook, name: str, hint: str, columns: Sequence[str], widths: Sequence[float]
) -> Worksheet:
    """Add a sheet with a title, a hint and a row of column names."""
    sheet: Worksheet = workbook.create_sheet(name)
    for row, text, font, height in ((1, name, style.TITLE, 32), (2, hint, style.QUIET, 32)):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(columns))
        sheet.cell(row, 1, text).font = font
        sheet.cell(row, 1).alignment = style.LEFT
        sheet.row_dimensions[row].height = height
    for column, (label, width) in enumerate(zip(columns, widths, strict=True), 1):
        sheet.cell(HEADER_ROW, column, label)
        sheet.column_dimensions[column_letters(column)].width = width
    area = f"A{HEADER_ROW}:{address((HEADER_ROW, len(columns)))}"
    style.dress(sheet, area, font=style.STRONG, fill=style.HEADER_FILL)
    sheet.row_dimensions[HEADER_ROW].height = 22
    return sheet


def list_row(sheet: Worksheet, row: int, values: Sequence[object], widths: Sequence[float]) -> None:
    """Write an item: texts that stay texts, numbers at the right, as high as it needs."""
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        if isinstance(value, str):
            write_text(cell, value)
            cell.number_format = "@"  # stays text when edited, = and all
        elif value is not None:
            cell.value = value  # type: ignore[assignment]  # numbers
    style.dress(sheet, f"A{row}:{address((row, len(values)))}", alignment=style.TOP_LEFT)
    for column, value in enumerate(values, 1):
        if value is not None and not isinstance(value, str):
            sheet.cell(row, column).alignment = style.TOP_RIGHT
    texts = ("" if value is None else str(value) for value in values)
    sheet.row_dimensions[row].height = style.height_for(zip(texts, widths, strict=True))


def choose(
    sheet: Worksheet, source: str, area: str, hint: str, *, prompt: tuple[str, str] | None = None
) -> None:
    """Offer the cells of an area a list to choose from; `prompt` is a title and what is shown."""
    rule = DataValidation(
        type="list",
        formula1=source,
        allow_blank=True,
        errorTitle="请从列表里选",
        error=hint,
        showErrorMessage=True,
    )
    if prompt:
        rule.promptTitle, rule.prompt = prompt
        rule.showInputMessage = True
    rule.add(area)
    sheet.add_data_validation(rule)
