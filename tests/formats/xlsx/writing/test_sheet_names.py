"""Further tables have names that Excel allows, and what cites them goes along."""

from dataclasses import replace

from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.sheet_names import with_sheet_names
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.exhibits import FurtherTable, TableCell
from generator.model.report import Paragraph, Report
from tests.few import each
from tests.form.small import SMALL
from tests.form.small_report import small_report


def table(name: str, text: str = "甲") -> FurtherTable:
    return FurtherTable(name, (TableCell(0, 0, text),), 1, 1)


def report_with(*names: str, texts: str = "甲") -> Report:
    rows = [Paragraph("第三部分", 0, "", f"【表格：{name}】\n说明", kind="表") for name in names]
    cites = [
        Paragraph("第二部分", 2, "做法", f"见【表：{name}】、【收案个人】。") for name in names
    ]
    found = small_report([*cites, *rows])
    tables = {
        name: table(name, text) for name, text in zip(names, texts * len(names), strict=False)
    }
    return replace(found, further_tables=tables)


@each(
    "name, sheet",
    [
        ("各镇情况", "各镇情况"),
        ("镇/街道:[甲]*?\\", "镇／街道：［甲］＊？＼"),
        ("'甲'", "甲"),
        ("一" * 40, "一" * 31),
        ("𠮷" * 20, "𠮷" * 15),
        ("正文", "正文（2）"),
        ("一、案件", "一、案件（2）"),
        ("甲\n乙", "甲 乙"),
        (" ", "表格"),
    ],
)
def test_a_name_is_adapted_where_excel_has_no_such_sheet(name: str, sheet: str) -> None:
    assert list(with_sheet_names(report_with(name), SMALL).further_tables) == [sheet]


def test_rows_and_citations_go_along_only_where_they_would_be_left_behind() -> None:
    found = with_sheet_names(report_with("正文", "镇/街道"), SMALL)
    assert [row.text for row in found.paragraphs] == [
        "见【表：正文（2）】、【收案个人】。",
        "见【表：镇/街道】、【收案个人】。",
        "【表格：正文（2）】\n说明",
        "【表格：镇/街道】\n说明",
    ]


def test_two_of_a_name_stay_two_unless_they_are_one() -> None:
    assert list(with_sheet_names(report_with("A", "a", texts="甲乙"), SMALL).further_tables) == [
        "A",
        "a（2）",
    ]
    once = table("各镇")
    same = replace(report_with("各镇", "各 镇"), further_tables={"各镇": once, "各 镇": once})
    assert list(with_sheet_names(same, SMALL).further_tables) == ["各镇"]


def test_a_report_whose_names_are_adapted_is_read_back_with_its_tables() -> None:
    names = ("正文", "镇/街道", "一" * 40)
    data = workbook_of(report_with(*names), SMALL)
    found, findings = read_content(data, "2024.xlsx", SMALL)
    assert findings == []
    assert list(found.further_tables) == ["正文（2）", "镇/街道", "一" * 31]
