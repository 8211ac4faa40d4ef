"""正文."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from generator.formats.xlsx.layout import REVISED_COLUMN
from generator.formats.xlsx.reading.paragraphs import read_paragraphs
from generator.formats.xlsx.sheet import CellError
from generator.model.narrative import printed
from generator.model.report import Paragraph
from tests.few import each
from tests.formats.xlsx.reading.one_sheet import lines, sheet_with
from tests.forms import FORM
from tests.samples import FILE, report, workbook

SHEET, FIRST = "正文", 4  # the first row under the header; it holds the opening
USUAL = list(report().paragraphs)


def typed_in(
    cells: Mapping[str, object],
    formats: Mapping[str, str] | None = None,
    of: bytes | None = None,
) -> tuple[list[Paragraph], list[str]]:
    """Return what is read and told when cells are typed over, and given number formats."""
    found, findings = read_paragraphs(sheet_with(SHEET, cells, formats, of=of), FORM, FILE)
    return found, lines(findings)


def test_the_level_may_be_typed_as_any_number_of_it() -> None:
    found, findings = typed_in({f"B{FIRST + 4}": "（三）"})
    assert findings == []
    assert found == USUAL


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
    found, findings = typed_in({f"{column}{FIRST}": value})
    assert len(found) == len(USUAL) - 1
    assert len(findings) == 1
    assert findings[0].startswith(f"R04 2024.xlsx『正文』{column}{FIRST}：")
    assert said in findings[0]


@each("said, kind", [("图", "图"), (" 图片", "图"), ("图表", "图"), ("表", "表"), ("表格", "表")])
def test_a_row_may_show_a_picture_a_chart_or_a_table(said: str, kind: str) -> None:
    row = {"B4": said, "C4": "近两年收到的申请", "D4": "【图表：申请】"}
    found, findings = typed_in(row)
    assert findings == []
    assert found[0] == Paragraph(USUAL[0].part, 0, "近两年收到的申请", "【图表：申请】", kind=kind)
    assert found[1:] == USUAL[1:]


def test_a_spare_row_may_have_the_kind_chosen_already() -> None:
    spare = FIRST + len(report().part(USUAL[0].part))
    assert typed_in({f"B{spare}": "图"}) == (USUAL, [])


def test_a_heading_without_a_level_is_an_error() -> None:
    _, findings = typed_in({f"C{FIRST}": "标题"})
    assert "有标题的请选 （一）、1.、（1） 之一" in findings[0]
    assert findings[0].endswith("没有标题的段落选“正文”，放图、表的选“图”、“表”。")


def test_a_row_below_later_parts_is_printed_with_its_part_and_reported() -> None:
    found, findings = typed_in({"A150": "开头", "D150": "补充一句。"})
    assert [line.text for line in found if line.part == "开头"] == [FORM.opening, "补充一句。"]
    assert len(findings) == 1
    assert findings[0].startswith("R04 2024.xlsx『正文』D150：从这里起有 1 行属于“开头”")


def test_spare_rows_are_no_paragraphs() -> None:
    found, _ = typed_in({})
    assert all(line.text for line in found)


def test_a_wrong_level_is_an_error_but_the_text_is_kept_for_a_draft() -> None:
    found, findings = typed_in({f"B{FIRST}": "第一级"})
    assert found == USUAL
    assert [line[:22] for line in findings] == [f"R04 2024.xlsx『正文』B{FIRST}：第 "]
    assert "“层级”填的是“第一级”" in findings[0]


def test_text_beside_the_columns_is_not_dropped_unseen() -> None:
    cells = ["E13", "G4", "F150", "H1"]
    _, findings = typed_in(dict.fromkeys(cells, "乙段"))
    for cell in cells:
        assert [line for line in findings if f"『正文』{cell}：这里写了内容" in line]


def test_a_reference_in_a_heading_is_found_in_the_heading_s_cell() -> None:
    found, _ = typed_in({f"C{FIRST + 4}": "【没有】"})
    _, findings = printed(replace(report(), paragraphs=tuple(found)), FORM)
    assert [finding.place.spot for finding in findings] == [f"C{FIRST + 4}"]


@pytest.mark.parametrize(("value", "number_format"), [(0.05, "0%"), (45000, "yyyy-mm-dd")])
def test_a_number_with_a_format_of_its_own_is_no_text(value: float, number_format: str) -> None:
    _, findings = typed_in({"D4": value}, {"D4": number_format})
    assert ["不是文字" in line for line in findings] == [True]


def test_excel_s_escapes_are_what_they_stand_for() -> None:
    found, findings = typed_in({"D4": "一。_x000D_\n二。_x0007_"})
    assert found[0].text == "一。\r\n二。\x07"
    assert findings == []


@pytest.mark.parametrize("cell", ["A19", "B19", "A90"])
def test_text_typed_in_the_wrong_column_is_not_dropped_unseen(cell: str) -> None:
    _, findings = typed_in({cell: "这一整段写错了地方。"})
    assert len(findings) == 1
    assert "这一整段写错了地方。" in findings[0]


@pytest.mark.parametrize("value", [1234567890123456, 0.00001, 1e300])
def test_a_number_that_excel_shows_otherwise_is_no_text(value: float) -> None:
    _, findings = typed_in({"D4": value})
    assert ["不是文字" in line for line in findings] == [True]


def test_a_cell_error_is_no_text() -> None:
    sheet = sheet_with(SHEET, {})
    error = replace(sheet, values={**sheet.values, (FIRST, 4): CellError("#N/A")})
    _, findings = read_paragraphs(error, FORM, FILE)
    assert ["『正文』D4：“正文”里是公式、日期或出错的结果" in one for one in lines(findings)] == [
        True
    ]


UNREVISED = "沿用2023年，待修改"


@cache
def from_last_year() -> bytes:
    """Return the workbook of a report whose first and third paragraph are last year's."""
    unrevised = [UNREVISED, "", UNREVISED, *[""] * len(USUAL)]
    paragraphs = (replace(one, unrevised=said) for one, said in zip(USUAL, unrevised, strict=False))
    return workbook(content=replace(report(), paragraphs=tuple(paragraphs)))


def test_what_a_row_says_of_last_year_comes_back() -> None:
    found, findings = typed_in({}, of=from_last_year())
    assert findings == []
    assert found == USUAL
    assert [one.unrevised for one in found][:4] == [UNREVISED, "", UNREVISED, ""]


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
    found, findings = typed_in({f"E{FIRST}": typed}, of=from_last_year())
    assert findings == []
    assert [one.unrevised for one in found][:3] == [kept, "", UNREVISED]


def test_without_the_column_nothing_is_last_year_s() -> None:
    assert sheet_with(SHEET, {}).find(REVISED_COLUMN) == []
    found, _ = typed_in({})
    assert not any(one.unrevised for one in found)


def test_text_beside_the_fifth_column_is_not_dropped_unseen() -> None:
    assert sheet_with(SHEET, {}, of=from_last_year()).find(REVISED_COLUMN) == [(3, 5)]
    _, findings = typed_in({"F8": "乙段"}, of=from_last_year())
    assert ["『正文』F8：这里写了内容" in line for line in findings] == [True]


def test_an_emptied_row_is_not_unrevised() -> None:
    found, findings = typed_in({f"C{FIRST}": None, f"D{FIRST}": None}, of=from_last_year())
    assert findings == []
    assert [one.unrevised for one in found][:3] == ["", UNREVISED, ""]
