"""Writes 基本信息."""

from openpyxl import Workbook

from generator.form.vocabulary import Form
from generator.formats.xlsx.layout import ENTRY_COLUMNS, ENTRY_SHEET, FIRST_ENTRY_ROW
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.lists import choose, list_sheet
from generator.model.report import Report

_DATE_FORMAT = 'yyyy"年"m"月"d"日"'


def write_entries(workbook: Workbook, form: Form, report: Report) -> None:
    """Add 基本信息."""
    sheet = list_sheet(
        workbook,
        ENTRY_SHEET,
        "填黄色格。正文里可以用【项目名】引用，例如【机关名称】。",
        ENTRY_COLUMNS,
        (18, 58, 52),
    )
    for row, spec in enumerate(form.entries, FIRST_ENTRY_ROW):
        sheet.cell(row, 1, spec.name)
        entry = report.entries.get(spec.name)
        if entry and isinstance(entry.value, str):
            write_text(sheet.cell(row, 2), entry.value)
        elif entry:
            sheet.cell(row, 2, entry.value)
        write_text(sheet.cell(row, 3), spec.hint)
        style.dress(sheet, f"A{row}", font=style.STRONG, fill=style.LABEL_FILL)
        style.dress(sheet, f"B{row}", fill=style.INPUT_FILL, alignment=style.LEFT, unlocked=True)
        style.dress(sheet, f"C{row}", font=style.QUIET, alignment=style.LEFT)
        sheet.row_dimensions[row].height = 26
        if spec.choices:
            choose(sheet, f'"{",".join(spec.choices)}"', f"B{row}", spec.hint)
        if spec.kind == "date":
            sheet[f"B{row}"].number_format = _DATE_FORMAT
        elif spec.kind == "text":
            sheet[f"B{row}"].number_format = "@"
    style.print_on_a4(sheet)
    style.protect(sheet)
