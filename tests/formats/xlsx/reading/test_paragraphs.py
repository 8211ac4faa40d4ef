"""正文."""

from dataclasses import replace

import pytest

from generator.form.disclosure.edition_2021 import FORM
from generator.model.narrative import printed
from generator.model.report import Report
from tests.few import few
from tests.opened import to_look_at
from tests.samples import read, report, workbook

FIRST = 4  # the first row under the header; it holds the opening


def test_the_level_may_be_typed_as_any_number_of_it() -> None:
    cells = {("正文", f"B{FIRST + 4}"): "（三）"}
    found, findings = read(workbook(cells))
    assert findings == []
    assert found.paragraphs == report().paragraphs


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("A", None, "没有选“部分”"),
        ("A", "七、附则", "“部分”填的是“七、附则”，不是规定的部分"),
        ("D", "=A1", "“正文”里是公式、日期"),
    ],
)
def test_a_row_that_cannot_be_placed_is_an_error_with_its_cell(
    column: str, value: str | None, said: str
) -> None:
    found, findings = read(workbook({("正文", f"{column}{FIRST}"): value}))
    assert len(found.paragraphs) == len(report().paragraphs) - 1
    assert len(findings) == 1
    assert findings[0].startswith(f"R04 2024.xlsx『正文』{column}{FIRST}：")
    assert said in findings[0]


def test_a_heading_without_a_level_is_an_error() -> None:
    _, findings = read(workbook({("正文", f"C{FIRST}"): "标题"}))
    assert "有标题的请选 （一）、1.、（1） 之一" in findings[0]


def test_a_row_below_later_parts_is_printed_with_its_part_and_reported() -> None:
    cells = {("正文", "A150"): "开头", ("正文", "D150"): "补充一句。"}
    found, findings = read(workbook(cells))
    assert [line.text for line in found.part("开头")] == [FORM.opening, "补充一句。"]
    assert len(findings) == 1
    assert findings[0].startswith("R04 2024.xlsx『正文』D150：从这里起有 1 行属于“开头”")


def test_spare_rows_are_no_paragraphs() -> None:
    found, _ = read(workbook())
    assert all(line.text for line in found.paragraphs)


def test_a_wrong_level_is_an_error_but_the_text_is_kept_for_a_draft() -> None:
    found, findings = read(workbook({("正文", f"B{FIRST}"): "第一级"}))
    assert found.paragraphs == report().paragraphs
    assert [line[:22] for line in findings] == [f"R04 2024.xlsx『正文』B{FIRST}：第 "]
    assert "“层级”填的是“第一级”" in findings[0]


def test_text_beside_the_columns_is_not_dropped_unseen() -> None:
    cells = ["E13", "G4", "F150", "H1"]
    _, findings = read(workbook({("正文", cell): "乙段" for cell in cells}))
    for cell in cells:
        assert [line for line in findings if f"『正文』{cell}：这里写了内容" in line]


def test_a_reference_in_a_heading_is_found_in_the_heading_s_cell() -> None:
    data = workbook({("正文", f"C{FIRST + 4}"): "【没有】"})
    content, _ = read(data)
    _, findings = printed(content, FORM)
    assert [finding.place.spot for finding in findings] == [f"C{FIRST + 4}"]


@pytest.mark.parametrize(("value", "number_format"), [(0.05, "0%"), (45000, "yyyy-mm-dd")])
def test_a_number_with_a_format_of_its_own_is_no_text(value: float, number_format: str) -> None:
    spot = ("正文", "D4")
    _, findings = read(workbook({spot: value}, formats={spot: number_format}))
    assert ["不是文字" in line for line in findings] == [True]


def test_excel_s_escapes_are_what_they_stand_for() -> None:
    found, findings = read(workbook({("正文", "D4"): "一。_x000D_\n二。_x0007_"}))
    assert found.paragraphs[0].text == "一。\r\n二。\x07"
    assert findings == []


@pytest.mark.parametrize("cell", ["A19", "B19", "A90"])
def test_text_typed_in_the_wrong_column_is_not_dropped_unseen(cell: str) -> None:
    _, findings = read(workbook({("正文", cell): "这一整段写错了地方。"}))
    assert len(findings) == 1
    assert "这一整段写错了地方。" in findings[0]


@pytest.mark.parametrize("value", [1234567890123456, 0.00001, 1e300])
def test_a_number_that_excel_shows_otherwise_is_no_text(value: float) -> None:
    _, findings = read(workbook({("正文", "D4"): value}))
    assert ["不是文字" in line for line in findings] == [True]


UNREVISED = "沿用2023年，待修改"


def from_last_year(*said: str) -> Report:
    lines = [
        replace(line, unrevised=one)
        for line, one in zip(report().paragraphs, (*said, *[""] * 20), strict=False)
    ]
    return replace(report(), paragraphs=tuple(lines))


def test_what_a_row_says_of_last_year_comes_back() -> None:
    found, findings = read(workbook(content=from_last_year("", UNREVISED, "", UNREVISED)))
    assert findings == []
    assert found.paragraphs == report().paragraphs
    assert [line.unrevised for line in found.paragraphs][:5] == ["", UNREVISED, "", UNREVISED, ""]


@pytest.mark.parametrize(
    ("typed", "kept"),
    few(
        [
            (None, ""),
            ("不必修改", ""),
            (" 已 修改 ", ""),
            ("已修改", ""),
            ("改了一半", "改了一半"),
            ("=A1", "=A1"),
            (5, "5"),
        ],
        3,
    ),
)
def test_only_a_row_that_is_said_to_be_revised_counts_as_revised(typed: object, kept: str) -> None:
    data = workbook({("正文", f"E{FIRST}"): typed}, content=from_last_year(UNREVISED, UNREVISED))
    found, findings = read(data)
    assert findings == []
    assert [line.unrevised for line in found.paragraphs][:2] == [kept, UNREVISED]


def test_without_the_column_nothing_is_last_year_s() -> None:
    assert "E3" not in str(to_look_at(workbook())["正文"].dimensions)
    found, _ = read(workbook())
    assert not any(line.unrevised for line in found.paragraphs)


def test_text_beside_the_fifth_column_is_not_dropped_unseen() -> None:
    _, findings = read(workbook({("正文", "F8"): "乙段"}, content=from_last_year(UNREVISED)))
    assert ["『正文』F8：这里写了内容" in line for line in findings] == [True]


def test_an_emptied_row_is_not_unrevised() -> None:
    data = workbook(
        {("正文", f"C{FIRST}"): None, ("正文", f"D{FIRST}"): None},
        content=from_last_year(UNREVISED),
    )
    found, findings = read(data)
    assert findings == []
    assert not any(line.unrevised for line in found.paragraphs)
