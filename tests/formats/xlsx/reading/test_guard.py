"""Workbooks that would exhaust a machine, or that are not what they seem."""

import pytest

from generator.files.zip_archive import WORKBOOK
from generator.form.disclosure.edition_2021 import FORM
from generator.formats.xlsx.reading.guard import load, workbook_parts
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.finding import Refusal
from tests.formats.xlsx.sheets import workbook as one_sheet
from tests.formats.xlsx.sheets import worksheet
from tests.packages import package
from tests.samples import FILE, workbook
from tests.typed_cells import parts_of

PARTS = parts_of(workbook())
SMALL = parts_of(one_sheet(worksheet("<sheetData></sheetData>")))
SHEET = "xl/worksheets/sheet1.xml"


def with_in_sheet(xml: str) -> bytes:
    changed = SMALL[SHEET].replace(b"</sheetData>", b"</sheetData>" + xml.encode(), 1)
    assert changed != SMALL[SHEET]
    return package({**SMALL, SHEET: changed})


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
    "xml",
    [
        pytest.param('<c r="A1"/>' * 200_001, marks=pytest.mark.long),
        '<dataValidation sqref="A1"/>' * 30_001,
        f'<dataValidation sqref="{"A1 " * 10_000}"/>',
        " " * 17_000_000,
        "<c/>" * 200_001,
        pytest.param('<row r="9" ht="5"/>' * 200_001, marks=pytest.mark.long),
        pytest.param("<col/>" * 200_001, marks=pytest.mark.long),
        "<a>" * 300 + "</a>" * 300,
        "<!--" + "<c " * 190_000 + "-->" + '<c r="A1"/>' * 300_000,
        "<sheet/>" * 256,
        "<font/>" * 66_001,
        "<definedName/>" * 66_001,
        pytest.param("<dxf/>" * 66_001, marks=pytest.mark.long),
        pytest.param("<xf\n/>" * 140_001, marks=pytest.mark.long),
        "<b/>" * 500_001,
    ],
    ids=[
        "cells",
        "rules",
        "cells of a rule",
        "size",
        "bare",
        "rows",
        "columns",
        "depth",
        "comment",
        "sheets",
        "fonts",
        "names",
        "looks",
        "formats",
        "elements",
    ],
)
def test_far_too_much_of_anything_is_refused(xml: str) -> None:
    with pytest.raises(Refusal, match=r"不正常|过于庞大"):
        workbook_parts(with_in_sheet(xml), FILE)


def test_far_too_many_styles_are_refused() -> None:
    styles = SMALL["xl/styles.xml"].replace(b"<cellXfs", b"<xf />" * 140_001 + b"<cellXfs", 1)
    with pytest.raises(Refusal, match="多得不正常"):
        workbook_parts(package({**SMALL, "xl/styles.xml": styles}), FILE)


def test_strict_and_macro_workbooks_are_refused() -> None:
    strict = SMALL[WORKBOOK].replace(b"schemas.openxmlformats.org", b"purl.oclc.org/ooxml", 1)
    with pytest.raises(Refusal, match="Strict Open XML"):
        workbook_parts(package({**SMALL, WORKBOOK: strict}), FILE)
    with pytest.raises(Refusal, match="含有宏"):
        workbook_parts(package({**SMALL, "xl/vbaProject.bin": b""}), FILE)


@pytest.mark.parametrize("part", sorted(PARTS))
def test_a_damaged_part_is_refused(part: str) -> None:
    data = package({**PARTS, part: PARTS[part][: len(PARTS[part]) // 2]})
    with pytest.raises(Refusal, match="内容已损坏"):
        workbook_parts(data, FILE)


def test_a_good_workbook_is_opened() -> None:
    assert workbook_parts(workbook(), FILE) == PARTS
    assert len(load(workbook(), FILE).worksheets) == 10


@pytest.mark.parametrize(
    "part",
    [
        *("xl/styles.xml", "xl/workbook.xml", "docProps/core.xml", "[Content_Types].xml"),
        "xl/other/s.bin",
    ],
)
def test_it_does_not_matter_in_which_part_it_is(part: str) -> None:
    xml = f"<all>{'<style/>' * 10_001}</all>".encode()
    with pytest.raises(Refusal, match="不正常"):
        workbook_parts(package({**SMALL, f"{part}.more": xml}), FILE)


def test_entities_are_refused_whatever_the_part_is_called() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'
    with pytest.raises(Refusal, match="不安全的声明"):
        workbook_parts(package({**SMALL, "xl/sheet.bin": bomb}), FILE)


HONEST = {
    "SheetJS writes out every column": (
        SHEET,
        "<sheetData",
        "<cols>"
        + "".join(f'<col min="{at}" max="{at}" width="9"/>' for at in range(20, 16_385))
        + "</cols>",
    ),
    "styles that nobody uses": (
        "xl/styles.xml",
        "</cellStyles>",
        "".join(f'<cellStyle name="样式 {at}" xfId="0"/>' for at in range(12_000)),
    ),
    "names that lead nowhere": (
        WORKBOOK,
        "</workbook>",
        "<definedNames>"
        + "".join(f'<definedName name="废{at}">#REF!</definedName>' for at in range(15_000))
        + "</definedNames>",
    ),
    "rows without cells": (
        SHEET,
        "</sheetData>",
        "".join(f'<row r="{at}" ht="15" customHeight="1"/>' for at in range(500, 66_000)),
    ),
    "formats on conditions": (
        SHEET,
        "<pageMargins",
        "".join(
            f'<conditionalFormatting sqref="A{at}"><cfRule type="expression" priority="{at}">'
            "<formula>1</formula></cfRule></conditionalFormatting>"
            for at in range(1, 12_000)
        ),
    ),
}


@pytest.mark.parametrize(
    "ill",
    [
        pytest.param(ill, marks=pytest.mark.long if ill == "rows without cells" else ())
        for ill in HONEST
    ],
)
def test_the_ills_of_old_workbooks_are_let_through(ill: str) -> None:
    part, before, xml = HONEST[ill]
    changed = PARTS[part].replace(before.encode(), xml.encode() + before.encode(), 1)
    assert changed != PARTS[part]
    data = package({**PARTS, part: changed})
    assert workbook_parts(data, FILE)[part] == changed
    assert read_content(data, FILE, FORM) == read_content(workbook(), FILE, FORM)


def test_what_is_too_much_is_refused_with_advice_that_works() -> None:
    with pytest.raises(Refusal, match=r"make-report new.*选择性粘贴"):
        workbook_parts(with_in_sheet("<style/>" * 10_001), FILE)
