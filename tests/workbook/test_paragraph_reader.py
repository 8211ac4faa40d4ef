"""正文."""

import pytest

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
        ("B", "第一级", "“层级”填的是“第一级”"),
        ("D", "=A1", "“正文”里是公式或日期"),
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
    assert [line.text for line in found.part("开头")] == ["由【机关名称】编制。", "补充一句。"]
    assert findings[0].startswith("R04 2024.xlsx『正文』D150：这一行属于“开头”")


def test_spare_rows_are_no_paragraphs() -> None:
    found, _ = read(workbook())
    assert all(line.text for line in found.paragraphs)
