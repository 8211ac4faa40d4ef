"""Struck text in a workbook: nobody can tell whether it still holds, so people are asked."""

from functools import cache

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.finding import Finding, Severity
from tests.form.small import SMALL
from tests.form.small_office import filled_in
from tests.opened import opened, saved
from tests.samples import FILE
from tests.typed_cells import typed

STRUCK = Font(strike=True)
TEXT, FIGURE, ENTRY, INDICATOR = (
    ("正文", "D13"),
    ("一、案件", "B5"),
    ("基本信息", "B4"),
    ("指标", "B5"),
)


@cache
def workbook() -> bytes:
    return typed(filled_in(), {("指标", "A5"): "备案公文", ("指标", "B5"): 38})


def findings(data: bytes) -> list[Finding]:
    return [one for one in read_content(data, FILE, SMALL)[1] if one.rule == "R16"]


def with_struck(*cells: tuple[str, str]) -> bytes:
    book = opened(workbook())
    for sheet, cell in cells:
        book[sheet][cell].font = STRUCK
    return saved(book)


def test_a_workbook_without_struck_text_has_none() -> None:
    assert findings(workbook()) == []


def test_a_cell_struck_as_a_whole_holds_the_report_back() -> None:
    cells = {TEXT, FIGURE, ENTRY, INDICATOR}
    found = findings(with_struck(*cells))
    assert {(one.place.within, one.place.spot) for one in found} == cells
    assert all(one.holds_back for one in found)
    assert len(found) == len(cells)


def test_struck_words_of_a_text_are_told_and_not_read() -> None:
    book = opened(workbook())
    cell = book[TEXT[0]][TEXT[1]]
    cell.value = CellRichText("共受理", TextBlock(InlineFont(strike=True), "五件"), "三件。")
    report, found = read_content(saved(book), FILE, SMALL)
    assert "共受理三件。" in {row.text for row in report.paragraphs}
    (one,) = (one for one in found if one.rule == "R16")
    assert one.message.startswith("“五件”划去了")


def test_words_with_a_format_of_their_own_stand_in_a_struck_cell() -> None:
    book = opened(workbook())
    cell = book[TEXT[0]][TEXT[1]]
    cell.value = CellRichText("共受理", TextBlock(InlineFont(b=True), "五件"))
    cell.font = STRUCK
    sheets = read_sheets(workbook_parts(saved(book), ""), "")
    (sheet,) = (sheet for sheet in sheets if sheet.name == TEXT[0])
    assert list(sheet.struck.values()) == ["共受理"]
    assert "五件" in sheet.values.values()


def test_a_struck_cell_that_nothing_is_read_from_is_nobodys_matter() -> None:
    assert findings(with_struck(("填写说明", "A3"))) == []


def test_a_struck_wording_is_only_mentioned() -> None:
    book = opened(workbook())
    book["用词"]["A4"], book["用词"]["B4"] = "公告公示", "公示公告"
    book["用词"]["B4"].font = STRUCK
    (found,) = findings(saved(book))
    assert (found.severity, found.place.within) == (Severity.NOTICE, "用词")
