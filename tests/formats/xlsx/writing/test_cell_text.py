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
from generator.formats.xlsx.writing.entries import write_entries
from generator.formats.xlsx.writing.indicators import write_indicators
from generator.formats.xlsx.writing.paragraphs import write_paragraphs
from generator.model.finding import Refusal
from generator.model.report import Entry, Indicator, Paragraph, Report
from tests.opened import saved, to_look_at
from tests.samples import read, report

TEXTS = ["=1+1", "+1", "_x000D_", "_x005F_x000D_", "响铃\x07", "半个\ud800", "\x0b垂直"]


def with_text(content: Report) -> bytes:
    """Return a workbook of the sheets that hold texts, and nothing else."""
    book = Workbook()
    write_entries(book, FORM, content)
    write_paragraphs(book, FORM, content)
    write_indicators(book, FORM, content)
    return saved(book)


def test_any_text_comes_back_from_every_field() -> None:
    changed = replace(
        report(),
        entries={**report().entries, "联系部门": Entry("".join(TEXTS))},
        indicators={text: Indicator(Decimal(5), "5（含1件）", text) for text in TEXTS},
        paragraphs=tuple(Paragraph("第一部分", 2, text, text) for text in TEXTS),
    )
    found, _ = read(with_text(changed))
    assert found.entries["联系部门"].value == "".join(TEXTS).strip()
    assert found.paragraphs == changed.paragraphs
    assert found.indicators == {
        text.strip(): Indicator(Decimal(5), "5（含1件）", text.strip()) for text in TEXTS
    }


def test_a_cell_without_text_says_nothing_of_its_kind() -> None:
    changed = replace(report(), indicators={"甲": Indicator(Decimal(5), "5")})
    with zipfile.ZipFile(BytesIO(with_text(changed))) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "/sheet" in name]
    assert any(b"inlineStr" in sheet for sheet in sheets)
    assert not any(re.search(rb'<c [^>]*t="inlineStr"[^>]*(?:/>|></c>)', sheet) for sheet in sheets)


def test_no_text_is_a_formula() -> None:
    changed = replace(report(), paragraphs=(Paragraph("第一部分", 3, "=A1", "=HYPERLINK(1)"),))
    book = to_look_at(with_text(changed))
    assert {cell.data_type for row in book["正文"] for cell in row if cell.value} == {"s"}


def test_more_indicators_than_spare_rows_are_all_written() -> None:
    many = {f"指标{n}": Indicator(Decimal(n), str(n)) for n in range(1, 200)}
    found, _ = read(with_text(replace(report(), indicators=many)))
    assert found.indicators == many


def test_text_that_grows_too_long_when_written_is_refused_too() -> None:
    cell = Workbook().create_sheet("某表").cell(1, 1)
    with pytest.raises(Refusal, match="超过了 Excel 一格"):
        write_text(cell, "\x01" * 6_000)


def test_text_longer_than_a_cell_is_refused_not_cut() -> None:
    long = replace(report(), paragraphs=(Paragraph("第一部分", 0, "", "长" * 32_768),))
    with pytest.raises(Refusal, match="有 32768 字，超过了 Excel 一格 32767 字的上限"):
        with_text(long)
