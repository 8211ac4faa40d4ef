"""Text in cells: kept as it is, never run."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
from openpyxl import Workbook

from generator.form.vocabulary import ORGAN, EntrySpec
from generator.formats.xlsx.layout import INDICATOR_SHEET
from generator.formats.xlsx.reading.cells import sheet_files
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.cell_text import write_text
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.finding import Refusal
from generator.model.report import Entry, Indicator, Paragraph, Report
from tests.form.small import SMALL
from tests.form.small_report import small_report
from tests.opened import to_look_at
from tests.samples import workbook

TEXTS = [
    *("=1+1", "+1", "=A1", "=HYPERLINK(1)"),
    *("_x000D_", "_x005F_x000D_", "响铃\x07", "半个\ud800", "\x0b垂直"),
]
OFFICE = "联系部门"
FORM = replace(SMALL, entries=(*SMALL.entries, EntrySpec(OFFICE, OFFICE)))
REPORT = replace(
    small_report([Paragraph("第二部分", 2, text, text) for text in TEXTS]),
    indicators={
        "没有单位": Indicator(Decimal(5), "5"),
        **{text: Indicator(Decimal(5), "5（含1件）", text) for text in TEXTS},
    },
)


@cache
def written() -> bytes:
    """Return a workbook with such texts in every field."""
    entries = {**REPORT.entries, OFFICE: Entry("".join(TEXTS))}
    return workbook_of(replace(REPORT, entries=entries), FORM)


def read(data: bytes) -> Report:
    return read_content(data, "2024.xlsx", FORM)[0]


def test_any_text_comes_back_from_every_field() -> None:
    found = read(written())
    assert found.entries[OFFICE].value == "".join(TEXTS).strip()
    assert found.paragraphs == REPORT.paragraphs
    assert found.indicators == {
        name.strip(): replace(indicator, unit=indicator.unit.strip())
        for name, indicator in REPORT.indicators.items()
    }


def sheets_of(data: bytes) -> dict[str, bytes]:
    parts = workbook_parts(data, "2024.xlsx")
    return {name: parts[part] for name, part in sheet_files(parts).items()}


def test_a_cell_without_text_says_nothing_of_its_kind() -> None:
    sheets = [*sheets_of(workbook()).values(), sheets_of(written())[INDICATOR_SHEET]]
    assert b"inlineStr" in sheets[-1]
    assert not any(re.search(rb'<c [^>]*t="inlineStr"[^>]*(?:/>|></c>)', sheet) for sheet in sheets)


def test_no_text_is_a_formula() -> None:
    book = to_look_at(written())
    assert {cell.data_type for row in book["正文"] for cell in row if cell.value} == {"s"}


def test_more_indicators_than_spare_rows_are_all_written() -> None:
    many = {f"指标{n}": Indicator(Decimal(n), str(n)) for n in range(1, 200)}
    assert read(workbook_of(replace(REPORT, indicators=many), FORM)).indicators == many


def test_text_that_grows_too_long_when_written_is_refused_too() -> None:
    cell = Workbook().create_sheet("某表").cell(1, 1)
    with pytest.raises(Refusal, match="超过了 Excel 一格"):
        write_text(cell, "\x01" * 6_000)


def test_text_longer_than_a_cell_is_refused_not_cut() -> None:
    long = small_report([Paragraph("第二部分", 0, "", "长" * 32_768)])
    with pytest.raises(Refusal, match="有 32768 字，超过了 Excel 一格 32767 字的上限"):
        workbook_of(long, FORM)


def test_what_xml_cannot_hold_is_escaped_in_the_results_of_formulas_too() -> None:
    organ = Entry("某某\x07局_x0041_")
    data = workbook_of(replace(REPORT, entries={**REPORT.entries, ORGAN: organ}), FORM)
    parts = workbook_parts(data, "2023.xlsx")  # which reads every part as XML
    assert sum(content.count(b"\x07") for content in parts.values()) == 0
    assert not [name for name, content in parts.items() if b't="inlineStr"></c>' in content]
    assert read_content(data, "2023.xlsx", FORM)[0].entries[ORGAN] == organ
