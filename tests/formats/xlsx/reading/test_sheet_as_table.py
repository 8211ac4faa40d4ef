"""A sheet is read as a table as people see it, or the cell is named that nobody can tell."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from generator.files.zip_archive import WORKBOOK, open_archive
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.sheet_as_table import table_of
from generator.formats.xlsx.reading.sheet_shape import shape_of
from generator.model.exhibits import FurtherTable
from tests.few import each
from tests.formats.xlsx.reading.one_sheet import lines
from tests.formats.xlsx.sheets import workbook, worksheet
from tests.opened import saved
from tests.samples import FILE

NAME = "各镇情况"
BOLD = Font(bold=True)
Change = Callable[[Worksheet], object]


def read(data: bytes, name: str = NAME) -> tuple[FurtherTable | None, list[str]]:
    parts = open_archive(data, FILE, WORKBOOK)
    (sheet,) = read_sheets(parts, FILE)
    table, findings = table_of(sheet, shape_of(parts, name, FILE), FILE)
    assert all(one.holds_back for one in findings)
    return table, lines(findings)


def sheet_of(
    cells: Mapping[str, object],
    formats: Mapping[str, str] | None = None,
    change: Change = lambda _: None,
) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = NAME
    for spot, value in cells.items():
        sheet[spot] = value  # type: ignore[assignment]
    for spot, number_format in (formats or {}).items():
        sheet[spot].number_format = number_format
    change(sheet)
    return saved(book)


def table(
    cells: Mapping[str, object],
    formats: Mapping[str, str] | None = None,
    change: Change = lambda _: None,
) -> FurtherTable:
    found, told = read(sheet_of(cells, formats, change))
    assert told == []
    assert found is not None
    return found


def text_and_value(value: object, number_format: str) -> tuple[str, Decimal | None]:
    (cell,) = table({"B3": value}, {"B3": number_format}).cells
    return cell.text, cell.value


def told(value: object, number_format: str = "General") -> str:
    found, (line,) = read(sheet_of({"A1": "甲", "B3": value}, {"B3": number_format}))
    assert found is not None
    return line


@each(
    "value, number_format, text, held",
    [
        (12, "General", "12", "12"),
        (0.5, "General", "0.5", "0.5"),
        (0.1 + 0.2, "General", "0.3", "0.3"),
        (1234.5, "#,##0.00", "1,234.50", "1234.5"),
        (1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.50", "1234.5"),
        (0.9854, "0.0%", "98.5%", "0.9854"),
        (5, '0"件"', "5件", "5"),
        ("12", "@", "12", "12"),
        ("—", "General", "—", None),
        ("12件", "General", "12件", None),
        ("　其中：个人", "General", "　其中：个人", None),
        (date(2024, 3, 5), "yyyy/m/d", "2024/3/5", None),
        (True, "General", "TRUE", None),
    ],
)
def test_a_cell_is_read_as_it_is_shown(
    value: object, number_format: str, text: str, held: str | None
) -> None:
    assert text_and_value(value, number_format) == (text, None if held is None else Decimal(held))


@each(
    "value, number_format, said",
    [
        (5, "[DBNum1]0", "B3的单元格格式（[DBNum1]0）会显示成什么，程序不知道，表格印不出来"),
        (date(2024, 3, 5), "aaaa", "B3的单元格格式（aaaa）会显示成什么，程序不知道"),
        (1 / 3, "General", "B3里数的位数太多，看到几位要看列宽，表格印不出来"),
        (110101199001011234, "General", "B3里数的位数太多"),
        ("=1+1", "General", "B3的公式还没有算出结果，表格印不出来"),
    ],
)
def test_what_a_cell_shows_and_nobody_can_tell_is_told_by_cell(
    value: object, number_format: str, said: str
) -> None:
    assert told(value, number_format).startswith(f"E03 2024.xlsx『{NAME}』B3：{said}")


def test_cells_of_one_kind_are_told_together() -> None:
    cells = {f"A{row}": row for row in range(1, 30)}
    _, (line,) = read(sheet_of(cells, dict.fromkeys(cells, "[DBNum1]0")))
    assert "A1：A1:A29的单元格格式" in line


def test_a_formula_is_read_by_its_result_and_an_error_is_told() -> None:
    rows = (
        '<row r="1"><c r="A1"><f>2+2</f><v>4</v></c><c r="B1" t="str"><f>""</f><v></v></c>'
        '<c r="C1"><v>1</v></c></row>'
    )
    found, said = read(workbook(worksheet(f"<sheetData>{rows}</sheetData>")), "表")
    assert said == []
    assert found is not None
    assert [(cell.text, cell.value, cell.formula) for cell in found.cells] == [
        ("4", 4, True),
        ("", None, True),
        ("1", 1, False),
    ]
    wrong = rows.replace('<c r="A1">', '<c r="A1" t="e">').replace("<v>4</v>", "<v>#REF!</v>")
    _, (line,) = read(workbook(worksheet(f"<sheetData>{wrong}</sheetData>")), "表")
    assert "A1：A1的公式出错，显示的是 #REF!，表格印不出来。请改正公式" in line


def test_blank_rows_and_columns_around_are_left_out_and_those_between_stay() -> None:
    found = table({"C4": "镇", "E6": 3, "A9": " "})
    assert (found.height, found.width) == (3, 3)
    assert len(found.cells) == 9
    last = found.cells[-1]
    assert (last.row, last.column, last.text, str(last.place)) == (
        *(2, 2, "3"),
        f"2024.xlsx『{NAME}』E6",
    )


def test_merged_cells_are_one_cell_that_ends_with_the_table() -> None:
    def merge(sheet: Worksheet) -> None:
        for area in ("A1:A2", "B1:C1", "A4:H4"):
            sheet.merge_cells(area)

    cells = {"A1": "镇", "B1": "收件", "B2": "个人", "C2": "单位", "A3": "甲", "C3": 1, "A4": "注"}
    found = table(cells, change=merge)
    assert (found.height, found.width, found.header_rows) == (4, 3, 2)
    merged = {
        cell.text: (cell.rows, cell.columns)
        for cell in found.cells
        if (cell.rows, cell.columns) != (1, 1)
    }
    assert merged == {"镇": (2, 1), "收件": (1, 2), "注": (1, 3)}
    assert sum(cell.rows * cell.columns for cell in found.cells) == 4 * 3


THREE_ROWS = {"B2": "镇", "C2": "数", "B3": "名", "C3": "件", "B4": "甲", "C4": 1}


def bold(*spots: str) -> Change:
    def change(sheet: Worksheet) -> None:
        for spot in spots:
            sheet[spot].font = BOLD

    return change


def titles(sheet: Worksheet) -> None:
    sheet.print_title_rows = "1:3"


def frozen(sheet: Worksheet) -> None:
    sheet.freeze_panes = "A4"


def both(sheet: Worksheet) -> None:
    sheet.print_title_rows = "1:2"
    frozen(sheet)


@each(
    "change, header",
    [
        (lambda _: None, 1),
        (bold("B2", "C2"), 1),
        (bold("B2", "C2", "B3", "C3"), 2),
        (bold("B2", "C2", "B3"), 1),
        (bold(*THREE_ROWS), 1),
        (titles, 2),
        (frozen, 2),
        (both, 1),
        (lambda sheet: sheet.merge_cells("B2:B3"), 2),
    ],
)
def test_the_header_is_what_the_sheet_says_by_one_of_its_looks(change: Change, header: int) -> None:
    assert table(THREE_ROWS, change=change).header_rows == header


def test_an_empty_sheet_is_told() -> None:
    assert read(sheet_of({"A1": " "})) == (
        None,
        [
            f"E03 2024.xlsx『{NAME}』：这张表是空的，没有内容可以印。"
            "请填好这张表，或者清除『正文』里印它的那一行。"
        ],
    )


@each("far, size", [("A401", "401 行 1 列"), ("U1", "1 行 21 列"), ("A9000", "9000 行 1 列")])
def test_a_sheet_too_large_to_print_is_told_with_its_furthest_cell(far: str, size: str) -> None:
    found, (line,) = read(sheet_of({"A1": "镇", far: 1}))
    assert found is None
    assert f"这张表有 {size}，最远的内容在 {far}，超过了 400 行、20 列，印不了" in line


def test_the_largest_table_is_read() -> None:
    found = table({"A1": "镇", "T400": 1})
    assert (found.height, found.width) == (400, 20)


def test_what_a_merge_covers_is_told() -> None:
    rows = '<row r="1"><c r="A1"><v>4</v></c><c r="B1"><v>5</v></c></row>'
    merges = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    _, (line,) = read(workbook(worksheet(f"<sheetData>{rows}</sheetData>{merges}")), "表")
    assert line.startswith("R07 2024.xlsx『表』B1：B1里有内容，但被合并单元格盖住")
