"""A sheet that a row names is a table of the report; any other is only mentioned."""

from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from generator.formats.xlsx.reading import further_tables
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.finding import Finding, Severity
from generator.model.report import Report
from tests.few import each
from tests.form.small import SMALL
from tests.form.small_office import filled_in
from tests.formats.xlsx.reading.one_sheet import lines
from tests.opened import changed
from tests.samples import FILE

NAME = "各镇情况"
ROW = 14  # a spare one of the narrative, below 总体说明
CELLS = {"A1": "镇", "B1": "收件", "A2": "甲镇", "B2": 5}


def read(
    *named: str, change: Callable[[Workbook], object] = lambda _: None
) -> tuple[Report, list[Finding]]:
    """Return what is read and told of a workbook with a sheet, and rows that name sheets."""

    def all_changes(book: Workbook) -> None:
        sheet = book.create_sheet(NAME)
        for spot, value in CELLS.items():
            sheet[spot] = value
        for row, name in enumerate(named, ROW):
            values = ("表", f"表名{row}", f"【表格：{name}】\n说明")
            for column, text in enumerate(values, 2):
                book["正文"].cell(row, column, text)
        change(book)

    return read_content(changed(filled_in(), all_changes), FILE, SMALL)


def told(*named: str, change: Callable[[Workbook], object] = lambda _: None) -> list[str]:
    return lines(read(*named, change=change)[1])


@each("name", [NAME, "各镇 情况", " 各镇情况 "])
def test_a_sheet_that_a_row_names_is_read_whatever_its_spaces(name: str) -> None:
    report, findings = read(name)
    assert findings == []
    ((known_as, table),) = report.further_tables.items()
    assert (known_as, table.name) == (name.strip(), NAME)
    assert [cell.text for cell in table.cells] == ["镇", "收件", "甲镇", "5"]
    assert str(table.cells[3].place) == f"2024.xlsx『{NAME}』B2"


def test_a_sheet_that_rows_call_by_several_names_is_read_once() -> None:
    report, findings = read(NAME, "各镇 情况", NAME)
    assert findings == []
    one, other = report.further_tables.values()
    assert one is other


def test_a_sheet_that_no_row_names_is_mentioned_with_how_to_print_it() -> None:
    assert told() == [
        f"R01 2024.xlsx『{NAME}』：这张表不是本程序的表，里面的内容不会印出。"
        "只是自己用的，可以不管；要印出的，请写到规定的表里，或者在『正文』加一行，"
        f"“层级”选“表”，“正文”写【表格：{NAME}】。"
    ]


def test_nothing_more_is_read_of_a_workbook_whose_rows_name_no_sheet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(further_tables, "shape_of")
    report, _ = read()
    assert report.further_tables == {}


@each(
    "name, said, advised",
    [
        ("各乡镇情况", "找不到叫“各乡镇情况”的工作表", f"请改为【表格：{NAME}】等已有的工作表"),
        ("xyz", "找不到叫“xyz”的工作表", f"请改为【表格：{NAME}】等已有的工作表"),
        ("一、案件", "『一、案件』是本程序自己的表，不能当作另附的表印出", "请在这份工作簿里另加"),
        ("填写说明", "『填写说明』是本程序自己的表", "请在这份工作簿里另加一张工作表"),
        ("图表", "『图表』是本程序自己的表", "请在这份工作簿里另加一张工作表"),
    ],
)
def test_what_cannot_be_printed_is_told_at_the_row_that_names_it(
    name: str, said: str, advised: str
) -> None:
    report, findings = read(name)
    assert report.further_tables == {}
    (finding,) = (one for one in findings if one.rule == "E03")
    assert finding.holds_back
    assert str(finding.place) == f"2024.xlsx『正文』D{ROW}"
    assert finding.message.startswith(said)
    assert finding.advice.startswith(advised)


def test_where_there_is_no_other_sheet_none_is_offered() -> None:
    (line,) = told("乡镇", change=lambda book: book.remove(book[NAME]))
    assert line.endswith("请在这份工作簿里加一张工作表，把表做在上面，【表格：】里写它的名称。")


def test_an_empty_sheet_is_told() -> None:
    (line,) = told("空表", NAME, change=lambda book: book.create_sheet("空表"))
    assert line.startswith("E03 2024.xlsx『空表』：这张表是空的")


def test_a_table_that_has_the_labels_of_the_form_s_own_is_no_copy_of_it() -> None:
    def change(book: Workbook) -> None:
        for row, label in enumerate(("个人", "单位"), 3):
            book[NAME].cell(row, 1, label)

    report, findings = read(NAME, change=change)
    assert findings == []
    assert report.figures["收案个人"].value == 3
    assert list(report.further_tables) == [NAME]


def test_what_is_hidden_is_printed_and_told() -> None:
    def hide(book: Workbook) -> None:
        book[NAME].row_dimensions[2].hidden = True
        book[NAME].column_dimensions["B"].hidden = True

    report, findings = read(NAME, change=hide)
    assert [cell.text for cell in report.further_tables[NAME].cells][-1] == "5"
    assert {one.severity for one in findings} == {Severity.NOTICE}
    assert [str(one.place) + one.message for one in findings] == [
        f"2024.xlsx『{NAME}』B1B 列是隐藏的，照样印出",
        f"2024.xlsx『{NAME}』A2第 2 行是隐藏的（或者被筛选掉了），照样印出",
    ]

    def hide_all(book: Workbook) -> None:
        book[NAME].sheet_state = "hidden"

    (line,) = told(NAME, change=hide_all)
    assert line.startswith(f"R07 2024.xlsx『{NAME}』A1：这张工作表是隐藏的，照样印出")


def test_what_is_struck_is_told_and_held_back() -> None:
    def strike(book: Workbook) -> None:
        book[NAME]["B2"].font = Font(strike=True)

    (finding,) = read(NAME, change=strike)[1]
    assert (finding.rule, finding.place.spot, finding.holds_back) == ("R16", "B2", True)
    assert read(change=strike)[1][0].rule == "R01"  # of a sheet that is not printed it is nothing
