"""What staff do to a workbook: taken right, or refused with the place named."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.form.disclosure.edition_2021 import FORM
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.layout import table_sheets
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.finding import Refusal
from tests import opened
from tests.few import few
from tests.libreoffice import convert, needs_libreoffice
from tests.packages import package
from tests.samples import FILE, numbers, read, sheet_of, typed_totals, workbook
from tests.typed_cells import parts_of

REQUESTS = "三、申请办理"
TABLES = tuple(layout.name for layout in table_sheets(FORM))


@cache
def typed(*sheets: str) -> bytes:
    """Return a workbook whose totals are typed, or some of its sheets."""
    whole = workbook(figures=typed_totals())
    return opened.with_only(whole, *sheets) if sheets else whole


def changed(change: Callable[[Workbook], object], *sheets: str) -> bytes:
    return opened.changed(typed(*sheets), change)


def retyped(sheet: str, cells: Mapping[str, object]) -> bytes:
    return workbook({(sheet, cell): value for cell, value in cells.items()}, typed_totals())


def labels(*cells: str) -> list[object]:
    """Return what stands in cells of 申请办理."""
    return [opened.to_look_at(workbook())[REQUESTS][cell].value for cell in cells]


def values(data: bytes) -> dict[str, int]:
    found, _ = read(data)
    return {name: int(figure.value or -1) for name, figure in found.figures.items()}


def test_sheets_renamed_moved_and_hidden_are_found_by_content() -> None:
    def change(book: Workbook) -> None:
        for number, sheet in enumerate(list(book.worksheets)):
            sheet.title = f"表{number}"
            book.move_sheet(sheet, -number)
        book["表2"].sheet_state = "hidden"

    assert values(changed(change, *TABLES)) == numbers()


def test_a_title_row_on_top_only_shifts_the_cells() -> None:
    def change(book: Workbook) -> None:
        sheet = book[REQUESTS]
        for area in list(sheet.merged_cells):
            sheet.unmerge_cells(str(area))
        sheet.insert_rows(1)

    found, findings = read(changed(change))
    assert {name: figure.value for name, figure in found.figures.items()} == numbers()
    assert found.figures["予以公开"].place.spot == "J10"
    assert findings == []


def test_a_left_over_copy_of_a_sheet_is_refused() -> None:
    found, findings = read(changed(lambda book: book.copy_worksheet(book[REQUESTS])))
    assert "本年新收" not in found.figures
    assert [line for line in findings if line.startswith("R01")] == [
        "R01 2024.xlsx：有 2 张表都像『三、申请办理』：『三、申请办理』、『三、申请办理 Copy』，"
        "不知道该用哪一张。请删去多余的副本（隐藏的工作表也算）。"
    ]


@pytest.mark.parametrize(
    "sheet", few(["基本信息", "二、主动公开", "三、申请办理", "四、复议诉讼", "正文", "指标"], 1)
)
def test_a_sheet_that_is_gone_is_named(sheet: str) -> None:
    _, findings = read(changed(lambda book: book.remove(book[sheet])))
    assert any(line.startswith(f"R01 {FILE}：找不到『{sheet}』这张表") for line in findings)


def test_labels_sorted_without_their_figures_are_refused() -> None:
    cells = [f"C{row}" for row in range(11, 19)]
    backwards = sorted(map(str, labels(*cells)), reverse=True)
    found, findings = read(retyped(REQUESTS, dict(zip(cells, backwards, strict=True))))
    assert not {"国家秘密", "行政查询事项", "第三方权益"} & set(found.figures)
    assert any("可能被排序、移动过" in line for line in findings)
    assert {
        name: int(figure.value or -1) for name, figure in found.figures.items()
    }.items() <= numbers().items()


def test_whole_rows_that_moved_are_still_right() -> None:
    def change(book: Workbook) -> None:
        sheet = book[REQUESTS]
        for column in range(3, 14):
            above, below = sheet.cell(12, column), sheet.cell(13, column)
            above.value, below.value = below.value, above.value

    assert values(changed(change, *TABLES)) == numbers()


def test_without_hidden_keys_the_order_of_labels_is_the_witness() -> None:
    def remove_keys(book: Workbook) -> None:
        for layout in table_sheets(FORM):
            book[layout.name].delete_cols(layout.key_column)
            for column in range(1, 20):
                cell = address((layout.key_row, column))
                book[layout.name][cell] = None

    def and_swap(book: Workbook) -> None:
        remove_keys(book)
        sheet = book[REQUESTS]
        sheet["C11"], sheet["C12"] = sheet["C12"].value, sheet["C11"].value

    assert values(changed(remove_keys, *TABLES)) == numbers()
    found, findings = read(changed(and_swap, *TABLES))
    assert "国家秘密" not in found.figures
    assert any("顺序与规定格式不同" in line for line in findings)


def test_a_row_with_figures_and_no_label_is_reported() -> None:
    found, findings = read(retyped(REQUESTS, {"C13": None}))
    assert "三安全一稳定" not in found.figures
    assert any("找不到行“3.危及“三安全一稳定””" in line for line in findings)
    assert any("D13、E13" in line and "不在规定格式的任何一格里" in line for line in findings)


def test_what_is_no_number_is_named_with_its_cell() -> None:
    names = [name for name in FORM.figures if name.startswith("国家秘密")]
    typed = dict(zip(names, ["无", "5件", "12,38", "①", "1e3"], strict=False))
    found, findings = read(workbook(figures=typed))
    for name, raw in typed.items():
        layout = sheet_of(name)
        cell = address(layout.figures[name])
        assert [line for line in findings if f"『{layout.name}』{cell}" in line and raw in line]
        assert not found.figures[name].readable
        assert found.figures[name].value is None


@pytest.mark.parametrize(("raw", "rule"), [(-1, "T3-04"), (1.5, "T3-04")])
def test_a_count_is_whole_and_not_negative(raw: float, rule: str) -> None:
    _, findings = read(workbook(figures={"国家秘密自然人": raw}))
    assert [line for line in findings if line.startswith(rule) and "不小于 0 的整数" in line]


def test_the_fee_may_have_decimals() -> None:
    found, findings = read(workbook(figures={"行政事业性收费": 59237.2449}))
    assert findings == []
    assert found.figures["行政事业性收费"].printed == "59237.2449"


def test_blanks_and_dashes_are_told_apart_and_gathered() -> None:
    cells = {"复议维持": None, "复议纠正": None, "复议其他结果": "—", "复议未审结": "/"}
    found, findings = read(workbook(figures=cells))
    assert findings == [
        "T4-04 2024.xlsx『四、复议诉讼』A7:B7、E7：3 格空白，按 0 印出。没有就填 0；漏填的请补上。",
        "T4-04 2024.xlsx『四、复议诉讼』C7:D7：2 格填的是“—”、“/”，按 0 印出。没有就填 0。",
    ]
    assert found.figures["复议总计"].value is None


def test_tidied_numbers_are_reported() -> None:
    found, findings = read(workbook(figures={"行政许可": "1，238"}))
    assert found.figures["行政许可"].value == 1238
    assert len(findings) == 1
    assert "“1，238”读作 1238" in findings[0]


def test_a_total_s_own_formula_is_worked_out_without_any_result() -> None:
    found, _ = read(workbook(figures={"予以公开自然人": 1000}))
    rest = numbers()["予以公开"] - numbers()["予以公开自然人"]
    assert found.figures["予以公开"].value == rest + 1000
    assert found.figures["办理结果总计自然人"].value == (
        numbers()["办理结果总计自然人"] - numbers()["予以公开自然人"] + 1000
    )


def test_a_total_of_something_unreadable_is_not_known() -> None:
    found, findings = read(workbook(figures={"复议维持": "五"}))
    assert not found.figures["复议总计"].readable
    assert len(findings) == 1


@pytest.mark.parametrize("formula", few(["=D9+E9", "=SUM(D9:H9)", "=SUM(D9:I10)", "=1"], 2))
def test_a_foreign_formula_without_a_result_is_refused(formula: str) -> None:
    found, findings = read(workbook(figures={"予以公开": formula}))
    assert not found.figures["予以公开"].readable
    assert any("J9" in line and "没有计算结果" in line for line in findings)


def test_a_workbook_is_read_the_same_whatever_it_is_called() -> None:
    one, _ = read_content(workbook(), "甲.xlsx", FORM)
    other, _ = read_content(workbook(), "乙.xlsx", FORM)
    assert one == other


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(Refusal, match="不是 Excel 工作簿"):
        read_content(b"a,b\n1,2\n", "2024.xlsx", FORM)


def moved(area: str, sheet: str, rows: int, columns: int = 0) -> bytes:
    def change(book: Workbook) -> None:
        for merged in list(book[sheet].merged_cells):
            if merged.min_row > 5:
                book[sheet].unmerge_cells(str(merged))
        book[sheet].move_range(area, rows=rows, cols=columns)

    return changed(change, *TABLES)


@pytest.mark.parametrize(
    ("area", "sheet", "rows", "columns", "cell"),
    few(
        [
            ("A7:O7", "四、复议诉讼", 1, 0, "A8"),
            ("D7:J31", "三、申请办理", 40, 0, "D47"),
            ("B10:B10", "二、主动公开", 0, 1, "C10"),
            ("A7:O7", "四、复议诉讼", 2, 0, "A9"),
            ("B17:B17", "二、主动公开", 1, 0, "B18"),
        ],
        2,
    ),
)
def test_figures_moved_out_of_their_cells_are_not_zeros(
    area: str, sheet: str, rows: int, columns: int, cell: str
) -> None:
    _, findings = read(moved(area, sheet, rows, columns))
    assert [line for line in findings if line.startswith("R02") and f"『{sheet}』{cell}：" in line]


def test_a_second_number_beside_a_figure_is_reported() -> None:
    _, findings = read(workbook({("二、主动公开", "F10"): 99}))
    assert findings == [
        "R02 2024.xlsx『二、主动公开』F10：填了数字，但不是表里应填的格，不会印出。"
        "请移到应填的格里，或者清除。"
    ]


def test_words_beside_a_table_are_nobody_s_business() -> None:
    cells = {("二、主动公开", "H10"): "老王核过", ("三、申请办理", "A2"): "其他"}
    found, findings = read(workbook(cells))
    assert findings == []
    assert {name: figure.value for name, figure in found.figures.items()} == numbers()


def test_a_figure_hidden_under_a_merge_is_not_a_blank() -> None:
    parts = parts_of(workbook())
    part = "xl/worksheets/sheet3.xml"
    assert b'<mergeCell ref="A4:D4"' in parts[part]
    hidden = parts[part].replace(b'<mergeCell ref="A4:D4"', b'<mergeCell ref="B6:C6"', 1)
    _, findings = read(package({**parts, part: hidden}))
    assert any("『二、主动公开』C6：C6里有内容，但被合并单元格盖住" in line for line in findings)


def test_what_stands_far_outside_is_not_dropped_unseen() -> None:
    _, findings = read(workbook({("正文", "D6000"): "很远的一段"}))
    assert any(line.startswith("R07 2024.xlsx『正文』D6000：") for line in findings)


def test_a_cell_error_in_a_text_is_no_text() -> None:
    _, findings = read(workbook({("正文", "D4"): "#N/A"}))
    assert any("『正文』D4：“正文”里是公式、日期或出错的结果" in line for line in findings)


@pytest.mark.parametrize("raw", [10_000_000_000, 310104199001011234, 1e300])
def test_a_number_of_any_size_is_printed_or_refused(raw: float) -> None:
    found, findings = read(workbook(figures={"行政许可": raw, "行政事业性收费": raw}))
    printed = {found.figures[name].printed for name in ("行政许可", "行政事业性收费")}
    assert printed == {"10000000000"} or all("位数太多" in line for line in findings)


def test_totals_of_rows_that_could_not_be_found_add_no_noise() -> None:
    above, below = labels("C11", "C12")
    found, findings = read(workbook({(REQUESTS, "C11"): below, (REQUESTS, "C12"): above}))
    assert {line[:3] for line in findings} == {"R02"}
    assert not found.figures["办理结果总计自然人"].readable


@pytest.mark.parametrize(
    ("area", "rows", "columns", "said"),
    [
        ("D7:D31", 0, 1, "第 D 列整列空着"),
        ("D9:J9", 2, 0, "第 9 行整行空着"),
        ("D7:J30", 1, 0, "第 7 行整行空着"),
    ],
)
def test_figures_pasted_over_others_leave_no_zeros_behind(
    area: str, rows: int, columns: int, said: str
) -> None:
    def change(book: Workbook) -> None:
        book[REQUESTS].move_range(area, rows=rows, cols=columns, translate=True)

    _, findings = read(opened.changed(opened.with_only(workbook(), REQUESTS), change))
    assert any(said in line for line in findings)


def test_a_row_left_blank_with_its_total_is_only_a_blank() -> None:
    names = [name for name in FORM.figures if name.startswith("上年结转") and name != "上年结转"]
    _, findings = read(workbook(figures=dict.fromkeys(names)))
    assert [line[:5] for line in findings] == ["T3-05"]


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
