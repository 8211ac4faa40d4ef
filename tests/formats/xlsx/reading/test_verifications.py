"""核对记录 and its writer."""

from dataclasses import replace
from datetime import date

from generator.formats.xlsx.layout import VERIFICATION_SHEET
from generator.formats.xlsx.reading.verifications import read_verifications
from generator.formats.xlsx.writing.verifications import write_verifications
from generator.model.report import Verification
from tests.formats.xlsx.reading.one_sheet import one_sheet, written
from tests.opened import opened, saved, to_look_at
from tests.samples import FILE, read, report, workbook

VERIFICATIONS = (
    Verification("X03-1A2B3C", "张三", "=与台账一致", "2025年1月8日"),
    Verification("〔t3-01-abcdef〕", "", "", ""),
)


def test_a_new_workbook_has_the_sheet_and_no_verification_in_it() -> None:
    found, findings = read(workbook())
    assert found.verifications == ()
    assert findings == []
    assert "核对记录" in to_look_at(workbook()).sheetnames


def test_verifications_come_back_as_they_were_typed() -> None:
    verified = replace(report(), verifications=VERIFICATIONS)
    data = written(lambda book: write_verifications(book, verified))
    found, findings = read_verifications(one_sheet(VERIFICATION_SHEET, {}, data=data), FILE)
    assert found == list(VERIFICATIONS)
    assert [str(one.place) for one in found] == [
        "2024.xlsx『核对记录』A4",
        "2024.xlsx『核对记录』A5",
    ]
    assert findings == []


def test_a_date_may_be_typed_as_excel_does() -> None:
    cells = {
        ("核对记录", "A9"): "X03-1A2B3C",
        ("核对记录", "B9"): "张三",
        ("核对记录", "C9"): "对",
        ("核对记录", "D9"): date(2025, 1, 8),
    }
    found, _ = read(workbook(cells, formats={("核对记录", "D9"): "yyyy-mm-dd"}))
    assert found.verifications == (Verification("X03-1A2B3C", "张三", "对", "2025年1月8日"),)


def test_an_older_workbook_without_the_sheets_is_as_good() -> None:
    book = opened(workbook())
    for name in ("核对记录", "用词"):
        book.remove(book[name])
    assert read(saved(book)) == read(workbook())


def test_a_renamed_or_copied_sheet_loses_no_verification() -> None:
    one = Verification("X03-1A2B3C", "张三", "与台账一致")
    typed = {"A4": one.key, "B4": one.person, "C4": one.reason}
    book = opened(workbook({("核对记录", cell): text for cell, text in typed.items()}))
    book.copy_worksheet(book["核对记录"])
    book["核对记录"].title = "核实"
    found, findings = read(saved(book))
    assert found.verifications == (one, one)
    assert findings == []


def test_verifications_under_damaged_column_names_are_not_ignored_in_silence() -> None:
    _, findings = read(workbook({("核对记录", "B3"): "谁"}))
    assert findings == [
        "R10 2024.xlsx『核对记录』：找不到列名“编号”、“核实人”、“理由”、“日期”，"
        "这张表里的核对记录没有读。请恢复这一行列名。"
    ]
