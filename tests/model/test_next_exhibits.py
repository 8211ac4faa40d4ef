"""What a report shows beside words goes on to next year's, and is marked to be revised."""

from dataclasses import replace
from decimal import Decimal

from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.exhibits import ChartRow, FurtherTable, Picture, TableCell
from generator.model.next_year import next_year
from generator.model.place import Place
from generator.model.report import Paragraph, Report
from tests.few import each
from tests.form.small import SMALL
from tests.form.small_report import small_report

PART = "第三部分"
CHARTS = (
    ChartRow("收案", "柱形图", "2023年收案", "件", "上年和本年", "", "【收案个人】"),
    ChartRow("", "", "", "", "", "2023年", "【收案单位】"),
    ChartRow("培训", "饼图", "", "人次", "本年", "甲", "【收案个人】"),
    ChartRow("", "", "", "", "", "乙", "12"),
)
TABLE = FurtherTable(
    "2023年各镇",
    (
        TableCell(0, 0, "2023年", place=Place("2023.xlsx", "2023年各镇", "A1")),
        TableCell(1, 0, "5", value=Decimal(5), formula=True),
    ),
    2,
    1,
)


def shows(text: str, kind: str = "图", heading: str = "近况") -> Paragraph:
    return Paragraph(PART, 0, heading, text, Place("2023.xlsx"), Place("2023.xlsx"), kind=kind)


def report_with(*rows: Paragraph) -> Report:
    picture = Picture("培训.png", b"", "png", 1, 1)
    return replace(
        small_report([Paragraph("第二部分", 2, "做法", "说明。"), *rows], year=2023),
        chart_rows=CHARTS,
        further_tables={TABLE.name: TABLE},
        exhibits={picture.file: picture},
    )


def carried(*rows: Paragraph) -> tuple[Paragraph, ...]:
    return next_year(report_with(*rows), SMALL).paragraphs[1:]


@each(
    "row, said",
    [
        (shows("培训.png"), "沿用2023年，图片待更换"),
        (shows(""), "沿用2023年，图片待更换"),
        (shows("【图表：收案】"), "沿用2023年，待修改"),
        (shows("【图表：培训】"), "沿用2023年，图表里的数待修改"),
        (shows("【表格：2023年各镇】", "表"), "沿用2023年，表里的数待修改"),
    ],
)
def test_each_row_says_what_is_to_be_done_with_it(row: Paragraph, said: str) -> None:
    (found,) = carried(row)
    assert found == row
    assert found.unrevised == said
    assert (found.place, found.heading_place) == (Place(""), Place(""))


def test_the_year_moves_on_in_words_but_not_in_names() -> None:
    (found,) = carried(shows("2023年培训.png\n2023年的培训", heading="2023年培训"))
    assert (found.heading, found.text) == ("2024年培训", "2023年培训.png\n2024年的培训")


def test_text_cites_a_caption_by_its_new_words() -> None:
    cites = Paragraph(PART, 0, "", "见【图: 2023年培训】和【图：培训.png】，【【2023年】。")
    _, found = carried(shows("培训.png", heading="2023年培训"), cites)
    assert found.text == "见【图：2024年培训】和【图：培训.png】，【【2024年】。"


def test_charts_and_tables_stay_without_their_places_and_pictures_are_read_anew() -> None:
    found = next_year(report_with(shows("【表格：2023年各镇】", "表")), SMALL)
    assert [row.title for row in found.chart_rows] == ["2024年收案", "", "", ""]
    assert [row.label for row in found.chart_rows] == ["", "2023年", "甲", "乙"]
    assert {row.places for row in found.chart_rows} == {()}
    assert found.further_tables == {TABLE.name: TABLE}
    cells = found.further_tables[TABLE.name].cells
    assert {(cell.place, cell.formula) for cell in cells} == {(Place(""), False)}
    assert found.exhibits == {}


def test_next_year_s_workbook_reads_back_with_all_of_it() -> None:
    rows = [shows("培训.png"), shows("【图表：培训】"), shows("【表格：2023年各镇】", "表")]
    new = next_year(report_with(*rows), SMALL)
    data = workbook_of(new, SMALL, report_with(*rows))
    found, findings = read_content(data, "2024.xlsx", SMALL)
    assert {one.rule for one in findings} <= {table.blank for table in SMALL.tables}
    assert found.paragraphs == new.paragraphs
    assert [row.unrevised for row in found.paragraphs] == [row.unrevised for row in new.paragraphs]
    assert (found.chart_rows, found.further_tables) == (new.chart_rows, new.further_tables)
