"""正文."""

from dataclasses import replace
from functools import cache

import pytest

from generator.form.disclosure.edition_2021 import FORM
from generator.formats.xlsx.layout import NARRATIVE_SHEET
from generator.formats.xlsx.reading.paragraphs import read_paragraphs
from generator.formats.xlsx.writing.paragraphs import write_paragraphs
from generator.model.narrative import printed
from generator.model.report import Paragraph
from tests.formats.xlsx.reading.one_sheet import Shown, Typed, one_sheet, told, written
from tests.opened import to_look_at
from tests.samples import FILE, report, workbook

FIRST = 4  # the first row under the header; it holds the opening


def read(
    cells: Typed | None = None, formats: Shown | None = None, data: bytes = b""
) -> tuple[tuple[Paragraph, ...], list[str]]:
    sheet = one_sheet(NARRATIVE_SHEET, cells or {}, formats, data)
    paragraphs, findings = read_paragraphs(sheet, FORM, FILE)
    return tuple(paragraphs), told(findings)


def test_the_level_may_be_typed_as_any_number_of_it() -> None:
    cells = {f"B{FIRST + 4}": "（三）"}
    found, findings = read(cells)
    assert findings == []
    assert found == report().paragraphs


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
    found, findings = read({f"{column}{FIRST}": value})
    assert len(found) == len(report().paragraphs) - 1
    assert len(findings) == 1
    assert findings[0].startswith(f"R04 2024.xlsx『正文』{column}{FIRST}：")
    assert said in findings[0]


def test_a_heading_without_a_level_is_an_error() -> None:
    _, findings = read({f"C{FIRST}": "标题"})
    assert "有标题的请选 （一）、1.、（1） 之一" in findings[0]


def test_a_row_below_later_parts_is_printed_with_its_part_and_reported() -> None:
    cells = {"A150": "开头", "D150": "补充一句。"}
    found, findings = read(cells)
    assert [line.text for line in found if line.part == "开头"] == [FORM.opening, "补充一句。"]
    assert len(findings) == 1
    assert findings[0].startswith("R04 2024.xlsx『正文』D150：从这里起有 1 行属于“开头”")


def test_spare_rows_are_no_paragraphs() -> None:
    found, _ = read()
    assert all(line.text for line in found)


def test_a_wrong_level_is_an_error_but_the_text_is_kept_for_a_draft() -> None:
    found, findings = read({f"B{FIRST}": "第一级"})
    assert found == report().paragraphs
    assert [line[:22] for line in findings] == [f"R04 2024.xlsx『正文』B{FIRST}：第 "]
    assert "“层级”填的是“第一级”" in findings[0]


def test_text_beside_the_columns_is_not_dropped_unseen() -> None:
    cells = ["E13", "G4", "F150", "H1"]
    _, findings = read(dict.fromkeys(cells, "乙段"))
    for cell in cells:
        assert [line for line in findings if f"『正文』{cell}：这里写了内容" in line]


def test_a_reference_in_a_heading_is_found_in_the_heading_s_cell() -> None:
    paragraphs, _ = read({f"C{FIRST + 4}": "【没有】"})
    _, findings = printed(replace(report(), paragraphs=paragraphs), FORM)
    assert [finding.place.spot for finding in findings] == [f"C{FIRST + 4}"]


@pytest.mark.parametrize(("value", "number_format"), [(0.05, "0%"), (45000, "yyyy-mm-dd")])
def test_a_number_with_a_format_of_its_own_is_no_text(value: float, number_format: str) -> None:
    spot = "D4"
    _, findings = read({spot: value}, formats={spot: number_format})
    assert ["不是文字" in line for line in findings] == [True]


def test_excel_s_escapes_are_what_they_stand_for() -> None:
    found, findings = read({"D4": "一。_x000D_\n二。_x0007_"})
    assert found[0].text == "一。\r\n二。\x07"
    assert findings == []


@pytest.mark.parametrize("cell", ["A19", "B19", "A90"])
def test_text_typed_in_the_wrong_column_is_not_dropped_unseen(cell: str) -> None:
    _, findings = read({cell: "这一整段写错了地方。"})
    assert len(findings) == 1
    assert "这一整段写错了地方。" in findings[0]


@pytest.mark.parametrize("value", [1234567890123456, 0.00001, 1e300])
def test_a_number_that_excel_shows_otherwise_is_no_text(value: float) -> None:
    _, findings = read({"D4": value})
    assert ["不是文字" in line for line in findings] == [True]


UNREVISED = "沿用2023年，待修改"


@cache
def from_last_year(*said: str) -> bytes:
    lines = [
        replace(line, unrevised=one)
        for line, one in zip(report().paragraphs, (*said, *[""] * 20), strict=False)
    ]
    unrevised = replace(report(), paragraphs=tuple(lines))
    return written(lambda book: write_paragraphs(book, FORM, unrevised))


def test_what_a_row_says_of_last_year_comes_back() -> None:
    found, findings = read(data=from_last_year("", UNREVISED, "", UNREVISED))
    assert findings == []
    assert found == report().paragraphs
    assert [line.unrevised for line in found][:5] == ["", UNREVISED, "", UNREVISED, ""]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (None, ""),
        ("不必修改", ""),
        (" 已 修改 ", ""),
        ("已修改", ""),
        ("改了一半", "改了一半"),
        ("=A1", "=A1"),
        (5, "5"),
    ],
)
def test_only_a_row_that_is_said_to_be_revised_counts_as_revised(typed: object, kept: str) -> None:
    found, findings = read({f"E{FIRST}": typed}, data=from_last_year(UNREVISED, UNREVISED))
    assert findings == []
    assert [line.unrevised for line in found][:2] == [kept, UNREVISED]


def test_without_the_column_nothing_is_last_year_s() -> None:
    assert "E3" not in str(to_look_at(workbook())["正文"].dimensions)
    found, _ = read()
    assert not any(line.unrevised for line in found)


def test_text_beside_the_fifth_column_is_not_dropped_unseen() -> None:
    _, findings = read({"F8": "乙段"}, data=from_last_year(UNREVISED))
    assert ["『正文』F8：这里写了内容" in line for line in findings] == [True]


def test_an_emptied_row_is_not_unrevised() -> None:
    cells = {f"C{FIRST}": None, f"D{FIRST}": None}
    found, findings = read(cells, data=from_last_year(UNREVISED))
    assert findings == []
    assert not any(line.unrevised for line in found)
