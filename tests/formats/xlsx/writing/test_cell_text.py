"""Text in cells: kept as it is, never run."""

import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook

from generator.form.disclosure.edition_2021 import FORM
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.finding import Refusal
from generator.model.report import Entry, Indicator, Paragraph
from tests.opened import to_look_at
from tests.samples import read, report

TEXTS = ["=1+1", "+1", "_x000D_", "_x005F_x000D_", "响铃\x07", "半个\ud800", "\x0b垂直"]


def test_any_text_comes_back_from_every_field() -> None:
    changed = replace(
        report(),
        entries={**report().entries, "联系部门": Entry("".join(TEXTS))},
        indicators={text: Indicator(Decimal(5), "5（含1件）", text) for text in TEXTS},
        paragraphs=tuple(Paragraph("第一部分", 2, text, text) for text in TEXTS),
    )
    found, _ = read(workbook_of(changed, FORM))
    assert found.entries["联系部门"].value == "".join(TEXTS).strip()
    assert found.paragraphs == changed.paragraphs
    assert found.indicators == {
        text.strip(): Indicator(Decimal(5), "5（含1件）", text.strip()) for text in TEXTS
    }


def test_a_cell_without_text_says_nothing_of_its_kind() -> None:
    changed = replace(report(), indicators={"甲": Indicator(Decimal(5), "5")})
    with zipfile.ZipFile(BytesIO(workbook_of(changed, FORM))) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "/sheet" in name]
    assert any(b"inlineStr" in sheet for sheet in sheets)
    assert not any(re.search(rb'<c [^>]*t="inlineStr"[^>]*(?:/>|></c>)', sheet) for sheet in sheets)


def test_no_text_is_a_formula() -> None:
    changed = replace(report(), paragraphs=(Paragraph("第一部分", 3, "=A1", "=HYPERLINK(1)"),))
    book = to_look_at(workbook_of(changed, FORM))
    assert {cell.data_type for row in book["正文"] for cell in row if cell.value} == {"s"}


def test_more_indicators_than_spare_rows_are_all_written() -> None:
    many = {f"指标{n}": Indicator(Decimal(n), str(n)) for n in range(1, 200)}
    found, _ = read(workbook_of(replace(report(), indicators=many), FORM))
    assert found.indicators == many


def test_text_that_grows_too_long_when_written_is_refused_too() -> None:
    cell = Workbook().create_sheet("某表").cell(1, 1)
    with pytest.raises(Refusal, match="超过了 Excel 一格"):
        write_text(cell, "\x01" * 6_000)


def test_text_longer_than_a_cell_is_refused_not_cut() -> None:
    long = replace(report(), paragraphs=(Paragraph("第一部分", 0, "", "长" * 32_768),))
    with pytest.raises(Refusal, match="有 32768 字，超过了 Excel 一格 32767 字的上限"):
        workbook_of(long, FORM)
