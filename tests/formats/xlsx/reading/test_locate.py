"""Figures are found by the labels of their rows and columns, or refused with the place named."""

from dataclasses import replace

import pytest

from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.sheet import Sheet
from generator.model.report import Figure
from tests.formats.xlsx.reading.table_sheets import (
    LAYOUTS,
    moved,
    read,
    typed_on,
    usual,
    without_formulas,
)
from tests.samples import numbers

APPLICATIONS = "三、申请办理"


def values(figures: dict[str, Figure]) -> dict[str, int]:
    return {name: int(figure.value or -1) for name, figure in figures.items()}


def numbers_on(name: str) -> dict[str, int]:
    return {figure: numbers()[figure] for figure in LAYOUTS[name].figures}


def with_labels_swapped(sheet: Sheet) -> Sheet:
    return typed_on(sheet, {"C11": sheet.text((12, 3)), "C12": sheet.text((11, 3))})


def test_a_title_row_on_top_only_shifts_the_cells() -> None:
    found, findings = read(moved(without_formulas(APPLICATIONS), "A1:Z99", 1))
    assert values(found) == numbers_on(APPLICATIONS)
    assert found["予以公开"].place.spot == "J10"
    assert findings == []


def test_labels_sorted_without_their_figures_are_refused() -> None:
    sheet = without_formulas(APPLICATIONS)
    labels = sorted((sheet.text((row, 3)) for row in range(11, 19)), reverse=True)
    sorted_labels = {f"C{row}": label for row, label in enumerate(labels, 11)}
    found, findings = read(typed_on(sheet, sorted_labels))
    assert not {"国家秘密", "行政查询事项", "第三方权益"} & set(found)
    assert any("可能被排序、移动过" in line for line in findings)
    assert values(found).items() <= numbers().items()


def test_whole_rows_that_moved_are_still_right() -> None:
    sheet = without_formulas(APPLICATIONS)
    up, down = moved(sheet, "C13:M13", -1), moved(sheet, "C12:M12", 1)
    swapped = {**up.values, **{spot: down.values[spot] for spot in down.values if spot[0] == 13}}
    found, _ = read(replace(sheet, values=swapped))
    assert values(found) == numbers_on(APPLICATIONS)


def without_keys(name: str) -> Sheet:
    layout = LAYOUTS[name]
    cells = (*usual(name).values, *usual(name).formulas)
    keys = [spot for spot in cells if spot[0] == layout.key_row or spot[1] == layout.key_column]
    assert keys
    return typed_on(without_formulas(name), dict.fromkeys(map(address, keys)))


def test_without_hidden_keys_the_order_of_labels_is_the_witness() -> None:
    for name in LAYOUTS:
        assert values(read(without_keys(name))[0]) == numbers_on(name)
    found, findings = read(with_labels_swapped(without_keys(APPLICATIONS)))
    assert "国家秘密" not in found
    assert any("顺序与规定格式不同" in line for line in findings)


def test_a_row_with_figures_and_no_label_is_reported() -> None:
    found, findings = read(typed_on(without_formulas(APPLICATIONS), {"C13": None}))
    assert "三安全一稳定" not in found
    assert any("找不到行“3.危及“三安全一稳定””" in line for line in findings)
    assert any("D13、E13" in line and "不在规定格式的任何一格里" in line for line in findings)


@pytest.mark.parametrize(
    ("area", "sheet", "rows", "columns", "cell"),
    [
        ("A7:O7", "四、复议诉讼", 1, 0, "A8"),
        ("D7:J31", "三、申请办理", 40, 0, "D47"),
        ("B10:B10", "二、主动公开", 0, 1, "C10"),
        ("A7:O7", "四、复议诉讼", 2, 0, "A9"),
        ("B17:B17", "二、主动公开", 1, 0, "B18"),
    ],
)
def test_figures_moved_out_of_their_cells_are_not_zeros(
    area: str, sheet: str, rows: int, columns: int, cell: str
) -> None:
    _, findings = read(moved(without_formulas(sheet), area, rows, columns))
    assert [line for line in findings if line.startswith("R02") and f"『{sheet}』{cell}：" in line]


def test_a_second_number_beside_a_figure_is_reported() -> None:
    _, findings = read(typed_on(usual("二、主动公开"), {"F10": 99}))
    assert findings == [
        "R02 2024.xlsx『二、主动公开』F10：填了数字，但不是表里应填的格，不会印出。"
        "请移到应填的格里，或者清除。"
    ]


@pytest.mark.parametrize(
    ("sheet", "cell", "said"), [("二、主动公开", "H10", "老王核过"), (APPLICATIONS, "A2", "其他")]
)
def test_words_beside_a_table_are_nobody_s_business(sheet: str, cell: str, said: str) -> None:
    found, findings = read(typed_on(usual(sheet), {cell: said}))
    assert findings == []
    assert values(found) == numbers_on(sheet)


def test_totals_of_rows_that_could_not_be_found_add_no_noise() -> None:
    found, findings = read(with_labels_swapped(usual(APPLICATIONS)))
    assert {line[:3] for line in findings} == {"R02"}
    assert not found["办理结果总计自然人"].readable


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
    _, findings = read(moved(usual(APPLICATIONS), area, rows, columns))
    assert any(said in line for line in findings)
