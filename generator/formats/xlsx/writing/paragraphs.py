"""Writes 正文: the narrative, one paragraph a row."""

from collections.abc import Collection

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.form.vocabulary import Form, Part
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import (
    CHART_SHEET,
    HEADER_ROW,
    LEVELS_AND_KINDS,
    NARRATIVE_COLUMNS,
    NARRATIVE_SHEET,
    REVISED,
    REVISED_COLUMN,
    level_cell,
    part_list,
)
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.lists import choose, list_sheet
from generator.model.report import Paragraph, Report

_WIDTHS = (30, 8, 24, 92)
_ROOM, _SPARE = (16, 3), (8, 2)
"""Rows of a section, and before or after a table: in all at least, and beyond what is filled in."""
_REVISED, _REVISED_WIDTH = len(NARRATIVE_COLUMNS) + 1, 22
_REVISED_HINT = (
    f"“{REVISED_COLUMN}”一栏变红的是沿用上年的文字，改好一段，就选“{REVISED[0]}”或清除；"
    f"看过不用改的选“{REVISED[1]}”。"
)


def write_paragraphs(workbook: Workbook, form: Form, report: Report) -> None:
    """Add 正文: what the report holds, and spare rows for each part.

    Where some of it is last year's, a column says of each row whether that was revised.
    """
    unrevised = {line.unrevised for line in report.paragraphs if line.unrevised}
    hint = _hint(form) + (_REVISED_HINT if unrevised else "")
    columns = (*NARRATIVE_COLUMNS, REVISED_COLUMN) if unrevised else NARRATIVE_COLUMNS
    widths = (*_WIDTHS, _REVISED_WIDTH) if unrevised else _WIDTHS
    sheet = list_sheet(workbook, NARRATIVE_SHEET, hint, columns, widths)
    sheet.row_dimensions[HEADER_ROW - 1].height = style.height_for([(hint, sum(widths))])
    row = HEADER_ROW + 1
    for order, part in enumerate(form.parts):
        lines: list[Paragraph | None] = [*report.part(part.name)]
        in_section = bool(part.section) and not form.sections[part.section - 1].tables
        room, spare = (pair[not in_section] for pair in (_ROOM, _SPARE))
        lines += [None] * max(spare, room - len(lines))
        for line in lines:
            _row(sheet, row, part, line, banded=order % 2 == 1)
            if unrevised:
                _revised_cell(sheet, row, line)
            row += 1
    _choices(sheet, form, row - 1)
    if unrevised:
        _revised_column(sheet, row - 1, unrevised)
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    style.print_on_a4(sheet, landscape=True, titles=f"{HEADER_ROW}:{HEADER_ROW}")
    sheet.print_area = f"A1:D{row - 1}"
    style.protect(sheet, rows=True)


def _row(sheet: Worksheet, row: int, part: Part, line: Paragraph | None, *, banded: bool) -> None:
    sheet.cell(row, 1, part.label)
    if line is not None:
        sheet.cell(row, 2, level_cell(line))
        if line.text:  # a row still to be written grows by itself
            sheet.row_dimensions[row].height = height_of(line)
        write_text(sheet.cell(row, 3), line.heading)
        write_text(sheet.cell(row, 4), line.text)
    fill = style.BAND_FILL if banded else style.INPUT_FILL
    looks = ((style.QUIET, style.TOP_FIT), (style.LABEL, style.TOP_CENTRE))
    for cell, (font, place) in zip((f"A{row}", f"B{row}"), looks, strict=True):
        style.dress(sheet, cell, font=font, fill=fill, alignment=place, unlocked=True)
    style.dress(sheet, f"C{row}:D{row}", fill=fill, alignment=style.TOP_LEFT, unlocked=True)
    sheet.cell(row, 2).number_format = "@"  # or Excel would make a number of 1.


def _revised_cell(sheet: Worksheet, row: int, line: Paragraph | None) -> None:
    write_text(sheet.cell(row, _REVISED), line.unrevised if line else "")
    cell = address((row, _REVISED))
    style.dress(sheet, cell, font=style.LABEL, alignment=style.TOP_FIT, unlocked=True)


def _revised_column(sheet: Worksheet, last: int, unrevised: Collection[str]) -> None:
    """Offer what may be said of a row, and show in red what is still last year's."""
    first = address((HEADER_ROW + 1, _REVISED))
    cells = f"{first}:{address((last, _REVISED))}"
    choose(
        sheet,
        f'"{",".join((*sorted(unrevised), *REVISED))}"',
        cells,
        "改好了请选“已修改”，或者清除",
    )
    revised = ",".join(f'{first}<>"{said}"' for said in REVISED)
    style.colour_where(sheet, cells, f'AND({first}<>"",{revised})')


def height_of(line: Paragraph) -> float:
    """Return a height in points that shows the whole text."""
    return style.height_for(zip((line.heading, line.text), _WIDTHS[2:], strict=True))


def _choices(sheet: Worksheet, form: Form, last: int) -> None:
    """Offer the parts and levels as lists."""
    first = HEADER_ROW + 1
    choose(sheet, part_list(form), f"A{first}:A{last}", "请在下拉列表里选一个部分")
    levels = f'"{",".join(LEVELS_AND_KINDS)}"'
    choose(sheet, levels, f"B{first}:B{last}", "请选：" + " ".join(LEVELS_AND_KINDS))


def _hint(form: Form) -> str:
    example = form.example or next(iter(form.figures), "")
    return (
        "一行一段，从上到下印出。“层级”选（一）、1. 或（1）的，序号由程序自动编，"
        "标题、正文里不要再写；总的情况写在第一个标题上面的“正文”行。"
        f"表里有的数字不要再打，用【名称】引用，例如【{example}】；点选表格里的数字格就能看到名称。"
        "行不够时在中间插入行；空行不印。"
        "要放图、表的，“层级”选图或表，“标题”写图、表的名称，“正文”写图片的文件名、"
        f"【图表：『{CHART_SHEET}』里的名称】或【表格：工作表名】，“图1”“表1”由程序自动编。"
    )
