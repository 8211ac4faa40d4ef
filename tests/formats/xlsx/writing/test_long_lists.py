"""Rows written as they come are those that openpyxl would have written."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.files.zip_archive import WORKBOOK, open_archive, package, unpacked
from generator.formats.xlsx.layout import HEADER_ROW
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.lists import list_row, list_sheet
from generator.formats.xlsx.writing.long_lists import LongRows, with_rows
from generator.model.finding import Refusal
from tests.opened import saved

NAME, COLUMNS, WIDTHS = "清单", ("甲", "乙", "丙"), (20, 8, 12)
ROWS: list[list[str | int | Decimal | None]] = [
    ["=1+1", 5, None],
    ["<b> & “引号”\r\n第二行\t", Decimal("12.5"), "_x0041_"],
    ["\x07响铃", 10**12, " 前后有空格 "],
    ["", -3, "@SUM(A1)"],
]


def begun() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    book.remove(book.worksheets[0])
    return book, list_sheet(book, NAME, "说明", COLUMNS, WIDTHS)


def by_openpyxl() -> bytes:
    book, sheet = begun()
    for row, values in enumerate(ROWS, HEADER_ROW + 1):
        plain = [float(one) if isinstance(one, Decimal) else one for one in values]
        list_row(sheet, row, plain, WIDTHS)
        sheet.cell(row, 2).fill = style.INPUT_FILL
    return saved(book)


def as_they_come() -> bytes:
    book, sheet = begun()
    rows = LongRows(sheet)
    for row, values in enumerate(ROWS, HEADER_ROW + 1):
        rows.item(row, values, WIDTHS, {2: style.INPUT_FILL})
    return package(with_rows(unpacked(saved(book), "", WORKBOOK), [rows]))


def test_they_are_read_as_if_openpyxl_had_written_them() -> None:
    theirs, ours = (
        read_sheets(open_archive(content, "", WORKBOOK), "")
        for content in (by_openpyxl(), as_they_come())
    )
    assert len(theirs) == len(ours) == 1
    assert ours[0].values == theirs[0].values
    assert ours[0].formulas == theirs[0].formulas == {}
    assert ours[0].text((4, 1)) == "=1+1"


def test_they_look_as_if_openpyxl_had_written_them() -> None:
    theirs, ours = (
        load_workbook(BytesIO(content))[NAME] for content in (by_openpyxl(), as_they_come())
    )
    for row in range(HEADER_ROW + 1, HEADER_ROW + 1 + len(ROWS)):
        assert ours.row_dimensions[row].height == theirs.row_dimensions[row].height
        for column in range(1, len(COLUMNS) + 1):
            cells = [sheet.cell(row, column) for sheet in (ours, theirs)]
            one, other = (
                f"{cell.font}{cell.fill}{cell.border}{cell.alignment}{cell.number_format}"
                for cell in cells
            )
            assert one == other


def test_more_than_a_cell_holds_is_refused_with_its_place() -> None:
    _, sheet = begun()
    with pytest.raises(Refusal, match="清单 A4"):
        LongRows(sheet).item(4, ["字" * 40_000, None, None], WIDTHS)


def test_what_is_written_can_be_asked_for_more_than_once() -> None:
    _, sheet = begun()
    rows = LongRows(sheet)
    rows.add(4, [("一", None)])
    first = rows.xml
    rows.add(5, [("二", None)])
    assert rows.xml.startswith(first)
    assert rows.xml.count(b"<row ") == 2
