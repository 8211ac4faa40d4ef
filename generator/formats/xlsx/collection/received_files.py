"""Writes 收到的文件: every file, whose it is, and what became of it."""

from collections.abc import Sequence

from openpyxl import Workbook

from generator.formats.xlsx.cell_names import address, column_letters
from generator.formats.xlsx.collection.layout import (
    CHOSEN,
    DIGEST,
    FILE_COLUMNS,
    FILES_SHEET,
    NO,
    WHOSE,
    YES,
)
from generator.formats.xlsx.layout import HEADER_ROW
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.lists import choose, list_sheet
from generator.formats.xlsx.writing.long_lists import LongRows
from generator.model.collection.answers import Answers
from generator.model.collection.collection import FileStanding, FileState

_HINT = (
    f"文件夹里的每个文件一行。单位对不上的，在“{WHOSE}”填名单里的单位名称；一个单位有几份，"
    f"要用另一份，就在“{CHOSEN}”选“{YES}”，不要的选“{NO}”。填好再汇总一次，填过的都会留下。"
)
_WIDTHS = (44, 12, 30, 8, 22, 34, 28, 9, 52, 21, 70)
_COLUMNS = (*FILE_COLUMNS, DIGEST)
_ANSWERS = (FILE_COLUMNS.index(WHOSE) + 1, FILE_COLUMNS.index(CHOSEN) + 1)
_FILLS = {
    FileState.TAKEN: style.GOOD_FILL,
    FileState.DOUBTFUL: style.NOTICE_FILL,
    FileState.OTHER_ORGAN: style.NOTICE_FILL,
    FileState.OTHER_YEAR: style.NOTICE_FILL,
    FileState.UNUSABLE: style.ERROR_FILL,
}


def write_received_files(
    workbook: Workbook, files: Sequence[FileStanding], answers: Answers
) -> LongRows:
    """Add 收到的文件, and return its rows, which are still to be put into it."""
    sheet = list_sheet(workbook, FILES_SHEET, _HINT, _COLUMNS, _WIDTHS)
    rows = LongRows(sheet)
    for row, one in enumerate(files, HEADER_ROW + 1):
        _file(rows, row, one, answers)
    last = HEADER_ROW + max(1, len(files))
    column = address((1, _ANSWERS[1])).rstrip("1")
    cells = f"{column}{HEADER_ROW + 1}:{column}{last}"
    choose(sheet, f'"{YES},{NO}"', cells, f"请选“{YES}”或“{NO}”，或者空着。")
    sheet.freeze_panes = f"B{HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{address((last, len(_COLUMNS)))}"
    sheet.column_dimensions[column_letters(len(_COLUMNS))].hidden = True
    style.print_on_a4(sheet, landscape=True, titles=f"{HEADER_ROW}:{HEADER_ROW}")
    return rows


def _file(rows: LongRows, row: int, one: FileStanding, answers: Answers) -> None:
    filing = one.filing
    chosen = answers.chosen.get(filing.file)
    texts = (
        filing.file,
        filing.kind,
        filing.organ,
        "" if filing.year is None else str(filing.year),
        one.state.value,
        f"可能是：{'、'.join(one.candidates)}" if one.candidates else one.unit,
        answers.whose.get(filing.file, ""),
        "" if chosen is None else YES if chosen else NO,
        one.said or filing.problem,
        filing.modified,
        filing.digest,
    )
    fills = dict.fromkeys(_ANSWERS, style.INPUT_FILL)
    if fill := _FILLS.get(one.state):
        fills[FILE_COLUMNS.index("情况") + 1] = fill
    rows.item(row, texts, _WIDTHS, fills)
