"""Workbooks that would exhaust a machine, or that are not what they seem."""

import pytest
from openpyxl import Workbook

from generator.files.zip_archive import WORKBOOK, open_archive
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import load, workbook_parts
from generator.model.finding import Refusal
from tests.files.limits import HUNDREDTH, divide_limits
from tests.opened import saved
from tests.packages import package
from tests.samples import FILE


def small() -> bytes:
    book = Workbook()
    book.worksheets[0]["A1"] = "甲"
    return saved(book)


SMALL = small()
PARTS = open_archive(SMALL, FILE, WORKBOOK)
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(params=[HUNDREDTH, pytest.param(1, marks=pytest.mark.long)])
def divided(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return by what the limits are divided: as many times less is too much."""
    divide_limits(monkeypatch, request.param)
    return int(request.param)


def with_in_sheet(xml: str) -> bytes:
    changed = PARTS[SHEET].replace(b"</sheetData>", b"</sheetData>" + xml.encode(), 1)
    assert changed != PARTS[SHEET]
    return package({**PARTS, SHEET: changed})


@pytest.mark.parametrize(
    "element",
    [
        '<mergeCell ref="A1:XFD1048576"/>',
        "<mergeCell ref='A1:XFD1048576'/>",
        '<mergeCell  ref = "A1:XFD1048576" />',
        '<mergeCell ref="$A$1:$XFD$1048576"/>',
        '<mergeCell ref="a1:xfd1048576"/>',
        '<mergeCell ref="&#65;1:XFD1048576"/>',
        '<x:mergeCell ref="A1:XFD1048576"/>',
        '<mergeCell ref="A1:ZZZZ9"/>',
        "<mergeCell/>",
        '<a-b:mergeCell xmlns:a-b="urn:x" ref="A1:XFD1048576"/>',
        '<row r="x"/><mergeCell xmlns:x="u" x:ref="A1:A1" ref="A1:XFD1048576"/>',
        '<hyperlink ref="A1:XFD1048576" location="a"/>',
        '<hyperlink ref="A1:Z20000" location="a"/>',
    ],
)
def test_a_merge_over_the_whole_sheet_is_refused_however_it_is_written(element: str) -> None:
    with pytest.raises(Refusal, match=r"不正常|已损坏"):
        workbook_parts(with_in_sheet(f"<mergeCells>{element}</mergeCells>"), FILE)


@pytest.mark.parametrize(
    ("xml", "times"),
    [
        ('<c r="A1"/>', 1_100_000),
        ('<dataValidation sqref="A1"/>', 31_000),
        (" ", 34_000_000),
        ("<c/>", 1_100_000),
        ('<row r="9" ht="5"/>', 300_000),
        ("<col/>", 210_000),
    ],
    ids=["cells", "rules", "size", "bare", "rows", "columns"],
)
def test_far_too_much_of_anything_is_refused(xml: str, times: int, divided: int) -> None:
    with pytest.raises(Refusal, match=r"不正常|过于庞大"):
        workbook_parts(with_in_sheet(xml * (times // divided)), FILE)


@pytest.mark.parametrize(
    "xml",
    [
        f'<dataValidation sqref="{"A1 " * 10_000}"/>',
        "<a>" * 300 + "</a>" * 300,
        "<!--" + "<c " * 4_000 + "-->",
    ],
    ids=["cells of a rule", "depth", "comment"],
)
def test_what_is_far_too_long_or_too_deep_is_refused(xml: str) -> None:
    with pytest.raises(Refusal, match="不正常"):
        workbook_parts(with_in_sheet(xml), FILE)


def test_far_too_many_styles_are_refused(divided: int) -> None:
    more = b"<xf />" * (150_000 // divided)
    styles = PARTS["xl/styles.xml"].replace(b"<cellXfs", more + b"<cellXfs", 1)
    with pytest.raises(Refusal, match="多得不正常"):
        workbook_parts(package({**PARTS, "xl/styles.xml": styles}), FILE)


def test_strict_and_macro_workbooks_are_refused() -> None:
    strict = PARTS[WORKBOOK].replace(b"schemas.openxmlformats.org", b"purl.oclc.org/ooxml", 1)
    with pytest.raises(Refusal, match="Strict Open XML"):
        workbook_parts(package({**PARTS, WORKBOOK: strict}), FILE)
    with pytest.raises(Refusal, match="含有宏"):
        workbook_parts(package({**PARTS, "xl/vbaProject.bin": b""}), FILE)


@pytest.mark.parametrize("part", sorted(PARTS))
def test_a_damaged_part_is_refused(part: str) -> None:
    data = package({**PARTS, part: PARTS[part][: len(PARTS[part]) // 2]})
    with pytest.raises(Refusal, match="内容已损坏"):
        workbook_parts(data, FILE)


def test_a_good_workbook_is_opened() -> None:
    assert workbook_parts(SMALL, FILE) == PARTS
    assert load(SMALL, FILE).worksheets[0]["A1"].value == "甲"


@pytest.mark.parametrize(
    ("part", "element"),
    [
        ("xl/styles.xml", "<font/>"),
        ("xl/styles.xml", "<xf\n/>"),
        ("xl/styles.xml", "<dxf/>"),
        ("xl/workbook.xml", "<definedName/>"),
        ("xl/workbook.xml", "<sheet/>"),
        ("docProps/core.xml", "<b/>"),
        ("[Content_Types].xml", "<Default/>"),
        ("xl/other/s.bin", "<mergeCell/>"),
    ],
)
def test_it_does_not_matter_in_which_part_it_is(part: str, element: str, divided: int) -> None:
    xml = f"<all>{element * (510_000 // divided)}</all>".encode()
    with pytest.raises(Refusal, match="不正常"):
        workbook_parts(package({**PARTS, f"{part}.more": xml}), FILE)


def test_entities_are_refused_whatever_the_part_is_called() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'
    with pytest.raises(Refusal, match="不安全的声明"):
        workbook_parts(package({**PARTS, "xl/sheet.bin": bomb}), FILE)


HONEST = {
    "SheetJS writes out every column": (
        *(SHEET, "<sheetData", "<cols>{}</cols>"),
        *('<col min="{0}" max="{0}" width="9"/>', 16_365),
    ),
    "styles that nobody uses": (
        *("xl/styles.xml", "</cellStyles>", "{}"),
        *('<cellStyle name="样式 {0}" xfId="0"/>', 12_000),
    ),
    "names that lead nowhere": (
        *(WORKBOOK, "</workbook>", "<definedNames>{}</definedNames>"),
        *('<definedName name="废{0}">#REF!</definedName>', 15_000),
    ),
    "rows without cells": (
        *(SHEET, "</sheetData>", "{}"),
        *('<row r="{0}" ht="15" customHeight="1"/>', 65_500),
    ),
    "formats on conditions": (
        *(SHEET, "<pageMargins", "{}"),
        '<conditionalFormatting sqref="A{0}"><cfRule type="expression" priority="{0}">'
        "<formula>1</formula></cfRule></conditionalFormatting>",
        12_000,
    ),
}
"""Where it is, before what, around it, one of it, and how many there are."""


@pytest.mark.parametrize("ill", HONEST)
def test_the_ills_of_old_workbooks_are_let_through(ill: str, divided: int) -> None:
    part, before, around, one, times = HONEST[ill]
    xml = around.format("".join(one.format(20 + at) for at in range(times // divided)))
    changed = PARTS[part].replace(before.encode(), xml.encode() + before.encode(), 1)
    assert changed != PARTS[part]
    parts = workbook_parts(package({**PARTS, part: changed}), FILE)
    assert parts[part] == changed
    assert read_sheets(parts, FILE) == read_sheets(PARTS, FILE)


def test_what_is_too_much_is_refused_with_advice_that_works(divided: int) -> None:
    rows = "".join(f'<row r="{at}"/>' for at in range(500, 500 + 250_000 // divided))
    with pytest.raises(Refusal, match=r"make-report new.*选择性粘贴"):
        workbook_parts(with_in_sheet(rows), FILE)
