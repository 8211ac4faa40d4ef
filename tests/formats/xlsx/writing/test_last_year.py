"""Last year's figures beside this year's: seen by people, never read."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.form.disclosure.edition_2021 import FORM
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import TableSheet, table_sheets
from generator.formats.xlsx.writing.workbook import workbook_of
from tests.libreoffice import convert, needs_libreoffice
from tests.opened import changed, to_look_at
from tests.samples import last_year, numbers, read, report
from tests.typed_cells import typed

SHEETS = table_sheets(FORM)
LAST_YEAR = last_year()


@cache
def data() -> bytes:
    return workbook_of(report(), FORM, LAST_YEAR)


def shown(sheet: Worksheet) -> list[str]:
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    return [value for value in cells if isinstance(value, str) and value.startswith("〔")]


@pytest.mark.parametrize("layout", SHEETS, ids=lambda layout: layout.name)
def test_every_figure_of_last_year_stands_on_its_sheet(layout: TableSheet) -> None:
    due = [f"〔{LAST_YEAR.figures[name].printed}〕" for name in layout.figures]
    assert sorted(shown(to_look_at(data())[layout.name])) == sorted(due)


@pytest.mark.parametrize("layout", SHEETS[:2], ids=lambda layout: layout.name)
def test_beside_a_table_each_stands_in_the_row_of_its_own(layout: TableSheet) -> None:
    sheet = to_look_at(data())[layout.name]
    shift = layout.last_year_column - layout.first_column
    for name, (row, column) in layout.figures.items():
        assert sheet.cell(row, column + shift).value == f"〔{LAST_YEAR.figures[name].printed}〕"


def test_under_a_table_of_one_row_each_stands_in_the_column_of_its_own() -> None:
    layout = SHEETS[2]
    sheet = to_look_at(data())[layout.name]
    for name, (_, column) in layout.figures.items():
        assert sheet.cell(sheet.max_row, column).value == f"〔{LAST_YEAR.figures[name].printed}〕"


def test_they_are_headed_locked_and_not_printed() -> None:
    for layout in SHEETS:
        sheet = to_look_at(data())[layout.name]
        headed = [
            cell
            for row in sheet.iter_rows()
            for cell in row
            if cell.value == "2023年数（供对照，不印出）"
        ]
        assert headed
        assert all(cell.protection.locked for cell in headed)
        assert sheet.print_area


def test_none_of_them_is_read() -> None:
    found, findings = read(data())
    assert findings == []
    assert {name: figure.value for name, figure in found.figures.items()} == numbers()


def insert_rows(book: Workbook) -> None:
    for layout in SHEETS:
        sheet = book[layout.name]
        for area in list(sheet.merged_cells):
            sheet.unmerge_cells(str(area))
        sheet.insert_rows(1, 2)


def insert_a_column(book: Workbook) -> None:
    for layout in SHEETS:
        sheet = book[layout.name]
        for area in list(sheet.merged_cells):
            sheet.unmerge_cells(str(area))
        sheet.insert_cols(layout.check_column)


def delete_some(book: Workbook) -> None:
    sheet = book[SHEETS[1].name]
    for area in list(sheet.merged_cells):
        sheet.unmerge_cells(str(area))
    sheet.delete_cols(SHEETS[1].last_year_column, 3)


@pytest.mark.parametrize("change", [insert_a_column, delete_some])
def test_columns_may_come_and_go(change: Callable[[Workbook], object]) -> None:
    found, findings = read(changed(data(), change))
    assert findings == []
    assert {name: figure.value for name, figure in found.figures.items()} == numbers()


def test_rows_inserted_above_shift_both() -> None:
    def and_type_totals(book: Workbook) -> None:
        for layout in SHEETS:  # openpyxl does not move formulas along
            for total in FORM.totals:
                if total in layout.figures:
                    book[layout.name].cell(*layout.figures[total]).value = numbers()[total]
        insert_rows(book)

    found, findings = read(changed(data(), and_type_totals))
    assert findings == []
    assert {name: figure.value for name, figure in found.figures.items()} == numbers()


@pytest.mark.parametrize("value", [5, "5", "1,238", "（其中）5（说明）"])
def test_a_number_typed_over_one_of_them_is_still_reported(value: int | str) -> None:
    layout = SHEETS[1]
    spot = address((layout.first_figure_row, layout.last_year_column))
    _, findings = read(typed(data(), {(layout.name, spot): value}))
    told = value != "（其中）5（说明）"
    assert ["填了数字，但不是表里应填的格" in line for line in findings] == [True] * told


def test_one_pasted_into_a_figure_s_cell_is_no_number() -> None:
    spot = address(SHEETS[1].figures["国家秘密自然人"])
    _, findings = read(typed(data(), {(SHEETS[1].name, spot): "〔3511〕"}))
    assert any("应填数字，填的是“〔3511〕”" in line for line in findings)


@needs_libreoffice
def test_saved_again_by_libreoffice_it_is_the_same_report(tmp_path: Path) -> None:
    (tmp_path / "2024.xlsx").write_bytes(data())
    again = tmp_path / "again"
    again.mkdir()
    found, findings = read(convert(tmp_path / "2024.xlsx", "xlsx", again).read_bytes())
    assert findings == []
    assert {name: figure.value for name, figure in found.figures.items()} == numbers()
    assert len(shown(load_workbook(again / "2024.xlsx")[SHEETS[1].name])) == 175
