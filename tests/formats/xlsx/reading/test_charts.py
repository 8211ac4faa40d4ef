"""图表 and its writer: the charts come back as they were typed."""

from collections.abc import Mapping
from dataclasses import replace

from openpyxl import Workbook
from openpyxl.styles import Font

from generator.formats.xlsx.layout import CHART_COLUMNS, CHART_SHEET
from generator.formats.xlsx.reading.charts import read_charts
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.exhibits import ChartRow
from generator.model.report import Report
from tests.few import each
from tests.form.small import SMALL
from tests.form.small_office import filled_in, report
from tests.formats.xlsx.reading.one_sheet import lines, sheet_with
from tests.opened import changed, to_look_at
from tests.samples import FILE
from tests.typed_cells import typed

ROWS = (
    ChartRow("收案", "柱形图", "两年收案", "件", "上年和本年", "个人", "【收案个人】"),
    ChartRow("", "", "", "", "", "单位", "【收案单位】"),
    ChartRow("培训", "饼图", "", "人次", "本年", "3-4", "12.5"),
)


def read(data: bytes) -> tuple[Report, list[str]]:
    found, findings = read_content(data, FILE, SMALL)
    return found, lines(findings)


def typed_in(
    cells: Mapping[str, object], formats: Mapping[str, str] | None = None
) -> tuple[list[ChartRow], list[str]]:
    """Return what is read and told of the usual sheet with some cells typed over."""
    rows, findings = read_charts(sheet_with(CHART_SHEET, cells, formats), FILE)
    return rows, lines(findings)


def test_a_new_workbook_has_no_charts() -> None:
    found, findings = read(filled_in())
    assert (found.chart_rows, findings) == ((), [])


def test_charts_come_back_with_their_cells() -> None:
    found, findings = read(workbook_of(replace(report(), chart_rows=ROWS), SMALL))
    assert (found.chart_rows, findings) == (ROWS, [])
    point = found.chart_rows[1]
    assert [str(place) for place in point.places] == [
        f"2024.xlsx『图表』{letter}5" for letter in "ABCDEFG"
    ]
    assert str(point.place_of("data")) == "2024.xlsx『图表』G5"


def test_excel_offers_kinds_and_years() -> None:
    book = to_look_at(filled_in())
    sheet = book[CHART_SHEET]
    assert book.sheetnames.index(CHART_SHEET) == book.sheetnames.index("指标") + 1
    chosen = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert chosen == {
        "B4:B43": '"柱形图,条形图,折线图,饼图"',
        "E4:E43": '"本年,上年和本年"',
    }
    assert sheet.protection.sheet
    assert not sheet["G43"].protection.locked


@each(
    "value, number_format, shown",
    [
        (12, "", "12"),
        (12.50, "", "12.5"),
        (1234.5, "#,##0.00", "1,234.50"),
        (0.985, "0.0%", "98.5%"),
        ("  12 ", "", "12"),
    ],
)
def test_numbers_are_read_as_they_are_shown(value: object, number_format: str, shown: str) -> None:
    formats = {"G4": number_format} if number_format else {}
    rows, findings = typed_in({"A4": "甲", "G4": value}, formats)
    assert findings == []
    assert rows == [ChartRow("甲", "", "", "", "", "", shown)]


@each(
    "cell, value, number_format, said",
    [
        (
            "G4",
            "=1+1",
            "0",
            "“数据”填的是“=1+1”，是公式、日期或出错的结果，画不了。数据请填",
        ),
        ("F4", 45355, "m月d日", "“项目”填的是“2024年3月4日”，是公式、日期"),
        ("H4", "旁注", "@", "这里写了内容，但不在规定的各栏里，不会印出"),
    ],
)
def test_what_nobody_typed_as_words_or_numbers_is_told(
    cell: str, value: object, number_format: str, said: str
) -> None:
    rows, (told,) = typed_in({"A4": "甲", cell: value}, {cell: number_format})
    assert [row.chart for row in rows] == ["甲"]
    assert f"2024.xlsx『图表』{cell}：{said}" in told


def test_a_number_that_shows_as_something_unknown_is_told() -> None:
    _, (told,) = typed_in({"A4": "甲", "G4": 5}, {"G4": "[DBNum1]0"})
    assert told.startswith("E02 2024.xlsx『图表』G4：“数据”填的是“5”，但单元格格式会让它显示成别的")


def test_charts_are_found_by_their_columns_wherever_they_stand() -> None:
    def change(book: Workbook) -> None:
        sheet = book[CHART_SHEET]
        sheet.title = "画图"
        sheet["A4"], sheet["G4"] = "甲", 3
        other = book.create_sheet("另外的图")
        for column, name in enumerate(CHART_COLUMNS, 3):
            other.cell(7, column, name)
        other["C8"], other["I8"] = "乙", 4

    found, findings = read(changed(filled_in(), change))
    assert findings == []
    assert [(row.chart, row.data) for row in found.chart_rows] == [("甲", "3"), ("乙", "4")]
    assert str(found.chart_rows[1].place_of("data")) == "2024.xlsx『另外的图』I8"


def test_a_sheet_of_that_name_without_the_columns_is_told() -> None:
    found, (told,) = read(typed(filled_in(), {(CHART_SHEET, "C3"): "题目", (CHART_SHEET, "A4"): 1}))
    assert found.chart_rows == ()
    assert told.startswith("E02 2024.xlsx『图表』：找不到列名“图表”、“类型”")


def test_what_is_struck_in_a_chart_is_told_once_and_held_back() -> None:
    def change(book: Workbook) -> None:
        sheet = book[CHART_SHEET]
        sheet["A4"], sheet["G4"] = "甲", 3
        sheet["G4"].font = Font(strike=True)

    _, findings = read_content(changed(filled_in(), change), FILE, SMALL)
    (told,) = findings
    assert (told.rule, told.place.spot, told.holds_back) == ("R16", "G4", True)
