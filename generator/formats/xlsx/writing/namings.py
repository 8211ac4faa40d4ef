"""Writes 用词, with spare rows."""

from openpyxl import Workbook

from generator.form.chinese import listed
from generator.formats.xlsx.layout import HEADER_ROW, NAMING_COLUMNS, NAMING_SHEET
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.lists import list_sheet
from generator.model.report import Report

_SPARE_ROWS = 20
_HINT = (
    "本单位对用词有要求的，记在这里（可以不填），核对正文时会指出不合要求的写法。"
    "例如：“应写作”填 公告公示，“不写作”填 公示公告；几种写法用顿号隔开。"
    "“应写作”空着，就是只要前后一致，用哪一种都可以。"
)


def write_namings(workbook: Workbook, report: Report) -> None:
    """Add 用词."""
    sheet = list_sheet(workbook, NAMING_SHEET, _HINT, NAMING_COLUMNS, (28, 44, 44))
    sheet.row_dimensions[HEADER_ROW - 1].height = 48
    for row, naming in enumerate([*report.namings, *[None] * _SPARE_ROWS], HEADER_ROW + 1):
        if naming is not None:
            for column, text in enumerate(
                (naming.preferred, listed(naming.others), naming.note), 1
            ):
                write_text(sheet.cell(row, column), text)
        area = f"A{row}:C{row}"
        style.dress(sheet, area, fill=style.INPUT_FILL, alignment=style.LEFT, unlocked=True)
        for column in (1, 2, 3):
            sheet.cell(row, column).number_format = "@"
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    style.print_on_a4(sheet, titles=f"{HEADER_ROW}:{HEADER_ROW}")
    style.protect(sheet, rows=True)
