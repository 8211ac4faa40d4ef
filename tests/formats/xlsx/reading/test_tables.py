"""What is typed for a figure, adds up to it or is shown for it: understood, told, or refused."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.formats.xlsx.cell_names import address, spot_of
from tests.formats.xlsx.reading.one_sheet import sheet_with
from tests.formats.xlsx.reading.table_sheets import LAYOUTS, by_cell, read, read_with, usual
from tests.forms import FORM
from tests.samples import numbers, sheet_of

CELLS = {
    name: (layout.name, address(spot))
    for layout in LAYOUTS.values()
    for name, spot in layout.figures.items()
}
SPECS = {spec.name: spec for table in FORM.tables for spec in table.figures}
COUNTS = [name for name, spec in SPECS.items() if spec.whole and name not in FORM.totals]
MONEY = next(name for name, spec in SPECS.items() if not spec.whole)
TOTAL = next(iter(FORM.totals))


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


SHOWN_AS_HELD = [
    *("0", "0.00", "#,##0", "0.##", '0"件"', '0" 项"', "[Red]0_ ", "000", "+0", 'General"条"'),
    r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
]
SHOWN_OTHERWISE = [
    *(('0!.0,"万"', "“0.0万”"), ("0%", "“1200%”"), ('0"%"', "“12%”"), ('0,"千元"', "“0千元”")),
    *((r"0\万", "“12万”"), ("-0", "“-12”"), ('0"0"', "“120”"), ('"7"', "“7”")),
    *((";;;", "隐藏"), ('[>10]"多";0', "“多”"), ("0.00E+00", "别的样子"), ("# ?/?", "别的样子")),
    *(
        ("[DBNum1]General", "别的样子"),
        ('0"（其中修订1件）"', "“12（其中修订1件）”"),
        ("[$¥-804]0", "“¥12”"),
    ),
]


def told(cells: Mapping[str, tuple[object, str]]) -> tuple[dict[str, str], list[str]]:
    """Return what is read of figures in cells with a number format, and what is told."""
    values = {name: value for name, (value, _) in cells.items()}
    formats = {name: number_format for name, (_, number_format) in cells.items()}
    sheets = [
        sheet_with(sheet, by_cell(sheet, values), by_cell(sheet, formats))
        for sheet in dict.fromkeys(CELLS[name][0] for name in cells)
    ]
    found, findings = read(*sheets)
    return {name: found[name].printed for name in cells}, findings


def test_a_count_that_is_shown_as_itself_is_taken_in_silence() -> None:
    cells = dict(zip(COUNTS, ((12, one) for one in SHOWN_AS_HELD), strict=False))
    printed, findings = told({**cells, MONEY: (157.3, '0.00"万元"')})
    assert findings == []
    assert printed == {**dict.fromkeys(cells, "12"), MONEY: "157.3"}


def test_a_count_that_is_shown_otherwise_is_told_with_what_people_see() -> None:
    cells = dict(zip(COUNTS, ((12, one) for one, _ in SHOWN_OTHERWISE), strict=False))
    _, findings = told(cells)
    assert len(cells) == len(findings) == len(SHOWN_OTHERWISE)
    for name, (_, seen) in zip(cells, SHOWN_OTHERWISE, strict=True):
        place = "』".join(CELLS[name])
        (finding,) = [line for line in findings if f"『{place}：" in line]
        assert "填的是“12”，但单元格格式" in finding
        assert seen in finding
        assert "请把单元格格式改成“常规”，再填应填的数" in finding


def test_a_format_that_was_set_for_money_in_ten_thousands_is_told() -> None:
    _, findings = told({MONEY: (1234567, '0!.0,"万"')})
    assert len(findings) == 1
    assert "填的是“1234567”，但单元格格式让它显示成“123.5万”" in findings[0]
    _, findings = told({MONEY: (1573000, '0.00"元"')})
    assert "让它显示成“1573000.00元”" in findings[0]


def test_money_is_printed_as_its_cell_rounds_it_which_is_told() -> None:
    printed, findings = told({MONEY: (2345.678, "#,##0.00")})
    assert printed[MONEY] == "2345.68"
    assert len(findings) == 1
    assert "“2345.678”显示成“2,345.68”，按显示的印出" in findings[0]


def test_a_count_that_only_looks_whole_is_refused_with_what_is_seen() -> None:
    printed, findings = told({COUNTS[0]: (12.6, "0")})
    assert printed[COUNTS[0]] == "12.6"
    assert "应为不小于 0 的整数，填的是 12.6（显示成“13”）" in findings[0]


def test_a_zero_that_is_hidden_is_told_and_a_dash_for_it_is_not() -> None:
    printed, findings = told({COUNTS[0]: (0, "0;-0;;@"), COUNTS[1]: (0, '0;-0;"-"')})
    assert set(printed.values()) == {"0"}
    assert len(findings) == 1
    assert "“0”不显示" in findings[0]


def test_a_text_is_looked_at_as_well() -> None:
    _, findings = told({COUNTS[0]: ("12（其中修订3件）", ";;;"), COUNTS[1]: ("7", '@"0"')})
    assert sum("但单元格格式" in line for line in findings) == 2


def test_a_total_that_the_form_adds_up_is_looked_at_as_well() -> None:
    name, cell = CELLS[TOTAL]
    sheet = usual(name)
    found, findings = read(replace(sheet, formats={**sheet.formats, spot_of(cell): '0"0"'}))
    total = found[TOTAL].printed
    assert len(findings) == 1
    assert f"『{name}』{cell}：" in findings[0]
    assert f"合计是 {total}，但单元格格式让它显示成“{total}0”" in findings[0]
