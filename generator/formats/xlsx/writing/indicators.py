"""Writes 指标."""

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.form.chinese import counted, number
from generator.form.vocabulary import Form
from generator.formats.xlsx.layout import HEADER_ROW, INDICATOR_COLUMNS, INDICATOR_SHEET
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.lists import list_sheet
from generator.model.report import Awaited, Indicator, Report

_SPARE_ROWS = 40
_PERCENT_FORMAT = "0.##%"


def write_indicators(workbook: Workbook, form: Form, report: Report) -> None:
    """Add 指标."""
    sheet = list_sheet(
        workbook,
        INDICATOR_SHEET,
        f"{counted(len(form.tables), '张表')}以外、正文要用到的数字，起个名称填在这里，"
        "正文用【名称】引用（只代入数字，单位写在正文里）。",
        INDICATOR_COLUMNS,
        (26, 16, 10, 50),
    )
    row = HEADER_ROW
    lines = [*report.indicators.items(), *report.awaited.items(), *[None] * _SPARE_ROWS]
    for row, line in enumerate(lines, HEADER_ROW + 1):
        if line is not None:
            _indicator(sheet, row, *line)
        style.dress(sheet, f"A{row}", fill=style.INPUT_FILL, alignment=style.LEFT, unlocked=True)
        style.dress(sheet, f"B{row}:C{row}", fill=style.INPUT_FILL, unlocked=True)
        style.dress(sheet, f"D{row}", font=style.LABEL, alignment=style.LEFT, unlocked=True)
    numbers = DataValidation(
        type="decimal",
        operator="greaterThanOrEqual",
        formula1="0",
        allow_blank=True,
        errorStyle="warning",
        errorTitle="请核对",
        error="这里填数字，单位填在右边一格。",
        showErrorMessage=True,
    )
    numbers.add(f"B{HEADER_ROW + 1}:B{row}")
    sheet.add_data_validation(numbers)
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    style.print_on_a4(sheet, titles=f"{HEADER_ROW}:{HEADER_ROW}")
    style.protect(sheet, rows=True)


def _indicator(sheet: Worksheet, row: int, name: str, indicator: Indicator | Awaited) -> None:
    write_text(sheet.cell(row, 1), name)
    write_text(sheet.cell(row, 3), indicator.unit)
    write_text(sheet.cell(row, 4), indicator.note)
    cell = sheet.cell(row, 2)
    if isinstance(indicator, Awaited):
        cell.value = None
    elif indicator.printed == number(indicator.value):
        cell.value = indicator.value
    elif indicator.printed.endswith("%"):
        cell.value, cell.number_format = indicator.value, _PERCENT_FORMAT
    else:
        write_text(cell, indicator.printed)
