"""Workbooks that would exhaust a machine, or that are not what they seem."""

import pytest

from generator.archive import WORKBOOK, open_archive
from generator.finding import Refusal
from generator.workbook.guard import load, safe_parts
from tests.packages import package
from tests.samples import FILE, workbook

PARTS = open_archive(workbook(), FILE, WORKBOOK)
SHEET = "xl/worksheets/sheet1.xml"


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
    ],
)
def test_a_merge_over_the_whole_sheet_is_refused_however_it_is_written(element: str) -> None:
    with pytest.raises(Refusal, match="合并了大得不正常"):
        safe_parts(with_in_sheet(f"<mergeCells>{element}</mergeCells>"), FILE)


@pytest.mark.parametrize(
    "xml",
    [
        '<c r="A1"/>' * 210_000,
        '<dataValidation sqref="A1"/>' * 6_000,
        f'<dataValidation sqref="{"A1 " * 10_000}"/>',
        " " * 17_000_000,
    ],
    ids=["cells", "rules", "cells of a rule", "size"],
)
def test_far_too_much_of_anything_is_refused(xml: str) -> None:
    with pytest.raises(Refusal, match="不正常"):
        safe_parts(with_in_sheet(xml), FILE)


def test_far_too_many_styles_are_refused() -> None:
    styles = PARTS["xl/styles.xml"].replace(b"<cellXfs", b"<xf />" * 80_000 + b"<cellXfs", 1)
    with pytest.raises(Refusal, match="样式多得不正常"):
        safe_parts(package({**PARTS, "xl/styles.xml": styles}), FILE)


def test_strict_and_macro_workbooks_are_refused() -> None:
    strict = PARTS[WORKBOOK].replace(b"schemas.openxmlformats.org", b"purl.oclc.org/ooxml", 1)
    with pytest.raises(Refusal, match="Strict Open XML"):
        safe_parts(package({**PARTS, WORKBOOK: strict}), FILE)
    with pytest.raises(Refusal, match="含有宏"):
        safe_parts(package({**PARTS, "xl/vbaProject.bin": b""}), FILE)


NEEDED = set(PARTS) - {"_rels/.rels", "docProps/app.xml", "xl/theme/theme1.xml"}


@pytest.mark.parametrize("part", sorted(NEEDED))
def test_a_damaged_part_is_refused(part: str) -> None:
    data = package({**PARTS, part: PARTS[part][: len(PARTS[part]) // 2]})
    with pytest.raises(Refusal, match="内容已损坏"):
        load(data, FILE)


def test_a_good_workbook_is_opened() -> None:
    assert safe_parts(workbook(), FILE).keys() == PARTS.keys()
    assert len(load(workbook(), FILE).worksheets) == 7
