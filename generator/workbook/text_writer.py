"""Writes the sheets that hold text: 基本信息, 正文 and 指标."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.chinese import number
from generator.form.vocabulary import Form, Part
from generator.report import Indicator, Paragraph, Report
from generator.workbook import style
from generator.workbook.cell_text import write_text
from generator.workbook.layout import (
    ENTRY_COLUMNS,
    ENTRY_SHEET,
    HEADER_ROW,
    INDICATOR_COLUMNS,
    INDICATOR_SHEET,
    LEVELS,
    NARRATIVE_COLUMNS,
    NARRATIVE_SHEET,
    PART_LIST,
    address,
)

_SPARE_IN_SECTION, _SPARE_AROUND_TABLE = 20, 3
_SPARE_INDICATORS = 40
_PERCENT_FORMAT = "0.##%"
_TALLEST = 409  # Excel's limit
_DATE_FORMAT = 'yyyy"年"m"月"d"日"'


def write_entries(workbook: Workbook, form: Form, report: Report) -> None:
    """Add 基本信息."""
    sheet = _list_sheet(
        workbook,
        ENTRY_SHEET,
        "填黄色格。正文里可以用【项目名】引用，例如【机关名称】。",
        ENTRY_COLUMNS,
        (18, 58, 52),
    )
    for row, spec in enumerate(form.entries, HEADER_ROW + 1):
        sheet.cell(row, 1, spec.name)
        entry = report.entries.get(spec.name)
        if entry and isinstance(entry.value, str):
            write_text(sheet.cell(row, 2), entry.value)
        elif entry:
            sheet.cell(row, 2, entry.value)
        sheet.cell(row, 3, spec.hint)
        style.dress(sheet, f"A{row}", font=style.STRONG, fill=style.LABEL_FILL)
        style.dress(sheet, f"B{row}", fill=style.INPUT_FILL, alignment=style.LEFT, unlocked=True)
        style.dress(sheet, f"C{row}", font=style.QUIET, alignment=style.LEFT)
        sheet.row_dimensions[row].height = 26
        if spec.choices:
            _choose(sheet, f'"{",".join(spec.choices)}"', f"B{row}", spec.hint)
        if spec.kind == "date":
            sheet[f"B{row}"].number_format = _DATE_FORMAT
        elif spec.kind == "text":
            sheet[f"B{row}"].number_format = "@"
    style.print_on_a4(sheet)
    style.protect(sheet)


def write_narrative(workbook: Workbook, form: Form, report: Report) -> None:
    """Add 正文: what the report holds, and spare rows for each part."""
    sheet = _list_sheet(
        workbook,
        NARRATIVE_SHEET,
        "一行一段，从上到下印出。“层级”选（一）、1. 或（1）的，序号由程序自动编，标题里不要再写。"
        "表里有的数字不要再打，用【名称】引用，例如【本年新收】；点选表格里的数字格就能看到名称。"
        "行不够时在中间插入行；空行不印。",
        NARRATIVE_COLUMNS,
        (34, 8, 24, 92),
    )
    row = HEADER_ROW + 1
    for order, part in enumerate(form.parts):
        lines: list[Paragraph | None] = [*report.part(part.name)]
        in_section = bool(part.section) and not form.sections[part.section - 1].table
        lines += [None] * (_SPARE_IN_SECTION if in_section else _SPARE_AROUND_TABLE)
        for line in lines:
            _narrative_row(sheet, row, part, line, banded=order % 2 == 1)
            row += 1
    _choices(sheet, form, row - 1)
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    style.print_on_a4(sheet, landscape=True, titles=f"{HEADER_ROW}:{HEADER_ROW}")
    sheet.print_area = f"A1:D{row - 1}"
    style.protect(sheet, rows=True)


def _narrative_row(
    sheet: Worksheet, row: int, part: Part, line: Paragraph | None, *, banded: bool
) -> None:
    sheet.cell(row, 1, part.label)
    if line is not None:
        sheet.cell(row, 2, LEVELS[line.level])
        sheet.row_dimensions[row].height = _height(line)
        write_text(sheet.cell(row, 3), line.heading)
        write_text(sheet.cell(row, 4), line.text)
    fill = style.BAND_FILL if banded else style.INPUT_FILL
    style.dress(sheet, f"A{row}", font=style.QUIET, fill=fill, alignment=style.FIT, unlocked=True)
    style.dress(sheet, f"B{row}", font=style.LABEL, fill=fill, unlocked=True)
    style.dress(sheet, f"C{row}:D{row}", fill=fill, alignment=style.TOP_LEFT, unlocked=True)
    sheet.cell(row, 2).number_format = "@"  # or Excel would make a number of 1.


def _height(line: Paragraph) -> float:
    """Return a height that shows the whole text; programs do not work it out on opening."""
    lines = max(len(line.heading) / 11, len(line.text) / 48) + 1
    return min(_TALLEST, 16 * int(lines) + 4)


def _choices(sheet: Worksheet, form: Form, last: int) -> None:
    """Offer the parts and levels as lists."""
    first = HEADER_ROW + 1
    parts = f"{PART_LIST}{len(form.parts)}"
    _choose(sheet, parts, f"A{first}:A{last}", "请在下拉列表里选一个部分")
    levels = f'"{",".join(LEVELS.values())}"'
    _choose(sheet, levels, f"B{first}:B{last}", "请选：" + " ".join(LEVELS.values()))


def write_indicators(workbook: Workbook, report: Report) -> None:
    """Add 指标."""
    sheet = _list_sheet(
        workbook,
        INDICATOR_SHEET,
        "三张表以外、正文要用到的数字，起个名称填在这里，正文用【名称】引用（只代入数字，单位写在正文里）。",
        INDICATOR_COLUMNS,
        (26, 16, 10, 50),
    )
    row = HEADER_ROW
    lines = [*report.indicators.items(), *[None] * _SPARE_INDICATORS]
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


def _indicator(sheet: Worksheet, row: int, name: str, indicator: Indicator) -> None:
    write_text(sheet.cell(row, 1), name)
    write_text(sheet.cell(row, 3), indicator.unit)
    cell = sheet.cell(row, 2)
    if indicator.printed == number(indicator.value):
        cell.value = indicator.value
    elif indicator.printed.endswith("%"):
        cell.value, cell.number_format = indicator.value, _PERCENT_FORMAT
    else:
        write_text(cell, indicator.printed)


def _list_sheet(
    workbook: Workbook, name: str, hint: str, columns: Sequence[str], widths: Sequence[float]
) -> Worksheet:
    sheet: Worksheet = workbook.create_sheet(name)
    for row, text, font, height in ((1, name, style.TITLE, 32), (2, hint, style.QUIET, 32)):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(columns))
        sheet.cell(row, 1, text).font = font
        sheet.cell(row, 1).alignment = style.LEFT
        sheet.row_dimensions[row].height = height
    for column, (label, width) in enumerate(zip(columns, widths, strict=True), 1):
        sheet.cell(HEADER_ROW, column, label)
        sheet.column_dimensions[address((1, column))[:-1]].width = width
    area = f"A{HEADER_ROW}:{address((HEADER_ROW, len(columns)))}"
    style.dress(sheet, area, font=style.STRONG, fill=style.HEADER_FILL)
    sheet.row_dimensions[HEADER_ROW].height = 22
    return sheet


def _choose(sheet: Worksheet, source: str, area: str, hint: str) -> None:
    rule = DataValidation(
        type="list",
        formula1=source,
        allow_blank=True,
        errorTitle="请从列表里选",
        error=hint,
        showErrorMessage=True,
    )
    rule.add(area)
    sheet.add_data_validation(rule)
