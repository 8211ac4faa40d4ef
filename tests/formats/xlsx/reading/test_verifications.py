"""核对记录 and its writer."""

from dataclasses import replace
from functools import cache

from openpyxl import Workbook

from generator.formats.xlsx.reading.verifications import read_verifications
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.report import Report, Verification
from tests.form.small import SMALL
from tests.form.small_office import filled_in, report
from tests.formats.xlsx.reading.one_sheet import lines, sheet_with
from tests.opened import changed, to_look_at
from tests.samples import FILE

VERIFICATIONS = (
    Verification("X03-1A2B3C", "张三", "=与台账一致", "2025年1月8日"),
    Verification("〔t3-01-abcdef〕", "", "", ""),
)


def read(data: bytes) -> tuple[Report, list[str]]:
    found, findings = read_content(data, FILE, SMALL)
    return found, lines(findings)


@cache
def verified() -> bytes:
    return workbook_of(replace(report(), verifications=VERIFICATIONS), SMALL)


def test_a_new_workbook_has_the_sheet_and_no_verification_in_it() -> None:
    found, findings = read(filled_in())
    assert found.verifications == ()
    assert findings == []
    assert "核对记录" in to_look_at(filled_in()).sheetnames


def test_verifications_come_back_as_they_were_typed() -> None:
    found, findings = read(verified())
    assert found.verifications == VERIFICATIONS
    assert [str(one.place) for one in found.verifications] == [
        "2024.xlsx『核对记录』A4",
        "2024.xlsx『核对记录』A5",
    ]
    assert findings == []


def test_a_date_may_be_typed_as_excel_does() -> None:
    day = 45665  # as Excel stores it
    cells = {"A9": "X03-1A2B3C", "B9": "张三", "C9": "对", "D9": day}
    found, _ = read_verifications(sheet_with("核对记录", cells, {"D9": "yyyy/m/d"}), FILE)
    assert found == [Verification("X03-1A2B3C", "张三", "对", "2025年1月8日")]


def test_an_older_workbook_without_the_sheets_is_as_good() -> None:
    def change(book: Workbook) -> None:
        for name in ("核对记录", "用词"):
            book.remove(book[name])

    assert read(changed(filled_in(), change)) == read(filled_in())


def test_a_renamed_or_copied_sheet_loses_no_verification() -> None:
    def change(book: Workbook) -> None:
        book.copy_worksheet(book["核对记录"])
        book["核对记录"].title = "核实"

    found, findings = read(changed(verified(), change))
    assert found.verifications == VERIFICATIONS * 2
    assert findings == []


def test_verifications_under_damaged_column_names_are_not_ignored_in_silence() -> None:
    _, findings = read_verifications(sheet_with("核对记录", {"B3": "谁"}), FILE)
    assert lines(findings) == [
        "R10 2024.xlsx『核对记录』：找不到列名“编号”、“核实人”、“理由”、“日期”，"
        "这张表里的核对记录没有读。请恢复这一行列名。"
    ]
