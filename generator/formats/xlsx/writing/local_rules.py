"""Writes 本地规则, with spare rows."""

from openpyxl import Workbook

from generator.form.vocabulary import Form
from generator.formats.xlsx.layout import (
    HEADER_ROW,
    LOCAL_RULE_COLUMNS,
    LOCAL_RULE_SHEET,
    scope_list,
)
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.lists import choose, list_sheet
from generator.model.report import Report
from generator.model.typed_input.local_demands import Demand
from generator.model.typed_input.local_rules import LEVELS, WHOLE_TEXT

_SPARE_ROWS = 15
_WIDTHS = (8, 16, 34, 44, 8, 44)


def write_local_rules(workbook: Workbook, form: Form, report: Report) -> None:
    """Add 本地规则."""
    hint = _hint(form)
    sheet = list_sheet(workbook, LOCAL_RULE_SHEET, hint, LOCAL_RULE_COLUMNS, _WIDTHS)
    sheet.row_dimensions[HEADER_ROW - 1].height = style.height_for([(hint, sum(_WIDTHS))])
    row = HEADER_ROW
    for row, rule in enumerate([*report.local_rules, *[None] * _SPARE_ROWS], HEADER_ROW + 1):
        if rule is not None:
            for column, text in enumerate(rule.typed, 1):
                write_text(sheet.cell(row, column), text)
        area = f"A{row}:F{row}"
        style.dress(sheet, area, fill=style.INPUT_FILL, alignment=style.LEFT, unlocked=True)
        for column in range(1, len(LOCAL_RULE_COLUMNS) + 1):
            sheet.cell(row, column).number_format = "@"  # or Excel would make a day of 1月31日
    for letter, choices, advice in (
        ("B", f'"{",".join(Demand)}"', "请选：" + "、".join(Demand)),
        ("C", scope_list(form), f"请在下拉列表里选；管整份报告的选“{WHOLE_TEXT}”"),
        ("E", f'"{",".join(LEVELS)}"', "请选：" + "、".join(LEVELS)),
    ):
        choose(sheet, choices, f"{letter}{HEADER_ROW + 1}:{letter}{row}", advice)
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    style.print_on_a4(sheet, landscape=True, titles=f"{HEADER_ROW}:{HEADER_ROW}")
    style.protect(sheet, rows=True)


def _hint(form: Form) -> str:
    example = form.example or next(iter(form.figures), "")
    return "\n".join(
        (
            "本市、本系统对年报有自己的要求的，一行记一条（可以不填），核对时照着查。“要求”一栏这样填：",
            "篇幅：填字数，如 1000。算印出来的小标题和文字，标点算，空格不算；一级标题和表格不算。",
            "必须写到、不能出现：填词，几个词用顿号隔开，每个都管；词里有逗号的加引号，如“重视，落实”。",
            f"必须引用的数：填名称，如【{example}】。正文里引用了它，或者写出了这个数，就算有。",
            f"{Demand.PUBLISHED_BY}：填几月几日，如 1月31日，指下一年的；代替程序自带的期限。",
            f"“级别”空着就是{LEVELS[0]}。“编号”空着由程序编；自己写的（如 L01），挪了行也不变。",
            "上级发了 本地规则.xlsx 的，放进 templates 文件夹就行；编号相同的，以这张表为准。",
        )
    )
