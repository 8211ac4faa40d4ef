"""Last year's figures beside this year's: seen by people, never read."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import TableSheet, table_sheets
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.tables import write_table
from generator.formats.xlsx.writing.workbook import workbook_of
from tests.form.small import SMALL
from tests.form.small_office import NUMBERS
from tests.form.small_report import small_report
from tests.forms import FORM
from tests.libreoffice import convert, needs_libreoffice
from tests.opened import changed, to_look_at
from tests.samples import FILE, last_year, numbers, read, report
from tests.typed_cells import typed

SHEETS = table_sheets(FORM)
(SMALL_SHEET,) = table_sheets(SMALL)


@pytest.fixture(scope="module")
def tables() -> Workbook:
    """Return the three tables with last year's figures, as they are written."""
    book = Workbook()
    for layout in SHEETS:
        write_table(book, layout, FORM, report(), "标题", previous=BEFORE)
    return book


BEFORE = last_year()


def shown_of(figure: str) -> str:
    return f"〔{BEFORE.figures[figure].printed}〕"


@cache
def data() -> bytes:
    return workbook_of(report(), FORM, BEFORE)


@cache
def small() -> bytes:
    """Return a workbook of the small form with last year's figures beside its own."""
    return workbook_of(small_report(), SMALL, small_report(year=2023, more=3_500))


def read_small(data: bytes) -> tuple[dict[str, int], list[str]]:
    """Return the figures that are read, and what is told of the table."""
    found, findings = read_content(data, FILE, SMALL)
    told = [str(finding) for finding in findings if SMALL_SHEET.name in str(finding)]
    return {name: int(figure.value or 0) for name, figure in found.figures.items()}, told


def shown(sheet: Worksheet) -> list[str]:
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    return [value for value in cells if isinstance(value, str) and value.startswith("〔")]


@pytest.mark.parametrize("layout", SHEETS, ids=lambda layout: layout.name)
def test_every_figure_of_last_year_stands_on_its_sheet(
    layout: TableSheet, tables: Workbook
) -> None:
    due = [shown_of(name) for name in layout.figures]
    assert sorted(shown(tables[layout.name])) == sorted(due)


@pytest.mark.parametrize("layout", SHEETS[:2], ids=lambda layout: layout.name)
def test_beside_a_table_each_stands_in_the_row_of_its_own(
    layout: TableSheet, tables: Workbook
) -> None:
    sheet = tables[layout.name]
    shift = layout.last_year_column - layout.first_column
    for name, (row, column) in layout.figures.items():
        assert sheet.cell(row, column + shift).value == shown_of(name)


def test_under_a_table_of_one_row_each_stands_in_the_column_of_its_own(
    tables: Workbook,
) -> None:
    layout = SHEETS[2]
    sheet = tables[layout.name]
    for name, (_, column) in layout.figures.items():
        assert sheet.cell(sheet.max_row, column).value == shown_of(name)


def test_they_are_headed_locked_and_not_printed(tables: Workbook) -> None:
    for layout in SHEETS:
        sheet = tables[layout.name]
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


def unmerged(book: Workbook) -> Worksheet:
    """Return the sheet of the table, in which openpyxl can move cells."""
    sheet = book[SMALL_SHEET.name]
    for area in list(sheet.merged_cells):
        sheet.unmerge_cells(str(area))
    return sheet


def insert_rows_above(book: Workbook) -> None:
    for total in SMALL.totals:  # openpyxl does not move formulas along
        book[SMALL_SHEET.name].cell(*SMALL_SHEET.figures[total]).value = NUMBERS[total]
    unmerged(book).insert_rows(1, 2)


def insert_a_column(book: Workbook) -> None:
    unmerged(book).insert_cols(SMALL_SHEET.check_column)


def delete_some(book: Workbook) -> None:
    unmerged(book).delete_cols(SMALL_SHEET.last_year_column, 1)


@pytest.mark.parametrize("change", [insert_rows_above, insert_a_column, delete_some])
def test_rows_and_columns_may_come_and_go(change: Callable[[Workbook], object]) -> None:
    assert len(shown(to_look_at(small())[SMALL_SHEET.name])) == len(NUMBERS)
    assert read_small(changed(small(), change)) == (NUMBERS, [])


@pytest.mark.parametrize("value", [5, "5", "1,238", "（其中）5（说明）"])
def test_a_number_typed_over_one_of_them_is_still_reported(value: int | str) -> None:
    spot = address((SMALL_SHEET.first_figure_row, SMALL_SHEET.last_year_column))
    _, told = read_small(typed(small(), {(SMALL_SHEET.name, spot): value}))
    is_number = value != "（其中）5（说明）"
    assert ["填了数字，但不是表里应填的格" in line for line in told] == [True] * is_number


def test_one_pasted_into_a_figure_s_cell_is_no_number() -> None:
    spot = address(SMALL_SHEET.figures["收案单位"])
    _, told = read_small(typed(small(), {(SMALL_SHEET.name, spot): "〔3511〕"}))
    assert any("应填数字，填的是“〔3511〕”" in line for line in told)


@needs_libreoffice
def test_saved_again_by_libreoffice_it_is_the_same_report(tmp_path: Path) -> None:
    (tmp_path / "2024.xlsx").write_bytes(data())
    again = tmp_path / "again"
    again.mkdir()
    found, findings = read(convert(tmp_path / "2024.xlsx", "xlsx", again).read_bytes())
    assert findings == []
    assert {name: figure.value for name, figure in found.figures.items()} == numbers()
    assert len(shown(load_workbook(again / "2024.xlsx")[SHEETS[1].name])) == 175
