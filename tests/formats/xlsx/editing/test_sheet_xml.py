"""Sheets that nobody could write to, and cells that are not to be filled."""

import pytest

from generator.formats.xlsx.editing.cell_edits import CellValue, edit_cells
from generator.model.finding import Refusal
from tests.formats.xlsx.editing.edited_sheet import edit
from tests.formats.xlsx.sheets import SHEET, workbook

COVERED = (
    '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c><c r="C1"><f/>'
    '</c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><f t="dataTable" '
    'ref="A3:B3" r1="C9"/><v>1</v></c></row></sheetData>'
    '<mergeCells><mergeCell ref="D4:E5"/></mergeCells>'
)


@pytest.mark.parametrize("cell", ["A1", "A2", "C1", "A3", "B3", "E4", "D5", "E5"])
@pytest.mark.parametrize("value", [1, None, "x"])
def test_what_is_no_cell_to_fill_is_a_programming_error(cell: str, value: CellValue) -> None:
    with pytest.raises(ValueError, match=f"{cell} holds a formula, or a merge or an array covers"):
        edit(COVERED, {cell: value})


@pytest.mark.parametrize(
    "sheet",
    [
        "<drawing/>",
        '<sheetData><row r="x"/></sheetData>',
        '<sheetData><row r="1"><c r="A"/></row></sheetData>',
        '<sheetData><row r="1"><c r="$A$1"/></row></sheetData>',
        '<sheetData><row r="1"><c r="A1"><f t="array"/></c></row></sheetData>',
        '<sheetData/><cols><col min="x" style="1"/></cols>',
    ],
)
def test_a_sheet_that_nobody_could_write_to_is_refused(sheet: str) -> None:
    with pytest.raises(Refusal, match=r"x\.xlsx 的『表』内部格式不正常，没有改动"):
        edit(sheet, {"A1": 1})


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (b"", "内部格式不正常"),
        (b"<worksheet>", "内容已损坏"),
        (b"<!DOCTYPE worksheet [<!ENTITY a 'b'>]><worksheet/>", "不安全的声明"),
        (b"<chartsheet/>", "内部格式不正常"),
    ],
)
def test_what_is_not_safe_or_no_sheet_is_refused(sheet: bytes, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        edit_cells(workbook(sheet), "x.xlsx", {(SHEET, (1, 1)): 1})
