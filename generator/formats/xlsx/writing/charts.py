"""Writes 图表, with spare rows."""

from openpyxl import Workbook

from generator.form.vocabulary import Form
from generator.formats.xlsx.layout import CHART_COLUMNS, CHART_SHEET, HEADER_ROW
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.lists import choose, list_sheet
from generator.model.exhibits import ChartKind, Years
from generator.model.report import Report

_SPARE_ROWS = 40
_WIDTHS = (22, 10, 32, 8, 14, 22, 40)


def write_charts(workbook: Workbook, form: Form, report: Report) -> None:
    """Add 图表."""
    hint = _hint(form)
    sheet = list_sheet(workbook, CHART_SHEET, hint, CHART_COLUMNS, _WIDTHS)
    sheet.row_dimensions[HEADER_ROW - 1].height = style.height_for([(hint, sum(_WIDTHS))])
    row = HEADER_ROW
    for row, point in enumerate([*report.chart_rows, *[None] * _SPARE_ROWS], HEADER_ROW + 1):
        if point is not None:
            for column, text in enumerate(point.typed, 1):
                write_text(sheet.cell(row, column), text)
        area = f"A{row}:G{row}"
        style.dress(sheet, area, fill=style.INPUT_FILL, alignment=style.LEFT, unlocked=True)
        for column in range(1, len(CHART_COLUMNS)):
            sheet.cell(row, column).number_format = "@"  # or Excel would make a day of 3-4
    for letter, choices in (("B", ChartKind), ("E", Years)):
        area = f"{letter}{HEADER_ROW + 1}:{letter}{row}"
        choose(sheet, f'"{",".join(choices)}"', area, "请选：" + "、".join(choices))
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    style.print_on_a4(sheet, landscape=True, titles=f"{HEADER_ROW}:{HEADER_ROW}")
    style.protect(sheet, rows=True)


def _hint(form: Form) -> str:
    example = form.example or next(iter(form.figures), "")
    return "\n".join(
        (
            "要在报告里画图的填这里（可以不填）。一行是图里的一个数；前五栏写在一张图的第一行，下面各行可以空着。",
            f"例如，第一行：申请情况｜{ChartKind.COLUMN}｜收到的申请｜件｜{Years.BOTH}｜收到申请｜【{example}】，"
            "第二行只填“项目”“数据”。",
            "“数据”填【名称】，表里的数、『指标』里的数都可以，数字一改图跟着改；也可以直接填数。"
            "“项目”空着就用它的名称。",
            "印在哪里：在『正文』加一行，“层级”选图，“标题”写图的名称，“正文”写【图表：申请情况】。",
        )
    )
