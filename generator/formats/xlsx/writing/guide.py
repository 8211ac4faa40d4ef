"""Writes 填写说明: the first sheet, which tells staff what to do and whether all ties."""

from openpyxl import Workbook

from generator.form.chinese import counted, listed
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.formats.xlsx.cell_names import column_letters
from generator.formats.xlsx.layout import (
    CHART_SHEET,
    ENTRY_SHEET,
    FIRST_ENTRY_ROW,
    GUIDE_SHEET,
    INDICATOR_SHEET,
    LOCAL_RULE_SHEET,
    NAMING_SHEET,
    NARRATIVE_SHEET,
    PART_COLUMN,
    SCOPE_COLUMN,
    VERIFICATION_SHEET,
    table_sheets,
)
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.style import BAD, GOOD
from generator.model.typed_input.local_rules import scopes

_WIDTHS = (6, 24, 84)


def write_guide(workbook: Workbook, form: Form, checks: list[str]) -> None:
    """Add the guide before all other sheets; `checks` are the areas of the live checks."""
    sheet = workbook.create_sheet(GUIDE_SHEET, 0)
    for column, width in zip("ABC", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    title = form.title.format(year=f'"&{_entry(form, YEAR)}&"')
    lines = (
        (f"={_entry(form, ORGAN)}", style.HEADING, 24),
        (f'="{title}"', style.TITLE, 34),
        (f"格式依据：{form.edition}", style.QUIET, 20),
    )
    for row, (text, font, height) in enumerate(lines, 1):
        sheet.merge_cells(f"A{row}:C{row}")
        sheet.cell(row, 1, text).font = font
        sheet.cell(row, 1).alignment = style.LEFT
        sheet.row_dimensions[row].height = height
    row = _status(workbook, len(lines) + 2, checks)
    row = _steps(workbook, row + 1, form)
    _legend(workbook, row + 1)
    parts = [part.label for part in form.parts]
    for at, choices in ((PART_COLUMN, parts), (SCOPE_COLUMN, scopes(form))):
        for number, choice in enumerate(choices, 1):
            sheet.cell(number, at, choice)
        sheet.column_dimensions[column_letters(at)].hidden = True
    style.print_on_a4(sheet)
    style.protect(sheet)


def _entry(form: Form, name: str) -> str:
    """Return the cell in which a line of 基本信息 is filled in."""
    row = FIRST_ENTRY_ROW + [entry.name for entry in form.entries].index(name)
    return f"'{ENTRY_SHEET}'!B{row}"


def _status(workbook: Workbook, row: int, checks: list[str]) -> int:
    sheet = workbook[GUIDE_SHEET]
    wrong = "+".join(f'COUNTIF({area},"{BAD}*")' for area in checks)
    right = "+".join(f'COUNTIF({area},"{GOOD}")' for area in checks)
    says = f'IF({wrong}=0,"{GOOD}","{BAD} 有 "&({wrong})&" 处不符或没填完，见各表红色格")'
    sheet.cell(row, 1, "勾稽情况")
    sheet.cell(row, 3, f'=IF({wrong}+{right}=0,"各表还没有填",{says})')
    sheet.merge_cells(f"A{row}:B{row}")
    style.dress(sheet, f"A{row}:B{row}", font=style.STRONG, fill=style.HEADER_FILL)
    style.dress(sheet, f"C{row}", alignment=style.LEFT)
    style.colour_checks(sheet, f"C{row}", f"C{row}")
    sheet.row_dimensions[row].height = 26
    return row + 1


def _steps(workbook: Workbook, row: int, form: Form) -> int:
    sheet = workbook[GUIDE_SHEET]
    tables = "、".join(f"『{layout.name}』" for layout in table_sheets(form))
    steps = (
        (
            f"填『{ENTRY_SHEET}』",
            f"{listed(one.name for one in form.entries if one.required)}等。"
            "标题从这里取，正文也可以引用。",
        ),
        (
            f"填{tables}",
            "照规定格式的表，一格一个数；没有就填 0，不要空着。合计自动算，也可以改。"
            "右边和下面的校验变红，就是勾稽关系不符，红格里写着应为多少。",
        ),
        (
            f"写『{NARRATIVE_SHEET}』",
            "按部分一行一段。数字用【名称】引用，表里一改，正文跟着改，不会前后矛盾。",
        ),
        (
            f"填『{INDICATOR_SHEET}』",
            f"{counted(len(form.tables), '张表')}以外、正文里要用的数字，起个名称记在这里。",
        ),
        (
            "放图片、图表、表格",
            f"可以不放。图片文件放在工作簿旁边，图表填『{CHART_SHEET}』，另附的表加一张工作表来做；"
            f"印在哪里，就在『{NARRATIVE_SHEET}』加一行，“层级”选图或表，写上它的名称。",
        ),
        (
            "保存，生成报告",
            "双击“打开年度报告”，页面上列出哪张表哪一格不对、应为多少、怎么改；"
            "改好再保存，没有必须改正的错误了，点“生成报告”。",
        ),
        (
            f"记『{VERIFICATION_SHEET}』『{NAMING_SHEET}』『{LOCAL_RULE_SHEET}』",
            "都可以不填。程序指出的问题，核实后确认没有错的，记在第一张，以后不再算作错误；"
            "本单位对用词的要求，记在第二张；本市、本系统对年报的要求（如篇幅），记在第三张。",
        ),
        ("送审", "审核人在生成的 Word 文档里修改、批注。改过的文档不会被程序覆盖。"),
    )
    for number, (what, how) in enumerate(steps, 1):
        sheet.cell(row, 1, number)
        sheet.cell(row, 2, what)
        sheet.cell(row, 3, how)
        style.dress(sheet, f"A{row}", font=style.STRONG, fill=style.HEADER_FILL)
        style.dress(
            sheet, f"B{row}", font=style.STRONG, fill=style.LABEL_FILL, alignment=style.LEFT
        )
        style.dress(sheet, f"C{row}", font=style.LABEL, alignment=style.LEFT)
        sheet.row_dimensions[row].height = 36
        row += 1
    return row


def _legend(workbook: Workbook, row: int) -> None:
    sheet = workbook[GUIDE_SHEET]
    legend = (
        (style.INPUT_FILL, "要填的格"),
        (style.TOTAL_FILL, "合计公式，可以直接改成数字"),
        (
            style.HEADER_FILL,
            "规定格式的表头，已锁定，请不要改动（审阅 → 撤消工作表保护，没有密码）",
        ),
    )
    for fill, text in legend:
        sheet.cell(row, 3, text)
        style.dress(sheet, f"B{row}", fill=fill)
        style.dress(sheet, f"C{row}", font=style.LABEL, alignment=style.LEFT)
        sheet.row_dimensions[row].height = 22
        row += 1
