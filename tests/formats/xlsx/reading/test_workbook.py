"""What staff do to a workbook: taken right, or refused with the place named."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.files.zip_archive import WORKBOOK, open_archive
from generator.form.disclosure.edition_2021 import FORM
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.finding import Refusal
from tests import opened
from tests.few import few
from tests.libreoffice import convert, needs_libreoffice
from tests.packages import package
from tests.samples import FILE, numbers, read, typed_totals, workbook


@cache
def typed() -> bytes:
    return workbook(figures=typed_totals())


def changed(change: Callable[[Workbook], object]) -> bytes:
    return opened.changed(typed(), change)


def values(data: bytes) -> dict[str, int]:
    found, _ = read(data)
    return {name: int(figure.value or -1) for name, figure in found.figures.items()}


def test_sheets_renamed_moved_and_hidden_are_found_by_content() -> None:
    def change(book: Workbook) -> None:
        for number, sheet in enumerate(list(book.worksheets)):
            sheet.title = f"表{number}"
            book.move_sheet(sheet, -number)
        book["表3"].sheet_state = "hidden"

    assert values(changed(change)) == numbers()


def test_a_left_over_copy_of_a_sheet_is_refused() -> None:
    found, findings = read(changed(lambda book: book.copy_worksheet(book["三、申请办理"])))
    assert "本年新收" not in found.figures
    assert [line for line in findings if line.startswith("R01")] == [
        "R01 2024.xlsx：有 2 张表都像『三、申请办理』：『三、申请办理』、『三、申请办理 Copy』，"
        "不知道该用哪一张。请删去多余的副本（隐藏的工作表也算）。"
    ]


@pytest.mark.parametrize(
    "sheet", few(["基本信息", "二、主动公开", "三、申请办理", "四、复议诉讼", "正文", "指标"], 3)
)
def test_a_sheet_that_is_gone_is_named(sheet: str) -> None:
    _, findings = read(changed(lambda book: book.remove(book[sheet])))
    assert any(line.startswith(f"R01 {FILE}：找不到『{sheet}』这张表") for line in findings)


def test_a_workbook_is_read_the_same_whatever_it_is_called() -> None:
    one, _ = read_content(workbook(), "甲.xlsx", FORM)
    other, _ = read_content(workbook(), "乙.xlsx", FORM)
    assert one == other


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(Refusal, match="不是 Excel 工作簿"):
        read_content(b"a,b\n1,2\n", "2024.xlsx", FORM)


def test_a_figure_hidden_under_a_merge_is_not_a_blank() -> None:
    data = workbook()
    parts = open_archive(data, FILE, WORKBOOK)
    part = "xl/worksheets/sheet3.xml"
    assert b'<mergeCell ref="A4:D4"' in parts[part]
    hidden = parts[part].replace(b'<mergeCell ref="A4:D4"', b'<mergeCell ref="B6:C6"', 1)
    _, findings = read(package({**parts, part: hidden}))
    assert any("『二、主动公开』C6：C6里有内容，但被合并单元格盖住" in line for line in findings)


def test_what_stands_far_outside_is_not_dropped_unseen() -> None:
    _, findings = read(workbook({("正文", "D6000"): "很远的一段"}))
    assert any(line.startswith("R07 2024.xlsx『正文』D6000：") for line in findings)


def test_a_cell_error_in_a_text_is_no_text() -> None:
    def change(book: Workbook) -> None:
        book["正文"]["D4"].value = "#N/A"
        book["正文"]["D4"].data_type = "e"

    _, findings = read(changed(change))
    assert any("『正文』D4：“正文”里是公式、日期或出错的结果" in line for line in findings)


def test_a_sheet_of_one_s_own_is_only_mentioned() -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("补充")["A1"] = "备忘"

    _, findings = read(changed(change))
    assert findings == [
        "R01 2024.xlsx『补充』：这张表不是本程序的表，里面的内容不会印出。"
        "只是自己用的，可以不管；要印出的，请写到规定的表里。"
    ]


@needs_libreoffice
def test_a_workbook_re_saved_by_libreoffice_is_the_same_report(tmp_path: Path) -> None:
    source = tmp_path / FILE
    source.write_bytes(workbook())
    (tmp_path / "saved").mkdir()
    saved = convert(source, "xlsx", tmp_path / "saved").read_bytes()
    assert read(saved) == read(workbook())


WRONG_IN_MANY_WAYS: dict[tuple[str, str], object] = {
    ("基本信息", "B6"): "去年",
    ("二、主动公开", "B10"): "１２",
    ("二、主动公开", "B13"): None,
    ("三、申请办理", "D8"): "3件",
    ("三、申请办理", "E8"): "—",
    ("四、复议诉讼", "A7"): -1,
    ("正文", "D14"): "=1+1",
    ("正文", "A12"): "哪里",
    ("正文", "D12"): "一段文字",
    ("正文", "B11"): "一级",
    ("正文", "D11"): "又一段",
    ("正文", "G9"): "旁边",
    ("指标", "B9"): 3,
    ("指标", "B10"): 4,
    ("用词", "A8"): "甲",
    ("本地规则", "B8"): "篇幅",
    ("三、申请办理", "C13"): "改了名",
    ("四、复议诉讼", "D9"): 7,
}


def keys(data: bytes) -> dict[str, str]:
    """Return the place of every finding by its key."""
    _, findings = read_content(data, FILE, FORM)
    return {finding.key: str(finding.place) for finding in findings}


def test_findings_keep_their_keys_when_rows_are_inserted_and_cells_move() -> None:
    one = workbook(WRONG_IN_MANY_WAYS, typed_totals())
    book = opened.opened(one)
    for sheet, at in (
        ("基本信息", 1),
        ("二、主动公开", 1),
        ("三、申请办理", 1),
        ("四、复议诉讼", 1),
        ("正文", 5),
        ("指标", 4),
        ("用词", 2),
        ("本地规则", 2),
    ):
        for area in list(book[sheet].merged_cells):
            book[sheet].unmerge_cells(str(area))
        book[sheet].insert_rows(at, 2)
    before, after = keys(one), keys(opened.saved(book))
    assert len(before) == 17
    assert before.keys() == after.keys()
    stayed = set(before.values()) & set(after.values())
    assert stayed == {f"{FILE}『三、申请办理』"}  # a row that is gone has no cell


def test_findings_about_different_things_have_different_keys() -> None:
    _, findings = read_content(workbook(WRONG_IN_MANY_WAYS), FILE, FORM)
    assert len({finding.key for finding in findings}) == len(findings)


def test_a_blank_more_is_another_finding() -> None:
    assert keys(workbook(figures={"行政许可": None})) != keys(workbook(figures={"行政处罚": None}))
