"""Further tables are sheets again, and are read back as they were."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.further_tables import write_further_tables
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.exhibits import FurtherTable, TableCell
from generator.model.report import Paragraph, Report
from tests.few import each, fewer
from tests.form.small import SMALL
from tests.form.small_report import small_report

NAME = "各镇情况"
TABLE = FurtherTable(
    NAME,
    (
        TableCell(0, 0, "镇", rows=2),
        TableCell(0, 1, "收件", columns=2),
        TableCell(1, 1, "个人"),
        TableCell(1, 2, "单位"),
        TableCell(2, 0, "甲镇"),
        TableCell(2, 1, "1,234", value=Decimal(1234)),
        TableCell(2, 2, ""),
        TableCell(3, 0, "3-4"),
        TableCell(3, 1, "98.50%", value=Decimal("0.985")),
        TableCell(3, 2, "=1+1"),
    ),
    4,
    3,
    header_rows=2,
)


def report_with(table: FurtherTable) -> Report:
    row = Paragraph("第三部分", 0, "各镇", f"【表格：{table.name}】\n各镇的数", kind="表")
    opening = Paragraph("第二部分", 2, "做法", "说明。")
    return replace(small_report([opening, row]), further_tables={table.name: table})


def back(table: FurtherTable) -> FurtherTable:
    found, findings = read_content(workbook_of(report_with(table), SMALL), "2024.xlsx", SMALL)
    assert findings == []
    assert found.paragraphs == report_with(table).paragraphs
    return found.further_tables[table.name]


def values(table: FurtherTable) -> list[Decimal | None]:
    return [cell.value for cell in table.cells]


def sheet_of(table: FurtherTable) -> Worksheet:
    book = Workbook()
    write_further_tables(book, report_with(table))
    return book[table.name]


def one_cell(text: str, value: Decimal | None = None) -> FurtherTable:
    return FurtherTable(NAME, (TableCell(0, 0, text, value=value),), 1, 1)


def test_a_table_comes_back_as_it_was() -> None:
    assert back(TABLE) == TABLE
    assert values(back(TABLE)) == values(TABLE)


@each(
    "text, value, held, number_format",
    [
        ("12", "12", Decimal(12), "General"),
        ("-0.5", "-0.5", Decimal("-0.5"), "General"),
        ("12.50", "12.5", Decimal("12.5"), "0.00"),
        ("1,234.5", "1234.5", Decimal("1234.5"), "#,##0.0"),
        ("7%", "0.07", Decimal("0.07"), "0%"),
        ("123456789012", "123456789012", Decimal(123456789012), "0"),
        ("5件", "5", "5件", "@"),
        ("约12", "12", "约12", "@"),
        ("12", None, "12", "@"),
        ("甲镇", None, "甲镇", "General"),
    ],
)
def test_a_number_is_one_where_a_known_format_shows_it_as_that_text(
    text: str, value: str | None, held: object, number_format: str
) -> None:
    cell = sheet_of(one_cell(text, None if value is None else Decimal(value)))["A1"]
    assert (cell.value, cell.number_format) == (held, number_format)


def test_the_header_is_bold_and_printed_on_every_page() -> None:
    sheet = sheet_of(TABLE)
    assert [sheet.cell(row, 1).font.bold for row in (1, 3)] == [True, False]
    assert sheet.print_title_rows == "$1:$2"
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:A2", "B1:C1"}
    assert sheet["C4"].border.bottom.style == "thin"


TEXT = st.text(alphabet="甲12.,%-=@ 年月\n/#", max_size=6)
NUMBER = st.decimals(
    allow_nan=False, allow_infinity=False, places=3, min_value=-(10**7), max_value=10**7
)


@fewer(4)
@given(st.lists(st.tuples(TEXT, st.none() | NUMBER), min_size=4, max_size=4), st.integers(1, 2))
def test_any_table_comes_back_with_its_texts(
    cells: list[tuple[str, Decimal | None]], header: int
) -> None:
    corners = {0: "镇", 3: "末"}  # or blank rows and columns would be left out
    table = FurtherTable(
        NAME,
        tuple(
            TableCell(nth // 2, nth % 2, corners.get(nth, text), value=value)
            for nth, (text, value) in enumerate(cells)
        ),
        2,
        2,
        header,
    )
    found = back(table)
    texts = [cell.text if cell.text.strip() else "" for cell in table.cells]
    assert [cell.text for cell in found.cells] == texts
    assert found.header_rows == header
