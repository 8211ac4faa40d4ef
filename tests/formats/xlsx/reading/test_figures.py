"""What is typed for a figure, or adds up to it: understood, told, or refused with its cell."""

import pytest

from generator.form.disclosure.edition_2021 import FORM
from generator.formats.xlsx.cell_names import address
from tests.formats.xlsx.reading.table_sheets import read_with
from tests.samples import numbers, sheet_of


def test_what_is_no_number_is_named_with_its_cell() -> None:
    names = [name for name in FORM.figures if name.startswith("国家秘密")]
    typed = dict(zip(names, ["无", "5件", "12,38", "①", "1e3"], strict=False))
    found, findings = read_with(typed)
    for name, raw in typed.items():
        layout = sheet_of(name)
        cell = address(layout.figures[name])
        assert [line for line in findings if f"『{layout.name}』{cell}" in line and raw in line]
        assert not found[name].readable
        assert found[name].value is None


@pytest.mark.parametrize(("raw", "rule"), [(-1, "T3-04"), (1.5, "T3-04")])
def test_a_count_is_whole_and_not_negative(raw: float, rule: str) -> None:
    _, findings = read_with({"国家秘密自然人": raw})
    assert [line for line in findings if line.startswith(rule) and "不小于 0 的整数" in line]


def test_the_fee_may_have_decimals() -> None:
    found, findings = read_with({"行政事业性收费": 59237.2449})
    assert findings == []
    assert found["行政事业性收费"].printed == "59237.2449"


def test_blanks_and_dashes_are_told_apart_and_gathered() -> None:
    cells = {"复议维持": None, "复议纠正": None, "复议其他结果": "—", "复议未审结": "/"}
    found, findings = read_with(cells)
    assert findings == [
        "T4-04 2024.xlsx『四、复议诉讼』A7:B7、E7：3 格空白，按 0 印出。没有就填 0；漏填的请补上。",
        "T4-04 2024.xlsx『四、复议诉讼』C7:D7：2 格填的是“—”、“/”，按 0 印出。没有就填 0。",
    ]
    assert found["复议总计"].value is None


def test_tidied_numbers_are_reported() -> None:
    found, findings = read_with({"行政许可": "1，238"})
    assert found["行政许可"].value == 1238
    assert len(findings) == 1
    assert "“1，238”读作 1238" in findings[0]


def test_a_total_s_own_formula_is_worked_out_without_any_result() -> None:
    found, _ = read_with({"予以公开自然人": 1000})
    rest = numbers()["予以公开"] - numbers()["予以公开自然人"]
    assert found["予以公开"].value == rest + 1000
    assert found["办理结果总计自然人"].value == (
        numbers()["办理结果总计自然人"] - numbers()["予以公开自然人"] + 1000
    )


def test_a_total_of_something_unreadable_is_not_known() -> None:
    found, findings = read_with({"复议维持": "五"})
    assert not found["复议总计"].readable
    assert len(findings) == 1


@pytest.mark.parametrize("formula", ["=D9+E9", "=SUM(D9:H9)", "=SUM(D9:I10)", "=1"])
def test_a_foreign_formula_without_a_result_is_refused(formula: str) -> None:
    found, findings = read_with({"予以公开": formula})
    assert not found["予以公开"].readable
    assert any("J9" in line and "没有计算结果" in line for line in findings)


@pytest.mark.parametrize("raw", [10_000_000_000, 310104199001011234, 1e300])
def test_a_number_of_any_size_is_printed_or_refused(raw: float) -> None:
    found, findings = read_with({"行政许可": raw, "行政事业性收费": raw})
    printed = {found[name].printed for name in ("行政许可", "行政事业性收费")}
    assert printed == {"10000000000"} or all("位数太多" in line for line in findings)


def test_a_row_left_blank_with_its_total_is_only_a_blank() -> None:
    names = [name for name in FORM.figures if name.startswith("上年结转") and name != "上年结转"]
    _, findings = read_with(dict.fromkeys(names))
    assert [line[:5] for line in findings] == ["T3-05"]
