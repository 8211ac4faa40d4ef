"""What is typed into a file by bytes stands there as if openpyxl had typed it."""

from functools import cache

from openpyxl import Workbook

from tests.opened import changed, saved, to_look_at
from tests.typed_cells import Cells, Formats, typed

SHEET = "甲&乙"


@cache
def small() -> bytes:
    book = Workbook()
    book.worksheets[0].title = "前"
    sheet = book.create_sheet(SHEET)
    sheet["B2"], sheet["D2"], sheet["B5"] = "字", 1, "=D2+1"
    sheet["B2"].number_format = "yyyy-m-d"  # there are formats of one's own
    sheet["D2"].number_format = "0%"
    sheet.row_dimensions[4].height = 20  # a row without cells
    return saved(book)


def by_openpyxl(cells: Cells, formats: Formats) -> bytes:
    def change(book: Workbook) -> None:
        for (sheet, cell), value in cells.items():
            book[sheet][cell] = value
        for (sheet, cell), number_format in formats.items():
            book[sheet][cell].number_format = number_format

    return changed(small(), change)


def seen(data: bytes) -> dict[str, tuple[object, str, str]]:
    return {
        cell.coordinate: (cell.value, cell.data_type, cell.number_format)
        for row in to_look_at(data)[SHEET].iter_rows()
        for cell in row
        if cell.value is not None
    }


def test_every_cell_can_be_typed_into_whether_it_is_there_or_not() -> None:
    there_or_not = ["B2", "C2", "A2", "Z2", "B4", "C3", "A1", "B5", "AA900"]
    cells = {(SHEET, cell): f"{cell}的字" for cell in there_or_not}
    assert seen(typed(small(), cells)) == seen(by_openpyxl(cells, {}))


def test_what_is_typed_is_what_openpyxl_makes_of_it() -> None:
    values = [7, -1.5, 1e300, "一\n二 ", "<甲>&", '=SUM(B1:B2)&"<"', "", None]
    cells = {(SHEET, f"D{row}"): value for row, value in enumerate(values, 2)}
    assert seen(typed(small(), cells)) == seen(by_openpyxl(cells, {}))


def test_a_number_format_changes_the_cells_that_get_it_only() -> None:
    given = ["General", "@", "0%", "d-mmm-yy", 'yyyy"年"', ";;;", "[>1]0;<", ";;;"]
    cells: dict[tuple[str, str], int] = {(SHEET, "B2"): 1, (SHEET, "D2"): 2, (SHEET, "C2"): 3}
    formats = {(SHEET, f"D{row}"): one for row, one in enumerate(given, 2)}
    cells |= dict.fromkeys(formats, 4)
    assert seen(typed(small(), cells, formats)) == seen(by_openpyxl(cells, formats))
