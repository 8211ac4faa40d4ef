"""本地规则, its writer, and the file in which rules are handed down."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from generator.files.zip_archive import WORKBOOK, open_archive
from generator.formats.xlsx.layout import LOCAL_RULE_COLUMNS
from generator.formats.xlsx.reading.local_rules import (
    misunderstood,
    read_file_of_rules,
    read_local_rules,
)
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.finding import Refusal
from generator.model.report import LocalRule, Report
from generator.model.typed_input.local_rules import scopes
from tests.form.small import SMALL
from tests.form.small_office import filled_in, report
from tests.formats.xlsx.reading.one_sheet import lines, sheet_with
from tests.forms import FORM
from tests.opened import changed, saved, to_look_at
from tests.packages import package
from tests.samples import FILE
from tests.typed_cells import typed

SHEET = "本地规则"
RULES = (
    LocalRule("L03", "篇幅不超过", "二、总体说明", "1000", "错误", "某号第3条"),
    LocalRule("", "必须写到", "全文", "“甲，乙”、丙", "", "某号"),
    LocalRule("", "发布期限", "", "1月31日", "", "某号"),
)
USUAL = LocalRule("", "篇幅不超过", "全文", "1000", "", "某号")
ROW = ("", "篇幅不超过", "全文", 1000, "", "某号")


def read(data: bytes) -> tuple[Report, list[str]]:
    found, findings = read_content(data, FILE, SMALL)
    return found, lines(findings)


def in_row_4(row: Sequence[object]) -> dict[str, object]:
    return {f"{column}4": value for column, value in zip("ABCDEF", row, strict=True)}


def typed_in(cells: Mapping[str, object]) -> tuple[list[LocalRule], list[str]]:
    """Return what is read and told of the usual sheet with some cells typed over."""
    rules, findings = read_local_rules(sheet_with(SHEET, cells), FILE)
    return rules, lines([*findings, *misunderstood(rules, FORM)])


def sheets(*rows: Sequence[object], name: str = "Sheet1", above: int = 0) -> bytes:
    """Return a plain workbook whose only sheet has the columns, and rows under them."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = name
    for number, row in enumerate((LOCAL_RULE_COLUMNS, *rows), 1 + above):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value or None  # type: ignore[assignment]
    return saved(book)


def test_a_new_workbook_has_no_rules_of_its_own() -> None:
    found, findings = read(filled_in())
    assert (found.local_rules, findings) == ((), [])


def test_rules_come_back_with_their_cells() -> None:
    found, findings = read(workbook_of(replace(report(), local_rules=RULES), SMALL))
    assert (found.local_rules, findings) == (RULES, [])
    places = [str(found.local_rules[1].place_of(name)) for name in ("id", "asked", "basis")]
    assert places == [f"2024.xlsx『本地规则』{cell}" for cell in ("A5", "D5", "F5")]


def test_what_nobody_understands_is_told_by_cell_and_comes_back_too() -> None:
    unclear = ("甲", "篇幅", "第九部分", "一千", "警告", "")
    found, findings = typed_in(in_row_4(unclear))
    assert found == [LocalRule(*unclear)]
    assert findings == [
        "R17 2024.xlsx『本地规则』A4：编号“甲”不是 L 加数字的样子，由程序另编。"
        "请改成没有用过的编号，如 L01；也可以空着，由程序编。",
        "R17 2024.xlsx『本地规则』B4：“管什么”填的是“篇幅”，看不懂，这条规则没有核对。"
        "请在列表里选一个：篇幅不超过、篇幅不少于、必须写到、不能出现、必须引用的数、发布期限。",
    ]


def test_a_number_and_a_day_that_excel_made_of_what_was_typed_are_understood() -> None:
    rows = (ROW, ("", "发布期限", "", date(2025, 1, 31), "", "某号"))
    rules, findings = read_file_of_rules(sheets(*rows), "本地规则.xlsx", FORM)
    assert [one.asked for one in rules] == ["1000", "1月31日"]
    assert findings == ()


def test_a_formula_is_told() -> None:
    _, findings = typed_in({"B4": "篇幅不超过", "C4": "全文", "D4": "=500+500"})
    assert [one.split("：")[0] for one in findings] == [
        "R17 2024.xlsx『本地规则』F4",
        "R17 2024.xlsx『本地规则』D4",
    ]


def test_a_remark_between_the_rows_is_nobody_s_business() -> None:
    assert typed_in({"F4": "以下是区里的要求"}) == ([], [])


def test_a_list_without_its_column_names_is_told() -> None:
    _, findings = typed_in({"B3": "内容"})
    assert "R17 2024.xlsx『本地规则』：找不到列名“编号”" in findings[0]


def test_excel_offers_what_may_be_chosen() -> None:
    book = to_look_at(filled_in())
    chosen = {str(one.sqref): one.formula1 for one in book[SHEET].data_validations.dataValidation}
    last = len(scopes(SMALL))
    assert chosen == {
        "B4:B18": '"篇幅不超过,篇幅不少于,必须写到,不能出现,必须引用的数,发布期限"',
        "C4:C18": f"'填写说明'!$I$1:$I${last}",
        "E4:E18": '"提示,错误"',
    }
    assert [book["填写说明"][f"I{row}"].value for row in range(1, last + 1)] == list(scopes(SMALL))
    assert book["填写说明"].column_dimensions["I"].hidden
    assert book[SHEET]["D4"].number_format == "@"


@pytest.mark.parametrize(
    "data",
    [
        lambda: sheets(ROW),
        lambda: sheets(ROW, above=2),
        lambda: sheets(ROW, name=SHEET),
        lambda: typed(filled_in(), {(SHEET, cell): value for cell, value in in_row_4(ROW).items()}),
    ],
    ids=["plain", "under a title", "named", "a whole workbook"],
)
def test_a_file_of_rules_is_any_workbook_that_has_them(data: Callable[[], bytes]) -> None:
    rules, findings = read_file_of_rules(data(), "本地规则.xlsx", FORM)
    assert (rules, findings) == ((USUAL,), ())
    assert rules[0].place.file == "本地规则.xlsx"


def test_a_file_without_rules_is_refused() -> None:
    with pytest.raises(Refusal, match="没有『本地规则』这张表，也没有这几栏的表：编号、管什么"):
        read_file_of_rules(saved(Workbook()), "本地规则.xlsx", FORM)


def test_what_a_merge_covers_in_such_a_file_is_told_and_stops_nobody() -> None:
    sheet = "xl/worksheets/sheet1.xml"
    parts = open_archive(sheets(ROW, ROW), "本地规则.xlsx", WORKBOOK)
    merged = b'</sheetData><mergeCells><mergeCell ref="D2:D3"/></mergeCells>'
    data = package({**parts, sheet: parts[sheet].replace(b"</sheetData>", merged)})
    _, findings = read_file_of_rules(data, "本地规则.xlsx", FORM)
    (told,) = (one for one in findings if "被合并单元格盖住" in one.message)
    assert told.place.spot == "D3"
    assert not any(one.holds_back for one in findings)


def test_what_is_struck_in_such_a_file_is_told() -> None:
    def change(book: Workbook) -> None:
        book.worksheets[0]["D2"].font = Font(strike=True)

    _, findings = read_file_of_rules(changed(sheets(ROW), change), "本地规则.xlsx", FORM)
    assert [(one.place.spot, one.holds_back) for one in findings] == [("D2", False)]
