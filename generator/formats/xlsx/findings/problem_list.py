"""Writes the problems of many workbooks into one: a sheet of workbooks, a sheet of findings."""

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.files.zip_archive import WORKBOOK, unpacked
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.findings.problem_sheets import PROBLEMS, WORKBOOKS
from generator.formats.xlsx.findings.result_sheet import (
    FINDING_FILLS,
    LEVELS,
    numbered,
    problem_said,
    shortened,
)
from generator.formats.xlsx.findings.seal import prepare, sealed
from generator.formats.xlsx.layout import HEADER_ROW
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.lists import list_row, list_sheet
from generator.model.finding import Finding
from generator.model.reading_order import Standing

WORKBOOK_COLUMNS = ("工作簿", "机关名称", "结果", "错误", "提示", "说明")
PROBLEM_COLUMNS = (
    *("工作簿", "机关名称", "性质", "编号", "工作表", "单元格", "问题", "怎么办"),
    *("应为", "现为"),
)
_WORKBOOK_WIDTHS = (26, 36, 12, 8, 8, 70)
_PROBLEM_WIDTHS = (26, 30, 14, 17, 15, 12, 58, 44, 12, 12)


class WorkbookLine(NamedTuple):
    """One workbook in the list."""

    workbook: str
    organ: str
    ending: str
    wrong: int | None
    """None where it is not known."""
    notices: int | None
    said: str
    problems: Sequence[tuple[Standing, Finding]]
    standing: Standing | None = None
    """What its result asks of people; None where it is well."""


def problem_list(lines: Sequence[WorkbookLine]) -> bytes:
    """Return a workbook that lists the workbooks and everything that was found in them."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheet = list_sheet(workbook, WORKBOOKS, "每个工作簿一行。", WORKBOOK_COLUMNS, _WORKBOOK_WIDTHS)
    for row, line in enumerate(lines, HEADER_ROW + 1):
        _row(sheet, row, (*line[:3], line.wrong, line.notices, line.said), _WORKBOOK_WIDTHS)
        if fill := FINDING_FILLS.get(line.standing) if line.standing else style.GOOD_FILL:
            sheet.cell(row, WORKBOOK_COLUMNS.index("结果") + 1).fill = fill
    _finish(sheet, len(lines), len(WORKBOOK_COLUMNS))
    hint = "每处问题一行，可以按工作簿、性质或编号筛选。修改请改原来的工作簿。"
    sheet = list_sheet(workbook, PROBLEMS, hint, PROBLEM_COLUMNS, _PROBLEM_WIDTHS)
    found = [(line, *one) for line in lines for one in numbered(line.problems)]
    for row, (line, standing, key, finding) in enumerate(found, HEADER_ROW + 1):
        texts = (line.workbook, line.organ, LEVELS[standing], key, finding.place.within)
        more = (finding.place.spot, problem_said(finding), f"{finding.advice}。")
        _row(sheet, row, (*texts, *more, finding.expected, finding.found), _PROBLEM_WIDTHS)
        if fill := FINDING_FILLS.get(standing):
            sheet.cell(row, PROBLEM_COLUMNS.index("性质") + 1).fill = fill
    _finish(sheet, len(found), len(PROBLEM_COLUMNS))
    prepare(workbook)
    content = BytesIO()
    workbook.save(content)
    return sealed(unpacked(content.getvalue(), "", WORKBOOK))


def _row(sheet: Worksheet, row: int, values: Sequence[object], widths: Sequence[int]) -> None:
    shown = [shortened(value) if isinstance(value, str) else value for value in values]
    list_row(sheet, row, shown, widths)


def _finish(sheet: Worksheet, rows: int, columns: int) -> None:
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{address((HEADER_ROW + max(1, rows), columns))}"
    style.print_on_a4(sheet, landscape=True, titles=f"{HEADER_ROW}:{HEADER_ROW}")
