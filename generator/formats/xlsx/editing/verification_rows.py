"""Adds rows to 核对记录 of a workbook that people work in, and touches nothing else."""

from collections.abc import Sequence

from generator.formats.xlsx.editing.cell_edits import CellValue, edit_cells
from generator.formats.xlsx.layout import MOST_ROWS, VERIFICATION_COLUMNS, VERIFICATION_SHEET
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.lists import header, items
from generator.model.finding import Refusal
from generator.model.report import Verification


def with_verifications(data: bytes, name: str, new: Sequence[Verification]) -> bytes:
    """Return a workbook with rows more in 核对记录, under those that are there.

    Raise Refusal where it has no such sheet, or no room in it.
    """
    for sheet in read_sheets(workbook_parts(data, name), name):
        above = header(sheet, VERIFICATION_COLUMNS)
        if above is not None:
            break
    else:
        raise Refusal(
            f"{name} 里找不到『{VERIFICATION_SHEET}』这张表，或者它的列名改动过，没有写。"
            "请从新建的空白工作簿里把它复制过来。"
        )
    rows = [item.row for item in items(sheet, VERIFICATION_COLUMNS, above)]
    free = max([above[VERIFICATION_COLUMNS[0]][0], *rows]) + 1
    if free + len(new) > MOST_ROWS:
        raise Refusal(f"{name} 的『{sheet.name}』写满了，没有写。请删去不再用的行。")
    cells: dict[tuple[str, tuple[int, int]], CellValue] = {
        (sheet.name, (row, above[column][1])): text
        for row, one in enumerate(new, free)
        for column, text in zip(
            VERIFICATION_COLUMNS, (one.key, one.person, one.reason, one.day), strict=True
        )
        if text
    }
    try:
        return edit_cells(data, name, cells)
    except ValueError:
        raise Refusal(
            f"{name} 的『{sheet.name}』第 {free} 行有合并的单元格，没有写。请取消合并再试。"
        ) from None
