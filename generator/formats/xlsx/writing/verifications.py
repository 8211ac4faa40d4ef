"""Writes 核对记录, with spare rows."""

from openpyxl import Workbook

from generator.formats.xlsx.layout import HEADER_ROW, VERIFICATION_COLUMNS, VERIFICATION_SHEET
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.lists import list_sheet
from generator.model.report import Report

_SPARE_ROWS = 40
_HINT = (
    "程序指出的问题，人工核实后确认没有错的，记在这里：把这一条〔〕里的编号抄到“编号”一栏，"
    "写上核实人和理由（三项都要写）。以后再核对，它就列入“已核实”，不再算作错误。"
    "数字或文字改了，编号就变，要重新核实。必须改正的错误不能这样放行。"
)


def write_verifications(workbook: Workbook, report: Report) -> None:
    """Add 核对记录."""
    sheet = list_sheet(workbook, VERIFICATION_SHEET, _HINT, VERIFICATION_COLUMNS, (20, 14, 66, 16))
    sheet.row_dimensions[HEADER_ROW - 1].height = 48
    row = HEADER_ROW
    for row, one in enumerate([*report.verifications, *[None] * _SPARE_ROWS], HEADER_ROW + 1):
        if one is not None:
            for column, text in enumerate((one.key, one.person, one.reason, one.day), 1):
                write_text(sheet.cell(row, column), text)
        style.dress(
            sheet,
            f"A{row}:D{row}",
            fill=style.INPUT_FILL,
            alignment=style.LEFT,
            unlocked=True,
        )
        sheet.cell(row, 1).number_format = "@"
        sheet.cell(row, 4).number_format = "@"
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    style.print_on_a4(sheet, titles=f"{HEADER_ROW}:{HEADER_ROW}")
    style.protect(sheet, rows=True)
