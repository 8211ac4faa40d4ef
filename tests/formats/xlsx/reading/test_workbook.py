"""What staff do to a workbook: taken right, or refused with the place named."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.files.zip_archive import WORKBOOK, open_archive
from generator.form.vocabulary import Form
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.finding import Refusal
from tests import opened
from tests.form.small import SMALL
from tests.form.small_office import filled_in
from tests.formats.xlsx.reading.one_sheet import lines
from tests.forms import FORM
from tests.libreoffice import convert, needs_libreoffice
from tests.packages import package
from tests.samples import FILE, numbers, read, typed_totals, workbook
from tests.typed_cells import typed

CASES = "一、案件"  # the sheet of the table of the small form


def told_when(change: Callable[[Workbook], object]) -> list[str]:
    """Return what is told of a workbook of the small form after a change."""
    _, findings = read_content(opened.changed(filled_in(), change), FILE, SMALL)
    return lines(findings)


def test_sheets_renamed_moved_and_hidden_are_found_by_content() -> None:
    parts = open_archive(workbook(), FILE, WORKBOOK)
    book = parts[WORKBOOK].decode()
    for number, name in enumerate(re.findall('<sheet [^>]*name="(.+?)"', book)):
        book = book.replace(name, f"表{number}")
    sheets = re.findall("<sheet [^>]*/>", book)
    moved = "".join(reversed(sheets)).replace('"visible"', '"hidden"', 5)
    data = package({**parts, WORKBOOK: book.replace("".join(sheets), moved).encode()})
    found, findings = read(data)
    assert {name: figure.value for name, figure in found.figures.items()} == numbers()
    assert {figure.place.within for figure in found.figures.values()} == {"表2", "表3", "表4"}
    told = [line.split("：")[0] for line in findings]
    assert told == ["R01 2024.xlsx『表0』", "R07 2024.xlsx『表6』B4"]  # the guide, what is hidden


def test_a_left_over_copy_of_a_sheet_is_refused() -> None:
    assert told_when(lambda book: book.copy_worksheet(book[CASES])) == [
        "R01 2024.xlsx：有 2 张表都像『一、案件』：『一、案件』、『一、案件 Copy』，"
        "不知道该用哪一张。请删去多余的副本（隐藏的工作表也算）。"
    ]


@pytest.mark.parametrize("sheet", ["基本信息", CASES, "正文", "指标"])
def test_a_sheet_that_is_gone_is_named(sheet: str) -> None:
    (told,) = told_when(lambda book: book.remove(book[sheet]))
    assert told.startswith(f"R01 {FILE}：找不到『{sheet}』这张表")


def test_a_workbook_is_read_the_same_whatever_it_is_called() -> None:
    one, _ = read_content(filled_in(), "甲.xlsx", SMALL)
    other, _ = read_content(filled_in(), "乙.xlsx", SMALL)
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
    _, findings = read_content(typed(filled_in(), {("正文", "D6000"): "很远"}), FILE, SMALL)
    assert any(line.startswith("R07 2024.xlsx『正文』D6000：") for line in lines(findings))


def test_a_sheet_of_one_s_own_is_only_mentioned() -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("补充")["A1"] = "备忘"

    assert told_when(change) == [
        "R01 2024.xlsx『补充』：这张表不是本程序的表，里面的内容不会印出。"
        "只是自己用的，可以不管；要印出的，请写到规定的表里，或者在『正文』加一行，"
        "“层级”选“表”，“正文”写【表格：补充】。"
    ]


def test_a_sheet_without_anything_on_it_is_not_even_mentioned() -> None:
    assert told_when(lambda book: book.create_sheet("Sheet1")) == []


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


@cache
def wrong_in_many_ways() -> bytes:
    return workbook(WRONG_IN_MANY_WAYS, typed_totals())


def keys(data: bytes, form: Form = FORM) -> dict[str, str]:
    """Return the place of every finding by its key."""
    _, findings = read_content(data, FILE, form)
    return {finding.key: str(finding.place) for finding in findings}


def with_two_rows_more(sheet: bytes, at: int) -> bytes:
    """Return a sheet without merges, with two rows inserted before one."""

    def lower(found: re.Match[str]) -> str:
        row = int(found[2])
        return f'{found[1]}{row + 2 if row >= at else row}"'

    plain = re.sub("<mergeCells.*?</mergeCells>", "", sheet.decode())
    return re.sub(r'(<row r="|<c r="[A-Z]+)(\d+)"', lower, plain).encode()


def test_findings_keep_their_keys_when_rows_are_inserted_and_cells_move() -> None:
    parts = open_archive(wrong_in_many_ways(), FILE, WORKBOOK)
    for number, at in enumerate((1, 1, 1, 1, 5, 4, 2, 2, 2), 2):
        part = f"xl/worksheets/sheet{number}.xml"
        parts[part] = with_two_rows_more(parts[part], at)
    before, after = keys(wrong_in_many_ways()), keys(package(parts))
    assert len(before) == 17
    assert before.keys() == after.keys()
    stayed = set(before.values()) & set(after.values())
    assert stayed == {f"{FILE}『三、申请办理』"}  # a row that is gone has no cell


def test_findings_about_different_things_have_different_keys() -> None:
    _, findings = read_content(wrong_in_many_ways(), FILE, FORM)
    assert len({finding.key for finding in findings}) == len(findings)


def test_a_blank_more_is_another_finding() -> None:
    one, other = (keys(typed(filled_in(), {(CASES, cell): None}), SMALL) for cell in ("B6", "C6"))
    assert one != other
